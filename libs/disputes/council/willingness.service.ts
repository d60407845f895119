import { Injectable } from '@nestjs/common';
import { bankCode, type CouncilWillingness, type OrganisationTies } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import { RoomsReader } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { BodyTies, CompanyTies, Willingness, type Dispute } from '../dispute.entity.js';
import { tiesNeeded } from '../disputes.events.js';

/** The parties of a dispute that have not told their group and bank: sides, and how many other firms of a team. */
export interface Untold {
  readonly sides: Side[];
  readonly partners: number;
}

/** Who serves on panels, and what their companies and bodies tell so that conflicts of interest are seen. */
@Injectable()
export class WillingnessService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly events: Events,
  ) {}

  async get(actor: Actor): Promise<CouncilWillingness> {
    const { userId } = actor;
    const own = await this.database.repository(Willingness).findOneBy({ userId });
    return { until: own?.until ?? null, ties: await this.tiesOf(actor) };
  }

  /** What a company told; null: nothing yet. */
  async ties(companyId: string): Promise<OrganisationTies | null> {
    return shown(await this.database.repository(CompanyTies).findOneBy({ companyId }));
  }

  /** The parties of a dispute that have told nothing yet: everybody who ever sat in its room is one. */
  async untold(dispute: Pick<Dispute, 'roomId' | 'ownerCompanyId' | 'candidateCompanyId'>): Promise<Untold> {
    const { companyIds } = await this.rooms.everSeated(dispute.roomId);
    const rows = await this.database.query<{ id: string }>(
      `select id from company c where id = any($1)
         and not exists (select 1 from company_ties t where t.company_id = c.id)`,
      [companyIds],
    );
    const ids = rows.map(({ id }) => id);
    const parties = { owner: dispute.ownerCompanyId, candidate: dispute.candidateCompanyId };
    const sides = (['owner', 'candidate'] as const).filter((side) => ids.includes(parties[side]));
    const partners = ids.filter((id) => id !== parties.owner && id !== parties.candidate);
    return { sides, partners: partners.length };
  }

  /**
   * Says until when the account serves. People serve only where their company or body has told its ties: otherwise nobody
   * could see a conflict. Errors: `dispute/ties-needed`, `dispute/branch-needed`.
   */
  async set(
    actor: Actor,
    { until, ties }: { until: string | null; ties: OrganisationTies | null },
  ): Promise<void> {
    const { userId } = actor;
    await this.database.transaction(async () => {
      if (ties) await this.tell(actor, ties);
      if (until === null) {
        await this.database.repository(Willingness).delete({ userId });
        return;
      }
      if (!(await this.tiesOf(actor))) throw new AppError('dispute/ties-needed');
      // Who goes on keeps their place among colleagues.
      await this.database.query(
        `insert into council_willingness (user_id, until) values ($1, $2)
         on conflict (user_id) do update set until = excluded.until`,
        [userId, until],
      );
    });
  }

  /**
   * Asks those who are willing but whose company or body has not told its ties, each once until these are told: what has to
   * be told may have become more since they said that they serve, and nobody who waits to be drawn looks there again.
   */
  async askForTies(): Promise<void> {
    await this.database.transaction(async () => {
      const people = await this.database.query<{ userId: string }>(
        `update council_willingness w set ties_asked_at = now() from app_user u
         left join company c on c.id = u.company_id
         left join company_ties t on t.company_id = u.company_id left join body_ties b on b.body_id = u.body_id
         where u.id = w.user_id and w.until >= $1 and w.ties_asked_at is null and u.suspended_at is null
           and (u.body_id is not null or c.state = 'approved')
           and t.company_id is null and b.body_id is null
         returning w.user_id "userId"`,
        [todayInJapan()],
      );
      for (const { userId } of people)
        await this.events.record(tiesNeeded, { userId }, { subjectId: userId, actor: null });
    });
  }

  private async tiesOf({ company, body }: Pick<Actor, 'company' | 'body'>): Promise<OrganisationTies | null> {
    if (company) return this.ties(company.id);
    if (!body) return null;
    return shown(await this.database.repository(BodyTies).findOneBy({ bodyId: body.id }));
  }

  /** A party that named a whole bank would keep more people off its panel than its account ties it to. */
  private async tell({ userId, company, body }: Actor, ties: OrganisationTies): Promise<void> {
    if (company && bankCode.safeParse(ties.bankBranch).success)
      throw new AppError('dispute/branch-needed', {}, { 'ties.bankBranch': 'dispute/branch-needed' });
    const told = {
      ...{ toldBy: userId, toldAt: new Date() },
      groupNumber: ties.groupNumber === 'none' ? null : ties.groupNumber,
      bankBranch: ties.bankBranch === 'none' ? null : ties.bankBranch,
    };
    const before = await this.tiesOf({ company, body });
    // Who says the same again has not told anything: when it was told decides what a side has changed since a panel is known.
    if (before?.groupNumber === ties.groupNumber && before.bankBranch === ties.bankBranch) return;
    if (company)
      await this.database.repository(CompanyTies).upsert({ companyId: company.id, ...told }, ['companyId']);
    else if (body) await this.database.repository(BodyTies).upsert({ bodyId: body.id, ...told }, ['bodyId']);
    await this.database.query(
      `update council_willingness w set ties_asked_at = null from app_user u
       where u.id = w.user_id and (u.company_id = $1 or u.body_id = $2)`,
      [company?.id ?? null, body?.id ?? null],
    );
  }
}

const shown = (told: CompanyTies | BodyTies | null): OrganisationTies | null =>
  told && { groupNumber: told.groupNumber ?? 'none', bankBranch: told.bankBranch ?? 'none' };
