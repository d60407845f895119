import { Injectable } from '@nestjs/common';
import { SuppliersReader } from '#companies/index.js';
import type { SubjectKind } from '#contracts/parties.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader } from '#patents/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { createMatcher, type Need } from './engine/index.js';
import type { MatchResult } from './matching.service.js';
import { taxonomyData } from './taxonomy-data.js';

const CANDIDATES = 50;

/** A row shows only once its transaction is committed: look back so far for late ones. */
const OVERLAP_MS = 60_000;

/** The suppliers in memory of this process, and the matching over them. */
@Injectable()
export class MatchingCorpus {
  private readonly matcher = createMatcher(taxonomyData);
  private readonly known = new Map<string, string>();
  private refreshedAt: number | null = null;

  constructor(
    private readonly suppliers: SuppliersReader,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
  ) {}

  /** Takes in what has changed since the last time; the first time everything. */
  async refresh(): Promise<void> {
    const began = Date.now();
    const changedSince =
      this.refreshedAt === null ? {} : { changedSince: new Date(this.refreshedAt - OVERLAP_MS) };
    for await (const supplier of this.suppliers.suppliersForMatching(changedSince)) {
      if (this.known.get(supplier.id) === supplier.updatedAt) continue;
      this.known.set(supplier.id, supplier.updatedAt);
      if (supplier.approved) this.matcher.upsert(supplier);
      else this.matcher.remove(supplier.id);
    }
    this.refreshedAt = began;
  }

  /** The candidates of a published order or patent, never its poster; null where it is not published (any more). */
  async match(kind: SubjectKind, subjectId: string): Promise<MatchResult | null> {
    const subject = await (kind === 'order' ? this.orderNeed(subjectId) : this.patentNeed(subjectId));
    if (!subject) return null;
    const { need, ownerCompanyId, revision } = subject;
    const excludeIds = [ownerCompanyId];
    const candidates = this.matcher.match(need, { limit: CANDIDATES, excludeIds });
    return {
      kind,
      subjectId,
      revision,
      companies: this.matcher.size,
      excluded: this.matcher
        .excluded(need, { excludeIds })
        .filter((e) => e.companies > 0)
        .map(({ requirementId, words, companies }) => ({ requirementId, words, companies })),
      candidates: candidates.map(({ supplierId, score, unknownMusts, reasons }) => ({
        companyId: supplierId,
        score,
        reasons: reasons.map(({ record, ...reason }) => reason),
        mustsMet: unknownMusts === 0,
      })),
    };
  }

  private async orderNeed(id: string): Promise<Subject | null> {
    const [order] = await this.orders.published([id]);
    if (!order) return null;
    const { title, summary, requirements } = order.content;
    const need = { id, title, text: summary, requirements, today: todayInJapan() };
    return { need, ownerCompanyId: order.companyId, revision: order.revision };
  }

  private async patentNeed(id: string): Promise<Subject | null> {
    const [patent] = await this.patents.published([id]);
    if (!patent) return null;
    const { title, summary, purpose, effect, applicableProducts, technicalFields, themes } = patent.content;
    const text = [applicableProducts, effect, purpose, summary, ...technicalFields].join('\n');
    const requirements = themes.map((code, i) => ({
      id: `theme-${i}`,
      level: 'want' as const,
      kind: 'theme' as const,
      code,
    }));
    const need = { id, title, text, requirements, today: todayInJapan() };
    return { need, ownerCompanyId: patent.companyId, revision: null };
  }
}

interface Subject {
  need: Need;
  ownerCompanyId: string;
  revision: number | null;
}
