import { Injectable } from '@nestjs/common';
import { SuppliersReader } from '#companies/index.js';
import type { OrderContent } from '#contracts/orders.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { BothLanguages, Supplier } from '../engine/match.types.js';
import { taxonomyData } from '../taxonomy-data.js';
import { composeTeam } from './compose-team.js';
import { metresBetween } from './distance.js';
import { handOvers, inspections, type Inspection } from './route.js';
import { TeamNeed, type Step, type StepQuestion } from './team-question.js';
import { MAX_STEPS, type Lack, type Team, type TeamFirm, type TeamQuestion } from './team.types.js';
import { scopes } from '../engine/taxonomy-tree.js';

/** More firms than these that can do something are not read. */
const POOL = 2_000;

/** An order that a team is wanted for. */
export interface TeamOrder {
  readonly id: string;
  readonly content: Pick<OrderContent, 'title' | 'summary' | 'requirements'>;
}

export interface TeamWishes {
  /** Firms that must not take part: the orderer, those who declined, those who left. */
  readonly excludedIds?: readonly string[];
  readonly lockedIds?: readonly string[];
  readonly keptIds?: readonly string[];
  readonly keptLeadId?: string | null;
}

export interface PlannedStep extends Step {
  readonly doerId: string;
  readonly leadTimeDays: number | null;
  readonly questions: readonly StepQuestion[];
  readonly inspection: Omit<Inspection, 'step' | 'makerId'>;
}

/** A team, laid out: who does, inspects, hands over and leads. */
export interface TeamPlan {
  readonly leadId: string;
  /** The lead first. `metres`: to the lead; null where a place is not known. */
  readonly members: readonly { readonly companyId: string; readonly metres: number | null }[];
  readonly steps: readonly PlannedStep[];
  readonly handOvers: readonly {
    readonly afterStep: number;
    readonly fromId: string;
    readonly toId: string;
    readonly metres: number | null;
  }[];
  /** What the lead holds for the whole order. */
  readonly held: readonly BothLanguages[];
  /** Sum of the lead times that are told; `untold`: how many steps have none. */
  readonly leadTimeDays: number;
  readonly untold: number;
  /** From today to the delivery; null where no day must be kept. */
  readonly daysLeft: number | null;
  readonly firms: number;
  readonly metres: number;
  readonly proven: boolean;
  /** How many firms were compared. */
  readonly compared: number;
}

/** What can be said of an order: how many can do each step, and the best team, or what is lacking. */
export interface TeamOutlook {
  readonly steps: readonly (Step & { readonly doers: number })[];
  readonly plan: TeamPlan | null;
  readonly lack: Lack | { readonly kind: 'no-steps' | 'too-many-steps' } | null;
  /** What the lead must hold, and the tolerance: to say what is lacking. */
  readonly leadWords: readonly BothLanguages[];
  readonly toleranceWords: BothLanguages | null;
  readonly daysLeft: number | null;
}

/** A firm that could do a step in another's place. */
export interface StandIn {
  readonly companyId: string;
  readonly leadTimeDays: number | null;
  /** To the team's lead; null where a place is not known. */
  readonly metres: number | null;
}

/** Composes teams for orders (連合受注) out of all approved suppliers. */
@Injectable()
export class TeamComposer {
  constructor(private readonly suppliers: SuppliersReader) {}

  async compose(order: TeamOrder, wishes: TeamWishes = {}): Promise<TeamOutlook> {
    const need = needOf(order);
    const { leadWords, toleranceWords, days } = need;
    const said = { leadWords, toleranceWords, daysLeft: days, plan: null };
    if (need.steps.length === 0) return { ...said, steps: [], lack: { kind: 'no-steps' } };
    if (need.steps.length > MAX_STEPS)
      return {
        ...said,
        steps: need.steps.map((step) => ({ ...step, doers: 0 })),
        lack: { kind: 'too-many-steps' },
      };
    const { pool, isWhole } = await this.pool(need, wishes.excludedIds ?? []);
    const firms = need.firms(pool);
    const question = questionOf(need, firms, wishes);
    const { team, lack, proven, firms: compared } = composeTeam(question);
    return {
      ...said,
      steps: need.steps.map((step, i) => ({
        ...step,
        doers: firms.filter((firm) => firm.abilities[i]).length,
      })),
      lack,
      plan: team && planOf(need, { team, firms, pool, proven: proven && isWhole, compared }),
    };
  }

