import { assignment } from '../flow/assignment.js';
import { bipartiteMatching } from '../flow/bipartite-matching.js';
import type { TableChanges } from '../timetable.types.js';
import type { PlacingModel } from './placing-model.js';

/** Two meetings that follow each other in a participant's day: at one table, or the participant has to move. */
interface Link {
  readonly from: number;
  readonly to: number;
}

/**
 * Tables that the meetings of a slot cannot all have, with the tables closed in it: the meetings confined to them are
 * too many. Null where every slot's meetings fit.
 */
export function overfullTables(model: PlacingModel, slots: readonly number[]): ReadonlySet<number> | null {
  for (const [slot, meetings] of bySlot(model, slots).entries()) {
    const [first, ...others] = meetings.map((meeting) => model.meetings[meeting]!.tables);
    // Where all may use the same tables, it is enough to count.
    if (others.every((tables) => tables === first) && meetings.length <= freeIn(model, first ?? [], slot))
      continue;
    const { bottleneck } = bipartiteMatching(meetings.map((meeting) => freeTables(model, meeting, slot)));
    if (!bottleneck) continue;
    const closed = model.tables.flatMap(({ free }, table) => (free[slot] ? [] : [table]));
    return new Set([...bottleneck, ...closed]);
  }
  return null;
}

/**
 * A table for every meeting in its slot, with few moves: slot after slot by an assignment of least cost to what came
 * before, then each slot again given its neighbours, until nothing gets better. Where nobody has a break and the tables
 * are alike, the first pass is the optimum.
 * @param slots by meeting; each slot's meetings must fit (see `overfullTables`)
 */
export function chooseTables(
  model: PlacingModel,
  slots: readonly number[],
): { tables: number[]; changes: TableChanges } {
  const links = linksOf(model, slots);
  const days = bySlot(model, slots);
  const tables = slots.map(() => -1);
  const neighbours = slots.map((): number[] => []);
  for (const { from, to } of links) {
    neighbours[from]!.push(to);
    neighbours[to]!.push(from);
  }
  for (const [slot, meetings] of days.entries()) seat(model, slot, meetings, neighbours, tables);
  const changes = (): number => links.filter(({ from, to }) => tables[from] !== tables[to]).length;
  const bound = homeBound(model);
  const boundForSlots = Math.max(bound, matchingBound(model, slots, links));
  let count = changes();
  for (let round = 0; round < MOST_ROUNDS && count > boundForSlots; round++) {
    const order = round % 2 === 0 ? [...days.keys()].reverse() : [...days.keys()];
    for (const slot of order) seat(model, slot, days[slot]!, neighbours, tables);
    const now = changes();
    if (now >= count) break;
    count = now;
  }
  return { tables, changes: { count, boundForSlots, bound } };
}

const MOST_ROUNDS = 20;

function bySlot(model: PlacingModel, slots: readonly number[]): number[][] {
  const days = Array.from({ length: model.slots }, (): number[] => []);
  slots.forEach((slot, meeting) => days[slot]?.push(meeting));
  return days;
}

function freeIn({ tables }: PlacingModel, choice: readonly number[], slot: number): number {
  return choice.reduce((count, table) => count + Number(tables[table]!.free[slot]), 0);
}

function freeTables({ meetings, tables }: PlacingModel, meeting: number, slot: number): number[] {
  return meetings[meeting]!.tables.filter((table) => tables[table]!.free[slot]);
}

function linksOf({ participants }: PlacingModel, slots: readonly number[]): Link[] {
  return participants.flatMap(({ meetings }) => {
    const day = meetings.filter((meeting) => slots[meeting]! >= 0).sort((a, b) => slots[a]! - slots[b]!);
    return day.slice(1).map((to, i) => ({ from: day[i]!, to }));
  });
}

/** Seats the meetings of one slot where most of their neighbours sit. */
function seat(
  model: PlacingModel,
  slot: number,
  meetings: readonly number[],
  neighbours: readonly (readonly number[])[],
  tables: number[],
): void {
  const wanted = meetings.map((meeting) => {
    const gain = new Map<number, number>();
    for (const other of neighbours[meeting]!)
      if (tables[other]! >= 0) gain.set(tables[other]!, (gain.get(tables[other]!) ?? 0) + 1);
    return gain;
  });
  const allowed = meetings.map((meeting) => new Set(freeTables(model, meeting, slot)));
  const most = Math.max(0, ...wanted.flatMap((gain) => [...gain.values()]));
  const chosen = assignment(meetings.length, model.tables.length, (row, table) =>
    allowed[row]!.has(table) ? most - (wanted[row]!.get(table) ?? 0) : Infinity,
  );
  meetings.forEach((meeting, row) => (tables[meeting] = chosen[row]!));
}

/** Whoever meets at so many different tables that are the only ones for their meetings moves at least once less. */
function homeBound({ participants, meetings }: PlacingModel): number {
  return participants.reduce((sum, participant) => {
    const only = new Set(
      participant.meetings.flatMap((meeting) => {
        const { tables } = meetings[meeting]!;
        return tables.length === 1 ? tables : [];
      }),
    );
    return sum + Math.max(0, only.size - 1);
  }, 0);
}

/** Between two slots, a table keeps at most one meeting's people: no more links are spared than a matching has. */
function matchingBound(model: PlacingModel, slots: readonly number[], links: readonly Link[]): number {
  const pairs = new Map<string, Link[]>();
  for (const link of links) {
    const key = `${slots[link.from]},${slots[link.to]}`;
    pairs.set(key, [...(pairs.get(key) ?? []), link]);
  }
  let spared = 0;
  for (const between of pairs.values()) {
    const starts = [...new Set(between.map(({ from }) => from))];
    const { rightOf } = bipartiteMatching(
      starts.map((start) =>
        between
          .filter(({ from, to }) => from === start && canShare(model, slots, from, to))
          .map(({ to }) => to),
      ),
    );
    // Two firms that meet twice in a row are two links between the same meetings.
    rightOf.forEach((to, i) => {
      if (to >= 0) spared += between.filter((link) => link.from === starts[i] && link.to === to).length;
    });
  }
  return links.length - spared;
}

function canShare(model: PlacingModel, slots: readonly number[], from: number, to: number): boolean {
  const here = new Set(freeTables(model, from, slots[from]!));
  return freeTables(model, to, slots[to]!).some((table) => here.has(table));
}
