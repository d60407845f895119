import type { PlacedFirm, PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { PlacedMeeting } from './event-input.js';

/** An event as it is once a search is over. */
export interface Now {
  readonly firms: readonly PlacedFirm[];
  /** Firms that take part no more. */
  readonly left: ReadonlySet<string>;
  /** Those that stay where they are. */
  readonly kept: readonly PlannedMeeting[];
}

/**
 * Of the meetings that a search found those that can still be held as it placed them, in its order: it may have run for
 * minutes, in which firms leave, come by a call after all, or are placed by hand. A pair that meets already is not
 * among them. Whoever comes by a call needs no table; an orderer that comes to the hall after all has none yet, and its
 * meetings are left for the next search or for the secretary.
 */
export function stillPossible(
  { firms, left, kept }: Now,
  found: readonly PlacedMeeting[],
): (PlacedMeeting & { readonly isOnline: boolean })[] {
  const byId = new Map(firms.map((firm) => [firm.participantId, firm]));
  const taken = new Set<string>();
  const count = new Map<string, number>();
  const keysOf = ({ ordererId, supplierId, slot, table }: PlacedMeeting): string[] => [
    `${ordererId} ${supplierId}`,
    `${ordererId} at ${slot}`,
    `${supplierId} at ${slot}`,
    ...(table === null ? [] : [`table ${table} at ${slot}`]),
  ];
  const hold = (meeting: PlacedMeeting): void => {
    for (const key of keysOf(meeting)) taken.add(key);
    for (const id of [meeting.ordererId, meeting.supplierId]) count.set(id, (count.get(id) ?? 0) + 1);
  };
  const canCome = (firm: PlacedFirm, slot: number): boolean =>
    !left.has(firm.participantId) &&
    firm.openSlots.includes(slot) &&
    (count.get(firm.participantId) ?? 0) < firm.cap;
  for (const meeting of kept) hold(meeting);
  return found.flatMap((one) => {
    const [orderer, supplier] = [byId.get(one.ordererId), byId.get(one.supplierId)];
    if (!orderer || !supplier || ![orderer, supplier].every((firm) => canCome(firm, one.slot))) return [];
    const isThere = orderer.attends === 'on-site';
    const meeting = { ...one, table: isThere ? one.table : null };
    if ((isThere && meeting.table === null) || keysOf(meeting).some((key) => taken.has(key))) return [];
    hold(meeting);
    return [{ ...meeting, isOnline: !isThere || supplier.attends !== 'on-site' }];
  });
}
