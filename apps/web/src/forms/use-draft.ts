import { useEffect, useState } from 'react';
import { useSession } from '../api/session';

/** What was typed and not saved, over which version of what was stored (`from`), and when. */
export interface Draft<V> {
  value: V;
  version: number;
  from?: V;
  at: string;
}

const prefix = 'nakadachi.draft.';

function stored<V>(key: string): Draft<V> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft<V> | null;
  } catch {
    return null;
  }
}

/** Forgets all drafts on this device, for signing out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

/**
 * What an earlier visit left under `key`, per person; `keep` writes what is typed shortly after the last keystroke and at
 * once when the page is left, so that a lost connection, a reload or a closed tab lose nothing. Without a key nothing
 * is kept.
 */
export function useDraft<V>(key: string | undefined) {
  const { me } = useSession();
  const place = key === undefined ? null : `${prefix}${me?.id ?? 'visitor'}.${key}`;
  const [found] = useState(() => (place === null ? null : stored<V>(place)));
  const drop = () => {
    if (place !== null) localStorage.removeItem(place);
  };
  return { place, found, drop };
}

/** Keeps the present value at the place of a draft while it differs from what is stored on the server (`from`). */
export function useKeptDraft<V>(
  place: string | null,
  value: V,
  version: number,
  dirty: boolean,
  from?: V,
): void {
  useEffect(() => {
    if (place === null || !dirty) return;
    const write = () => keep(place, { value, version, from, at: new Date().toISOString() });
    const timer = setTimeout(write, 300);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [place, value, version, dirty, from]);
}

function keep(place: string, draft: Draft<unknown>): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Full or forbidden storage: the form works without a draft.
  }
}
