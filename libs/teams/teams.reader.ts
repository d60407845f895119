import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { LeavingReason, Team as TeamDto, teamsApi } from '#contracts/teams.js';
import { CompaniesReader } from '#companies/index.js';
import { IdentityReader } from '#identity/index.js';
import { IntroductionsReader } from '#introductions/index.js';
import { identityOf, masker, TeamComposer, type TeamPlan } from '#matching/index.js';
import { OrdersReader } from '#orders/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found, notFound } from '#platform/http/index.js';
import { lackOf } from './lacks.js';
import { teamView, type ShownCompany, type TeamParts } from './team-view.js';
import { Team } from './team.entity.js';
import { viewerOf } from './team.policy.js';
import { isActive } from './team.states.js';

@Injectable()
export class TeamsReader {
  constructor(
    private readonly database: Database,
    private readonly composer: TeamComposer,
    private readonly companies: CompaniesReader,
    private readonly people: IdentityReader,
    private readonly orders: OrdersReader,
    private readonly introductions: IntroductionsReader,
  ) {}

  /** A team as the viewer may see it; 404 for who may not. */
  async get(actor: Actor, id: string): Promise<TeamDto> {
    const team = found(await this.facts(id));
    const asked = await this.introductions.ofTeam(id);
    const viewer = viewerOf(actor, team, asked);
    if (!viewer) throw notFound();
    const before = await this.before(team);
    const shown = [
      ...team.plan.members.map(({ companyId }) => companyId),
      ...(before?.plan.members ?? []).map(({ companyId }) => companyId),
      ...team.excluded.map(({ companyId }) => companyId),
    ];
    const companies = await this.shown(shown);
    return teamView(actor, viewer, { team, before, asked, companies, names: await this.names(team) });
  }

  /** Whether one firm, several or nobody can do an order; for those who may see its candidates. */
  async outlook(actor: Actor, orderId: string): Promise<OutputOf<typeof teamsApi.outlook>> {
    authorize(await this.orders.mayReadCandidates(actor, orderId));
    const order = found(await this.orders.subject(orderId));
    const content = found(await this.orders.content(orderId));
    const team = await this.current(orderId);
    const excludedIds = [order.ownerCompanyId, ...(await this.unavailable(orderId, team?.id ?? null))];
    const outlook = await this.composer.compose({ id: orderId, content }, { excludedIds });
    const sees = team !== null && viewerOf(actor, team, []) !== null;
    return {
      steps: outlook.steps.map(({ requirementId, words, doers }) => ({ requirementId, words, doers })),
      firms: outlook.plan?.firms ?? null,
      lack: lackOf(outlook),
      leadMusts: [...outlook.leadWords],
      tolerance: outlook.toleranceWords,
      daysLeft: outlook.daysLeft,
      team: team && sees ? { id: team.id, state: team.state } : null,
      can: {
        compose: actor.body !== null && order.isOpen && team === null && (outlook.plan?.firms ?? 0) > 1,
      },
    };
  }

  /** Who else could do each step; for the body's staff. */
  async standIns(actor: Actor, id: string): Promise<OutputOf<typeof teamsApi.standIns>> {
    const team = found(await this.facts(id));
    if (viewerOf(actor, team, []) !== 'coordinator') throw notFound();
    const content = found(await this.orders.content(team.orderId));
    const out = team.excluded.flatMap(({ companyId, reason }) => (reason === 'chosen' ? [] : [companyId]));
    const unavailable = await this.unavailable(team.orderId, id);
    const { plan } = team;
    const perStep = await this.composer.standIns({ id: team.orderId, content }, plan, [
      ...[team.ownerCompanyId, ...out, ...unavailable],
    ]);
    const ids = perStep.flatMap((firms) => firms.map(({ companyId }) => companyId));
    const companies = await this.shown(ids);
    return {
      items: plan.steps.map(({ requirementId }, step) => ({
        requirementId,
        firms: (perStep[step] ?? []).map(({ companyId, leadTimeDays, metres }) => ({
          companyId,
          name: companies.get(companyId)?.name ?? '',
          prefecture: companies.get(companyId)?.prefecture ?? null,
          leadTimeDays,
          km: metres === null ? null : Math.round(metres / 100) / 10,
          isMember: plan.members.some((member) => member.companyId === companyId),
        })),
      })),
    };
  }

  /** A team, whoever asks; null where there is none. */
  async facts(id: string): Promise<Team | null> {
    return this.database.repository(Team).findOne({ where: { id } });
  }

  /** An order's team that is worked on; null where there is none. */
  async current(orderId: string): Promise<Team | null> {
    return this.database
      .repository(Team)
      .createQueryBuilder('t')
      .where(`t.order_id = :orderId and t.state <> 'broken'`, { orderId })
      .getOne();
  }

  /** Companies that cannot be asked for a team of an order: asked for it otherwise, or they have declined it. */
  async unavailable(orderId: string, teamId: string | null): Promise<string[]> {
    const asked = await this.introductions.ofSubject(orderId);
    return asked
      .filter((each) =>
        isActive(each.state)
          ? each.teamId !== teamId || teamId === null
          : each.candidateConsent === 'declined',
      )
      .map(({ candidateCompanyId }) => candidateCompanyId);
  }

  private async before({ id, revision }: Team): Promise<TeamParts['before']> {
    const rows = await this.database.query<{ revision: number; plan: TeamPlan; cause: LeavingReason }>(
      'select revision, plan, cause from team_revision where team_id = $1 and revision in ($2, $2 - 1) order by revision',
      [id, revision],
    );
    const [earlier, now] = rows;
    return earlier && now ? { plan: earlier.plan, cause: now.cause } : null;
  }

  private async shown(ids: readonly string[]): Promise<Map<string, ShownCompany>> {
    const parties = await this.companies.maskedParty(ids);
    const rows = await this.database.query<{ id: string; name: string; identity: string[] }>(
      `select c.id, c.name, ${identityOf('c')} identity from company c where c.id = any($1)`,
      [ids],
    );
    return new Map(
      rows.map(({ id, name, identity }) => {
        const { prefecture, industry, staff, certificates, summary } = found(parties.get(id));
        const maskedSummary = masker(identity)(summary ?? '') || null;
        return [id, { id, name, prefecture, industry, staff, certificates, summary, maskedSummary }];
      }),
    );
  }

  private async names({ ownerCompanyId, bodyId, coordinatorId }: Team): Promise<TeamParts['names']> {
    const coordinator = coordinatorId ? await this.people.person(coordinatorId) : null;
    return {
      owner: (await this.companies.name(ownerCompanyId)) ?? '',
      body: (await this.people.body(bodyId))?.name ?? '',
      coordinator: coordinator?.name ?? null,
    };
  }
}
