import { CoreGuidedSearch, isSettled, type SharedMinimum } from '../sat/core-guided-search.js';
import type { Placement, PlacingProblem, ReplanOptions, ReplanResult } from '../timetable.types.js';
import { placingModel, type PlacingModel } from '../placing/placing-model.js';
import { brokenLimits } from './broken-limits.js';
import { keepTables } from './keep-tables.js';
import { closeGaps } from './close-gaps.js';
import { encodeRepair, type BrokenLimit } from './repair-encoding.js';

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
  const loose = new Set(
    current.flatMap((slot, meeting) => (mustMove(model, current, meeting, slot) ? [meeting] : [])),
  );
  const limits: BrokenLimit[] = brokenLimits(
    model,
    current.map((slot, meeting) => (loose.has(meeting) ? -1 : slot)),
  );
  for (;;) {
    const step = repaired(model, current, loose, limits, isOver);
    if (step.slots === null) {
      const status = step.bound === Infinity ? 'infeasible' : 'unknown';
      return { status, placements: [], moved: [], movesBound: step.bound };
    }
    // Whoever had to leave needs a slot of its own; every limit that is broken must be kept. Then once more.
    const leavers = step.slots.flatMap((slot, meeting) => (slot < 0 ? [meeting] : []));
    const broken = brokenLimits(model, step.slots);
    if (leavers.length === 0 && broken.length === 0)
      return result(model, problem, placements, current, loose, step);
    for (const meeting of leavers) loose.add(meeting);
    limits.push(...broken);
  }
}

/** New, or no longer possible where it is. Two that clash where they are, are both free to move. */
function mustMove(model: PlacingModel, current: readonly number[], meeting: number, slot: number): boolean {
  const { slots, participants, after } = model.meetings[meeting]!;
  return (
    !slots.includes(slot) ||
    after.some((before) => current[before]! >= slot) ||
    participants.some((p) =>
      model.participants[p]!.meetings.some((other) => other !== meeting && current[other] === slot),
    )
  );
}

interface Step {
  /** By meeting; -1 where it leaves its slot for one that is not known yet. Null without a solution. */
  readonly slots: number[] | null;
  readonly bound: number;
  readonly isProven: boolean;
}

function repaired(
  model: PlacingModel,
  current: readonly number[],
  loose: ReadonlySet<number>,
  limits: readonly BrokenLimit[],
  isOver: () => boolean,
): Step {
  const { solver, leaves, at } = encodeRepair(model, current, loose, limits);
  const shared: SharedMinimum = { best: null, bound: 0 };
  let slots: number[] | null = null;
  // Moves that nothing can spare are no question for the search.
  const literals = [...leaves].flatMap(([meeting, literal]) =>
    model.meetings[meeting]!.slots.includes(current[meeting]!) ? literal : [],
  );
  const search = new CoreGuidedSearch(solver, literals, {
    shared,
    stop: isOver,
    onModel: () => {
      const cost = literals.filter((literal) => solver.holds(literal)).length;
      if (shared.best === null || cost < shared.best)
        slots = current.map((slot, meeting) => {
          const row = at.get(meeting);
          if (row) return row.findIndex((literal) => literal !== undefined && solver.holds(literal));
          const leaving = leaves.get(meeting);
          return leaving !== undefined && solver.holds(leaving) ? -1 : slot;
        });
      return cost;
    },
  });
  for (const steps = search.run(); !steps.next().done;);
  const forced = [...loose].filter(
    (meeting) => current[meeting]! >= 0 && !model.meetings[meeting]!.slots.includes(current[meeting]!),
  ).length;
  return { slots, bound: shared.bound + forced, isProven: isSettled(shared) };
}

function result(
  model: PlacingModel,
  problem: PlacingProblem,
  placements: readonly Placement[],
  current: readonly number[],
  loose: ReadonlySet<number>,
  { slots: found, bound, isProven }: Step,
): Attempt {
  const free = [...loose].filter((meeting) => found![meeting] !== current[meeting]);
  const slots = closeGaps(model, found!, free);
  const tables = keepTables(model, slots, placements);
  const moved = model.meetings.flatMap(({ id }, meeting) =>
    current[meeting]! >= 0 && current[meeting] !== slots[meeting] ? [id] : [],
  );
  return {
    status: isProven ? 'optimal' : 'feasible',
    placements: model.meetings.map(({ id }, meeting) => ({
      meeting: id,
      slot: slots[meeting]!,
      table: problem.tables[tables[meeting]!]!.id,
    })),
    moved,
    movesBound: bound,
  };
}