  /** Per step of an order who else could do it, the nearest to the lead first. */
  async standIns(
    order: TeamOrder,
    plan: Pick<TeamPlan, 'leadId' | 'steps'>,
    excludedIds: readonly string[],
  ): Promise<StandIn[][]> {
    const need = needOf(order);
    const { pool } = await this.pool(need, excludedIds);
    const firms = need.firms(pool);
    const lead = firms.find(({ id }) => id === plan.leadId);
    return need.steps.map((_, step) =>
      firms
        .filter((firm) => firm.abilities[step] && firm.id !== plan.steps[step]?.doerId)
        .map((firm) => ({
          companyId: firm.id,
          leadTimeDays: firm.abilities[step]!.leadTimeDays,
          metres: lead ? toldMetres(firm, lead) : null,
        }))
        .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))
        .slice(0, STAND_INS),
    );
  }

  private async pool(need: TeamNeed, excludedIds: readonly string[]) {
    const scopeOf = scopes(taxonomyData.processParents);
    const codes = new Set(
      need.steps.flatMap(({ code }) => [...scopeOf(code).meets, ...scopeOf(code).broader]),
    );
    const ids = await this.suppliers.idsDoing([...codes], POOL + 1);
    const wanted = ids.filter((id) => !excludedIds.includes(id)).slice(0, POOL);
    const pool: Supplier[] = [];
    for await (const supplier of this.suppliers.suppliersForMatching({ ids: wanted }))
      if (supplier.approved) pool.push(supplier);
    return { pool, isWhole: ids.length <= POOL };
  }
}

const STAND_INS = 8;

const needOf = ({ id, content: { title, summary, requirements } }: TeamOrder): TeamNeed =>
  new TeamNeed({ id, title, text: summary, requirements, today: todayInJapan() }, taxonomyData);

const questionOf = (need: TeamNeed, firms: readonly TeamFirm[], wishes: TeamWishes): TeamQuestion => ({
  steps: need.steps.length,
  firms,
  days: need.days,
  lockedIds: wishes.lockedIds ?? [],
  keptIds: wishes.keptIds ?? [],
  keptLeadId: wishes.keptLeadId ?? null,
});

interface Found {
  readonly team: Team;
  readonly firms: readonly TeamFirm[];
  readonly pool: readonly Supplier[];
  readonly proven: boolean;
  readonly compared: number;
}

function planOf(need: TeamNeed, { team, firms, pool, proven, compared }: Found): TeamPlan {
  const firm = (id: string) => firms.find((each) => each.id === id)!;
  const supplier = (id: string) => pool.find((each) => each.id === id)!;
  const lead = firm(team.leadId);
  const inspected = inspections(team.doers, team.leadId);
  const steps = need.steps.map((step, i) => {
    const doerId = team.doers[i]!;
    const { inspectorId, on } = inspected[i]!;
    return {
      ...step,
      doerId,
      leadTimeDays: firm(doerId).abilities[i]!.leadTimeDays,
      questions: need.questions(supplier(doerId), i),
      inspection: { inspectorId, on },
    };
  });
  return {
    leadId: team.leadId,
    members: team.memberIds.map((companyId) => ({ companyId, metres: toldMetres(firm(companyId), lead) })),
    steps,
    handOvers: handOvers(team.doers, team.leadId).map((over) => ({
      ...over,
      metres: toldMetres(firm(over.fromId), firm(over.toId)),
    })),
    held: need.leadVerdicts(supplier(team.leadId)).map(({ tell }) => tell().words),
    leadTimeDays: steps.reduce((sum, step) => sum + (step.leadTimeDays ?? 0), 0),
    untold: steps.filter((step) => step.leadTimeDays === null).length,
    daysLeft: need.days,
    firms: team.cost.firms,
    metres: team.cost.metres,
    proven,
    compared,
  };
}

const toldMetres = (a: TeamFirm, b: TeamFirm): number | null =>
  a.lat === null || b.lat === null ? null : metresBetween(a, b);
