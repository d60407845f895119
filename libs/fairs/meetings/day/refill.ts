import { createHash } from 'node:crypto';
import type { Want } from '#contracts/meeting-participants.js';
import type {
  PlacedFirm,
  PlannedMeeting,
  RefillReason,
  TimetableFirm,
} from '#contracts/meeting-timetable.js';

export interface RefillInput {
  readonly firms: readonly TimetableFirm[];
  /** Suppliers that wait for a seat, first come first. */
  readonly waiting: readonly PlacedFirm[];
  readonly wishes: readonly { fromId: string; toId: string; want: Want }[];
  readonly meetings: readonly PlannedMeeting[];
  /** Slots that have not begun. */
  readonly slots: readonly number[];
  /** Tables that cannot be used any more. */
  readonly closedTables: readonly number[];
  /** Firms that have left: nothing is given to them. */
  readonly left: ReadonlySet<string>;
  /** Firms that are awaited in the hall and have not come yet. */
  readonly absent: ReadonlySet<string>;
  readonly seed: string;
}

/** A place of a cancelled meeting. */
interface Hole {
  readonly ordererId: string;
  readonly slot: number;
  readonly table: number | null;
}

export interface Refill extends Hole {
  readonly supplierId: string;
  /** Why it went to this supplier and to no other. */
  readonly why: RefillReason;
}

/**
 * Who gets the places of cancelled meetings, one after the other. Nobody is moved, so that nobody who keeps a meeting is
 * told anything. Of all suppliers that could take a place and wished for its orderer or were wished for by it, those that
 * are there come before those that are awaited; then the one with fewest meetings (those given here counted), then the
 * one with a must, then with more loss credits, then the lot from the published seed. After them the waiting list is let in: again the one with fewest meetings first,
 * then the one that came first. Each gets the place that fewest of the others in line could take, so that more get one.
 */
export function refillOf(input: RefillInput): Refill[] {
  const places = new Places(input);
  for (let next = places.nextWish(); next; next = places.nextWish()) places.give(next);
  for (let next = places.nextWaiting(); next; next = places.nextWaiting()) places.give(next);
  return places.given;
}

/** How a supplier stands in line for a place: less comes first. */
type Rank = readonly [absent: number, meetings: number, must: number, credits: number, lot: string];
const reasons = ['ready', 'fewest-meetings', 'must', 'loss-credits', 'lot'] as const;

class Places {
  readonly given: Refill[] = [];
  private readonly live: readonly PlannedMeeting[];
  private readonly wants: ReadonlyMap<string, Want>;

  constructor(private readonly input: RefillInput) {
    this.live = input.meetings.filter(({ state }) => state !== 'cancelled');
    this.wants = new Map(input.wishes.map(({ fromId, toId, want }) => [`${fromId} ${toId}`, want]));
  }

  give(refill: Refill): void {
    this.given.push(refill);
  }

  /** The first in line among those with a wish, and the place that it gets. */
  nextWish(): Refill | null {
    const holes = this.holes();
    const offers = holes.flatMap((hole) => {
      const takers = this.wishersFor(hole);
      return takers.map((firm) => ({ hole, firm, takers, rank: this.rank(firm, hole) }));
    });
    const [first] = offers.toSorted(
      (a, b) =>
        compared(a.rank, b.rank) ||
        a.takers.length - b.takers.length ||
        a.hole.slot - b.hole.slot ||
        (a.hole.ordererId < b.hole.ordererId ? -1 : 1),
    );
    if (!first) return null;
    const { hole, firm, takers, rank } = first;
    const rivals = takers.filter((other) => other !== firm).map((other) => this.rank(other, hole));
    const [rival] = rivals.toSorted(compared);
    return { ...hole, supplierId: firm.participantId, why: rival ? decidedBy(rank, rival) : 'only-one' };
  }

