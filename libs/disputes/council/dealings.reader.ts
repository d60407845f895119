import { Injectable } from '@nestjs/common';
import { IntroductionsReader, type Dealing } from '#introductions/index.js';
import { Database } from '#platform/database/index.js';

/** With whom companies have dealt, and who brokered for them, anywhere on the platform. */
@Injectable()
export class DealingsReader {
  constructor(
    private readonly database: Database,
    private readonly introductions: IntroductionsReader,
  ) {}

  /**
   * The companies that ever dealt with one of these: by an introduction or in a team, at a meeting of an event that was not
   * called off, at a booth of a fair, by a talk or a contact that was given, or over a patent, by interest shown or its
   * holder disclosed. Who visits a booth or shows interest in a patent seeks that alone: the other one only has the booth
   * or the patent.
   */
  async companies(companyIds: readonly string[]): Promise<Dealing[]> {
    const introduced = await this.introductions.dealtWith(companyIds);
    const met = `from meeting m join meeting_participant o on o.id = m.orderer_id
      join meeting_participant s on s.id = m.supplier_id where m.state <> 'cancelled'`;
    const atBooth = `from (select exhibitor_id, visitor_id, queued_at at from fair_talk where started_at is not null
        union all select exhibitor_id, visitor_id, consent_at from fair_lead where withdrawn_at is null) b
      join fair_exhibitor x on x.id = b.exhibitor_id join fair_visitor v on v.id = b.visitor_id
      where v.company_id is not null`;
    const interest = 'from patent_interest i join open_patent p on p.id = i.patent_id where';
    const disclosed = 'from patent_disclosure d join open_patent p on p.id = d.patent_id where';
    const rows = await this.database.query<Dealing>(
      `select x.company_id "companyId", v.company_id "soughtBy", b.at "soughtAt" ${atBooth} and v.company_id = any($1)
       union all select p.company_id, i.company_id, i.created_at ${interest} i.company_id = any($1)
       union all select id, null, null from (
         select s.company_id id ${met} and o.company_id = any($1)
         union select o.company_id ${met} and s.company_id = any($1)
         union select v.company_id ${atBooth} and x.company_id = any($1)
         union select i.company_id ${interest} p.company_id = any($1)
         union select d.company_id ${disclosed} p.company_id = any($1)
         union select p.company_id ${disclosed} d.company_id = any($1)) dealt`,
      [companyIds],
    );
    return [...introduced, ...rows];
  }

  /** The bodies whose people ever brokered an introduction of one of these, whatever became of it. */
  async bodies(companyIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with brokered as (
         select i.body_id, i.coordinator_id, i.proposed_by from introduction i
         where i.owner_company_id = any($1) or i.candidate_company_id = any($1))
       select body_id id from brokered where body_id is not null
       union select u.body_id from brokered b join app_user u on u.id in (b.coordinator_id, b.proposed_by)
         where u.body_id is not null`,
      [companyIds],
    );
    return rows.map(({ id }) => id);
  }
}
