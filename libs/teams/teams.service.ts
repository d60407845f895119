import { Injectable } from '@nestjs/common';
import type { OutputOf, RequestOf } from '#contracts/endpoint.js';
import type { LeavingReason, teamsApi } from '#contracts/teams.js';
import { IntroductionsReader, TeamIntroductions, type TeamPart } from '#introductions/index.js';
import { TeamComposer, type TeamOutlook, type TeamPlan } from '#matching/index.js';
import { OrdersReader } from '#orders/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { AppError, found, notFound, StaleError } from '#platform/http/index.js';
import { lackOf } from './lacks.js';
import { changesBetween, isSame } from './team-changes.js';
import { Team, TeamRevision, type Excluded } from './team.entity.js';
import { canAnswer, canAsk, canCompose, canLeave, ownOf, viewerOf } from './team.policy.js';
import { isActive, isIn, mayGo } from './team.states.js';
import * as happened from './teams.events.js';
import { TeamsReader } from './teams.reader.js';

type BodyOf<E extends 'compose' | 'recompose' | 'decline'> = RequestOf<(typeof teamsApi)[E]>['body'];
type Asked = Awaited<ReturnType<IntroductionsReader['ofTeam']>>[number];
export type TeamDto = OutputOf<typeof teamsApi.get>;

