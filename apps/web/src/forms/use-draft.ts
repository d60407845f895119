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

/** Writes that still wait for the typing to pause, by place. */
const waiting = new Map<string, () => void>();

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
 * What an earlier visit left under `key`, per person, so that a lost connection, a reload or a closed tab lose nothing.
 * Without a key nothing is kept. Written by {@link useKeptDraft}.
 */
export function useDraft<V>(key: string | undefined) {
  const { me } = useSession();
  const place = key === undefined ? null : `${prefix}${me?.id ?? 'visitor'}.${key}`;
  const [found] = useState(() => (place === null ? null : stored<V>(place)));
  const drop = () => {
    if (place === null) return;
    waiting.delete(place);
    localStorage.removeItem(place);
  };
  return { place, found, drop };
}

/**
 * Keeps the present value at the place of a draft while it differs from what is stored on the server (`from`): shortly
 * after the last keystroke, and at once when the screen or the page is left.
 */
export function useKeptDraft<V>(
  place: string | null,
  value: V,
  version: number,
  dirty: boolean,
  from?: V,
): void {
  useEffect(() => {
    if (place === null || !dirty) return;
    waiting.set(place, () => keep(place, { value, version, from, at: new Date().toISOString() }));
    const timer = setTimeout(() => writeNow(place), 300);
    const leave = () => writeNow(place);
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [place, value, version, dirty, from]);
  useEffect(() => {
    if (place !== null) return () => writeNow(place);
  }, [place]);
}

function writeNow(place: string): void {
  waiting.get(place)?.();
  waiting.delete(place);
}

function keep(place: string, draft: Draft<unknown>): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Full or forbidden storage: the form works without a draft.
  }
}
