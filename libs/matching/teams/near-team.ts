import { assign } from './assignment.js';
import { metresBetween } from './distance.js';
import { bestTeam, type Choice } from './exact-team.js';
import { fastestWay } from './lack.js';
import { EXACT_FIRMS, type TeamCost, type TeamFirm, type TeamQuestion } from './team.types.js';

/** Enough to settle: each round makes the team better, and few are needed. */
const MAX_ROUNDS = 50;

/**
 * A good team among more firms than can be searched through: the best one of a part of them, then made better as long
 * as taking one member out, or another firm in a member's place or as the lead, makes it better. Not proven to be best.
 */
export function nearTeam(question: TeamQuestion, firms: readonly TeamFirm[]): Choice | null {
  const part = promising(question, firms);
  const among = bestTeam(question, part);
  let team = among ? [among.lead, ...among.others].map((i) => part[i]!) : fastestTeam(question, firms);
  if (!team) return null;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const better = betterTeam(question, firms, team);
    if (!better) break;
    team = better;
  }
  return choiceOf(question, firms, team);
}

/** A part of the firms: those that must or should take part, then turn by turn one per step, leads first. */
function promising({ steps, lockedIds, keptIds }: TeamQuestion, firms: readonly TeamFirm[]): TeamFirm[] {
  const wanted = new Set([...lockedIds, ...keptIds]);
  const chosen = new Set(firms.filter((firm) => wanted.has(firm.id)));
  const count = (firm: TeamFirm) => firm.abilities.filter(Boolean).length;
  const perStep = Array.from({ length: steps }, (_, step) =>
    firms
      .filter((firm) => firm.abilities[step])
      .sort((a, b) => count(b) - count(a) || Number(b.canLead) - Number(a.canLead)),
  );
  for (let turn = 0; chosen.size < EXACT_FIRMS && perStep.some((list) => turn < list.length); turn += 1)
    for (const list of perStep) if (list[turn] && chosen.size < EXACT_FIRMS) chosen.add(list[turn]!);
  return firms.filter((firm) => chosen.has(firm));
}

function fastestTeam(question: TeamQuestion, firms: readonly TeamFirm[]): TeamFirm[] | null {
  const fastest = fastestWay(question, firms);
  if (!fastest || question.lockedIds.length > 0) return null;
  if (question.days !== null && fastest.days > question.days) return null;
  return [...new Set([fastest.lead, ...fastest.doers])].map((i) => firms[i]!);
}

function betterTeam(
  question: TeamQuestion,
  firms: readonly TeamFirm[],
  team: readonly TeamFirm[],
): TeamFirm[] | null {
  let best: { team: TeamFirm[]; cost: TeamCost } | null = null;
  const now = costOf(question, team);
  for (const other of neighbours(question, firms, team)) {
    const cost = costOf(question, other);
    if (compareCost(cost, best?.cost ?? now) >= 0) continue;
    if (assign(other, question.steps, question.days)) best = { team: other, cost };
  }
  return best?.team ?? null;
}

function* neighbours(
  { lockedIds }: TeamQuestion,
  firms: readonly TeamFirm[],
  team: readonly TeamFirm[],
): Generator<TeamFirm[]> {
  const locked = new Set(lockedIds);
  const inTeam = new Set(team);
  for (const [at, member] of team.entries()) {
    const rest = team.filter((each) => each !== member);
    if (member.canLead && at > 0) yield [member, ...rest];
    if (locked.has(member.id)) continue;
    if (rest[0]?.canLead) yield rest;
    for (const firm of firms) {
      if (inTeam.has(firm) || (at === 0 && !firm.canLead)) continue;
      if (firm.abilities.some(Boolean)) yield team.map((each) => (each === member ? firm : each));
    }
  }
}

function costOf({ keptIds, keptLeadId }: TeamQuestion, team: readonly TeamFirm[]): TeamCost {
  const [lead] = team;
  const isNew = (firm: TeamFirm) => keptIds.length > 0 && !keptIds.includes(firm.id);
  const otherLead = keptLeadId !== null && lead!.id !== keptLeadId ? 1 : 0;
  return {
    firms: team.length,
    changes: team.filter(isNew).length + otherLead,
    metres: team.reduce((sum, firm) => sum + metresBetween(firm, lead!), 0),
  };
}

export const compareCost = (a: TeamCost, b: TeamCost): number =>
  a.firms - b.firms || a.changes - b.changes || a.metres - b.metres;

function choiceOf(question: TeamQuestion, firms: readonly TeamFirm[], team: readonly TeamFirm[]): Choice {
  const [lead, ...others] = team.map((firm) => firms.indexOf(firm));
  return { lead: lead!, others: others.sort((a, b) => a - b), cost: costOf(question, team) };
}
