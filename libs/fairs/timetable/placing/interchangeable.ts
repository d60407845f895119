import type { PlacingModel } from './placing-model.js';

/**
 * Meetings of one participant with partners who have no other, alike in everything that matters: any timetable stays
 * as good with two of them exchanged. Asking that they come in a given order loses no value, and spares the search
 * from refuting each order anew.
 * @returns pairs: the first before the second
 */
export function interchangeable({ meetings, participants }: PlacingModel): [number, number][] {
  const ordered = new Set(
    meetings.flatMap(({ after }, meeting) => (after.length > 0 ? [meeting, ...after] : [])),
  );
  const lastOf = new Map<string, number>();
  const pairs: [number, number][] = [];
  meetings.forEach((meeting, index) => {
    if (ordered.has(index)) return;
    const busy = meeting.participants.filter((p) => participants[p]!.meetings.length > 1);
    if (busy.length !== 1 || meeting.participants.length < 2) return;
    const key = JSON.stringify([busy, meeting.slots, meeting.tables, meeting.needs]);
    const before = lastOf.get(key);
    if (before !== undefined) pairs.push([before, index]);
    lastOf.set(key, index);
  });
  return pairs;
}
