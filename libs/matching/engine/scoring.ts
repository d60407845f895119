import type { Requirement, Verdict } from './match.types.js';
import { verdictOf } from './rules/verdicts.js';

/**
 * The score, 0 to 100:
 *
 *     100 × (STRUCTURED_SHARE × requirements + (1 − STRUCTURED_SHARE) × text)
 *
 * requirements = the credits of the verdicts, averaged with a must counting MUST_WEIGHT times a want.
 * text = x ÷ (x + HALF_WAY), where x is how near the firm's records are to the need's words (text/nearest.ts) as a
 * share of what a record that says all of it would score. Where a need has no requirements, or no words, the other
 * part is the whole score. That is the first stage; for the best of it the second stage moves x (`lift`).
 */
const STRUCTURED_SHARE = 0.7;
const MUST_WEIGHT = 2;
/** An unknown is worth asking about: better than a miss, worse than half a fit. */
const credits: Record<Verdict, number> = { met: 1, partly: 0.6, unknown: 0.3, missed: 0 };
/** As near as this gives half of the text's part. */
const HALF_WAY = 0.5;

/** Rounding in scores of up to 100 stays far below. */
const HAIR = 1e-9;

/** What each verdict (by its code in rules/verdicts.ts) adds to the sum of credits, and the weight of it. */
export function worthOf(level: Requirement['level']): { weight: number; worth: readonly number[] } {
  const weight = level === 'must' ? MUST_WEIGHT : 1;
  return { weight, worth: verdictOf.map((verdict) => weight * credits[verdict]) };
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

export function assess(verdicts: readonly { requirement: Requirement; verdict: Verdict }[]): Assessment {
  if (verdicts.length === 0) return nothingRequired;
  const musts = verdicts.filter(({ requirement }) => requirement.level === 'must');
  let sum = 0;
  let weights = 0;
  for (const { requirement, verdict } of verdicts) {
    const weight = requirement.level === 'must' ? MUST_WEIGHT : 1;
    sum += weight * credits[verdict];
    weights += weight;
  }
  return {
    missedMusts: musts.filter(({ verdict }) => verdict === 'missed').map(({ requirement }) => requirement.id),
    mustsMet: musts.filter(({ verdict }) => verdict === 'met').length,
    unknownMusts: musts.filter(({ verdict }) => verdict === 'unknown').length,
    speaksFor: verdicts.some(({ verdict }) => verdict === 'met' || verdict === 'partly'),
    credit: sum / weights,
  };
}

/**
 * @param credit of `assess`
 * @param nearness of the firm's records to the need, in BM25 units
 * @param full what a record that says all the words would score; 0 where the need has no words
 * @returns 0 to 100, not rounded
 */
export function score(credit: number | null, nearness: number, full: number): number {
  return combined(credit, textPart(nearness, full), full);
}

/**
 * How much a score changes when the second stage (text/second-stage.ts) finds the firm's words to be worth another
 * nearness than the first: the text's part is exchanged, the requirements' part stays.
 */
export function lift(isRequired: boolean, nearness: number, moved: number, full: number): number {
  if (full === 0) return 0;
  const textShare = isRequired ? 1 - STRUCTURED_SHARE : 1;
  return 100 * textShare * (textPart(moved, full) - textPart(nearness, full));
}

/** No less than `score` for any nearness whose text part is at most `mostText` (0 to 1). */
export function scoreAtMost(credit: number | null, mostText: number, full: number): number {
  const most = combined(credit, mostText, full);
  return full === 0 ? most : most + HAIR;
}

function combined(credit: number | null, text: number, full: number): number {
  if (credit === null) return 100 * text;
  if (full === 0) return 100 * credit;
  return 100 * (STRUCTURED_SHARE * credit + (1 - STRUCTURED_SHARE) * text);
}

/**
 * The least credit with which a score can still be reached, when the text is worth at most `mostText` (0 to 1, as in the
 * formula above); a hair less, so that rounding never shuts out an equal score.
 */
export function leastCredit(reached: number, mostText: number, full: number): number {
  if (full === 0) return reached / 100 - HAIR;
  return (reached / 100 - (1 - STRUCTURED_SHARE) * mostText) / STRUCTURED_SHARE - HAIR;
}

/** The text's part for a nearness, 0 to 1. */
export function textPart(nearness: number, full: number): number {
  const share = full === 0 ? 0 : nearness / full;
  return share / (share + HALF_WAY);
}
