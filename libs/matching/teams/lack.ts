import type { Lack, TeamFirm, TeamQuestion } from './team.types.js';

/** A way to do all steps in the fewest days, whoever they are: per step the index of a firm, and who leads. */
export interface Fastest {
  readonly lead: number;
  readonly doers: readonly number[];
  readonly days: number;
}

/** Why there is no team, firms that must take part left aside; null where there is one. */
export function lackOf(question: TeamQuestion, firms: readonly TeamFirm[]): Lack | null {
  const undone = steps(question).filter((step) => !firms.some((firm) => firm.abilities[step]));
  if (undone.length > 0) return { kind: 'steps', steps: undone };
  if (!firms.some((firm) => firm.canLead && firm.abilities.some(Boolean))) return { kind: 'lead' };
  if (!firms.some((firm) => firm.abilities.some((ability) => ability?.holdsTolerance)))
    return { kind: 'tolerance' };
  const fastest = fastestWay(question, firms);
  if (!fastest) return { kind: 'tolerance' };
  return question.days !== null && fastest.days > question.days ? { kind: 'time', days: fastest.days } : null;
}

/**
 * The fastest way. Each step by the firm that is fastest in it, but for one step that a lead does and one within the
 * tolerance, for which all choices are tried. Null where lead and tolerance need the same single step and nobody has both.
 */
export function fastestWay(question: TeamQuestion, firms: readonly TeamFirm[]): Fastest | null {
  const fast = steps(question).map((step) => fastestIn(step, firms, () => true));
  const leads = steps(question).map((step) => fastestIn(step, firms, (firm) => firm.canLead));
  const within = steps(question).map((step) => fastestIn(step, firms, isWithin(step)));
  let best: Fastest | null = null;
  for (const led of steps(question))
    for (const held of steps(question)) {
      const lead =
        led === held
          ? fastestIn(led, firms, (firm) => firm.canLead && isWithin(led)(firm))
          : (leads[led] ?? null);
      const holder = led === held ? lead : (within[held] ?? null);
      if (lead === null || holder === null) continue;
      const doers = fast.map((firm, step) => (step === led ? lead : step === held ? holder : firm));
      if (doers.some((firm) => firm === null)) continue;
      const days = daysOf(doers as number[], firms);
      if (!best || days < best.days) best = { lead, doers: doers as number[], days };
    }
  return best;
}

const steps = (question: TeamQuestion): number[] => Array.from({ length: question.steps }, (_, step) => step);

const isWithin = (step: number) => (firm: TeamFirm) => firm.abilities[step]?.holdsTolerance === true;

export const daysOf = (doers: readonly number[], firms: readonly TeamFirm[]): number =>
  doers.reduce((days, firm, step) => days + (firms[firm]!.abilities[step]!.leadTimeDays ?? 0), 0);

/** The first of the fastest in a step. */
function fastestIn(
  step: number,
  firms: readonly TeamFirm[],
  may: (firm: TeamFirm) => boolean,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  firms.forEach((firm, i) => {
    const ability = firm.abilities[step];
    if (!ability || !may(firm)) return;
    const days = ability.leadTimeDays ?? 0;
    if (days < least) [best, least] = [i, days];
  });
  return best;
}
