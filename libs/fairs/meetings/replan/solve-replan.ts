import {
  replan,
  type Meeting,
  type Placement,
  type PlacingProblem,
  type ReplanResult,
} from '../../timetable/index.js';

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
const EFFORT = 2_000;
/** Where even that takes too long, a search ends. */
const SECONDS = 20;
/** Displaced meetings that look for a place at once, where all together are too many. */
const GROUP = 8;

/**
 * The fewest moves that give every meeting a place. Where there is none for all, those that could stay come first, then
 * as many of the displaced ones as have room, then wishes: a wish takes nobody's place. Where the fewest moves are not
 * found in time, the displaced ones get their places group by group, and what is known of the fewest is the bound.
 * @param effort search steps after which a search inside is given up
 */
export function solveReplan(
  { problem, current, displaced, wishes }: ReplanQuestion,
  effort = EFFORT,
): ReplanResult {
  const mended: Mend = (given, placements, optional) =>
    replan(given, placements, { optional, effort, seconds: SECONDS });
  const whole = mended(problem, current, wishes);
  if (whole.status === 'optimal' || whole.status === 'feasible') return whole;
  const [kept, bound] =
    whole.status === 'infeasible'
      ? [mended(without(problem, wishes), current, displaced), 0]
      : [null, whole.movesBound];
  const placed =
    kept && !isUnknown(kept) ? kept : inGroups({ problem, current, displaced, wishes }, bound, mended);
  if (wishes.length === 0 || isUnknown(placed) || placed.status === 'infeasible')
    return { ...placed, leftOut: [...placed.leftOut, ...wishes] };
  if (kept !== placed) return withWishes({ problem, current, displaced, wishes }, placed, mended);
  const rest = mended(without(problem, kept.leftOut), current, wishes);
  return { ...rest, leftOut: [...kept.leftOut, ...rest.leftOut] };
}

type Mend = (
  problem: PlacingProblem,
  current: readonly Placement[],
  optional: readonly string[],
) => ReplanResult;

const isUnknown = ({ status }: ReplanResult): boolean => status === 'unknown';

function without(problem: PlacingProblem, ids: readonly string[]): PlacingProblem {
  const out = new Set(ids);
  return { ...problem, meetings: problem.meetings.filter(({ id }) => !out.has(id)) };
}

/** One group of the displaced after the other: as many at once as are placed in time, down to the one without a place. */
function inGroups(
  { problem, current, displaced, wishes }: ReplanQuestion,
  movesBound: number,
  mended: Mend,
): ReplanResult {
  const byId = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const meetings: Meeting[] = [...without(problem, [...displaced, ...wishes]).meetings];
  let placements = current.filter(({ meeting }) => !displaced.includes(meeting));
  const leftOut: string[] = [];
  let seconds = 0;
  for (let waiting = [...displaced], size = GROUP; waiting.length > 0;) {
    const group = waiting.slice(0, size);
    const tried = [...meetings, ...group.flatMap((id) => byId.get(id) ?? [])];
    const result = mended({ ...problem, meetings: tried }, placements, []);
    seconds += result.seconds;
    const isPlaced = result.status === 'optimal' || result.status === 'feasible';
    if (!isPlaced && group.length > 1) {
      size = Math.ceil(group.length / 2);
      continue;
    }
    if (isUnknown(result)) return { ...result, seconds, movesBound };
    if (isPlaced) {
      meetings.push(...group.flatMap((id) => byId.get(id) ?? []));
      placements = [...result.placements];
    } else leftOut.push(...group);
    waiting = waiting.slice(group.length);
  }
  return {
    status: 'feasible',
    placements,
    moved: movedOf(current, placements),
    movesBound,
    leftOut,
    seconds,
  };
}

/** Wishes after that, each where it moves the fewest of those that have their places by then. */
function withWishes(
  { problem, current, wishes }: ReplanQuestion,
  placed: ReplanResult,
  mended: Mend,
): ReplanResult {
  const rest = mended(without(problem, placed.leftOut), placed.placements, wishes);
  if (rest.status !== 'optimal' && rest.status !== 'feasible')
    return { ...placed, leftOut: [...placed.leftOut, ...wishes] };
  return {
    ...{ status: 'feasible', placements: rest.placements, moved: movedOf(current, rest.placements) },
    ...{ movesBound: placed.movesBound, leftOut: [...placed.leftOut, ...rest.leftOut] },
    seconds: placed.seconds + rest.seconds,
  };
}

function movedOf(before: readonly Placement[], after: readonly Placement[]): string[] {
  const slots = new Map(before.map(({ meeting, slot }) => [meeting, slot]));
  return after.flatMap(({ meeting, slot }) =>
    slots.has(meeting) && slots.get(meeting) !== slot ? [meeting] : [],
  );
}
