import { Injectable } from '@nestjs/common';
import type { CompanyTies, CouncilWillingness } from '#contracts/disputes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { StoredTies, Willingness } from '../dispute.entity.js';

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
    return told && { groupNumber: told.groupNumber, bankBranch: told.bankBranch };
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
        await this.database
          .repository(StoredTies)
          .upsert({ companyId: company.id, ...ties, toldBy: userId, toldAt: new Date() }, ['companyId']);
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
