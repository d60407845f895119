import { Injectable } from '@nestjs/common';
import type { Side } from '#contracts/parties.js';
import type { Dealing } from '#introductions/index.js';
import { RoomsReader } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { CouncilSeat, Dispute } from '../dispute.entity.js';
import { tookSeat } from '../dispute.policy.js';
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

  /** What decides who may judge a dispute, of those who were drawn for it so far too; `own`: whose seat it is about. */
  async tiesOf(dispute: Dispute, seats: readonly CouncilSeat[], own?: CouncilSeat): Promise<CaseTies> {
    const { userIds, companyIds } = await this.rooms.everSeated(dispute.roomId);
    const since = knownSince(seats);
    // The other firms of a team are the supplier's.
    const parties = await this.database.query<PartyTies & { bodyId: string | null }>(
      `select c.id "companyId", case when c.id = $2 then 'owner' else 'candidate' end side,
         c.corporate_number "number", t.group_number "groupNumber", t.bank_branch "bankBranch",
         coalesce(t.told_at > $3::timestamptz, false) "toldSince", c.body_id "bodyId"
       from company c left join company_ties t on t.company_id = c.id where c.id = any($1)`,
      [companyIds, dispute.ownerCompanyId, since],
    );
    const dealings = await this.dealings.companies(companyIds);
    const seeker = ({ soughtBy, soughtAt }: Dealing): Side | null => {
      if (!soughtBy || !soughtAt || !since || soughtAt <= since) return null;
      return soughtBy === dispute.ownerCompanyId ? 'owner' : 'candidate';
    };
    const dealtBy = (by: Side | null) =>
      new Set(dealings.flatMap((one) => (seeker(one) === by ? [one.companyId] : [])));
    const brokers = await this.dealings.bodies(companyIds);
    const bodyIds = [dispute.bodyId, ...brokers, ...parties.map(({ bodyId }) => bodyId)];
    const others = seats.filter((seat) => seat !== own);
    const holding = others.filter(({ state }) => state === 'accepted' || state === 'asked');
    return {
      parties,
      roomPeople: new Set(userIds),
      bodyIds: new Set(bodyIds.filter((id) => id !== null)),
      dealtWith: dealtBy(null),
      sought: { owner: dealtBy('owner'), candidate: dealtBy('candidate') },
      drawnBefore: new Set(others.map(({ userId }) => userId)),
      seatedOrganisations: new Set(holding.map(({ organisationId }) => organisationId)),
    };
  }
}

/** Since when a side can know a member: when the first one took a seat, whose ties were all looked at then; null: not yet. */
function knownSince(seats: readonly CouncilSeat[]): Date | null {
  const taken = seats.filter(tookSeat).flatMap(({ answeredAt }) => answeredAt?.getTime() ?? []);
  return taken.length === 0 ? null : new Date(Math.min(...taken));
}
