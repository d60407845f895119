import type { MeetingEvent } from '#contracts/meeting-events.js';
import {
  conflictsOf,
  mayOverrule,
  type Place,
  type PlannedMeeting,
  type Timetable,
} from '#contracts/meeting-timetable.js';

/** Names of an event's firms. */
export const nameIn = ({ firms }: Pick<Timetable, 'firms'>, id: string): string =>
  firms.find(({ participantId }) => participantId === id)?.name ?? '';

/** A meeting's place as one starts to change it. */
export const placeOf = ({ id, ordererId, supplierId, slot, table }: PlannedMeeting): Place => ({
  ...{ meetingId: id, ordererId, supplierId, slot, table },
});

/**
 * The table that an orderer would have in a slot: where its other meetings are, else the first that is free; null for
 * one that is not on site.
 */
export function tableFor(
  { firms, meetings, tables, closedTables }: Timetable,
  ordererId: string,
  slot: number,
): number | null {
  const orderer = firms.find(({ participantId }) => participantId === ordererId);
  if (!orderer || orderer.attends === 'online') return null;
  const live = meetings.filter(({ state }) => state !== 'cancelled');
  const own = live.find((one) => one.ordererId === ordererId && one.table !== null);
  if (own) return own.table;
  const taken = new Set([...closedTables, ...live.flatMap((one) => (one.slot === slot ? [one.table] : []))]);
  return Array.from({ length: tables }, (_, i) => i + 1).find((table) => !taken.has(table)) ?? 1;
}

/** Where one starts to place a new meeting: the first slot that is not over and free, else the first that can be. */
export function firstPlace(
  { slots }: Pick<MeetingEvent, 'slots'>,
  timetable: Timetable,
  { ordererId, supplierId }: Pick<Place, 'ordererId' | 'supplierId'>,
): Place {
  const coming = slots.filter(({ endsAt }) => endsAt > timetable.now);
  const places = (coming.length > 0 ? coming : slots).map(({ no }): Place => ({
    ...{ meetingId: null, ordererId, supplierId, slot: no },
    table: tableFor(timetable, ordererId, no),
  }));
  const against = (place: Place) => conflictsOf(timetable, place);
  return (
    places.find((place) => against(place).length === 0) ??
    places.find((place) => against(place).every((one) => mayOverrule.includes(one))) ??
    places[0] ?? { meetingId: null, ordererId, supplierId, slot: 1, table: tableFor(timetable, ordererId, 1) }
  );
}
