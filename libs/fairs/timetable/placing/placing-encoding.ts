import { atMostOne, between, runningCounts } from '../sat/cardinality.js';
import { negated, type Literal } from '../sat/literals.js';
import { SatSolver } from '../sat/sat-solver.js';
import { interchangeable } from './interchangeable.js';
import type { Capacity, ModelParticipant, PlacingModel } from './placing-model.js';

/**
 * The timetable as clauses, after Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret, "Constraint Solving
 * Approaches to the Business-to-Business Meeting Scheduling Problem" (JAIR 74, 2022), with running counts that tell a
 * participant's meetings and breaks so far, from which the bounds on its day follow by unit propagation.
 */
export interface PlacingEncoding {
  readonly solver: SatSolver;
  /** By meeting and slot; undefined where it cannot be. */
  readonly at: readonly (Literal | undefined)[][];
  /** By participant: `breaks[p][k]` holds where p has more than k breaks. */
  readonly breaks: readonly (readonly Literal[])[];
}

/** Which of the equivalent encodings: one refutes quickly where another is lost, and the reverse. */
export interface EncodingVariant {
  readonly seed: number;
  /** Whether the participants of a slot are counted rather than its meetings. */
  readonly countParticipants: boolean;
}

/** Whether most of the room is needed, so that in every slot nearly everybody is busy. */
export function isTight({ capacities, meetings }: PlacingModel): boolean {
  return capacities.some(
    ({ meetings: counted, limit }) =>
      counted.length === meetings.length && counted.length > 0.8 * limit.reduce((sum, room) => sum + room, 0),
  );
}

export function encodePlacing(model: PlacingModel, variant: EncodingVariant): PlacingEncoding {
  const solver = new SatSolver();
  const yes = solver.variable(true);
  solver.addClause([yes]);
  const random = xorshift(variant.seed);
  const at = model.meetings.map(({ slots, participants }) => {
    const row = Array.from({ length: model.slots }, (): Literal | undefined => undefined);
    const weight = participants.reduce((sum, p) => sum + model.participants[p]!.meetings.length, 0);
    for (const slot of slots) row[slot] = solver.variable(false, weight * 1e-3 + random() * 1e-4);
    return row;
  });
  for (const row of at) {
    const literals = row.filter((literal) => literal !== undefined);
    solver.addClause(literals);
    atMostOne(solver, literals);
  }
  addPrecedences(solver, model, at);
  const used = model.participants.map((participant) =>
    usedSlots(solver, model, participant, at, negated(yes)),
  );
  const most = mostBreaks(model);
  const breaks = model.participants.map((participant, p) =>
    dayOf(solver, model, participant, used[p]!, Math.min(most, participant.meetings.length - 1)),
  );
  for (const capacity of model.capacities) {
    if (variant.countParticipants && isAllInPairs(model, capacity))
      addPresence(solver, model, used, capacity);
    else addCapacity(solver, model, at, capacity);
  }
  addFairness(solver, model, breaks);
  return { solver, at, breaks };
}

/** For each slot whether the participant meets in it; and in no slot twice. */
function usedSlots(
  solver: SatSolver,
  model: PlacingModel,
  { meetings }: ModelParticipant,
  at: PlacingEncoding['at'],
  no: Literal,
): Literal[] {
  return Array.from({ length: model.slots }, (_, slot) => {
    const literals = meetings.flatMap((meeting) => at[meeting]![slot] ?? []);
    if (literals.length === 0) return no;
    atMostOne(solver, literals);
    return literals.length === 1 ? literals[0]! : anyOf(solver, literals);
  });
}

/** Counts a participant's meetings (all take place) and breaks through the day. @returns what holds above k breaks */
function dayOf(
  solver: SatSolver,
  model: PlacingModel,
  participant: ModelParticipant,
  used: readonly Literal[],
  most: number,
): Literal[] {
  const count = participant.meetings.length;
  if (count === 0) return [];
  const slots = used.length;
  const met = runningCounts(solver, used, count + 1);
  const last = met[slots - 1]!;
  if (last.length < count) solver.addClause([]);
  else solver.addClause([last[count - 1]!]);
  if (last[count] !== undefined) solver.addClause([negated(last[count])]);
  addConfined(solver, model, participant, met);
  if (!participant.countsBreaks || count < 2) return [];
  // A break ends in a slot that is used after one that is not, with a meeting somewhere before.
  const ends = used.slice(2).map((literal, i) => {
    const end = solver.variable();
    const [idle, before] = [used[i + 1]!, met[i]![0]!];
    solver.addClause([end, negated(literal), idle, negated(before)]);
    for (const needed of [literal, negated(idle), before]) solver.addClause([negated(end), needed]);
    return end;
  });
  if (ends.length === 0) return [];
  const counts = runningCounts(solver, ends, most + 1);
  const breaks = counts.at(-1)!.slice(0, most);
  if (counts.at(-1)!.length > most) solver.addClause([negated(counts.at(-1)![most]!)]);
  addUnbroken(solver, used, met, count, breaks[0]);
  return breaks;
}

