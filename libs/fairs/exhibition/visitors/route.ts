import { boothsOf, crossAisles, type FairHall } from '#contracts/fair-plan.js';

/** A place to walk to: the aisle in front of a booth. Metres within its hall. */
export interface Spot {
  readonly hall: string;
  readonly x: number;
  readonly aisleY: number;
}
export interface Walk {
  /** Indexes of the given spots, in the order of the walk. */
  readonly order: readonly number[];
  /** From the entrance and between the stops. */
  readonly metres: readonly number[];
  readonly isShortest: boolean;
}

/** Between the entrances of two halls. */
const HALL_METRES = 60;
/** So many stops are ordered exactly (Held and Karp 1962: 2^n · n² steps). */
const EXACT = 12;

const middle = ({ x }: Spot): number => x + 1.5;

/** Walking distances of a fair: along the aisles, and from one to the next where a cross aisle is. */
export function distances(halls: readonly FairHall[]): {
  between: (a: Spot, b: Spot) => number;
  fromEntrance: (a: Spot) => number;
} {
  const crossings = new Map(halls.map((hall) => [hall.key, crossAisles(hall)]));
  const order = new Map(halls.map((hall, i) => [hall.key, i]));
  const toDoor = (a: Spot): number =>
    Math.min(...(crossings.get(a.hall) ?? [0]).map((x) => Math.abs(middle(a) - x) + x)) + a.aisleY;
  const halfWay = (a: Spot, b: Spot): number =>
    Math.abs((order.get(a.hall) ?? 0) - (order.get(b.hall) ?? 0)) * HALL_METRES;
  return {
    fromEntrance: (a) => toDoor(a) + (order.get(a.hall) ?? 0) * HALL_METRES,
    between: (a, b) => {
      if (a.hall !== b.hall) return toDoor(a) + halfWay(a, b) + toDoor(b);
      if (a.aisleY === b.aisleY) return Math.abs(a.x - b.x);
      const across = (crossings.get(a.hall) ?? [0]).map(
        (x) => Math.abs(middle(a) - x) + Math.abs(x - middle(b)),
      );
      return Math.min(...across) + Math.abs(a.aisleY - b.aisleY);
    },
  };
}

/** The spot of a booth by its number; null where the halls have none, or where it is online. */
export function spotOf(halls: readonly FairHall[], no: string): Spot | null {
  for (const hall of halls) {
    const booth = hall.isOnline ? undefined : boothsOf(hall).find((one) => one.no === no);
    if (booth) return { hall: hall.key, x: booth.x, aisleY: booth.aisleY };
  }
  return null;
}

/** The order in which to walk from the entrance over all spots: the shortest for up to twelve, else a good one. */
export function walkOver(halls: readonly FairHall[], spots: readonly Spot[]): Walk {
  const { between, fromEntrance } = distances(halls);
  const d = spots.map((a) => spots.map((b) => between(a, b)));
  const start = spots.map(fromEntrance);
  const isShortest = spots.length <= EXACT;
  const order = isShortest ? exactOrder(start, d) : improved(inserted(start, d), start, d);
  const metres = order.map((at, i) =>
    Math.round(i === 0 ? (start[at] ?? 0) : (d[order[i - 1] ?? 0]?.[at] ?? 0)),
  );
  return { order, metres, isShortest };
}

type Matrix = readonly (readonly number[])[];

/** Length of a walk from the entrance. */
export const lengthOf = (order: readonly number[], start: readonly number[], d: Matrix): number =>
  order.reduce((sum, at, i) => sum + (i === 0 ? (start[at] ?? 0) : (d[order[i - 1] ?? 0]?.[at] ?? 0)), 0);

/** Held and Karp's dynamic program for a path that begins at the entrance and ends anywhere. */
function exactOrder(start: readonly number[], d: Matrix): number[] {
  const n = start.length;
  if (n === 0) return [];
  const best = new Float64Array((1 << n) * n).fill(Infinity);
  const before = new Int8Array((1 << n) * n).fill(-1);
  for (let i = 0; i < n; i++) best[(1 << i) * n + i] = start[i] ?? 0;
  for (let set = 1; set < 1 << n; set++)
    for (let last = 0; last < n; last++) {
      const here = best[set * n + last] ?? Infinity;
      if (here === Infinity) continue;
      for (let next = 0; next < n; next++) {
        if (set & (1 << next)) continue;
        const at = (set | (1 << next)) * n + next;
        const length = here + (d[last]?.[next] ?? 0);
        if (length >= (best[at] ?? 0)) continue;
        best[at] = length;
        before[at] = last;
      }
    }
  let set = (1 << n) - 1;
  let last = 0;
  for (let i = 1; i < n; i++) if ((best[set * n + i] ?? 0) < (best[set * n + last] ?? 0)) last = i;
  const order: number[] = [];
  while (last >= 0) {
    order.unshift(last);
    const previous = before[set * n + last] ?? -1;
    set &= ~(1 << last);
    last = previous;
  }
  return order;
}

/** Nearest insertion: each time the spot nearest to the walk, where it adds least. */
function inserted(start: readonly number[], d: Matrix): number[] {
  const left = new Set(start.keys());
  const order: number[] = [];
  while (left.size > 0) {
    const near = (at: number): number => Math.min(start[at] ?? 0, ...order.map((one) => d[one]?.[at] ?? 0));
    const [next = 0] = [...left].toSorted((a, b) => near(a) - near(b));
    const ways = Array.from({ length: order.length + 1 }, (_, at) => order.toSpliced(at, 0, next));
    order.splice(
      0,
      order.length,
      ...(ways.toSorted((a, b) => lengthOf(a, start, d) - lengthOf(b, start, d))[0] ?? []),
    );
    left.delete(next);
  }
  return order;
}

/** 2-opt: turns parts of the walk around while that shortens it. */
function improved(order: number[], start: readonly number[], d: Matrix): number[] {
  let best = order;
  let length = lengthOf(best, start, d);
  for (let found = true; found;) {
    found = false;
    for (let i = 0; i < best.length - 1; i++)
      for (let j = i + 1; j < best.length; j++) {
        const turned = [...best.slice(0, i), ...best.slice(i, j + 1).reverse(), ...best.slice(j + 1)];
        const other = lengthOf(turned, start, d);
        if (other >= length - 1e-9) continue;
        [best, length, found] = [turned, other, true];
      }
  }
  return best;
}
