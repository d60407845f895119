import type { Placement, PlacingProblem, ReplanOptions, ReplanResult } from '../timetable.types.js';
import { placingModel } from '../placing/placing-model.js';
import { fewestMoves } from './fewest-moves.js';
import { keepTables } from './keep-tables.js';

/**
 * Mends a timetable after a change, moving as few meetings as possible to another slot: `problem` is what holds now
 * (cancelled meetings gone, new ones and new absences in), `current` what was published. Proven to be the fewest
 * unless time runs out. Breaks are what they become: fairness is not enforced, for who stays should not move for it.
 * Meetings in `options.optional` are left out, the last first, where not all of them can be placed.
 * @throws TimetableInputError where the problem names something that it does not define
 */
export function replan(
  problem: PlacingProblem,
  current: readonly Placement[],
  options: ReplanOptions = {},
): ReplanResult {
  const began = performance.now();
  const isOver = (): boolean =>
    options.isCancelled?.() === true || (performance.now() - began) / 1000 >= (options.seconds ?? 10);
  const optional = options.optional ?? [];
  const whole = attempt(problem, current, isOver);
  if (whole.status !== 'infeasible' || optional.length === 0) return finished(whole, [], began);
  // One after the other in the order given, which is the order of who is first in line.
  const wanted = new Set(optional);
  let accepted = problem.meetings.filter(({ id }) => !wanted.has(id));
  let best = attempt({ ...problem, meetings: accepted }, current, isOver);
  const left: string[] = [];
  for (const id of optional) {
    const meeting = problem.meetings.find((one) => one.id === id);
    if (!meeting) continue;
    const more = [...accepted, meeting];
    const result =
      best.status === 'infeasible' ? best : attempt({ ...problem, meetings: more }, current, isOver);
    if (result.status === 'infeasible' || result.status === 'unknown') left.push(id);
    else [accepted, best] = [more, result];
  }
  return finished(best, left, began);
}

type Attempt = Omit<ReplanResult, 'leftOut' | 'seconds'>;

const finished = (attempt: Attempt, leftOut: string[], began: number): ReplanResult => ({
  ...attempt,
  leftOut,
  seconds: (performance.now() - began) / 1000,
});

function attempt(problem: PlacingProblem, placements: readonly Placement[], isOver: () => boolean): Attempt {
  const model = placingModel({ ...problem, fairness: null });
  const slotOf = new Map(placements.map(({ meeting, slot }) => [meeting, slot]));
  const current = model.meetings.map(({ id }) => slotOf.get(id) ?? -1);
  const { status, slots, bound } = fewestMoves(model, current, new Set(current.keys()), isOver);
  if (slots === null) return { status, placements: [], moved: [], movesBound: bound };
  const tables = keepTables(model, slots, placements);
  return {
    status,
    placements: model.meetings.map(({ id }, meeting) => ({
      meeting: id,
      slot: slots[meeting]!,
      table: problem.tables[tables[meeting]!]!.id,
    })),
    moved: model.meetings.flatMap(({ id }, meeting) =>
      current[meeting]! >= 0 && current[meeting] !== slots[meeting] ? [id] : [],
    ),
    movesBound: bound,
  };
}
