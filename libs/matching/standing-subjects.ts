import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#contracts/parties.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader } from '#patents/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { StandingNeeds, type Need, type RankingWeights } from './engine/index.js';
import { RankingWeightsService } from './weights/ranking-weights.js';
import { taxonomyData } from './taxonomy-data.js';

/** A published order or patent as a need. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly need: Need;
  readonly ownerCompanyId: string;
  /** Of an order. */
  readonly revision: number | null;
}

/** The published orders and patents, as needs: one by one, and all of them standing in memory. */
@Injectable()
export class StandingSubjects {
  readonly needs = new StandingNeeds(taxonomyData);
  private readonly kinds = new Map<string, SubjectKind>();
  /** Per subject its version, the day and the weights: what it asks for depends on all of them. */
  private readonly versions = new Map<string, string>();

  constructor(
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
    private readonly weights: RankingWeightsService,
  ) {}

  kindOf(id: string): SubjectKind {
    return this.kinds.get(id)!;
  }

  /** Those that are published, of those given; none where none is. `weights`: those that count now, unless told. */
  async published(
    kind: SubjectKind,
    ids: readonly string[] | undefined,
    given?: RankingWeights,
  ): Promise<Subject[]> {
    const today = todayInJapan();
    const weights = given ?? (await this.weights.current(kind)).weights;
    if (kind === 'order')
      return (await this.orders.published(ids)).map(({ id, companyId, content, revision }) => ({
        kind,
        need: {
          ...{ id, title: content.title, text: content.summary, today, weights },
          requirements: content.requirements,
        },
        ownerCompanyId: companyId,
        revision,
      }));
    return (await this.patents.published(ids)).map(({ id, companyId, content }) => ({
      kind,
      need: { id, today, weights, ...patentWords(content), requirements: themesWanted(content.themes) },
      ownerCompanyId: companyId,
      revision: null,
    }));
  }

  /** Takes in what was published, changed or ended since the last time. */
  async refresh(): Promise<void> {
    const today = todayInJapan();
    const seen = new Set<string>();
    for (const [kind, reader] of [
      ['order', this.orders],
      ['patent', this.patents],
    ] as const) {
      const changed: string[] = [];
      const { versionId, weights } = await this.weights.current(kind);
      for (const { id, version } of await reader.publishedVersions()) {
        seen.add(id);
        const now = `${version} ${today} ${versionId}`;
        if (this.versions.get(id) === now) continue;
        this.versions.set(id, now);
        changed.push(id);
      }
      if (changed.length === 0) continue;
      for (const { need, ownerCompanyId } of await this.published(kind, changed, weights)) {
        this.needs.put(need, [ownerCompanyId]);
        this.kinds.set(need.id, kind);
      }
    }
    for (const id of this.versions.keys()) if (!seen.has(id)) this.forget(id);
  }

  private forget(id: string): void {
    this.needs.remove(id);
    this.versions.delete(id);
    this.kinds.delete(id);
  }
}

type PatentContent = Awaited<ReturnType<PatentsReader['published']>>[number]['content'];

function patentWords({
  title,
  summary,
  purpose,
  effect,
  applicableProducts,
  technicalFields,
}: PatentContent) {
  return { title, text: [applicableProducts, effect, purpose, summary, ...technicalFields].join('\n') };
}

function themesWanted(themes: readonly string[]): Need['requirements'] {
  return themes.map((code, i) => ({ id: `theme-${i}`, level: 'want', kind: 'theme', code }));
}
