import { useSyncExternalStore } from 'react';

function watch(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

/** Whether this tab is the one being looked at. */
export const useDocumentVisible = (): boolean =>
  useSyncExternalStore(watch, () => document.visibilityState === 'visible');
