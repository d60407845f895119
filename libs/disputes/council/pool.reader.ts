import { Injectable } from '@nestjs/common';
import { RoomsReader } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { CouncilSeat, Dispute } from '../dispute.entity.js';
import type { CaseTies, PartyTies, Willing } from './conflict.policy.js';
import { DealingsReader } from './dealings.reader.js';

/** Somebody as they stand today; `tiesTold`: whether their company or body has told its group and bank. */
export interface Standing extends Willing {
  readonly tiesTold: boolean;
}

const TOLD = 'coalesce(t.company_id, b.body_id) is not null';
/** People of approved companies and of support bodies. */
const PEOPLE = `select u.id "userId", u.company_id "companyId", u.body_id "bodyId", c.corporate_number "number",
    coalesce(t.group_number, b.group_number) "groupNumber", coalesce(t.bank_branch, b.bank_branch) "bankBranch",
    coalesce(w.since, now()) since, ${TOLD} "tiesTold"
  from app_user u left join council_willingness w on w.user_id = u.id
  left join company c on c.id = u.company_id left join company_ties t on t.company_id = c.id
  left join body_ties b on b.body_id = u.body_id
  where u.suspended_at is null and (u.body_id is not null or c.state = 'approved')`;

/** Who would serve, and what ties them to a dispute. */
@Injectable()
export class PoolReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly dealings: DealingsReader,
  ) {}

  /** Everybody who can be listed today: who is willing and of whom it is known to whom they are tied. */
  willing(): Promise<Willing[]> {
    return this.database.query(`${PEOPLE} and w.until >= $1 and ${TOLD}`, [todayInJapan()]);
  }

  /** Of these those who are still willing. Whose ties are missing may be asked: they tell them before they accept. */
  stillWilling(among: readonly string[]): Promise<Willing[]> {
    return this.database.query(`${PEOPLE} and w.until >= $1 and u.id = any($2)`, [todayInJapan(), among]);
  }

  /** Somebody as they stand today, willing or not; null where their company is not approved. */
  async person(userId: string): Promise<Standing | null> {
    const [person] = await this.database.query<Standing>(`${PEOPLE} and u.id = $1`, [userId]);
    return person ?? null;
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
    const brokers = await this.dealings.bodies(companyIds);
    const bodyIds = [dispute.bodyId, ...brokers, ...parties.map(({ bodyId }) => bodyId)];
    const holding = seats.filter(({ state }) => state === 'accepted' || state === 'asked');
    return {
      parties,
      roomPeople: new Set(userIds),
      bodyIds: new Set(bodyIds.filter((id) => id !== null)),
      dealtWith: new Set(await this.dealings.companies(companyIds)),
      drawnBefore: new Set(seats.map(({ userId }) => userId)),
      seatedOrganisations: new Set(holding.map(({ organisationId }) => organisationId)),
    };
  }
}
