import { Injectable } from '@nestjs/common';
import type { CompanyTies, CouncilWillingness } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { StoredTies, Willingness, type Dispute } from '../dispute.entity.js';

/** Who serves on panels, and what their companies tell so that conflicts of interest are seen. */
@Injectable()
export class WillingnessService {
  constructor(private readonly database: Database) {}

  async get(actor: Actor): Promise<CouncilWillingness> {
    const { userId, company } = actor;
    const own = await this.database.repository(Willingness).findOneBy({ userId });
    return { until: own?.until ?? null, ties: company ? await this.ties(company.id) : null };
  }

  /** What a company told; null: nothing yet. */
  async ties(companyId: string): Promise<CompanyTies | null> {
    const told = await this.database.repository(StoredTies).findOneBy({ companyId });
    return told && { groupNumber: told.groupNumber ?? 'none', bankBranch: told.bankBranch ?? 'none' };
  }

  /** The sides of a dispute whose companies have told nothing yet. */
  async untold({
    ownerCompanyId,
    candidateCompanyId,
  }: Pick<Dispute, 'ownerCompanyId' | 'candidateCompanyId'>): Promise<Side[]> {
    const owner = await this.ties(ownerCompanyId);
    const candidate = await this.ties(candidateCompanyId);
    return [...(owner ? [] : (['owner'] as const)), ...(candidate ? [] : (['candidate'] as const))];
  }

  /**
   * Says until when the account serves. A company's people serve only where their company has told its ties: otherwise
   * nobody could see a conflict. Error: `dispute/ties-needed`.
   */
  async set(
    actor: Actor,
    { until, ties }: { until: string | null; ties: CompanyTies | null },
  ): Promise<void> {
    const { userId, company } = actor;
    await this.database.transaction(async () => {
      if (company && ties)
        await this.database.repository(StoredTies).upsert(
          {
            ...{ companyId: company.id, toldBy: userId, toldAt: new Date() },
            groupNumber: ties.groupNumber === 'none' ? null : ties.groupNumber,
            bankBranch: ties.bankBranch === 'none' ? null : ties.bankBranch,
          },
          ['companyId'],
        );
      if (until === null) {
        await this.database.repository(Willingness).delete({ userId });
        return;
      }
      if (company && !(await this.ties(company.id))) throw new AppError('dispute/ties-needed');
      // Who goes on keeps their place among colleagues.
      await this.database.query(
        `insert into council_willingness (user_id, until) values ($1, $2)
         on conflict (user_id) do update set until = excluded.until`,
        [userId, until],
      );
    });
  }
}
