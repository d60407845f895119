import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import type { Table } from '../../timetable/index.js';

interface Hall {
  readonly firms: readonly TimetableFirm[];
  readonly tables: number;
  readonly closedTables: readonly number[];
}
type Placed = Pick<PlannedMeeting, 'ordererId' | 'table' | 'slot'>;

const name = (table: number): string => `table ${table}`;
/** An orderer that comes by a call needs no table: in the search it has a line of its own. */
const line = (ordererId: string): string => `line ${ordererId}`;

/** At which tables each orderer may meet from now on. */
export class HallTables {
  private readonly open: readonly number[];
  private readonly homes = new Map<string, readonly number[]>();

  constructor(
    private readonly hall: Hall,
    movable: readonly Placed[],
    private readonly busy: readonly Placed[],
  ) {
    const closed = new Set(hall.closedTables);
    this.open = Array.from({ length: hall.tables }, (_, i) => i + 1).filter((table) => !closed.has(table));
    const used = (id: string): number[] => [
      ...new Set(movable.flatMap((one) => (one.ordererId === id && one.table !== null ? [one.table] : []))),
    ];
    const orderers = hall.firms.filter((firm) => firm.side === 'orderer' && firm.attends === 'on-site');
    const ids = orderers.map(({ participantId }) => participantId);
    for (const id of ids)
      this.homes.set(
        id,
        used(id).filter((table) => !closed.has(table)),
      );
    const taken = new Set([...this.homes.values()].flat());
    // Who had a table before who has had none.
    const homeless = ids.toSorted((a, b) => Number(used(b).length > 0) - Number(used(a).length > 0));
    for (const id of homeless) {
      if ((this.homes.get(id) ?? []).length > 0) continue;
      const free = this.open.find((table) => !taken.has(table));
      if (free === undefined) continue;
      taken.add(free);
      this.homes.set(id, [free]);
    }
  }

  /** An orderer for which no table is left of its own may go to any, as they are free. */
  allowed(ordererId: string): string[] {
    const home = this.homes.get(ordererId);
    if (!home) return [line(ordererId)];
    return (home.length > 0 ? home : this.open).map(name);
  }

  /** Whether an orderer meets at a table. */
  seats(ordererId: string): boolean {
    return this.homes.has(ordererId);
  }

  /** Places at tables in these slots together. */
  places(slots: readonly number[]): number {
    const coming = new Set(slots);
    const taken = this.busy.filter(
      ({ table, slot }) => table !== null && this.open.includes(table) && coming.has(slot),
    );
    return this.open.length * slots.length - taken.length;
  }

  /** Whether a meeting's table is still there. */
  keeps({ ordererId, table }: Placed): boolean {
    return table === null ? !this.homes.has(ordererId) : this.open.includes(table);
  }

  /** What a meeting's place is called in the search. */
  nameOf({ ordererId, table }: Placed): string {
    return table === null ? line(ordererId) : name(table);
  }

  /** The number of a table of the search; null for a line. */
  noOf(table: string): number | null {
    return this.open.find((no) => name(no) === table) ?? null;
  }

  tables(): Table[] {
    const takenAt = (table: number) =>
      this.busy.flatMap((one) => (one.table === table ? [one.slot - 1] : []));
    const lines = this.hall.firms.filter(
      ({ side, participantId }) => side === 'orderer' && !this.homes.has(participantId),
    );
    return [
      ...this.open.map((table) => ({ id: name(table), unavailable: takenAt(table) })),
      ...lines.map(({ participantId }) => ({ id: line(participantId) })),
    ];
  }
}
