import type { Candidate, Reason, Requirement, Supplier } from './match.types.js';
import type { PreparedNeed } from './prepared-need.js';
import type { ShownRecords } from './records.js';
import type { Judged } from './rules/judged.js';
import { assess } from './scoring.js';
import { nearestRecords } from './text/nearest.js';
import type { TextIndex } from './text/text-index.js';
import { textReason } from './text-reasons.js';
import { understoodReasons } from './understood-reasons.js';

const TEXT_REASONS = 3;
/** A record with less than this share of the nearest one's score is not worth showing beside it. */
const FAINT = 0.25;

/** A firm with its records, and the score of each. */
export interface ScoredFirm {
  supplier: Supplier;
  records: ShownRecords;
  scores: Float64Array;
}

/** What the words of a need are worth among the records. */
export interface Worth {
  /** What a record of average length would score that says them all. */
  readonly full: number;
  readonly rarity: (token: string) => number;
}

/** Looked up once for all candidates of a need: they share most of their words. */
export function worthOf({ query }: PreparedNeed, index: Pick<TextIndex, 'fullScore' | 'rarity'>): Worth {
  const known = new Map<string, number>();
  const rarity = (token: string): number => {
    let worth = known.get(token);
    if (worth === undefined) known.set(token, (worth = index.rarity(token)));
    return worth;
  };
  return { full: index.fullScore(query), rarity };
}

/** A firm that was found, with its reasons: what is told of each requirement, and the nearest records. */
export function candidateOf(need: PreparedNeed, total: number, firm: ScoredFirm, worth: Worth): Candidate {
  const judged = judgeAll(need, firm.supplier);
  const { mustsMet, unknownMusts } = assess(judged, need.weights);
  return {
    supplierId: firm.supplier.id,
    score: Math.round(total * 10) / 10,
    mustsMet,
    unknownMusts,
    reasons: [
      ...judged.map(requirementReason),
      ...textReasons(need, firm, worth),
      ...understoodReasons(need, firm.supplier, firm.records),
    ],
  };
}

function textReasons(
  { wanted }: PreparedNeed,
  { scores, records }: ScoredFirm,
  { full, rarity }: Worth,
): Reason[] {
  const nearest = nearestRecords(scores, 0, scores.length, TEXT_REASONS);
  return nearest.flatMap((near) => {
    if (near.score < FAINT * nearest[0]!.score) return [];
    const [record, words] = [records.at(near.record), records.wordsOf(near.record)];
    const reason = textReason(wanted, record, words, near.score / full, rarity);
    return reason ? [reason] : [];
  });
}

export type JudgedRequirement = Judged & { requirement: Requirement };

export function judgeAll(need: PreparedNeed, supplier: Supplier): JudgedRequirement[] {
  const firm = need.firmOf(supplier);
  return need.requirements.map(({ requirement, judge }) => {
    return { requirement, ...judge(firm) };
  });
}

/** Null where a must is missed; those come first, so that most firms are done with after one or two. */
export function judgeUntilMissed(need: PreparedNeed, supplier: Supplier): JudgedRequirement[] | null {
  const firm = need.firmOf(supplier);
  const judged: JudgedRequirement[] = [];
  for (const { requirement, judge } of need.requirements) {
    const verdict = judge(firm);
    if (verdict.verdict === 'missed' && requirement.level === 'must') return null;
    judged.push({ requirement, ...verdict });
  }
  return judged;
}

function requirementReason({ requirement, verdict, tell }: JudgedRequirement): Reason {
  const { words, question, change } = tell();
  return {
    requirementId: requirement.id,
    level: requirement.level,
    kind: requirement.kind,
    verdict,
    words,
    question: question ?? null,
    change: change ?? null,
  };
}
