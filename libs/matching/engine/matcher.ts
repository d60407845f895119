import { Best } from './best.js';
import type {
  Candidate,
  Exclusion,
  Matcher,
  MatchOptions,
  Need,
  Reason,
  Requirement,
  Supplier,
  Taxonomy,
} from './match.types.js';
import { needPreparer, type PreparedNeed } from './prepared-need.js';
import { recordsOf, type TextRecord } from './records.js';
import { describe } from './rules/describe.js';
import { namesOf, type Judged, type Names } from './rules/judged.js';
import { assess, score } from './scoring.js';
import { nearestRecords, nearness } from './text/nearest.js';
import { TextIndex, type Range } from './text/text-index.js';
import { textReason } from './text-reasons.js';

const DEFAULT_LIMIT = 50;
const TEXT_REASONS = 3;
/** A record with less than this share of the nearest one's score is not worth showing beside it. */
const FAINT = 0.25;

/** A supplier and what is searched of it; its place in the list is its owner number in the index. */
interface Slot {
  supplier: Supplier;
  records: TextRecord[];
}

/** A candidate before its reasons are written; `place` is its slot, or the need's place in a list. */
interface Ranked {
  id: string;
  score: number;
  place: number;
}

/** Where the scores of a supplier's records stand. */
interface Scored extends Slot {
  scores: Float64Array;
  range: Range;
}

/** An empty matcher. */
export function createMatcher(taxonomy: Taxonomy): Matcher {
  return new SupplierMatcher(taxonomy);
}

class SupplierMatcher implements Matcher {
  private readonly names: Names;
  private readonly prepare: (need: Need) => PreparedNeed;
  private index = new TextIndex();
  private slots: (Slot | undefined)[] = [];
  private free: number[] = [];
  private slotOf = new Map<string, number>();

  constructor(taxonomy: Taxonomy) {
    this.names = namesOf(taxonomy);
    this.prepare = needPreparer(taxonomy);
  }

  get size(): number {
    return this.slotOf.size;
  }

  load(suppliers: Iterable<Supplier>): void {
    this.index = new TextIndex();
    this.slots = [];
    this.free = [];
    this.slotOf = new Map();
    for (const supplier of suppliers) this.upsert(supplier);
  }

  upsert(supplier: Supplier): void {
    const slot = this.slotOf.get(supplier.id) ?? this.free.pop() ?? this.slots.length;
    const records = recordsOf(supplier, this.names);
    this.slotOf.set(supplier.id, slot);
    this.slots[slot] = { supplier, records };
    this.index.put(
      slot,
      records.map(({ text }) => text),
    );
  }

