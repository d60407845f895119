import type { EventInput, Firm, PairRule, Placement, Wish } from '../../timetable/index.js';

/** What a search is given: plain data, so that it can be handed to a thread. Slots and tables count from 1. */
export interface PlanInput {
  readonly slots: number;
  /** What each table is called in what is published. */
  readonly tables: readonly string[];
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
  /** What it is called in what is published: nobody but itself knows who that is. */
  readonly code: string;
  readonly side: 'orderer' | 'supplier';
  readonly isOnSite: boolean;
  readonly cap: number;
  readonly openSlots: readonly number[];
  readonly lossCredits: number;
}

export interface PlacedMeeting {
  readonly ordererId: string;
  readonly supplierId: string;
  readonly slot: number;
  /** Null where the orderer is not on site. */
  readonly table: number | null;
}

/** An event as the engine takes it and as it is published, and the way back to its firms and tables. */
export interface CodedEvent {
  readonly input: EventInput;
  meetingsOf(placements: readonly Placement[]): PlacedMeeting[];
}

/**
 * Firms and tables by their codes; of wishes only that a pair has one or two, and whether one is a must: who wished, and
 * who refused whom, is not published, and the choice of pairs does not depend on it. A fixed meeting is a promise with
 * a place; where the same two meet more than once, the further meetings only take up their places.
 */
export function codedEvent(plan: PlanInput): CodedEvent {
  const event = new Coding(plan);
  return { input: event.input(), meetingsOf: (placements) => event.meetingsOf(placements) };
}

const pairOf = ({ ordererId, supplierId }: Pick<PlacedMeeting, 'ordererId' | 'supplierId'>): string =>
  `${ordererId} ${supplierId}`;

class Coding {
  private readonly byId: ReadonlyMap<string, PlanFirm>;
  private readonly byCode: ReadonlyMap<string, PlanFirm>;
  private readonly kept: readonly PlacedMeeting[];
  private readonly further: readonly PlacedMeeting[];
  /** Each orderer's own table where there is one for each; an orderer that is elsewhere has a line of its own. */
  private readonly homes: ReadonlyMap<string, string>;

  constructor(private readonly plan: PlanInput) {
    this.byId = new Map(plan.firms.map((firm) => [firm.id, firm]));
    this.byCode = new Map(plan.firms.map((firm) => [firm.code, firm]));
    const first = new Map(plan.fixed.map((meeting) => [pairOf(meeting), meeting] as const).reverse());
    this.kept = [...first.values()];
    this.further = plan.fixed.filter((meeting) => first.get(pairOf(meeting)) !== meeting);
    this.homes = homesOf(plan);
  }