/**
 * So many of a participant's meetings are confined to an interval of slots: by its end, that many more have taken
 * place than before it. (That they are in different slots, propagation alone would not see.)
 */
function addConfined(
  solver: SatSolver,
  { meetings, slots }: PlacingModel,
  participant: ModelParticipant,
  met: readonly (readonly Literal[])[],
): void {
  const windows = participant.meetings.map((meeting) => {
    const allowed = meetings[meeting]!.slots;
    return { from: allowed[0] ?? 0, to: allowed.at(-1) ?? slots - 1 };
  });
  const count = windows.length;
  for (const from of new Set(windows.map((window) => window.from)))
    for (const to of new Set(windows.map((window) => window.to))) {
      const inside = windows.filter((window) => window.from >= from && window.to <= to).length;
      if (inside === 0 || (from === 0 && to === slots - 1)) continue;
      for (let before = 0; before + inside <= count; before++) {
        const more = met[to]![before + inside - 1];
        const unless = before === 0 ? [] : [met[from - 1]?.[before - 1]];
        // Where so many cannot have met before the interval, nothing follows.
        if (unless.length > 0 && unless[0] === undefined) continue;
        solver.addClause([
          ...unless.map((literal) => negated(literal!)),
          ...(more === undefined ? [] : [more]),
        ]);
      }
    }
}

/** A day without a break is told by its beginning alone: in use from there for as many slots as there are meetings. */
function addUnbroken(
  solver: SatSolver,
  used: readonly Literal[],
  met: readonly (readonly Literal[])[],
  count: number,
  broken: Literal | undefined,
): void {
  const unless = broken === undefined ? [] : [broken];
  for (let slot = 0; slot < used.length; slot++) {
    const begun = met[slot]![0]!;
    for (let k = 1; k < count && slot + k < used.length; k++)
      solver.addClause([...unless, negated(begun), met[slot + k]![k]!]);
    const over = slot < count ? [] : [met[slot - count]![0]!];
    solver.addClause([...unless, used[slot]!, negated(begun), ...over]);
    if (over[0] !== undefined) solver.addClause([...unless, negated(used[slot]!), negated(over[0])]);
  }
}

/** Meetings in order: m before n is "n by slot t, hence m by slot t - 1". */
function addPrecedences(solver: SatSolver, model: PlacingModel, at: PlacingEncoding['at']): void {
  const byNow = new Map<number, Literal[]>();
  const begun = (meeting: number): Literal[] => {
    const known = byNow.get(meeting);
    if (known) return known;
    const row = at[meeting]!;
    const literals = row.map(() => solver.variable());
    literals.forEach((literal, slot) => {
      const before = slot === 0 ? [] : [literals[slot - 1]!];
      const own = row[slot];
      const here = own === undefined ? [] : [own];
      solver.addClause([negated(literal), ...before, ...here]);
      for (const earlier of [...before, ...here]) solver.addClause([negated(earlier), literal]);
      if (here[0] !== undefined && before[0] !== undefined)
        solver.addClause([negated(here[0]), negated(before[0])]);
    });
    byNow.set(meeting, literals);
    return literals;
  };
  const asked = model.meetings.flatMap(({ after }, meeting) =>
    after.map((before) => [before, meeting] as const),
  );
  for (const [before, meeting] of [...asked, ...interchangeable(model)]) {
    const [late, early] = [begun(meeting), begun(before)];
    late.forEach((literal, slot) => {
      solver.addClause(slot === 0 ? [negated(literal)] : [negated(literal), early[slot - 1]!]);
    });
  }
}

/**
 * At most so many of the meetings in each slot, and at least as many as the other slots have no room for. Counted in
 * groups of which a participant attends all, hence one at a time: a few busy firms cover most meetings, which makes
 * the sums short.
 */
