import { replan, type Placement, type PlacingProblem, type ReplanResult } from '../../timetable/index.js';

/** A timetable to mend: plain data, so that it can be handed to a thread. */
export interface ReplanQuestion {
  /** With all meetings that are to have a place, the wishes among them. */
  readonly problem: PlacingProblem;
  readonly current: readonly Placement[];
  /** Ids of meetings that cannot stay where they are. */
  readonly displaced: readonly string[];
  /** Ids of meetings that are wished for, the first in line first. */
  readonly wishes: readonly string[];
}

/** Search steps of each search inside: unlike time, the same on every machine, so that a proposal can be repeated. */
const EFFORT = 20_000;
/** Where even that takes too long, the search ends and says so. */
const SECONDS = 20;

/**
 * The fewest moves that give every meeting a place. Where there is none for all, those that could stay come first, then
 * as many of the displaced ones as have room, then wishes: a wish takes nobody's place.
 */
export function solveReplan({ problem, current, displaced, wishes }: ReplanQuestion): ReplanResult {
  const without = (ids: readonly string[]): PlacingProblem => {
    const out = new Set(ids);
    return { ...problem, meetings: problem.meetings.filter(({ id }) => !out.has(id)) };
  };
  const mend = (given: PlacingProblem, optional: readonly string[]): ReplanResult =>
    replan(given, current, { optional, effort: EFFORT, seconds: SECONDS });
  const whole = mend(problem, wishes);
  if (whole.status !== 'infeasible') return whole;
  const kept = mend(without(wishes), displaced);
  if (wishes.length === 0 || kept.status === 'infeasible' || kept.status === 'unknown')
    return { ...kept, leftOut: [...kept.leftOut, ...wishes] };
  const rest = mend(without(kept.leftOut), wishes);
  return { ...rest, leftOut: [...kept.leftOut, ...rest.leftOut] };
}
