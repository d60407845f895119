import type { Meeting, Placement, PlacingProblem, ReplanOptions, ReplanResult } from '../timetable.types.js';
import { placingModel } from '../placing/placing-model.js';
import { fewestMoves } from './fewest-moves.js';
import { keepTables } from './keep-tables.js';

/**
 * Mends a timetable after a change, moving as few meetings as possible to another slot: `problem` is what holds now
 * (cancelled meetings gone, new ones and new absences in), `current` what was published. Proven to be the fewest
 * unless time runs out. Breaks are what they become: fairness is not enforced, for who stays should not move for it.
 * Where not all meetings in `options.optional` can be placed, the fewest moves decide, then fairness: the least-served
 * firms' meetings come first.
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
  const attempt = (meetings: readonly Meeting[]): Attempt =>
    mended({ ...problem, meetings }, current, isOver, options.effort ?? Infinity);
  const whole = attempt(problem.meetings);
  if (whole.status !== 'infeasible' || optional.length === 0) return finished(whole, [], began);
  const wanted = new Set(optional);
  const accepted = problem.meetings.filter(({ id }) => !wanted.has(id));
  const first = attempt(accepted);
  if (first.status === 'infeasible') return finished(first, [...optional], began);
  const { best, left } = admitted(problem, optional, { accepted, best: first }, attempt);
  return finished(best, left, began);
}

interface Admission {
  readonly accepted: readonly Meeting[];
  readonly best: Attempt;
}

/** Optional meetings one after the other, until none is left that has room. */
function admitted(
  problem: PlacingProblem,
  optional: readonly string[],
  start: Admission,
  attempt: (meetings: readonly Meeting[]) => Attempt,
): { best: Attempt; left: string[] } {
  let { accepted, best } = start;
  const left: string[] = [];
  let waiting = optional.flatMap((id) => problem.meetings.find((one) => one.id === id) ?? []);
  while (waiting.length > 0) {
    let next: { meeting: Meeting; result: Attempt } | null = null;
    const refused = new Set<Meeting>();
    for (const meeting of inLine(problem, accepted, waiting)) {
      const result = attempt([...accepted, meeting]);
      // Who has no room now has none once there are more.
      if (result.placements.length === 0) refused.add(meeting);
      else if (!next || result.moved.length < next.result.moved.length) next = { meeting, result };
      // More meetings never need fewer moves: this one adds none, and those before it in line add some.
      if (next?.result.moved.length === best.moved.length) break;
    }
    left.push(...[...refused].map(({ id }) => id));
    waiting = waiting.filter((one) => !refused.has(one) && one !== next?.meeting);
    if (next) [accepted, best] = [[...accepted, next.meeting], next.result];
  }
  return { best, left: optional.filter((id) => left.includes(id)) };
}

/** The least-served firms' meetings first; between equals as they were. */
function inLine(
  { participants }: PlacingProblem,
  accepted: readonly Meeting[],
  waiting: readonly Meeting[],
): Meeting[] {
  const counts = new Map<string, number>();
  for (const { participants: firms } of accepted)
    for (const id of firms) counts.set(id, (counts.get(id) ?? 0) + 1);
  const helpers = new Set(
    participants.flatMap(({ id, countsBreaks }) => (countsBreaks === false ? [id] : [])),
  );
  const served = ({ participants: firms }: Meeting): number[] =>
    firms
      .filter((id) => !helpers.has(id))
      .map((id) => counts.get(id) ?? 0)
      .sort((a, b) => a - b);
  return waiting
    .map((meeting) => ({ meeting, served: served(meeting) }))
    .sort((a, b) => {
      const at = a.served.findIndex((count, i) => count !== b.served[i]);
      return at < 0 ? 0 : (a.served[at] ?? 0) - (b.served[at] ?? 0);
    })
    .map(({ meeting }) => meeting);
}

type Attempt = Omit<ReplanResult, 'leftOut' | 'seconds'>;

const finished = (attempt: Attempt, leftOut: string[], began: number): ReplanResult => ({
  ...attempt,
  leftOut,
  seconds: (performance.now() - began) / 1000,
});

function mended(
  problem: PlacingProblem,
  placements: readonly Placement[],
  isOver: () => boolean,
  effort: number,
): Attempt {
  const model = placingModel({ ...problem, fairness: null });
  const slotOf = new Map(placements.map(({ meeting, slot }) => [meeting, slot]));
  const current = model.meetings.map(({ id }) => slotOf.get(id) ?? -1);
  const { status, slots, bound } = fewestMoves(model, current, new Set(current.keys()), isOver, effort);
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
