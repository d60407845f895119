import type { Introduction } from '#contracts/introductions.js';
import type { LeavingReason, Team as TeamDto, TeamMember } from '#contracts/teams.js';
import type { TeamPlan } from '#matching/index.js';
import type { Actor } from '#platform/auth/index.js';
import { changesBetween } from './team-changes.js';
import type { Team } from './team.entity.js';
import * as policy from './team.policy.js';

/** A firm's introduction, as far as a team shows it. */
export interface AskedFirm extends policy.Asked {
  readonly id: string;
  readonly ownerConsent: Introduction['owner']['consent'];
  readonly candidateConsent: Introduction['candidate']['consent'];
}

/** A company, told as it may be to those who must not know which one it is. */
export interface ShownCompany extends Omit<TeamMember['company'], 'id' | 'name'> {
  readonly id: string;
  readonly name: string;
  /** The summary as it may be read by who must not learn which company it is. */
  readonly maskedSummary: string | null;
}

/** All that a team's page is made of. */
export interface TeamParts {
  readonly team: Team;
  /** The plan before, and why it was left; null for a first one. */
  readonly before: { readonly plan: TeamPlan; readonly cause: LeavingReason } | null;
  /** The latest introduction of each firm. */
  readonly asked: readonly AskedFirm[];
  readonly companies: ReadonlyMap<string, ShownCompany>;
  readonly names: { readonly owner: string; readonly body: string; readonly coordinator: string | null };
}

const ROUGH_KM = 10;

/** A team as one viewer may see it. */
export function teamView(actor: Actor, viewer: TeamDto['viewer'], parts: TeamParts): TeamDto {
  const { team, asked, names } = parts;
  const { plan } = team;
  const view = new View(actor, viewer, parts);
  const own = policy.ownOf(actor, asked);
  const knowsOwner = policy.mayKnowOwner(viewer, own);
  return {
    id: team.id,
    state: team.state,
    revision: team.revision,
    order: { id: team.orderId, title: team.orderTitle, revision: team.orderRevision },
    owner: knowsOwner ? { id: team.ownerCompanyId, name: names.owner } : { id: null, name: null },
    body: { id: team.bodyId, name: names.body },
    coordinator:
      team.coordinatorId && names.coordinator ? { id: team.coordinatorId, name: names.coordinator } : null,
    viewer,
    members: plan.members.map((member) => view.member(member)),
    steps: plan.steps.map((step) => view.step(step)),
    handOvers: plan.handOvers.map((over) => view.handOver(over)),
    held: [...plan.held],
    leadTimeDays: plan.leadTimeDays,
    untold: plan.untold,
    daysLeft: plan.daysLeft,
    proven: plan.proven,
    compared: plan.compared,
    change: view.change(),
    excluded: view.excluded(),
    lack: team.lack,
    reason: team.reason,
    roomId: policy.canOpenRoom(viewer, team, own) ? team.roomId : null,
    updatedAt: team.updatedAt.toISOString(),
    version: team.version,
    can: {
      recompose: policy.canCompose(actor, team),
      ask: policy.canAsk(actor, team),
      end: policy.canCompose(actor, team),
      answer: policy.canAnswer(actor, team, asked),
      leave: policy.canLeave(actor, team, asked),
      openRoom: policy.canOpenRoom(viewer, team, own),
    },
  };
}

class View {
  private readonly own: AskedFirm | null;

  constructor(
    private readonly actor: Actor,
    private readonly viewer: TeamDto['viewer'],
    private readonly parts: TeamParts,
  ) {
    this.own = policy.ownOf(actor, parts.asked);
  }

  /** A, B … in the order of the members, the lead first. */
  key(companyId: string): string {
    const at = this.parts.team.plan.members.findIndex((member) => member.companyId === companyId);
    return String.fromCharCode('A'.charCodeAt(0) + at);
  }

  km(metres: number | null, ...companyIds: readonly string[]): number | null {
    if (metres === null) return null;
    const km = metres / 1_000;
    if (companyIds.every((id) => this.knows(id))) return Math.round(km * 10) / 10;
    // That two firms are in the same municipality would tell where, too.
    if (new Set(companyIds).size === 1) return 0;
    return Math.max(ROUGH_KM, Math.round(km / ROUGH_KM) * ROUGH_KM);
  }

  member({ companyId, metres }: TeamPlan['members'][number]): TeamDto['members'][number] {
    const { team } = this.parts;
    const introduction = this.asked(companyId);
    return {
      key: this.key(companyId),
      isLead: team.plan.leadId === companyId,
      isOwn: this.isOwn(companyId),
      isLocked: this.viewer === 'coordinator' && team.lockedIds.includes(companyId),
      company: this.company(companyId),
      km: this.km(metres, companyId, team.plan.leadId),
      introduction: introduction && {
        id: introduction.id,
        state: introduction.state,
        owner: introduction.ownerConsent,
        candidate: introduction.candidateConsent,
      },
    };
  }

  step({ inspection, ...step }: TeamPlan['steps'][number]): TeamDto['steps'][number] {
    const { inspectorId, on } = inspection;
    const mayAsk = this.viewer === 'coordinator' || this.isOwn(step.doerId);
    return {
      requirementId: step.requirementId,
      words: step.words,
      doer: this.key(step.doerId),
      leadTimeDays: step.leadTimeDays,
      inspector: inspectorId === null ? null : this.key(inspectorId),
      inspectedOn: on,
      questions: mayAsk ? [...step.questions] : [],
    };
  }

  handOver({ afterStep, fromId, toId, metres }: TeamPlan['handOvers'][number]): TeamDto['handOvers'][number] {
    return {
      afterStep: this.parts.team.plan.steps[afterStep]!.requirementId,
      from: this.key(fromId),
      to: this.key(toId),
      km: this.km(metres, fromId, toId),
    };
  }

  change(): TeamDto['change'] {
    const { team, before, companies } = this.parts;
    if (!before) return null;
    const { left, joined, ...rest } = changesBetween(before.plan, team.plan);
    return {
      cause: before.cause,
      left: left.map((id) => ({
        name: this.knows(id) ? (companies.get(id)?.name ?? null) : null,
        reason: team.excluded.findLast(({ companyId }) => companyId === id)?.reason ?? 'chosen',
      })),
      joined: joined.map((id) => this.key(id)),
      ...rest,
      moved: [...rest.moved],
    };
  }

  excluded(): TeamDto['excluded'] {
    if (this.viewer !== 'coordinator') return [];
    return this.parts.team.excluded.map(({ companyId, reason }) => ({
      companyId,
      name: this.parts.companies.get(companyId)?.name ?? '',
      reason,
    }));
  }

  private company(companyId: string): TeamMember['company'] {
    const { maskedSummary, ...told } = this.parts.companies.get(companyId)!;
    return this.knows(companyId) ? told : { ...told, id: null, name: null, summary: maskedSummary };
  }

  private asked(companyId: string): AskedFirm | null {
    return this.parts.asked.findLast((each) => each.candidateCompanyId === companyId) ?? null;
  }

  private knows(companyId: string): boolean {
    return policy.mayKnow(this.actor, this.viewer, this.asked(companyId), this.own, companyId);
  }

  private isOwn(companyId: string): boolean {
    return this.actor.company?.id === companyId;
  }
}
