import { Best } from '../best.js';
import { candidateOf, judgeAll, judgeUntilMissed } from '../candidate.js';
import type { Candidate, Exclusion, MatchOptions, Need, Supplier, Taxonomy } from '../match.types.js';
import { needPreparer, type PreparedNeed } from '../prepared-need.js';
import { recordsOf, type TextRecord } from '../records.js';
import { describe } from '../rules/describe.js';
import { namesOf, type Names } from '../rules/judged.js';
import { assess, score } from '../scoring.js';
import { nearness } from '../text/nearest.js';
import { TextIndex } from '../text/text-index.js';

/**
 * What the matcher must answer, in the plainest way: every supplier is judged by every rule, one after the other. Slow;
 * tests and benches hold the matcher against it.
 */
export class FullScan {
  private readonly names: Names;
  private readonly prepare: (need: Need) => PreparedNeed;
  private readonly index = new TextIndex();
  private readonly firms: { supplier: Supplier; records: TextRecord[] }[];

  constructor(taxonomy: Taxonomy, suppliers: readonly Supplier[]) {
    this.names = namesOf(taxonomy);
    this.prepare = needPreparer(taxonomy);
    this.firms = suppliers.map((supplier) => ({ supplier, records: recordsOf(supplier, this.names) }));
    for (const [owner, { records }] of this.firms.entries())
      this.index.put(
        owner,
        records.map(({ text }) => text),
      );
  }

  match(need: Need, { limit = 50, excludeIds = [] }: MatchOptions = {}): Candidate[] {
    const { index } = this;
    const prepared = this.prepare(need);
    const scores = index.scores(prepared.query);
    const full = index.fullScore(prepared.query);
    const best = new Best<{ owner: number; id: string; total: number }>(
      limit,
      (a, b) => a.total > b.total || (a.total === b.total && a.id < b.id),
    );
    for (const [owner, { supplier }] of this.firms.entries()) {
      const judged = mayBe(supplier, excludeIds) && judgeUntilMissed(prepared, supplier);
      if (!judged) continue;
      const { speaksFor, credit } = assess(judged);
      const near = this.nearnessOf(owner, scores);
      if (speaksFor || near > 0) best.offer({ owner, id: supplier.id, total: score(credit, near, full) });
    }
    return best.items().map(({ owner, total }) => {
      const firm = { ...this.firms[owner]!, scores, range: index.rangeOf(owner) };
      return candidateOf(prepared, total, firm, index);
    });
  }

  excluded(need: Need, { excludeIds = [] }: Pick<MatchOptions, 'excludeIds'> = {}): Exclusion[] {
    const prepared = this.prepare(need);
    const scores = this.index.scores(prepared.query);
    const missed = this.firms.flatMap(({ supplier }, owner) => {
      if (!mayBe(supplier, excludeIds)) return [];
      const { missedMusts, speaksFor } = assess(judgeAll(prepared, supplier));
      return speaksFor || this.nearnessOf(owner, scores) > 0 ? [missedMusts] : [];
    });
    return prepared.requirements.flatMap(({ requirement }) => {
      const missedBy = missed.filter((ids) => ids.includes(requirement.id));
      if (missedBy.length === 0) return [];
      const companies = missedBy.filter((ids) => ids.length === 1).length;
      const words = describe(requirement, this.names);
      return [{ requirementId: requirement.id, words, companies, missedBy: missedBy.length }];
    });
  }

  private nearnessOf(owner: number, scores: Float64Array): number {
    const { from, to } = this.index.rangeOf(owner);
    return nearness(scores, from, to);
  }
}

function mayBe({ id, approved }: Supplier, excludeIds: readonly string[]): boolean {
  return approved !== false && !excludeIds.includes(id);
}