  /** The first in line among those that wait, and the place that it gets. */
  nextWaiting(): Refill | null {
    const offers = this.holes().map((hole) => ({
      hole,
      takers: this.input.waiting.filter((firm) => this.canTake(firm, hole)),
    }));
    // Sorting is stable: those with as many meetings stay in the order in which they came.
    const [first] = this.input.waiting
      .filter((firm) => offers.some(({ takers }) => takers.includes(firm)))
      .toSorted((a, b) => this.meetingsOf(a) - this.meetingsOf(b));
    const [offer] = offers
      .filter(({ takers }) => first && takers.includes(first))
      .toSorted((a, b) => a.takers.length - b.takers.length);
    return first && offer ? { ...offer.hole, supplierId: first.participantId, why: 'waiting-list' } : null;
  }

  private meetingsOf({ participantId }: PlacedFirm): number {
    return this.countOf('supplierId', participantId);
  }

  private rank(firm: TimetableFirm, { ordererId }: Hole): Rank {
    const { participantId, lossCredits } = firm;
    const isMust =
      this.want(ordererId, participantId) === 'must' || this.want(participantId, ordererId) === 'must';
    return [
      this.input.absent.has(participantId) ? 1 : 0,
      this.meetingsOf(firm),
      isMust ? 0 : 1,
      -lossCredits,
      createHash('sha256').update(`${this.input.seed} ${participantId}`).digest('hex'),
    ];
  }

  /**
   * Places that nobody has taken since, earliest first: the orderer can come and is free, and so is its table. As the
   * orderer comes now: by a call it takes no table, and in the hall a place without one is none.
   */
  private holes(): Hole[] {
    const open = new Set(this.input.slots);
    const taken = this.taken();
    const holes = new Map<string, Hole>();
    for (const { state, ordererId, slot, table: former } of this.input.meetings) {
      const orderer = this.input.firms.find(({ participantId }) => participantId === ordererId);
      if (state !== 'cancelled' || !open.has(slot) || !orderer || this.input.left.has(ordererId)) continue;
      const isOnline = orderer.attends === 'online';
      const table = isOnline ? null : former;
      if (!isOnline && (table === null || this.input.closedTables.includes(table))) continue;
      const isTaken = taken.some(
        (one) =>
          one.slot === slot && (one.ordererId === ordererId || (table !== null && one.table === table)),
      );
      const isFull = this.countOf('ordererId', ordererId) >= orderer.cap;
      if (!isTaken && !isFull && orderer.openSlots.includes(slot))
        holes.set(`${ordererId} ${slot}`, { ordererId, slot, table });
    }
    return [...holes.values()].sort((a, b) => a.slot - b.slot || (a.ordererId < b.ordererId ? -1 : 1));
  }

  private wishersFor(hole: Hole): TimetableFirm[] {
    const isWished = ({ participantId }: TimetableFirm) =>
      this.want(hole.ordererId, participantId) !== null || this.want(participantId, hole.ordererId) !== null;
    return this.input.firms.filter(
      (firm) => firm.side === 'supplier' && isWished(firm) && this.canTake(firm, hole),
    );
  }

  private canTake(firm: PlacedFirm, { ordererId, slot }: Hole): boolean {
    const id = firm.participantId;
    const isRefused = this.want(ordererId, id) === 'no' || this.want(id, ordererId) === 'no';
    // Who meets this orderer, or has just cancelled with it, is not asked again.
    const hasMet = [...this.input.meetings, ...this.given].some(
      (one) => one.ordererId === ordererId && one.supplierId === id,
    );
    const isBusy = this.taken().some((one) => one.supplierId === id && one.slot === slot);
    return (
      !isRefused &&
      !hasMet &&
      !isBusy &&
      !this.input.left.has(id) &&
      firm.openSlots.includes(slot) &&
      this.meetingsOf(firm) < firm.cap
    );
  }

  private want(from: string, to: string): Want | null {
    return this.wants.get(`${from} ${to}`) ?? null;
  }

  private countOf(key: 'ordererId' | 'supplierId', id: string): number {
    return this.taken().filter((one) => one[key] === id).length;
  }

  private taken(): (PlannedMeeting | Refill)[] {
    return [...this.live, ...this.given];
  }
}

function compared(a: Rank, b: Rank): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** The first rule by which one comes before another. */
const decidedBy = (a: Rank, b: Rank): RefillReason =>
  reasons[a.findIndex((part, i) => part !== b[i])] ?? 'lot';
