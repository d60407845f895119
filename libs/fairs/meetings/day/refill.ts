import { createHash } from 'node:crypto';
import type { Want } from '#contracts/meeting-participants.js';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { worthOf } from '../plan/pair-reasons.js';

export interface RefillInput {
  readonly firms: readonly TimetableFirm[];
  /** Suppliers that wait for a seat, first come first. */
  readonly waiting: readonly TimetableFirm[];
  readonly wishes: readonly { fromId: string; toId: string; want: Want }[];
  readonly meetings: readonly PlannedMeeting[];
  /** Slots that have not begun. */
  readonly slots: readonly number[];
  /** Firms that have left: nothing is given to them. */
  readonly left: ReadonlySet<string>;
  readonly seed: string;
}

export interface Refill {
  readonly ordererId: string;
  readonly supplierId: string;
  readonly slot: number;
  readonly table: number | null;
}

/**
 * Who gets the places of cancelled meetings. Nobody is moved, so that nobody who keeps a meeting is told anything. In
 * each place, earliest first: of the suppliers that wished for the orderer or were wished for by it, the one with fewest
 * meetings, then with the stronger wish, then by lot from the published seed; and after them the waiting list in order.
 */
export function refillOf(input: RefillInput): Refill[] {
  const added: Refill[] = [];
  const live = input.meetings.filter(({ state }) => state !== 'cancelled');
  const all = () => [...live, ...added];
  for (const { ordererId, slot, table } of holesOf(input, live)) {
    const orderer = input.firms.find(({ participantId }) => participantId === ordererId);
    if (!orderer || countOf(all(), 'ordererId', ordererId) >= orderer.cap) continue;
    const mayCome = (firm: TimetableFirm) => canTake(input, all(), firm, ordererId, slot);
    const wishers = input.firms.filter(
      (firm) => firm.side === 'supplier' && worth(input, ordererId, firm.participantId) > 0 && mayCome(firm),
    );
    const [next] = [
      ...wishers.toSorted((a, b) => before(input, all(), ordererId, a, b)),
      ...input.waiting.filter(mayCome),
    ];
    if (next) added.push({ ordererId, supplierId: next.participantId, slot, table });
  }
  return added;
}

type Taken = Pick<PlannedMeeting, 'ordererId' | 'supplierId' | 'slot' | 'table'>;

/** Places of cancelled meetings that nobody has taken since: the orderer and its table are free there. */
function holesOf(
  { firms, meetings, slots, left }: RefillInput,
  live: readonly Taken[],
): Omit<Refill, 'supplierId'>[] {
  const open = new Set(slots);
  const holes = new Map<string, Omit<Refill, 'supplierId'>>();
  for (const { state, ordererId, slot, table } of meetings) {
    const orderer = firms.find(({ participantId }) => participantId === ordererId);
    if (state !== 'cancelled' || !open.has(slot) || !orderer || left.has(ordererId)) continue;
    const isTaken = live.some(
      (one) => one.slot === slot && (one.ordererId === ordererId || (table !== null && one.table === table)),
    );
    if (!isTaken && orderer.openSlots.includes(slot))
      holes.set(`${ordererId} ${slot}`, { ordererId, slot, table });
  }
  return [...holes.values()].sort((a, b) => a.slot - b.slot || (a.ordererId < b.ordererId ? -1 : 1));
}

const countOf = (taken: readonly Taken[], key: 'ordererId' | 'supplierId', id: string): number =>
  taken.filter((one) => one[key] === id).length;

function wants({ wishes }: RefillInput, from: string, to: string): Want | null {
  return wishes.find(({ fromId, toId }) => fromId === from && toId === to)?.want ?? null;
}
const worth = (input: RefillInput, orderer: string, supplier: string): number =>
  worthOf(wants(input, orderer, supplier)) + worthOf(wants(input, supplier, orderer));

function canTake(
  input: RefillInput,
  taken: readonly Taken[],
  firm: TimetableFirm,
  ordererId: string,
  slot: number,
): boolean {
  const id = firm.participantId;
  const refused = wants(input, ordererId, id) === 'no' || wants(input, id, ordererId) === 'no';
  // Who has just cancelled with this orderer is not asked again.
  const met = input.meetings.some((one) => one.ordererId === ordererId && one.supplierId === id);
  const busy = taken.some(
    (one) => one.supplierId === id && (one.slot === slot || one.ordererId === ordererId),
  );
  return (
    !refused &&
    !met &&
    !busy &&
    !input.left.has(id) &&
    firm.openSlots.includes(slot) &&
    countOf(taken, 'supplierId', id) < firm.cap
  );
}

function before(
  input: RefillInput,
  taken: readonly Taken[],
  ordererId: string,
  a: TimetableFirm,
  b: TimetableFirm,
): number {
  const lot = ({ participantId }: TimetableFirm) =>
    createHash('sha256').update(`${input.seed} ${ordererId} ${participantId}`).digest('hex');
  return (
    countOf(taken, 'supplierId', a.participantId) - countOf(taken, 'supplierId', b.participantId) ||
    worth(input, ordererId, b.participantId) - worth(input, ordererId, a.participantId) ||
    (lot(a) < lot(b) ? -1 : 1)
  );
}
