import { Injectable } from '@nestjs/common';
import type { PartyFacts } from '#contracts/statutory.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { StaleError } from '#platform/http/index.js';
import { StatutoryParty } from './statutory.entity.js';
import { factsTold } from './statutory.events.js';
import { StatutoryReader } from './statutory.reader.js';

@Injectable()
export class StatutoryService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: StatutoryReader,
  ) {}

  /** States the own company's facts over the version that was read (0: the profile alone). */
  async tell(actor: Actor, companyId: string, version: number, facts: PartyFacts): Promise<void> {
    await this.reader.own(actor, companyId);
    await this.database.transaction(async () => {
      const rows = await this.database.query<{ version: number }>(
        `insert into statutory_party (company_id, legal_form, capital_yen, staff, sole_officer, updated_by)
         select $1, $2, $3::bigint, $4::int, $5::boolean, $6 where $7 = 0
         on conflict (company_id) do nothing returning version`,
        [companyId, facts.legalForm, facts.capitalYen, facts.staff, facts.soleOfficer, actor.userId, version],
      );
      if (rows.length === 0) await this.replace(actor, companyId, version, facts);
      await this.events.record(factsTold, { companyId }, { subjectId: companyId, companyId, actor });
    });
  }

  private async replace(actor: Actor, companyId: string, version: number, facts: PartyFacts): Promise<void> {
    const parties = this.database.repository(StatutoryParty);
    const { affected } = await parties.update(
      { companyId, version },
      { ...facts, version: version + 1, updatedBy: actor.userId, updatedAt: new Date() },
    );
    if (affected === 0) throw new StaleError(await this.reader.own(actor, companyId));
  }
}