  input(): EventInput {
    const { slots, firms, seed } = this.plan;
    const kept = this.kept.map((one) => this.codesOf(one));
    return {
      slots,
      // In the order of their codes: the order of arrival, or of the hall, would tell who is who.
      tables: this.tables().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      firms: firms.map((firm) => this.firm(firm)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      wishes: this.wishes(),
      seed,
      ...(kept.length > 0 && { kept, rules: this.kept.map((meeting) => this.rule(meeting)) }),
    };
  }

  meetingsOf(placements: readonly Placement[]): PlacedMeeting[] {
    const planned = placements.map(({ meeting, slot, table }): PlacedMeeting => {
      const [orderer = '', supplier = ''] = JSON.parse(meeting) as string[];
      const no = this.plan.tables.indexOf(table) + 1;
      return {
        ordererId: this.byCode.get(orderer)?.id ?? '',
        supplierId: this.byCode.get(supplier)?.id ?? '',
        slot: slot + 1,
        table: no > 0 ? no : null,
      };
    });
    // What is fixed stays, whatever the search says of it.
    const fixed = new Set(this.plan.fixed.map(pairOf));
    return [...this.plan.fixed, ...planned.filter((meeting) => !fixed.has(pairOf(meeting)))];
  }

  private tables(): EventInput['tables'] {
    const taken = (no: number) => this.further.flatMap(({ table, slot }) => (table === no ? [slot - 1] : []));
    const lines = [...this.homes.values()].filter((id) => !this.plan.tables.includes(id));
    return [
      ...this.plan.tables.map((id, i) => ({ id, ...listed('unavailable', taken(i + 1)) })),
      ...lines.map((id) => ({ id })),
    ];
  }

  private firm({ id, code, side, cap, openSlots, lossCredits }: PlanFirm): Firm {
    const has = ({ ordererId, supplierId }: PlacedMeeting) => ordererId === id || supplierId === id;
    const [kept, further] = [this.kept.filter(has), this.further.filter(has)];
    const open = new Set([...openSlots, ...kept.map(({ slot }) => slot)]);
    for (const { slot } of further) open.delete(slot);
    const closed = Array.from({ length: this.plan.slots }, (_, i) => i).filter((slot) => !open.has(slot + 1));
    const home = this.homes.get(id);
    return {
      ...{ id: code, side, maxMeetings: Math.max(kept.length, Math.min(cap - further.length, open.size), 0) },
      ...listed('unavailable', closed),
      ...(home !== undefined && { homeTable: home }),
      ...(lossCredits > 0 && { lossCredits }),
    };
  }

  /** One for each pair that nobody refuses, weighted by how many of the two wished. */
  private wishes(): Wish[] {
    const pairs = new Map<string, { orderer: PlanFirm; supplier: PlanFirm; wants: string[] }>();
    for (const { fromId, toId, want } of this.plan.wishes) {
      const [from, to] = [this.byId.get(fromId), this.byId.get(toId)];
      if (!from || !to || from.side === to.side) continue;
      const [orderer, supplier] = from.side === 'orderer' ? [from, to] : [to, from];
      const key = pairOf({ ordererId: orderer.id, supplierId: supplier.id });
      const pair = pairs.get(key) ?? { orderer, supplier, wants: [] };
      pair.wants.push(want);
      pairs.set(key, pair);
    }
    return [...pairs.values()]
      .filter(({ wants }) => !wants.includes('no'))
      .map(({ orderer, supplier, wants }): Wish => ({
        ...{ from: orderer.code, to: supplier.code },
        kind: wants.includes('must') ? 'must' : 'like',
        weight: wants.length,
      }))
      .sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
  }

  private rule(meeting: PlacedMeeting): PairRule {
    const { slot, table, ordererId } = meeting;
    const isFree = table !== null && !this.homes.has(ordererId);
    const tables = isFree ? this.plan.tables.slice(table - 1, table) : [];
    return { ...this.codesOf(meeting), slot: slot - 1, ...listed('tables', tables) };
  }

  private codesOf({ ordererId, supplierId }: PlacedMeeting): { orderer: string; supplier: string } {
    return {
      orderer: this.byId.get(ordererId)?.code ?? '',
      supplier: this.byId.get(supplierId)?.code ?? '',
    };
  }
}

/** A list that is left out where it is empty: what is published is to be read. */
const listed = <K extends string, T>(key: K, list: readonly T[]): Partial<Record<K, readonly T[]>> =>
  list.length > 0 ? ({ [key]: list } as Record<K, readonly T[]>) : {};

/** An orderer that was put at several tables by hand has none of its own. */
function homesOf({ firms, tables, fixed }: PlanInput): Map<string, string> {
  const orderers = firms.filter(({ side }) => side === 'orderer');
  const onSite = orderers.filter(({ isOnSite }) => isOnSite);
  const homes = new Map<string, string>();
  for (const { id, code, isOnSite } of orderers) if (!isOnSite) homes.set(id, `line ${code}`);
  if (onSite.length > tables.length) return homes;
  const usedBy = (id: string) =>
    new Set(fixed.flatMap((one) => (one.ordererId === id && one.table !== null ? [one.table] : [])));
  const taken = new Set<number>(onSite.flatMap(({ id }) => (usedBy(id).size > 1 ? [...usedBy(id)] : [])));
  for (const { id } of onSite) {
    const [own] = usedBy(id);
    if (usedBy(id).size !== 1 || own === undefined || taken.has(own)) continue;
    taken.add(own);
    homes.set(id, tables[own - 1] ?? '');
  }
  for (const { id } of onSite) {
    if (homes.has(id) || usedBy(id).size > 0) continue;
    const free = tables.findIndex((_, i) => !taken.has(i + 1));
    if (free < 0) continue;
    taken.add(free + 1);
    homes.set(id, tables[free] ?? '');
  }
  return homes;
}
