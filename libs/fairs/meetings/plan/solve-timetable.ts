import { pairFirms, placeMeetings, type Participant, type SearchProgress } from '../../timetable/index.js';
import { worthOf } from './pair-reasons.js';

/** What a search is given: plain data, so that it can be handed to a thread. Slots count from 1. */
export interface PlanInput {
  readonly slots: number;
  readonly tables: number;
  readonly firms: readonly PlanFirm[];
  readonly wishes: readonly { fromId: string; toId: string; want: 'must' | 'like' | 'no' }[];
  /** Meetings that stay. */
  readonly fixed: readonly PlacedMeeting[];
  /** Hex. */
  readonly seed: string;
  readonly limitSeconds: number;
}

export interface PlanFirm {
  readonly id: string;
  readonly side: 'orderer' | 'supplier';
  readonly isOnSite: boolean;
  readonly cap: number;
  readonly openSlots: readonly number[];
}

export interface PlacedMeeting {
  readonly ordererId: string;
  readonly supplierId: string;
  readonly slot: number;
  /** Null where the orderer is not on site. */
  readonly table: number | null;
}

export interface PlanResult {
  readonly meetings: readonly PlacedMeeting[];
  /** Gaps between the meetings of one firm, summed; the proven least of these meetings. */
  readonly breaks: number;
  readonly bound: number;
  readonly isProven: boolean;
  /** Meetings of the supplier that has fewest. */
  readonly fewest: number;
}

interface Options {
  readonly onProgress: (progress: SearchProgress) => void;
  readonly isCancelled: () => boolean;
}

const keyOf = ({ ordererId, supplierId }: Pick<PlacedMeeting, 'ordererId' | 'supplierId'>) =>
  `${ordererId} ${supplierId}`;

/**
 * Who meets whom, then when and where, both by the exact engine. Where the chosen meetings cannot all be placed, those
 * that are wished for most are, one after the other.
 */
export function solveTimetable(input: PlanInput, options: Options): PlanResult {
  const homes = homesOf(input);
  const pairs = chosenPairs(input, homes);
  const placed = placedExactly(input, homes, pairs, options) ?? placedGreedily(input, homes, pairs);
  const count = (id: string) => placed.meetings.filter(({ supplierId }) => supplierId === id).length;
  const suppliers = input.firms.filter(({ side }) => side === 'supplier').map(({ id }) => count(id));
  return { ...placed, fewest: suppliers.length > 0 ? Math.min(...suppliers) : 0 };
}

type Pair = Pick<PlacedMeeting, 'ordererId' | 'supplierId'>;
type Placed = Omit<PlanResult, 'fewest'>;

/** Each orderer's own table where there is one for each; an orderer that is elsewhere has a line of its own. */
type Homes = ReadonlyMap<string, { table: number | null; id: string }>;

function homesOf({ firms, tables, fixed }: PlanInput): Homes {
  const orderers = firms.filter(({ side }) => side === 'orderer');
  const onSite = orderers.filter(({ isOnSite }) => isOnSite);
  const homes = new Map<string, { table: number | null; id: string }>();
  for (const { id, isOnSite } of orderers) if (!isOnSite) homes.set(id, { table: null, id: `line ${id}` });
  if (onSite.length > tables) return homes;
  const taken = new Set<number>();
  for (const { id } of onSite) {
    const own = new Set(
      fixed.flatMap((one) => (one.ordererId === id && one.table !== null ? [one.table] : [])),
    );
    const [table] = own;
    if (own.size !== 1 || table === undefined || taken.has(table)) continue;
    taken.add(table);
    homes.set(id, { table, id: `table ${table}` });
  }
  for (const { id } of onSite) {
    if (homes.has(id)) continue;
    const table = Array.from({ length: tables }, (_, i) => i + 1).find((no) => !taken.has(no)) ?? 1;
    taken.add(table);
    homes.set(id, { table, id: `table ${table}` });
  }
  return homes;
}

const closed = ({ openSlots }: PlanFirm, slots: number): number[] => {
  const open = new Set(openSlots);
  return Array.from({ length: slots }, (_, i) => i).filter((slot) => !open.has(slot + 1));
};

function tablesOf({ tables }: PlanInput, homes: Homes): { id: string }[] {
  const lines = [...homes.values()].filter(({ table }) => table === null);
  return [
    ...Array.from({ length: tables }, (_, i) => ({ id: `table ${i + 1}` })),
    ...lines.map(({ id }) => ({ id })),
  ];
}

