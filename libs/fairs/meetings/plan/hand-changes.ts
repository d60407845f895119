import type { HandChange, PublishedTimetable } from '../../timetable/index.js';
import { meetingId } from '../../timetable/index.js';
import type { Codes } from './codes.js';
import type { PlacedMeeting } from './event-input.js';

type Place = NonNullable<HandChange['to']>;

/**
 * What a secretary changed in the timetable that a search made, until these meetings were published: pair by pair, by
 * code. A meeting that two firms have beside their first is called by its number, as `["O01","S02"]#2`.
 */
export function handChanges(
  { placements }: Pick<PublishedTimetable, 'placements'>,
  meetings: readonly PlacedMeeting[],
  codes: Codes,
): HandChange[] {
  const planned = new Map(placements.map(({ meeting, slot, table }) => [meeting, { slot, table }]));
  const actual = new Map<string, Place[]>();
  for (const { ordererId, supplierId, slot, table } of meetings) {
    const orderer = codes.firms[ordererId] ?? '';
    const id = meetingId({ orderer, supplier: codes.firms[supplierId] ?? '' });
    const place = { slot: slot - 1, table: table === null ? `line ${orderer}` : tableOf(codes, table) };
    actual.set(id, [...(actual.get(id) ?? []), place]);
  }
  const changes = [...new Set([...planned.keys(), ...actual.keys()])].flatMap((id): HandChange[] => {
    const before = planned.get(id) ?? null;
    const after = actual.get(id) ?? [];
    const stays = after.findIndex((place) => isSame(place, before));
    const [first = null, ...further] = stays < 0 ? after : [after[stays]!, ...after.toSpliced(stays, 1)];
    return [
      ...(isSame(first, before) ? [] : [{ meeting: id, to: first }]),
      ...further.map((to, i) => ({ meeting: `${id}#${i + 2}`, to })),
    ];
  });
  return changes.sort((a, b) => (a.meeting < b.meeting ? -1 : 1));
}

const isSame = (a: Place | null, b: Place | null): boolean => a?.slot === b?.slot && a?.table === b?.table;
const tableOf = ({ tables }: Codes, no: number): string => tables[no - 1] ?? `T${no}`;
