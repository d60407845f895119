import { createHash } from 'node:crypto';
import type { Want } from '#contracts/meeting-participants.js';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { worthOf } from '../plan/pair-reasons.js';

export interface WishedPair {
  readonly ordererId: string;
  readonly supplierId: string;
}

export interface WishInput {
  readonly firms: readonly TimetableFirm[];
  readonly wishes: readonly { fromId: string; toId: string; want: Want }[];
  readonly meetings: readonly PlannedMeeting[];
  /** Those that are not cancelled. */
  readonly live: readonly PlannedMeeting[];
  /** Firms that take part no more. */
  readonly left: ReadonlySet<string>;
  /** Breaks ties; hex, public since the timetable is. */
  readonly seed: string;
  /** Whether there is a time at which both can come. */
  readonly canMeet: (pair: WishedPair) => boolean;
  /** How many further meetings each firm has time for, and how many further ones there are tables for. */
  readonly timesLeft: ReadonlyMap<string, number>;
  readonly placesLeft: number;
  readonly needsTable: (pair: WishedPair) => boolean;
}

/** So many are tried at once: each may have to be weighed against all others. */
const AT_ONCE = 30;

/**
 * Wishes that have not come true and that no cap forbids, in the order in which they get a place: the pair whose firms
 * have fewest meetings first (those before it in line counted), then musts and what both wish, then what the supplier is
 * owed from earlier events, then the lot. A pair whose meeting somebody has called off is not asked again. `asked`: all
 * wishes that have not come true.
 */
export function wishesInLine(input: WishInput): { wishes: WishedPair[]; asked: number } {
  const waiting = new Set(candidates(input));
  const asked = waiting.size;
  const count = new Map<string, number>();
  const note = ({ ordererId, supplierId }: WishedPair): void => {
    for (const id of [ordererId, supplierId]) count.set(id, (count.get(id) ?? 0) + 1);
  };
  for (const meeting of input.live) note(meeting);
  const given = new Map<string, number>();
  let seated = 0;
  const hasRoom = (one: Candidate): boolean =>
    [one.orderer, one.supplier].every(
      ({ participantId: id, cap }) =>
        (count.get(id) ?? 0) < cap && (given.get(id) ?? 0) < (input.timesLeft.get(id) ?? 0),
    ) &&
    (!input.needsTable(one) || seated < input.placesLeft);
  const wishes: WishedPair[] = [];
  for (;;) {
    for (const one of waiting) if (!hasRoom(one)) waiting.delete(one);
    const [first] = [...waiting].toSorted((a, b) => compared(rank(a, count), rank(b, count)));
    if (!first || wishes.length === AT_ONCE) return { wishes, asked };
    waiting.delete(first);
    note(first);
    for (const id of [first.ordererId, first.supplierId]) given.set(id, (given.get(id) ?? 0) + 1);
    if (input.needsTable(first)) seated += 1;
    wishes.push({ ordererId: first.ordererId, supplierId: first.supplierId });
  }
}

interface Candidate extends WishedPair {
  readonly orderer: TimetableFirm;
  readonly supplier: TimetableFirm;
  readonly worth: number;
  readonly lot: string;
}

function candidates({ firms, wishes, meetings, left, seed, canMeet }: WishInput): Candidate[] {
  const wants = new Map(wishes.map(({ fromId, toId, want }) => [`${fromId} ${toId}`, want]));
  const off = new Set(
    meetings.flatMap(({ ordererId, supplierId, state, why }) =>
      state !== 'cancelled' || why !== 'no-place' ? [`${ordererId} ${supplierId}`] : [],
    ),
  );
  const of = (side: TimetableFirm['side']) =>
    firms.filter((firm) => firm.side === side && !left.has(firm.participantId));
  const suppliers = of('supplier');
  return of('orderer').flatMap((orderer) =>
    suppliers.flatMap((supplier): Candidate[] => {
      const pair = { ordererId: orderer.participantId, supplierId: supplier.participantId };
      const key = `${pair.ordererId} ${pair.supplierId}`;
      const both = [wants.get(key), wants.get(`${pair.supplierId} ${pair.ordererId}`)];
      const worth = both.reduce((sum, want) => sum + worthOf(want ?? null), 0);
      if (worth === 0 || both.includes('no') || off.has(key) || !canMeet(pair)) return [];
      const lot = createHash('sha256').update(`${seed} ${key}`).digest('hex');
      return [{ ...pair, orderer, supplier, worth, lot }];
    }),
  );
}

type Rank = readonly (number | string)[];
function rank({ orderer, supplier, worth, lot }: Candidate, count: ReadonlyMap<string, number>): Rank {
  const [fewer = 0, more = 0] = [orderer, supplier]
    .map(({ participantId }) => count.get(participantId) ?? 0)
    .sort((a, b) => a - b);
  return [fewer, more, -worth, -supplier.lossCredits, lot];
}

function compared(a: Rank, b: Rank): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
