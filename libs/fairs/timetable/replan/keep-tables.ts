import { assignment } from '../flow/assignment.js';
import type { PlacingModel } from '../placing/placing-model.js';
import type { Placement } from '../timetable.types.js';

/** A table for every meeting, as many as possible where they were: an assignment of least cost in each slot. */
export function keepTables(
  model: PlacingModel,
  slots: readonly number[],
  placements: readonly Placement[],
): number[] {
  const indexOf = new Map(model.tables.map(({ id }, index) => [id, index]));
  const before = new Map(placements.map(({ meeting, table }) => [meeting, indexOf.get(table) ?? -1]));
  const tables = slots.map((_, meeting) => before.get(model.meetings[meeting]!.id) ?? -1);
  const days = Array.from({ length: model.slots }, (): number[] => []);
  slots.forEach((slot, meeting) => days[slot]!.push(meeting));
  for (const [slot, meetings] of days.entries()) {
    const allowed = meetings.map(
      (meeting) =>
        new Set(model.meetings[meeting]!.tables.filter((table) => model.tables[table]!.free[slot])),
    );
    const asBefore = meetings.map((meeting) => tables[meeting]!);
    const isFine = asBefore.every((table, row) => allowed[row]!.has(table));
    if (isFine && new Set(asBefore).size === meetings.length) continue;
    const chosen = assignment(meetings.length, model.tables.length, (row, table) =>
      allowed[row]!.has(table) ? Number(asBefore[row] !== table) : Infinity,
    );
    meetings.forEach((meeting, row) => (tables[meeting] = chosen[row]!));
  }
  return tables;
}
