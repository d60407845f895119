import { Injectable } from '@nestjs/common';
import { IntroductionsReader } from '#introductions/index.js';
import { RoomsReader } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { CouncilSeat, Dispute } from '../dispute.entity.js';
import type { CaseTies, PartyTies, Willing } from './conflict.policy.js';

/** Who would serve, and what ties them to a dispute. */
@Injectable()
export class PoolReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly introductions: IntroductionsReader,
  ) {}

  /** Everybody who is willing today, of approved companies and of support bodies. */
  willing(): Promise<Willing[]> {
    return this.database.query(
      `select w.user_id "userId", u.company_id "companyId", u.body_id "bodyId", c.corporate_number "number",
         t.group_number "groupNumber", t.bank_branch "bankBranch", w.since
       from council_willingness w join app_user u on u.id = w.user_id
       left join company c on c.id = u.company_id left join company_ties t on t.company_id = c.id
       where w.until >= $1 and u.suspended_at is null
         and (u.body_id is not null or (c.state = 'approved' and t.company_id is not null))`,
      [todayInJapan()],
    );
  }

  /** What decides who may judge a dispute, of those who were drawn for it so far too. */
  async tiesOf(dispute: Dispute, seats: readonly CouncilSeat[]): Promise<CaseTies> {
    const { userIds, companyIds } = await this.rooms.everSeated(dispute.roomId);
    const parties = await this.database.query<PartyTies & { bodyId: string | null }>(
      `select c.id "companyId", c.corporate_number "number", t.group_number "groupNumber",
         t.bank_branch "bankBranch", c.body_id "bodyId"
       from company c left join company_ties t on t.company_id = c.id where c.id = any($1)`,
      [companyIds],
    );
    const bodyIds = [dispute.bodyId, ...parties.map(({ bodyId }) => bodyId)];
    const holding = seats.filter(({ state }) => state === 'accepted' || state === 'asked');
    return {
      parties,
      roomPeople: new Set(userIds),
      bodyIds: new Set(bodyIds.filter((id) => id !== null)),
      dealtWith: new Set(await this.introductions.dealtWith(companyIds)),
      drawnBefore: new Set(seats.map(({ userId }) => userId)),
      seatedOrganisations: new Set(holding.map(({ organisationId }) => organisationId)),
    };
  }

  /** The company or body that people belong to now, by their ids; who belongs to none any more is left out. */
  async organisations(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; organisationId: string }>(
      `select id, coalesce(company_id, body_id) "organisationId" from app_user
       where id = any($1) and suspended_at is null and coalesce(company_id, body_id) is not null`,
      [userIds],
    );
    return new Map(rows.map(({ id, organisationId }) => [id, organisationId]));
  }
}
