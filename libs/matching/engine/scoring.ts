import type { Requirement, Verdict } from './match.types.js';
import { codeOf, type Code } from './rules/verdicts.js';

/**
 * The score, 0 to 100:
 *
 *     100 × (share × requirements + (1 − share) × text)
 *
 * requirements = the credits of the verdicts, averaged with a must counting MUST_WEIGHT times a want, and each kind by its
 * weight. text = x ÷ (x + HALF_WAY), where x is how near the firm's records are to the need's words (text/nearest.ts) as a
 * share of what a record that says all of it would score. share = STRUCTURED_SHARE, as far as the weights have not moved
 * it (`shareOf`). Where a need has no requirements, or no words, the other part is the whole score. That is the first
 * stage; for the best of it the second stage moves x (`lift`).
 */
export const STRUCTURED_SHARE = 0.7;
const MUST_WEIGHT = 2;
/** As near as this gives half of the text's part. */
const HALF_WAY = 0.5;

/**
 * By code (rules/verdicts.ts). An unknown is worth asking about: better than a miss, worse than half a fit. A delivery in
 * time of which no room is told is nearly as good as one with room told now; an answer of either kind moves it by half as
 * much every four weeks.
 */
const creditOf: readonly number[] = [0, 0.3, 0.6, 0.75, 0.825, 0.9, 0.925, 0.95, 1];

/** Rounding in scores of up to 100 stays far below. */
const HAIR = 1e-9;

/** What each kind of requirement, and the text, count for, as multiples of what they count as shipped; all positive. */
export interface RankingWeights {
  readonly requirements: Readonly<Partial<Record<Requirement['kind'], number>>>;
  readonly text: number;
}
export const shippedWeights: RankingWeights = { requirements: {}, text: 1 };

type Weighed = Pick<Requirement, 'level' | 'kind'>;

const plainWeight = ({ level }: Weighed): number => (level === 'must' ? MUST_WEIGHT : 1);

const weightOf = (requirement: Weighed, { requirements }: RankingWeights): number =>
  plainWeight(requirement) * (requirements[requirement.kind] ?? 1);

/** What each verdict (by its code in rules/verdicts.ts) adds to the sum of credits, and the weight of it. */
export function worthOf(
  requirement: Weighed,
  weights = shippedWeights,
): { weight: number; worth: readonly number[] } {
  const weight = weightOf(requirement, weights);
  return { weight, worth: creditOf.map((credit) => weight * credit) };
}

/** The requirements' share of the whole score, 0 to 1: what they weigh on average against what the text weighs. */
export function shareOf(requirements: readonly Weighed[], weights = shippedWeights): number {
  const plain = requirements.reduce((sum, each) => sum + plainWeight(each), 0);
  if (plain === 0) return STRUCTURED_SHARE;
  const average = requirements.reduce((sum, each) => sum + weightOf(each, weights), 0) / plain;
  const structured = STRUCTURED_SHARE * average;
  return structured / (structured + (1 - STRUCTURED_SHARE) * weights.text);
}

/** What a firm's verdicts come to. */
export interface Assessment {
  /** Ids of the musts known to be missed: with one, the firm is no candidate. */
  missedMusts: string[];
  mustsMet: number;
  unknownMusts: number;
  /** Something asked for is met, at least in part. */
  speaksFor: boolean;
  /** 0 to 1; null where nothing is required. */
  credit: number | null;
}

const nothingRequired: Assessment = {
  missedMusts: [],
  mustsMet: 0,
  unknownMusts: 0,
  speaksFor: false,
  credit: null,
};

export function assess(
  verdicts: readonly { requirement: Requirement; verdict: Verdict; code?: Code | undefined }[],
  weights = shippedWeights,
): Assessment {
  if (verdicts.length === 0) return nothingRequired;
  const musts = verdicts.filter(({ requirement }) => requirement.level === 'must');
  let sum = 0;
  let total = 0;
  for (const { requirement, verdict, code } of verdicts) {
    const weight = weightOf(requirement, weights);
    sum += weight * creditOf[code ?? codeOf[verdict]]!;
    total += weight;
  }
  return {
    missedMusts: musts.filter(({ verdict }) => verdict === 'missed').map(({ requirement }) => requirement.id),
    mustsMet: musts.filter(({ verdict }) => verdict === 'met').length,
    unknownMusts: musts.filter(({ verdict }) => verdict === 'unknown').length,
    speaksFor: verdicts.some(({ verdict }) => verdict === 'met' || verdict === 'partly'),
    credit: sum / total,
  };
}

/**
 * @param credit of `assess`
 * @param nearness of the firm's records to the need, in BM25 units
 * @param full what a record that says all the words would score; 0 where the need has no words
 * @param share of `shareOf`
 * @returns 0 to 100, not rounded
 */
export function score(credit: number | null, nearness: number, full: number, share: number): number {
  return combined(credit, textPart(nearness, full), full, share);
}

/**
 * How much a score changes when the second stage (text/second-stage.ts) finds the firm's words to be worth another
 * nearness than the first: the text's part is exchanged, the requirements' part stays.
 * @param textShare the text's share of the whole score, 0 to 1
 */
export function lift(textShare: number, nearness: number, moved: number, full: number): number {
  if (full === 0) return 0;
  return 100 * textShare * (textPart(moved, full) - textPart(nearness, full));
}

/** No less than `score` for any nearness whose text part is at most `mostText` (0 to 1). */
export function scoreAtMost(credit: number | null, mostText: number, full: number, share: number): number {
  const most = combined(credit, mostText, full, share);
  return full === 0 ? most : most + HAIR;
}

function combined(credit: number | null, text: number, full: number, share: number): number {
  if (credit === null) return 100 * text;
  if (full === 0) return 100 * credit;
  return 100 * (share * credit + (1 - share) * text);
}

/** The least credit with which a score can still be reached without words; a hair less, as below. */
export function leastCredit(reached: number): number {
  return reached / 100 - HAIR;
}

/** The least nearness with which a score can still be reached; a hair less, so that rounding never shuts out an equal one. */
export function leastNearness(reached: number, credit: number | null, full: number, share: number): number {
  const needed = credit === null ? reached / 100 : (reached / 100 - share * credit) / (1 - share);
  const part = needed - HAIR;
  if (!(part > 0)) return 0;
  return part >= 1 ? Infinity : (full * HALF_WAY * part) / (1 - part);
}

/** The text's part for a nearness, 0 to 1. */
export function textPart(nearness: number, full: number): number {
  const share = full === 0 ? 0 : nearness / full;
  return share / (share + HALF_WAY);
}
