import { CoreGuidedSearch, isSettled, type SharedMinimum } from '../sat/core-guided-search.js';
import type { PlacingModel } from '../placing/placing-model.js';
import { brokenLimits } from './broken-limits.js';
import { closeGaps } from './close-gaps.js';
import { encodeRepair, type BrokenLimit } from './repair-encoding.js';

export interface Repair {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** By meeting; null where none was found. */
  readonly slots: number[] | null;
  /** No repair moves fewer. */
  readonly bound: number;
}

/**
 * A slot for every wanted meeting, with as few as possible of those that have one moved. Only meetings that look for a
 * slot, and those in their way, are searched; where somebody has to leave, it looks for a slot, too, and so on. Each
 * round needs at least as many moves as the one before, and no more than the whole: the last one is proven.
 * @param effort conflicts after which a round is given up
 * @param current by meeting; -1 where it has none. Meetings without one that are not wanted stay without.
 */
export function fewestMoves(
  model: PlacingModel,
  current: readonly number[],
  wanted: ReadonlySet<number>,
  isOver: () => boolean,
  effort = Infinity,
): Repair {
  const loose = new Set(
    current.flatMap((slot, meeting) =>
      (slot >= 0 || wanted.has(meeting)) && mustMove(model, current, meeting, slot) ? [meeting] : [],
    ),
  );
  const limits: BrokenLimit[] = brokenLimits(
    model,
    current.map((slot, meeting) => (loose.has(meeting) ? -1 : slot)),
  );
  for (;;) {
    const { slots, bound, isProven } = repaired(model, current, loose, limits, isOver, effort);
    if (slots === null) return { status: bound === Infinity ? 'infeasible' : 'unknown', slots, bound };
    // Whoever had to leave needs a slot of its own; every limit that is broken must be kept. Then once more.
    const leavers = slots.flatMap((slot, meeting) => (slot < 0 && current[meeting]! >= 0 ? [meeting] : []));
    const broken = brokenLimits(model, slots);
    if (leavers.length === 0 && broken.length === 0) {
      const free = [...loose].filter((meeting) => slots[meeting] !== current[meeting]);
      return { status: isProven ? 'optimal' : 'feasible', slots: closeGaps(model, slots, free), bound };
    }
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
  effort: number,
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
    stop: () => isOver() || solver.conflicts >= effort,
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
