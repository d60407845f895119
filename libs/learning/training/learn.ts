import type { RankingWeights } from '#matching/index.js';
import { seededFraction } from '#platform/seeded.js';
import { features } from './features.js';
import { fitted, rightShare } from './fit.js';
import { pairsOf, teaches, type Outcome, type Pair } from './pairs.js';

/** With fewer outcomes than this the weights stay: chance would move them. */
export const LEAST_OUTCOMES = 50;
/** One order in so many is never learned from, only measured with. */
const HELD_OUT = 4;
/** With fewer pairs than this the measure says nothing. */
const LEAST_HELD_PAIRS = 5;

export interface Learned {
  readonly result: 'adopted' | 'kept' | 'too-few';
  /** Outcomes that can teach. */
  readonly outcomes: number;
  /** Orders (or patents) with pairs, those held out included. */
  readonly subjects: number;
  readonly heldOut: number;
  readonly pairs: number;
  readonly heldOutPairs: number;
  /** Share of held-out pairs in the right order, 0 to 1, with the weights before and after. */
  readonly before: number | null;
  readonly after: number | null;
  readonly weights: RankingWeights;
}

/** Whole orders are held out, the same ones every night: pairs of one order know too much of each other. */
export const isHeldOut = (subjectId: string): boolean =>
  seededFraction(`held out ${subjectId}`) < 1 / HELD_OUT;

/**
 * Learns from outcomes and measures with those of orders that were not learned from. The new weights are adopted only
 * where there is enough to learn from and the measure does not get worse; `weights` are the learned ones in any case.
 */
export function learn(current: RankingWeights, outcomes: readonly Outcome[]): Learned {
  const pairs = pairsOf(outcomes);
  const taught = pairs.filter(({ subjectId }) => !isHeldOut(subjectId));
  const held = pairs.filter(({ subjectId }) => isHeldOut(subjectId));
  const from = toVector(current);
  const to = fitted(from, taught);
  const [before, after] = [rightShare(from, held), rightShare(to, held)];
  const teaching = outcomes.filter(teaches).length;
  return {
    ...{ outcomes: teaching, pairs: taught.length, heldOutPairs: held.length, before, after },
    ...{ subjects: subjectsOf(pairs), heldOut: subjectsOf(held), weights: toWeights(to) },
    result: resultOf({
      teaching,
      taught,
      held,
      before,
      after,
      moved: to.some((each, i) => each !== from[i]),
    }),
  };
}

interface Found {
  teaching: number;
  taught: readonly Pair[];
  held: readonly Pair[];
  before: number | null;
  after: number | null;
  moved: boolean;
}

function resultOf({ teaching, taught, held, before, after, moved }: Found): Learned['result'] {
  if (teaching < LEAST_OUTCOMES || taught.length === 0 || held.length < LEAST_HELD_PAIRS) return 'too-few';
  return moved && before !== null && after !== null && after >= before ? 'adopted' : 'kept';
}

const subjectsOf = (pairs: readonly Pair[]): number => new Set(pairs.map(({ subjectId }) => subjectId)).size;

/** In the order of `features`. */
export const toVector = ({ requirements, text }: RankingWeights): number[] =>
  features.map((feature) => (feature === 'text' ? text : (requirements[feature] ?? 1)));

function toWeights(vector: readonly number[]): RankingWeights {
  const kinds = features.flatMap((feature, i) =>
    feature === 'text' || vector[i] === 1 ? [] : [[feature, vector[i]!] as const],
  );
  return { requirements: Object.fromEntries(kinds), text: vector[features.indexOf('text')]! };
}
