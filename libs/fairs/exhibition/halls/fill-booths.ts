import { boothsOf, type FairHall, type PlannedBooth } from '#contracts/fair-plan.js';

export interface WantsBooths {
  readonly exhibitorId: string;
  readonly pavilionKey: string | null;
  readonly attends: 'on-site' | 'online' | 'both';
  /** How many it still lacks. */
  readonly booths: number;
}
export interface TakenBooth {
  readonly no: string;
  readonly pavilionKey: string | null;
}
export interface Assignment {
  readonly no: string;
  readonly exhibitorId: string;
}

type Run = readonly PlannedBooth[];

/**
 * Gives booths side by side in one row to exhibitors that lack some, in the order given, and moves nobody. A pavilion
 * grows where it stands already; it begins in the smallest gap that holds all of it, so that wide gaps stay. Who finds
 * no gap wide enough is left out.
 */
export function fillBooths(
  halls: readonly FairHall[],
  taken: readonly TakenBooth[],
  wanting: readonly WantsBooths[],
): Assignment[] {
  const state = new Plan(halls, taken);
  const inOrder = wanting.toSorted((a, b) => groupRank(a) - groupRank(b) || compareKeys(a, b));
  for (const [i, one] of inOrder.entries()) {
    const together = inOrder
      .slice(i)
      .filter((other) => one.pavilionKey !== null && other.pavilionKey === one.pavilionKey);
    state.place(
      one,
      Math.max(
        one.booths,
        together.reduce((sum, { booths }) => sum + booths, 0),
      ),
    );
  }
  return state.assigned;
}

/** Pavilions first: they need the widest gaps. */
const groupRank = ({ pavilionKey }: WantsBooths): number => (pavilionKey === null ? 1 : 0);
const compareKeys = (a: WantsBooths, b: WantsBooths): number =>
  (a.pavilionKey ?? '') < (b.pavilionKey ?? '') ? -1 : (a.pavilionKey ?? '') > (b.pavilionKey ?? '') ? 1 : 0;

class Plan {
  readonly assigned: Assignment[] = [];
  private readonly pavilionOf: Map<string, string | null>;

  constructor(
    private readonly halls: readonly FairHall[],
    taken: readonly TakenBooth[],
  ) {
    this.pavilionOf = new Map(taken.map(({ no, pavilionKey }) => [no, pavilionKey]));
  }

  place({ exhibitorId, pavilionKey, attends, booths }: WantsBooths, wish: number): void {
    const suitable = this.halls.filter((hall) => hall.isOnline === (attends === 'online'));
    const gaps = (suitable.length > 0 ? suitable : this.halls)
      .flatMap((hall) => this.gapsOf(hall))
      .filter((gap) => gap.length >= booths);
    const places = gaps.flatMap((gap) =>
      Array.from({ length: gap.length - booths + 1 }, (_, at) => ({
        run: gap.slice(at, at + booths),
        rank: [
          this.toPavilion(pavilionKey, gap.slice(at, at + booths)),
          tightness(gap.length, wish),
          at,
        ] as const,
      })),
    );
    const [best] = places.toSorted((a, b) => compare(a.rank, b.rank));
    for (const { no } of best?.run ?? []) {
      this.assigned.push({ no, exhibitorId });
      this.pavilionOf.set(no, pavilionKey);
    }
  }

  /** Free booths side by side. */
  private gapsOf(hall: FairHall): Run[] {
    const gaps: PlannedBooth[][] = [];
    let open: PlannedBooth[] = [];
    for (const [i, booth] of boothsOf(hall).entries()) {
      if (i % hall.perRow === 0) open = [];
      if (this.pavilionOf.has(booth.no)) open = [];
      else if (open.push(booth) === 1) gaps.push(open);
    }
    return gaps;
  }

  /** Metres to the nearest booth of the pavilion; far where it has none in that hall, equal for who belongs to none. */
  private toPavilion(key: string | null, run: Run): number {
    if (key === null) return 0;
    const booths = this.halls
      .flatMap((hall) => boothsOf(hall))
      .filter(({ no }) => this.pavilionOf.get(no) === key);
    if (booths.length === 0) return 0;
    const distances = booths.flatMap((own) =>
      run.map((one) => (one.hall === own.hall ? Math.abs(one.x - own.x) + Math.abs(one.y - own.y) : 10_000)),
    );
    return Math.min(...distances);
  }
}

/** The smallest gap that holds all first, then the widest of those that do not. */
const tightness = (length: number, wish: number): number => (length >= wish ? length - wish : 1_000 - length);

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
