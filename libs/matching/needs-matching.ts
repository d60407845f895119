import { Injectable } from '@nestjs/common';
import { SuppliersReader } from '#companies/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { ThesaurusReader } from '#vocabulary/index.js';
import { createMatcher } from './engine/index.js';
import type { FoundCandidate } from './matching.service.js';
import { taxonomyData } from './taxonomy-data.js';

/** Something wanted that is neither an order nor a patent, e.g. what an orderer brings to a meeting event. */
export interface LooseNeed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly processes: readonly string[];
  readonly materials: readonly string[];
}

/** Matching of needs with a chosen circle of suppliers. */
@Injectable()
export class NeedsMatching {
  constructor(
    private readonly suppliers: SuppliersReader,
    private readonly vocabulary: ThesaurusReader,
  ) {}

  /** By need, which of these suppliers fit, best first. Processes and materials rank and exclude nobody. */
  async fit(
    needs: readonly LooseNeed[],
    supplierIds: readonly string[],
  ): Promise<Map<string, FoundCandidate[]>> {
    const thesaurus = await this.vocabulary.thesaurus();
    const matcher = createMatcher(taxonomyData, () => thesaurus);
    for await (const supplier of this.suppliers.suppliersForMatching({ ids: supplierIds }))
      if (supplier.approved) matcher.upsert(supplier);
    const today = todayInJapan();
    return new Map(
      needs.map(({ id, title, text, processes, materials }) => {
        const wanted = (kind: 'process' | 'material', codes: readonly string[]) =>
          codes.map((code) => ({ id: `${kind}-${code}`, level: 'want' as const, kind, code }));
        const requirements = [...wanted('process', processes), ...wanted('material', materials)];
        const candidates = matcher.match(
          { id, title, text, requirements, today },
          { limit: supplierIds.length },
        );
        return [id, candidates.map(toFound)];
      }),
    );
  }
}

type Engine = ReturnType<typeof createMatcher>;
const toFound = ({
  supplierId,
  score,
  unknownMusts,
  reasons,
}: ReturnType<Engine['match']>[number]): FoundCandidate => ({
  companyId: supplierId,
  score,
  reasons: reasons.map(({ record, ...reason }) => reason),
  mustsMet: unknownMusts === 0,
});
