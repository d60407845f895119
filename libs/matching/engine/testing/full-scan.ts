import { Best } from '../best.js';
import { candidateOf, judgeAll, judgeUntilMissed, worthOf } from '../candidate.js';
import type { Candidate, Exclusion, MatchOptions, Need, Supplier, Taxonomy } from '../match.types.js';
import { needPreparer, type PreparedNeed } from '../prepared-need.js';
import { recordsOf, type TextRecord } from '../records.js';
import { describe } from '../rules/describe.js';
import { namesOf, type Names } from '../rules/judged.js';
import { assess, score } from '../scoring.js';
import { REORDERED, SecondOrder } from '../second-order.js';
import { EncodedTexts } from '../text/encoded-texts.js';
import { nearness } from '../text/nearest.js';
import { PlainText } from './plain-text.js';
import { wordsOf } from '../text/shared-words.js';

interface Found {
  place: number;
  id: string;
  total: number;
}

const goesBefore = (a: Found, b: Found) => a.total > b.total || (a.total === b.total && a.id < b.id);

/**
 * What the matcher must answer, in the plainest way: every supplier is judged by every rule, one after the other. Slow;
 * tests and benches hold the matcher against it.
 */
export class FullScan {
  private readonly names: Names;
  private readonly prepare: (need: Need) => PreparedNeed;
  private readonly text: PlainText;
  private readonly firms: { supplier: Supplier; records: TextRecord[] }[];

  constructor(taxonomy: Taxonomy, suppliers: readonly Supplier[]) {
    this.names = namesOf(taxonomy);
    this.prepare = needPreparer(taxonomy);
    this.firms = suppliers.map((supplier) => ({ supplier, records: recordsOf(supplier, this.names) }));
    this.text = new PlainText(this.firms.flatMap(({ records }) => records.map(({ text }) => text)));
  }

  match(need: Need, { limit = 50, excludeIds = [] }: MatchOptions = {}): Candidate[] {
    const { text } = this;
    const prepared = this.prepare(need);
    const full = text.fullScore(prepared.query);
    const first = new Best<Found>(full > 0 ? Math.max(limit, REORDERED) : limit, goesBefore);
    for (const [place, { supplier, records }] of this.firms.entries()) {
      const judged = mayBe(supplier, excludeIds) && judgeUntilMissed(prepared, supplier);
      if (!judged) continue;
      const { speaksFor, credit } = assess(judged, prepared.weights);
      const near = nearness(text.scores(prepared.query, records), 0, records.length);
      if (speaksFor || near > 0)
        first.offer({ place, id: supplier.id, total: score(credit, near, full, prepared.share) });
    }
    const best = new Best<Found>(limit, goesBefore);
    for (const found of first.items()) best.offer({ ...found, total: this.secondScore(prepared, found) });
    return best.items().map(({ place, total }) => {
      const firm = this.firms[place]!;
      const scores = text.scores(prepared.query, firm.records);
      const records = {
        size: firm.records.length,
        at: (record: number) => firm.records[record]!,
        wordsOf: (record: number) => wordsOf(firm.records[record]!.text),
      };
      return candidateOf(prepared, total, { ...firm, records, scores }, worthOf(prepared, text));
    });
  }

  private secondScore(prepared: PreparedNeed, { place, total }: Found): number {
    const { supplier, records } = this.firms[place]!;
    const written = new EncodedTexts(
      supplier.texts.map(({ text }) => text),
      this.text,
    );
    const near = nearness(this.text.scores(prepared.query, records), 0, records.length);
    const full = this.text.fullScore(prepared.query);
    return new SecondOrder(prepared, written.tokenKeys, full).scoreOf(total, near, written.records);
  }

  excluded(need: Need, { excludeIds = [] }: Pick<MatchOptions, 'excludeIds'> = {}): Exclusion[] {
    const prepared = this.prepare(need);
    const missed = this.firms.flatMap(({ supplier, records }) => {
      if (!mayBe(supplier, excludeIds)) return [];
      const { missedMusts, speaksFor } = assess(judgeAll(prepared, supplier));
      const scores = this.text.scores(prepared.query, records);
      return speaksFor || scores.some((each) => each > 0) ? [missedMusts] : [];
    });
    return prepared.requirements.flatMap(({ requirement }) => {
      const missedBy = missed.filter((ids) => ids.includes(requirement.id));
      if (missedBy.length === 0) return [];
      const companies = missedBy.filter((ids) => ids.length === 1).length;
      const words = describe(requirement, this.names);
      return [{ requirementId: requirement.id, words, companies, missedBy: missedBy.length }];
    });
  }
}

function mayBe({ id, approved }: Supplier, excludeIds: readonly string[]): boolean {
  return approved !== false && !excludeIds.includes(id);
}
