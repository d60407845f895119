import { Injectable } from '@nestjs/common';
import { SuppliersReader, type SupplierData } from '#companies/index.js';
import type { SubjectKind } from '#contracts/parties.js';
import { ThesaurusReader, type Thesaurus } from '#vocabulary/index.js';
import { createMatcher, noVocabulary, type Candidate, type RankingWeights } from './engine/index.js';
import { FOUND, keepPlaces, keptPlaceReason, newcomerOf } from './exploration.js';
import type { FoundCandidate, MatchResult, Reached } from './matching.service.js';
import { StandingSubjects, type Subject } from './standing-subjects.js';
import { taxonomyData } from './taxonomy-data.js';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** So many are compared under other weights: the first page. */
const TOP = 10;

/** A row shows only once its transaction is committed: look back so far for late ones. */
const OVERLAP_MS = 60_000;

/** The suppliers in memory of this process, and the matching over them. */
@Injectable()
export class MatchingCorpus {
  private readonly matcher = createMatcher(taxonomyData, () => this.thesaurus ?? noVocabulary);
  private thesaurus: Thesaurus | null = null;
  private readonly known = new Map<string, string>();
  private refreshedAt: number | null = null;

  constructor(
    private readonly suppliers: SuppliersReader,
    private readonly subjects: StandingSubjects,
    private readonly vocabulary: ThesaurusReader,
  ) {}

  /** Takes in what has changed since the last time; the first time everything. */
  async refresh(): Promise<void> {
    const began = Date.now();
    this.thesaurus = await this.vocabulary.thesaurus();
    const changedSince =
      this.refreshedAt === null ? {} : { changedSince: new Date(this.refreshedAt - OVERLAP_MS) };
    for await (const supplier of this.suppliers.suppliersForMatching(changedSince))
      if (this.known.get(supplier.id) !== supplier.updatedAt) this.take(supplier);
    this.refreshedAt = began;
  }

  /**
   * Takes in companies that changed, and says how far each published order and patent is reached by them: before, as
   * far as this process knew them, and now.
   */
  async follow(companyIds: readonly string[]): Promise<Reached[]> {
    await this.refresh();
    await this.subjects.refresh();
    const reach = new Map<string, number>();
    for await (const supplier of this.suppliers.suppliersForMatching({ ids: companyIds })) {
      this.noteReach(supplier.id, reach);
      this.take(supplier);
      this.noteReach(supplier.id, reach);
    }
    return [...reach].map(([subjectId, most]) => ({
      kind: this.subjects.kindOf(subjectId),
      subjectId,
      reach: most,
    }));
  }

  private noteReach(companyId: string, reached: Map<string, number>): void {
    const supplier = this.matcher.supplier(companyId);
    if (!supplier) return;
    for (const { needId, reach } of this.matcher.reachedNeeds(supplier, this.subjects.needs))
      reached.set(needId, Math.max(reach, reached.get(needId) ?? 0));
  }

  private take(supplier: SupplierData): void {
    this.known.set(supplier.id, supplier.updatedAt);
    if (supplier.approved) this.matcher.upsert(supplier);
    else this.matcher.remove(supplier.id);
  }

  /** The candidates of a published order or patent, never its poster; null where it is not published (any more). */
  async match(kind: SubjectKind, subjectId: string): Promise<MatchResult | null> {
    const [subject] = await this.subjects.published(kind, [subjectId]);
    if (!subject) return null;
    const { need, ownerCompanyId, revision } = subject;
    this.thesaurus = await this.vocabulary.thesaurus();
    const excludeIds = [ownerCompanyId];
    const { candidates, floor } = this.matcher.matchWithFloor(need, { limit: FOUND, excludeIds });
    const places = await this.places(subjectId, candidates);
    return {
      kind,
      subjectId,
      revision,
      floor,
      companies: this.matcher.size,
      excluded: this.matcher
        .excluded(need, { excludeIds })
        .filter((e) => e.companies > 0)
        .map(({ requirementId, words, companies }) => ({ requirementId, words, companies })),
      candidates: places,
    };
  }

  /** The list as it is shown: by score, with the places that are kept for new and small firms, drawn anew each week. */
  private async places(subjectId: string, found: readonly Candidate[]): Promise<FoundCandidate[]> {
    const now = Date.now();
    const sizes = await this.suppliers.sizes(found.map(({ supplierId }) => supplierId));
    const newcomer = ({ supplierId }: Candidate) => {
      const size = sizes.get(supplierId);
      return size ? newcomerOf((now - size.since.getTime()) / DAY_MS, size.staff) : null;
    };
    const seed = `${subjectId} ${Math.floor(now / WEEK_MS)}`;
    return keepPlaces(found, (each) => newcomer(each) !== null, seed).map(({ candidate, from }) => {
      const { supplierId, score, unknownMusts, reasons } = candidate;
      const kept = from === null ? [] : [keptPlaceReason(newcomer(candidate)!, from)];
      return {
        companyId: supplierId,
        score,
        reasons: [...reasons.map(({ record, ...reason }) => reason), ...kept],
        mustsMet: unknownMusts === 0,
      };
    });
  }

  /** For each of some published subjects, the first ten by score under some weights and under others. */
  async topTens(
    kind: SubjectKind,
    subjectIds: readonly string[],
    weights: readonly [RankingWeights, RankingWeights],
  ): Promise<{ subjectId: string; title: string; tops: [string[], string[]] }[]> {
    await this.refresh();
    const [before, after] = await Promise.all(
      weights.map((each) => this.subjects.published(kind, subjectIds, each)),
    );
    const top = ({ need, ownerCompanyId }: Subject) =>
      this.matcher
        .match(need, { limit: TOP, excludeIds: [ownerCompanyId] })
        .map(({ supplierId }) => supplierId);
    return before!.flatMap((subject) => {
      const { id, title } = subject.need;
      const same = after!.find(({ need }) => need.id === id);
      return same ? [{ subjectId: id, title, tops: [top(subject), top(same)] }] : [];
    });
  }
}
