import { assign } from './assignment.js';
import { worthLooking } from './dominance.js';
import { bestTeam, type Choice } from './exact-team.js';
import { lackOf } from './lack.js';
import { nearTeam } from './near-team.js';
import { EXACT_FIRMS, type Composed, type Team, type TeamFirm, type TeamQuestion } from './team.types.js';

/**
 * The smallest team that does all steps of an order (連合受注), of those the one that changes least of an earlier team,
 * then the one nearest to its lead, then the one with the firms that stand first. The lead does a step and holds what
 * must be held for the whole order; of a tight tolerance one step must be done within it; lead times follow each other
 * and must leave the day of delivery in reach. Up to `EXACT_FIRMS` firms the answer is proven to be the best.
 */
export function composeTeam(question: TeamQuestion): Composed {
  const firms = worthLooking(question);
  const locked = question.lockedIds.every((id) => firms.some((firm) => firm.id === id));
  const lack = lackOf(question, firms) ?? (locked ? null : ({ kind: 'locked' } as const));
  if (lack) return { team: null, lack, proven: true, firms: firms.length };
  const proven = firms.length <= EXACT_FIRMS;
  const choice = proven ? bestTeam(question, firms) : nearTeam(question, firms);
  // Without firms that must take part there is a team wherever nothing is lacking.
  if (!choice) return { team: null, lack: { kind: 'locked' }, proven, firms: firms.length };
  return { team: laidOut(question, firms, choice), lack: null, proven, firms: firms.length };
}

function laidOut(question: TeamQuestion, firms: readonly TeamFirm[], { lead, others, cost }: Choice): Team {
  const members = [lead, ...others].map((i) => firms[i]!);
  const doers = assign(members, question.steps, question.days)!.map((member) => members[member]!.id);
  return { leadId: firms[lead]!.id, memberIds: members.map(({ id }) => id), doers, cost };
}