/** Teams, from the first draft to a shared room or their end. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly composer: TeamComposer,
    private readonly orders: OrdersReader,
    private readonly introductions: IntroductionsReader,
    private readonly asking: TeamIntroductions,
    private readonly reader: TeamsReader,
  ) {}

  /** A first draft. Errors: `team/order-not-open`, `/exists`, `/none`, `/single-firm`. */
  async compose(actor: Actor, { orderId, ...wishes }: BodyOf<'compose'>): Promise<string> {
    return this.database.transaction(async () => {
      authorize(actor.body !== null && (await this.orders.mayReadCandidates(actor, orderId)));
      const order = found(await this.orders.subject(orderId));
      if (!order.isOpen) throw new AppError('team/order-not-open');
      if (await this.reader.current(orderId)) throw new AppError('team/exists');
      const team = this.database.repository(Team).create({
        orderId,
        orderTitle: order.title,
        orderRevision: order.revision,
        ownerCompanyId: order.ownerCompanyId,
        bodyId: actor.body?.id ?? '',
        coordinatorId: actor.userId,
        state: 'draft',
        lockedIds: wishes.lockedIds ?? [],
        excluded: chosenOut(wishes.excludedIds ?? []),
      });
      const { plan } = await this.outlook(team, []);
      if (!plan) throw new AppError('team/none');
      if (plan.firms === 1) throw new AppError('team/single-firm');
      team.plan = plan;
      await this.database.repository(Team).insert(team);
      await this.remember(team, 'chosen', actor);
      await this.tell(happened.teamComposed, team, actor);
      return team.id;
    });
  }

  /**
   * With other firms in or out: the rest stays where that makes no larger team. Firms that are put out come back in where
   * they are locked. Errors: `request/stale`, `team/illegal-transition`, `/none`.
   */
  async recompose(actor: Actor, id: string, version: number, wishes: BodyOf<'recompose'>): Promise<void> {
    await this.change(actor, id, version, async (team, asked) => {
      if (!canCompose(actor, team)) throw new AppError('team/illegal-transition');
      const locked = wishes.lockedIds ?? [];
      team.lockedIds = locked;
      team.excluded = [
        ...team.excluded.filter(
          ({ reason, companyId }) => reason !== 'chosen' && !locked.includes(companyId),
        ),
        ...chosenOut((wishes.excludedIds ?? []).filter((one) => !locked.includes(one))),
      ];
      const { plan } = await this.outlook(team, asked);
      if (!plan) throw new AppError('team/none');
      const isOther = !isSame(changesBetween(team.plan, plan));
      if (isOther) await this.replan(team, plan, 'chosen', actor);
      await this.save(team);
      if (isOther) await this.tell(happened.teamRecomposed, team, actor);
    });
  }

  /** Asks who is not asked yet, and lets go who is not needed. Errors: `request/stale`, `team/illegal-transition`. */
  async ask(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.change(actor, id, version, async (team, asked) => {
      if (!canAsk(actor, team)) throw new AppError('team/illegal-transition');
      if (!(await this.orders.subject(team.orderId))?.isOpen) throw new AppError('team/order-not-open');
      const active = asked.filter(({ state }) => isActive(state));
      const planned = team.plan.members.map(({ companyId }) => companyId);
      for (const { id: unneeded, candidateCompanyId } of active)
        if (!planned.includes(candidateCompanyId)) await this.asking.release(actor, unneeded, reason);
      for (const companyId of planned) {
        const there = active.find(({ candidateCompanyId }) => candidateCompanyId === companyId);
        const part = partOf(team.plan, companyId);
        if (there) await this.asking.setPart(there.id, part);
        else await this.asking.propose(actor, caseOf(team), companyId, part, reason);
      }
      team.state = 'asked';
      await this.save(team);
      await this.tell(happened.teamAsked, team, actor);
      await this.settleLocked(team);
    });
  }

  /** The orderer consents to all firms that wait for it. Error: `team/illegal-transition` where none does. */
  async consent(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, null, async (team, asked) => {
      if (!canAnswer(actor, team, asked)) throw new AppError('team/illegal-transition');
      await this.asking.answerAsOwner(actor, id, null);
    });
  }

  /** The orderer wants no team. */
  async decline(actor: Actor, id: string, decline: BodyOf<'decline'>): Promise<void> {
    await this.change(actor, id, null, async (team, asked) => {
      if (!canAnswer(actor, team, asked)) throw new AppError('team/illegal-transition');
      await this.asking.answerAsOwner(actor, id, decline);
      await this.breakUp(team, decline.text ?? '', actor);
    });
  }

  /** A firm that had consented leaves; what becomes of the team follows from its introduction's event. */
  async leave(actor: Actor, id: string, decline: BodyOf<'decline'>): Promise<void> {
    await this.change(actor, id, null, async (team, asked) => {
      const own = ownOf(actor, asked);
      if (!own || !canLeave(actor, team, asked)) throw new AppError('team/illegal-transition');
      if (!(await this.asking.leave(actor, own.id, decline))) throw new AppError('team/illegal-transition');
    });
  }

  /** The coordinator gives it up. */
  async end(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, null, async (team) => {
      if (!canCompose(actor, team)) throw new AppError('team/illegal-transition');
      await this.breakUp(team, reason, actor);
    });
  }

  /** Completes a team of which all have consented; a second telling changes nothing. */
  async settle(teamId: string): Promise<void> {
    await this.follow(teamId, (team) => this.settleLocked(team));
  }

  /**
   * A firm is in no more: the rest is completed anew, for the coordinator to look at; or the team ends where nobody can
   * take the place.
   */
  async memberLost(teamId: string, companyId: string, reason: LeavingReason): Promise<void> {
    await this.follow(teamId, async (team) => {
      if (!isWorkedOn(team) || !team.plan.members.some((member) => member.companyId === companyId)) return;
      team.excluded = [...team.excluded, { companyId, reason }];
      team.lockedIds = team.lockedIds.filter((locked) => locked !== companyId);
      await this.tell(happened.teamMemberLeft, team, null, { companyId });
      // Without its lead the talks end; others begin with the next one.
      if (team.plan.leadId === companyId) team.roomId = null;
      const outlook = await this.outlook(team, await this.introductions.ofTeam(teamId));
      if (!outlook.plan) {
        team.lack = lackOf(outlook);
        await this.breakUp(team, '', null);
        return;
      }
      await this.replan(team, outlook.plan, reason, null);
      await this.save(team);
      await this.tell(happened.teamRecomposed, team, null);
    });
  }

  /** The orderer did not answer in time. */
  async ownerSilent(teamId: string): Promise<void> {
    await this.follow(teamId, async (team) => {
      if (isWorkedOn(team)) await this.breakUp(team, '', null);
    });
  }

  /** Told by the negotiation: the shared room is open. */
  async roomOpened(teamId: string, roomId: string): Promise<void> {
    await this.follow(teamId, async (team) => {
      for (const { id, state } of await this.introductions.ofTeam(teamId))
        if (isIn(state)) await this.asking.roomOpened(id, roomId);
      if (team.roomId === roomId) return;
      team.roomId = roomId;
      await this.save(team);
    });
  }

  /** Told by the negotiation: orderer and lead have agreed. `on`: the day in Japan. */
  async agreed(teamId: string, on: string): Promise<void> {
    await this.follow(teamId, async (team) => {
      if (team.agreedOn !== null) return;
      team.agreedOn = on;
      for (const { id, candidateCompanyId } of await this.introductions.ofTeam(teamId))
        if (candidateCompanyId !== team.plan.leadId) await this.asking.partnerAgreed(id, on);
      await this.save(team);
    });
  }

  /** Told by the negotiation: the talks in its room were ended. A room that is not the team's any more changes nothing. */
  async talksEnded(teamId: string, roomId: string, reason: string): Promise<void> {
    await this.follow(teamId, async (team) => {
      if (team.roomId === roomId && isWorkedOn(team)) await this.breakUp(team, reason, null);
    });
  }

  private async settleLocked(team: Team): Promise<void> {
    if (team.state !== 'asked') return;
    const asked = await this.introductions.ofTeam(team.id);
    const isComplete = team.plan.members.every(({ companyId }) =>
      asked.some((each) => each.candidateCompanyId === companyId && isIn(each.state)),
    );
    if (!isComplete) return;
    team.state = 'complete';
    await this.save(team);
    await this.tell(happened.teamCompleted, team, null);
  }

  /** The best team for the order as it is now, without those who cannot be asked, near to the one that there is. */
  private async outlook(team: Team, asked: readonly Asked[]): Promise<TeamOutlook> {
    const content = found(await this.orders.content(team.orderId));
    const out = new Set(team.excluded.map(({ companyId }) => companyId));
    const kept = asked
      .filter(({ state, candidateCompanyId }) => isActive(state) && !out.has(candidateCompanyId))
      .map(({ candidateCompanyId }) => candidateCompanyId);
    const unavailable = await this.reader.unavailable(team.orderId, team.id ?? null);
    return this.composer.compose(
      { id: team.orderId, content },
      {
        excludedIds: [team.ownerCompanyId, ...out, ...unavailable],
        lockedIds: team.lockedIds,
        keptIds: kept,
        keptLeadId: team.plan && kept.includes(team.plan.leadId) ? team.plan.leadId : null,
      },
    );
  }

  private async replan(team: Team, plan: TeamPlan, cause: LeavingReason, actor: Actor | null): Promise<void> {
    if (team.state !== 'draft' && !mayGo(team.state, 'draft')) throw new AppError('team/illegal-transition');
    if (plan.leadId !== team.plan.leadId) team.roomId = null;
    team.plan = plan;
    team.revision += 1;
    team.orderRevision = (await this.orders.currentRevision(team.orderId)) ?? team.orderRevision;
    team.state = 'draft';
    await this.remember(team, cause, actor);
  }

  private async breakUp(team: Team, reason: string, actor: Actor | null): Promise<void> {
    if (!mayGo(team.state, 'broken')) return;
    team.state = 'broken';
    team.reason = reason;
    await this.save(team);
    for (const { id, state } of await this.introductions.ofTeam(team.id))
      if (isActive(state)) await this.asking.release(actor, id, reason);
    await this.tell(happened.teamBroken, team, actor, { reason });
  }

  private async remember(team: Team, cause: LeavingReason, actor: Actor | null): Promise<void> {
    const { id: teamId, revision, plan } = team;
    await this.database
      .repository(TeamRevision)
      .insert({ teamId, revision, plan, cause, createdBy: actor?.userId ?? null });
  }

  /** Loads locked and lets `decide` change it; 404 for who may not see it, `request/stale` for an older version. */
  private async change(
    actor: Actor,
    id: string,
    version: number | null,
    decide: (team: Team, asked: Asked[]) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const team = await this.locked(id);
      if (!team) throw notFound();
      const asked = await this.introductions.ofTeam(id);
      if (!viewerOf(actor, team, asked)) throw notFound();
      if (version !== null && team.version !== version)
        throw new StaleError(await this.reader.get(actor, id));
      await decide(team, asked);
    });
  }

  /** A change that follows from another one. */
  private follow(teamId: string, set: (team: Team) => Promise<void>): Promise<void> {
    return this.database.transaction(async () => {
      const team = await this.locked(teamId);
      if (team) await set(team);
    });
  }

  private locked(id: string): Promise<Team | null> {
    return this.database.repository(Team).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async save(team: Team): Promise<void> {
    team.version += 1;
    team.updatedAt = new Date();
    await this.database.repository(Team).save(team);
  }

  private tell(event: EventDefinition, { id }: Team, actor: Actor | null, more: object = {}): Promise<void> {
    const companyId = actor?.company?.id ?? null;
    return this.events.record(event, { teamId: id, ...more }, { subjectId: id, companyId, actor });
  }
}

const isWorkedOn = ({ state, agreedOn }: Team): boolean => state !== 'broken' && agreedOn === null;

const chosenOut = (companyIds: readonly string[]): Excluded[] =>
  companyIds.map((companyId) => ({ companyId, reason: 'chosen' }));

const caseOf = ({ id, orderId, orderTitle, orderRevision, ownerCompanyId, bodyId, coordinatorId }: Team) => ({
  teamId: id,
  order: { id: orderId, title: orderTitle, revision: orderRevision },
  ...{ ownerCompanyId, bodyId, coordinatorId },
});

const partOf = ({ leadId, steps, firms }: TeamPlan, companyId: string): TeamPart => ({
  isLead: leadId === companyId,
  steps: steps.filter(({ doerId }) => doerId === companyId).map(({ words }) => words),
  firms,
});
