import { useRef } from 'react';

/**
 * Follows the versions that this screen itself made beside its form (a picture was stored), so that the form, which
 * began over the older one, does not take them for another person's edit.
 */
export function useOwnVersions(): {
  note: (before: number, after: number) => void;
  after: (version: number) => number;
} {
  const steps = useRef(new Map<number, number>());
  return {
    note: (before, after) => {
      if (after === before + 1) steps.current.set(before, after);
    },
    after: (version) => {
      let latest = version;
      for (let next = steps.current.get(latest); next !== undefined; next = steps.current.get(latest))
        latest = next;
      return latest;
    },
  };
}
