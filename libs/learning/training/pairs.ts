import { declineCode } from '#contracts/introductions.js';
import { taughtBy } from './decline-teaching.js';
import { features, featuresOf, type Evidence } from './features.js';

/** How an introduction went, or that a firm stood in the list and was not asked. */
export interface Outcome {
  readonly subjectId: string;
  readonly result: 'deal' | 'consented' | 'declined' | 'unasked';
  /** Why it was declined, or ended without a deal. */
  readonly code: string | null;
  readonly reasons: readonly Evidence[];
}

/** Two firms of one order of which the first should stand before the second. */
export interface Pair {
  readonly subjectId: string;
  /** Features of the first less those of the second; 0 where the outcome says nothing of that feature. */
  readonly difference: readonly number[];
  readonly weight: number;
}

/** Nobody knows why a firm was not asked: such a pair counts a quarter. */
const UNASKED = 0.25;
/** That talks led to a deal says something beside that they began. */
const DEAL_BEFORE_CONSENT = 0.5;
/** One order's pairs together count at most so much: an order with many candidates must not drown the others. */
const MOST_PER_SUBJECT = 5;

/** Whether an outcome can teach: a deal, a consent of both, or a decline with a code that speaks of the ranking. */
export const teaches = ({ result, code }: Outcome): boolean =>
  result === 'deal' || result === 'consented' || (result === 'declined' && maskOf(code) !== null);

/** All pairs, order by order, in the order in which they are given. */
export function pairsOf(outcomes: readonly Outcome[]): Pair[] {
  const bySubject = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    bySubject.set(outcome.subjectId, [...(bySubject.get(outcome.subjectId) ?? []), outcome]);
  return [...bySubject.values()].flatMap((group) => {
    const pairs = group.flatMap((winner) => group.flatMap((loser) => pairOf(winner, loser) ?? []));
    const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
    const scale = Math.min(1, MOST_PER_SUBJECT / total);
    return pairs.map((pair) => ({ ...pair, weight: pair.weight * scale }));
  });
}

function pairOf(winner: Outcome, loser: Outcome): Pair | null {
  if (winner.result !== 'deal' && winner.result !== 'consented') return null;
  const taught = taughtOf(winner, loser);
  if (taught === null) return null;
  const [a, b] = [featuresOf(winner.reasons), featuresOf(loser.reasons)];
  const difference = a.map((value, i) => (taught.mask(i) ? value - b[i]! : 0));
  return difference.some((each) => each !== 0)
    ? { subjectId: winner.subjectId, difference, weight: taught.weight }
    : null;
}

const everything = () => true;

function taughtOf(winner: Outcome, loser: Outcome): { weight: number; mask: (i: number) => boolean } | null {
  switch (loser.result) {
    case 'deal':
      return null;
    case 'consented':
      return winner.result === 'deal' ? { weight: DEAL_BEFORE_CONSENT, mask: everything } : null;
    case 'unasked':
      return { weight: UNASKED, mask: everything };
    case 'declined': {
      const mask = maskOf(loser.code);
      return mask && { weight: 1, mask };
    }
  }
}

function maskOf(code: string | null): ((i: number) => boolean) | null {
  const known = declineCode.safeParse(code);
  const taught = known.success ? taughtBy[known.data] : [];
  return taught.length === 0 ? null : (i) => taught.includes(features[i]!);
}
