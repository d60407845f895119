import type { Reason } from '#contracts/matching.js';

const verdicts = ['met', 'partly', 'unknown', 'missed'] as const;
const levels = ['must', 'want', 'text'] as const;
const FOR = 3;
const AGAINST = 1;

/** The reasons to read first, musts first: the best that speak for it, and what most speaks against it. */
export function topReasons(reasons: readonly Reason[]): { fits: Reason[]; lacks: Reason[] } {
  const sorted = reasons.toSorted(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  );
  const isFit = ({ verdict }: Reason) => verdict === 'met' || verdict === 'partly';
  return {
    fits: sorted.filter(isFit).slice(0, FOR),
    lacks: sorted.filter((reason) => !isFit(reason)).slice(0, AGAINST),
  };
}
