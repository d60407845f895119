import type { PlannedMeeting } from '#contracts/meeting-timetable.js';

interface Room {
  /** Meetings that are to have a place. */
  readonly movable: readonly PlannedMeeting[];
  /** Whether one can stay where it is. */
  readonly stays: (meeting: PlannedMeeting) => boolean;
  /** At how many of the coming times a firm can meet somebody. */
  readonly timesOf: (firmId: string) => number;
  /** Whether a meeting needs a table, and how many places at tables there are in all coming slots together. */
  readonly needsTable: (meeting: PlannedMeeting) => boolean;
  readonly places: number;
  /** What the two wished: less goes first. */
  readonly worth: (meeting: PlannedMeeting) => number;
}

/**
 * Meetings for which there can be no place, since a firm has more of them than times, or the hall more than places at
 * tables: of those that cannot stay where they are, the least wished for, the last first. A search would have to try all
 * orders to learn that.
 */
export function withoutRoom({ movable, stays, timesOf, needsTable, places, worth }: Room): Set<string> {
  const out = new Set<string>();
  const first = movable
    .filter((one) => !stays(one))
    .toSorted((a, b) => worth(a) - worth(b) || b.slot - a.slot || (a.id < b.id ? -1 : 1));
  const kept = (has: (meeting: PlannedMeeting) => boolean): number =>
    movable.filter((one) => has(one) && !out.has(one.id)).length;
  const drop = (has: (meeting: PlannedMeeting) => boolean, most: number): void => {
    let count = kept(has);
    for (const meeting of first) {
      if (count <= most) return;
      if (out.has(meeting.id) || !has(meeting)) continue;
      out.add(meeting.id);
      count -= 1;
    }
  };
  const affected = new Set(first.flatMap(({ ordererId, supplierId }) => [ordererId, supplierId]));
  for (const id of affected)
    drop(({ ordererId, supplierId }) => ordererId === id || supplierId === id, timesOf(id));
  drop(needsTable, places);
  return out;
}