  remove(id: string): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    this.index.drop(slot);
    this.slots[slot] = undefined;
    this.slotOf.delete(id);
    this.free.push(slot);
  }

  match(need: Need, { limit = DEFAULT_LIMIT, excludeIds = [] }: MatchOptions = {}): Candidate[] {
    const prepared = this.prepare(need);
    const scores = this.index.scores(prepared.query);
    const full = this.index.fullScore(prepared.query);
    const best = new Best<Ranked>(limit, goesBefore);
    for (const place of this.eligible(excludeIds)) {
      const { supplier } = this.slots[place]!;
      const judged = judgeUntilMissed(prepared, supplier);
      if (!judged) continue;
      const near = this.nearnessOf(place, scores);
      const { speaksFor, credit } = assess(judged);
      if (speaksFor || near > 0) best.offer({ id: supplier.id, score: score(credit, near, full), place });
    }
    return best.items().map((ranked) => {
      const scored = { ...this.slots[ranked.place]!, scores, range: this.index.rangeOf(ranked.place) };
      return this.candidate(prepared, ranked.score, scored);
    });
  }

  excluded(need: Need, { excludeIds = [] }: Pick<MatchOptions, 'excludeIds'> = {}): Exclusion[] {
    const prepared = this.prepare(need);
    const scores = this.index.scores(prepared.query);
    const alone = new Map<string, number>();
    const together = new Map<string, number>();
    for (const place of this.eligible(excludeIds)) {
      const { missedMusts, speaksFor } = assess(judgeAll(prepared, this.slots[place]!.supplier));
      if (!speaksFor && this.nearnessOf(place, scores) === 0) continue;
      for (const id of missedMusts) together.set(id, (together.get(id) ?? 0) + 1);
      if (missedMusts.length === 1) alone.set(missedMusts[0]!, (alone.get(missedMusts[0]!) ?? 0) + 1);
    }
    return prepared.requirements
      .filter(({ requirement }) => together.has(requirement.id))
      .map(({ requirement }) => ({
        requirementId: requirement.id,
        words: describe(requirement, this.names),
        companies: alone.get(requirement.id) ?? 0,
        missedBy: together.get(requirement.id)!,
      }));
  }

  matchSupplier(
    supplier: Supplier,
    needs: readonly Need[],
    { limit = DEFAULT_LIMIT }: Pick<MatchOptions, 'limit'> = {},
  ): { needId: string; candidate: Candidate }[] {
    if (supplier.approved === false) return [];
    const records = recordsOf(supplier, this.names);
    const range = { from: 0, to: records.length };
    const scoresOf = this.index.scoresOf(records.map(({ text }) => text));
    const best = new Best<Ranked>(limit, goesBefore);
    for (const [place, need] of needs.entries()) {
      const prepared = this.prepare(need);
      const judged = judgeUntilMissed(prepared, supplier);
      if (!judged) continue;
      const near = nearness(scoresOf(prepared.query), range.from, range.to);
      const { speaksFor, credit } = assess(judged);
      if (!speaksFor && near === 0) continue;
      best.offer({ id: need.id, score: score(credit, near, this.index.fullScore(prepared.query)), place });
    }
    return best.items().map((ranked) => {
      const prepared = this.prepare(needs[ranked.place]!);
      const scored = { supplier, records, scores: scoresOf(prepared.query), range };
      return { needId: ranked.id, candidate: this.candidate(prepared, ranked.score, scored) };
    });
  }

  /** The slots of suppliers that may be candidates at all. */
  private eligible(excludeIds: readonly string[]): number[] {
    const excluded = new Set(excludeIds);
    const places: number[] = [];
    for (let place = 0; place < this.slots.length; place++) {
      const supplier = this.slots[place]?.supplier;
      if (supplier && supplier.approved !== false && !excluded.has(supplier.id)) places.push(place);
    }
    return places;
  }

  private nearnessOf(place: number, scores: Float64Array): number {
    const { from, to } = this.index.rangeOf(place);
    return nearness(scores, from, to);
  }

  private candidate(prepared: PreparedNeed, total: number, scored: Scored): Candidate {
    const judged = judgeAll(prepared, scored.supplier);
    const { mustsMet, unknownMusts } = assess(judged);
    return {
      supplierId: scored.supplier.id,
      score: Math.round(total * 10) / 10,
      mustsMet,
      unknownMusts,
      reasons: [...judged.map(requirementReason), ...this.textReasons(prepared, scored)],
    };
  }

  private textReasons({ query, wanted }: PreparedNeed, { scores, range, records }: Scored): Reason[] {
    const full = this.index.fullScore(query);
    const rarity = (token: string) => this.index.rarity(token);
    const nearest = nearestRecords(scores, range.from, range.to, TEXT_REASONS);
    return nearest.flatMap((near) => {
      if (near.score < FAINT * nearest[0]!.score) return [];
      const reason = textReason(wanted, records[near.record]!, near.score / full, rarity);
      return reason ? [reason] : [];
    });
  }
}

function goesBefore(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}

type JudgedRequirement = Judged & { requirement: Requirement };

function judgeAll(prepared: PreparedNeed, supplier: Supplier): JudgedRequirement[] {
  const firm = prepared.firmOf(supplier);
  return prepared.requirements.map(({ requirement, judge }) => ({ requirement, ...judge(firm) }));
}

/** Null where a must is missed; those come first, so that most firms are done with after one or two. */
function judgeUntilMissed(prepared: PreparedNeed, supplier: Supplier): JudgedRequirement[] | null {
  const firm = prepared.firmOf(supplier);
  const judged: JudgedRequirement[] = [];
  for (const { requirement, judge } of prepared.requirements) {
    const { verdict, tell } = judge(firm);
    if (verdict === 'missed' && requirement.level === 'must') return null;
    judged.push({ requirement, verdict, tell });
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