export function addCapacity(
  solver: SatSolver,
  model: PlacingModel,
  at: PlacingEncoding['at'],
  { meetings, limit }: Capacity,
): void {
  const least = leastInSlots(model, meetings, limit);
  const groups = oneAtATime(model, meetings);
  for (let slot = 0; slot < model.slots; slot++) {
    const inSlot = groups.map((group) => group.flatMap((meeting) => at[meeting]![slot] ?? []));
    const occupied = inSlot.filter((literals) => literals.length > 0);
    if (occupied.length <= limit[slot]! && least[slot]! <= 0) continue;
    const literals = occupied.map((group) => (group.length === 1 ? group[0]! : anyOf(solver, group)));
    between(solver, literals, least[slot]!, limit[slot]!);
  }
}

function isAllInPairs({ meetings }: PlacingModel, capacity: Capacity): boolean {
  return (
    capacity.meetings.length === meetings.length &&
    meetings.every(({ participants }) => participants.length === 2)
  );
}

/** Where each meeting has two participants, so many meetings are twice as many participants. */
function addPresence(
  solver: SatSolver,
  model: PlacingModel,
  used: readonly (readonly Literal[])[],
  { meetings, limit }: Capacity,
): void {
  const least = leastInSlots(model, meetings, limit);
  for (let slot = 0; slot < model.slots; slot++) {
    const present = used.flatMap((row) => (isFalse(solver, row[slot]!) ? [] : row[slot]!));
    between(solver, present, 2 * least[slot]!, 2 * limit[slot]!);
  }
}

function isFalse(solver: SatSolver, literal: Literal): boolean {
  return solver.isFixed(literal) && solver.value[literal]! < 0;
}

/** Groups of meetings with a participant in common: again and again that of the firm with the most that are left. */
function oneAtATime({ participants }: PlacingModel, meetings: readonly number[]): number[][] {
  const left = new Set(meetings);
  const groups: number[][] = [];
  const remaining = participants.map((participant) => participant.meetings);
  while (left.size > 0) {
    let largest: number[] = [];
    remaining.forEach((own, p) => {
      if (own.length <= largest.length) return;
      const still = own.filter((meeting) => left.has(meeting));
      remaining[p] = still;
      if (still.length > largest.length) largest = still;
    });
    // A meeting that nobody attends is a group of its own.
    if (largest.length === 0) largest = [[...left][0]!];
    for (const meeting of largest) left.delete(meeting);
    groups.push(largest);
  }
  return groups;
}

/** Holds exactly where one of the literals does. */
function anyOf(solver: SatSolver, literals: readonly Literal[]): Literal {
  const any = solver.variable();
  for (const literal of literals) solver.addClause([negated(literal), any]);
  solver.addClause([negated(any), ...literals]);
  return any;
}

/** By slot: of the meetings that must be in some interval around it, those that its other slots have no room for. */
function leastInSlots(model: PlacingModel, meetings: readonly number[], room: readonly number[]): number[] {
  const least = room.map(() => 0);
  for (let from = 0; from < room.length; from++)
    for (let to = from, sum = 0; to < room.length; to++) {
      sum += room[to]!;
      const inside = meetings.filter((meeting) => {
        const { slots } = model.meetings[meeting]!;
        return slots.length > 0 && slots[0]! >= from && slots.at(-1)! <= to;
      }).length;
      for (let slot = from; slot <= to; slot++)
        least[slot] = Math.max(least[slot]!, inside - sum + room[slot]!);
    }
  return least;
}

/** The most breaks that any participant can have: one with a single meeting has none, and the others no more than the difference allowed. */
function mostBreaks({ participants, fairness }: PlacingModel): number {
  const fewest = Math.min(
    ...participants
      .filter(({ countsBreaks }) => countsBreaks)
      .map(({ meetings }) => Math.max(0, meetings.length - 1)),
  );
  return fewest + fairness;
}

/** Where one has more than k + d breaks, everybody has more than k. */
function addFairness(
  solver: SatSolver,
  { participants, fairness }: PlacingModel,
  breaks: PlacingEncoding['breaks'],
): void {
  if (fairness === Infinity) return;
  const counted = breaks.filter((_, p) => participants[p]!.countsBreaks);
  const longest = Math.max(0, ...counted.map((row) => row.length));
  for (let k = 0; k + fairness < longest; k++) {
    const everybody = solver.variable();
    for (const row of counted) {
      const [own, above] = [row[k], row[k + fairness]];
      if (above !== undefined) solver.addClause([negated(above), everybody]);
      solver.addClause(own === undefined ? [negated(everybody)] : [negated(everybody), own]);
    }
  }
}

/** Seeded random numbers in [0, 1): Marsaglia's xorshift32 (2003). */
export function xorshift(seed: number): () => number {
  let state = (Math.imul(seed | 0, 2654435761) ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
