import { atMostOne, totaliser } from '../sat/cardinality.js';
import { negated, type Literal } from '../sat/literals.js';
import { SatSolver } from '../sat/sat-solver.js';
import type { Capacity, PlacingModel } from '../placing/placing-model.js';

/** A limit that a timetable broke in a slot, and must keep from now on. */
export interface BrokenLimit {
  readonly capacity: Capacity;
  readonly slot: number;
}

export interface RepairEncoding {
  readonly solver: SatSolver;
  /** Each holds where a meeting leaves its slot. */
  readonly leaves: ReadonlyMap<number, Literal>;
  /** By loose meeting and slot. */
  readonly at: ReadonlyMap<number, readonly (Literal | undefined)[]>;
}

/**
 * A small part of the timetable as clauses: `loose` meetings look for a slot; any other stays where it is or leaves
 * (for where, does not matter yet). Of those that stay or leave, only the ones in somebody's way get a literal. What
 * this needs is a lower bound on what the whole timetable needs.
 */
export function encodeRepair(
  model: PlacingModel,
  current: readonly number[],
  loose: ReadonlySet<number>,
  limits: readonly BrokenLimit[],
): RepairEncoding {
  const solver = new SatSolver();
  const leaves = new Map<number, Literal>();
  const leaving = (meeting: number): Literal => {
    const known = leaves.get(meeting);
    if (known !== undefined) return known;
    const literal = solver.variable(false);
    leaves.set(meeting, literal);
    return literal;
  };
  const at = new Map<number, (Literal | undefined)[]>();
  for (const meeting of loose) at.set(meeting, slotLiterals(solver, model, current, meeting, leaving));
  for (const meeting of loose) addNeighbours(solver, model, current, loose, at, leaving, meeting);
  for (const limit of limits) addLimit(solver, current, loose, at, leaving, limit);
  return { solver, leaves, at };
}

function slotLiterals(
  solver: SatSolver,
  model: PlacingModel,
  current: readonly number[],
  meeting: number,
  leaving: (meeting: number) => Literal,
): (Literal | undefined)[] {
  const here = current[meeting]!;
  const row = Array.from({ length: model.slots }, (): Literal | undefined => undefined);
  const { slots } = model.meetings[meeting]!;
  if (here >= 0 && !slots.includes(here)) solver.addClause([leaving(meeting)]);
  for (const slot of slots) row[slot] = slot === here ? negated(leaving(meeting)) : solver.variable(false);
  const literals = row.filter((literal) => literal !== undefined);
  solver.addClause(literals);
  atMostOne(solver, literals);
  return row;
}

/** Who shares a participant with a loose meeting is not in its slot, and the order asked for is kept. */
function addNeighbours(
  solver: SatSolver,
  { participants, meetings }: PlacingModel,
  current: readonly number[],
  loose: ReadonlySet<number>,
  at: ReadonlyMap<number, readonly (Literal | undefined)[]>,
  leaving: (meeting: number) => Literal,
  meeting: number,
): void {
  const own = at.get(meeting)!;
  const exclude = (other: number, clashes: (slot: number, otherSlot: number) => boolean): void => {
    if (loose.has(other) && other > meeting) return;
    own.forEach((literal, slot) => {
      if (literal === undefined) return;
      if (!loose.has(other)) {
        const there = current[other]!;
        if (there >= 0 && clashes(slot, there)) solver.addClause([negated(literal), leaving(other)]);
        return;
      }
      at.get(other)!.forEach((otherLiteral, otherSlot) => {
        if (otherLiteral !== undefined && clashes(slot, otherSlot))
          solver.addClause([negated(literal), negated(otherLiteral)]);
      });
    });
  };
  const met = new Set(meetings[meeting]!.participants.flatMap((p) => participants[p]!.meetings));
  met.delete(meeting);
  for (const other of met) exclude(other, (slot, otherSlot) => slot === otherSlot);
  for (const other of meetings[meeting]!.after) exclude(other, (slot, otherSlot) => otherSlot >= slot);
  meetings.forEach(({ after }, other) => {
    if (after.includes(meeting)) exclude(other, (slot, otherSlot) => otherSlot <= slot);
  });
}

/** No more newcomers to the slot than it has room for, and than leave it. */
function addLimit(
  solver: SatSolver,
  current: readonly number[],
  loose: ReadonlySet<number>,
  at: ReadonlyMap<number, readonly (Literal | undefined)[]>,
  leaving: (meeting: number) => Literal,
  { capacity, slot }: BrokenLimit,
): void {
  const here = capacity.meetings.filter((meeting) => current[meeting] === slot);
  const newcomers = capacity.meetings.flatMap((meeting) =>
    loose.has(meeting) && current[meeting] !== slot ? (at.get(meeting)![slot] ?? []) : [],
  );
  const room = capacity.limit[slot]! - here.length;
  const most = Math.max(newcomers.length, newcomers.length - room);
  const gone = atLeastSoMany(
    solver,
    here.map((meeting) => leaving(meeting)),
    Math.max(0, most),
  );
  const come = totaliser(solver, newcomers, newcomers.length);
  // So many newcomers need so many leavers; too many for the room even without newcomers need some, too.
  for (let count = 0; count <= newcomers.length; count++) {
    const needed = count - room;
    if (needed <= 0) continue;
    solver.addClause([
      ...(count === 0 ? [] : [negated(come[count - 1]!)]),
      ...gone.slice(needed - 1, needed),
    ]);
  }
}

/** Literals that can hold only where more than k of the inputs do: counted by the inputs that do not hold. */
function atLeastSoMany(solver: SatSolver, inputs: readonly Literal[], limit: number): Literal[] {
  return limit === 0 ? [] : totaliser(solver, inputs, Math.min(limit, inputs.length), true);
}