function chosenPairs(input: PlanInput, homes: Homes): Pair[] {
  const { pairs } = pairFirms({
    slots: input.slots,
    tables: tablesOf(input, homes),
    firms: input.firms.map((firm) => ({
      id: firm.id,
      side: firm.side,
      maxMeetings: Math.min(firm.cap, firm.openSlots.length),
      unavailable: closed(firm, input.slots),
      homeTable: homes.get(firm.id)?.id ?? null,
    })),
    wishes: input.wishes.map(({ fromId, toId, want }) => ({ from: fromId, to: toId, kind: want })),
    seed: input.seed,
    kept: input.fixed.map(({ ordererId, supplierId }) => ({ orderer: ordererId, supplier: supplierId })),
  });
  const kept = new Set(input.fixed.map(keyOf));
  const chosen = pairs.map(({ orderer, supplier }) => ({ ordererId: orderer, supplierId: supplier }));
  // What is fixed stays whatever the caps say.
  return [...input.fixed, ...chosen.filter((pair) => !kept.has(keyOf(pair)))];
}

function placedExactly(
  input: PlanInput,
  homes: Homes,
  pairs: readonly Pair[],
  options: Options,
): Placed | null {
  const fixed = new Map(input.fixed.map((meeting) => [keyOf(meeting), meeting]));
  const participants = input.firms.map((firm): Participant => ({
    id: firm.id,
    unavailable: closed(firm, input.slots),
    homeTable: homes.get(firm.id)?.id ?? null,
  }));
  const meetings = pairs.map((pair) => {
    const stays = fixed.get(keyOf(pair));
    const tables =
      stays && stays.table !== null && !homes.has(pair.ordererId) ? [`table ${stays.table}`] : null;
    return {
      id: keyOf(pair),
      participants: [pair.ordererId, pair.supplierId],
      slot: stays ? stays.slot - 1 : null,
      tables,
    };
  });
  const problem = { slots: input.slots, tables: tablesOf(input, homes), participants, meetings };
  const seed = Number.parseInt(input.seed.slice(0, 7), 16) || 1;
  const began = performance.now();
  for (const fairness of [2, null]) {
    const left = input.limitSeconds - (performance.now() - began) / 1000;
    if (left <= 0) break;
    const result = placeMeetings({ ...problem, fairness }, { ...options, seconds: left, seed });
    if (result.breaks === null) continue;
    const tableOf = (id: string) => (id.startsWith('table ') ? Number(id.slice('table '.length)) : null);
    return {
      meetings: result.placements.map(({ meeting, slot, table }) => {
        const [ordererId = '', supplierId = ''] = meeting.split(' ');
        return { ordererId, supplierId, slot: slot + 1, table: tableOf(table) };
      }),
      breaks: result.breaks,
      bound: result.bound,
      isProven: result.status === 'optimal',
    };
  }
  return null;
}

/** The most wished for first, each to the first slot where both and a table are free. */
function placedGreedily(input: PlanInput, homes: Homes, pairs: readonly Pair[]): Placed {
  const wants = new Map(input.wishes.map(({ fromId, toId, want }) => [`${fromId} ${toId}`, want]));
  const worth = ({ ordererId, supplierId }: Pair) =>
    worthOf(wants.get(`${ordererId} ${supplierId}`) ?? null) +
    worthOf(wants.get(`${supplierId} ${ordererId}`) ?? null);
  const firms = new Map(input.firms.map((firm) => [firm.id, firm]));
  const meetings: PlacedMeeting[] = [...input.fixed];
  const isFree = (slot: number, key: 'ordererId' | 'supplierId' | 'table', value: unknown) =>
    !meetings.some((one) => one.slot === slot && one[key] === value);
  const kept = new Set(input.fixed.map(keyOf));
  const rest = pairs.filter((pair) => !kept.has(keyOf(pair))).toSorted((a, b) => worth(b) - worth(a));
  for (const { ordererId, supplierId } of rest) {
    const open = firms.get(supplierId)?.openSlots ?? [];
    const home = homes.get(ordererId);
    const tables = home ? [home.table] : Array.from({ length: input.tables }, (_, i) => i + 1);
    const place = (firms.get(ordererId)?.openSlots ?? [])
      .filter(
        (slot) =>
          open.includes(slot) &&
          isFree(slot, 'ordererId', ordererId) &&
          isFree(slot, 'supplierId', supplierId),
      )
      .flatMap((slot) => tables.map((table) => ({ slot, table })))
      .find(({ slot, table }) => table === null || isFree(slot, 'table', table));
    if (place) meetings.push({ ordererId, supplierId, ...place });
  }
  return { meetings, breaks: breaksOf(meetings), bound: 0, isProven: false };
}

function breaksOf(meetings: readonly PlacedMeeting[]): number {
  const days = new Map<string, number[]>();
  for (const { ordererId, supplierId, slot } of meetings)
    for (const id of [ordererId, supplierId]) days.set(id, [...(days.get(id) ?? []), slot]);
  const gaps = [...days.values()].map((slots) => {
    const sorted = slots.toSorted((a, b) => a - b);
    return sorted.filter((slot, i) => i > 0 && slot > (sorted[i - 1] ?? slot) + 1).length;
  });
  return gaps.reduce((sum, n) => sum + n, 0);
}
