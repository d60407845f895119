import type { PreparedNeed } from '../prepared-need.js';
import type { Requirement } from '../match.types.js';
import { dayCount, daysBetween } from '../rules/numbers.js';
import { compareRoom, stepsOld, windowOf } from '../rules/room.js';
import {
  compareAtLeast,
  compareAtMost,
  compareDelivery,
  compareEnvelope,
  compareLot,
  compareQuantity,
  IN_TIME,
  MET,
  MISSED,
  PARTLY,
  UNKNOWN,
  type Code,
} from '../rules/verdicts.js';
import {
  capacitiesAt,
  capacitiesEnd,
  CAPACITY_CELLS,
  certificatesAt,
  dayNumber,
  figureAt,
  figureOf,
  freeOf,
  rowLength,
  tagOfCapacity,
  tagOfRow,
  themesAt,
  toldDayOf,
} from '../store/firm-codec.js';
import type { FirmStore } from '../store/firm-store.js';

/** The firm at hand: its record, and where the rows that count begin. Reused from firm to firm. */
export class FirmView {
  cells: Uint32Array = new Uint32Array(0);
  at = 0;
  rows: Int32Array = new Int32Array(64);
  count = 0;

  /** @param counts per tag whether rows of that process count; null: all do */
  constructor(
    private readonly store: FirmStore,
    private readonly counts: Uint8Array | null,
  ) {}

  /** About where a firm comes by its id, 0 (first) to 1. */
  placeOf(slot: number): number {
    return this.store.order.placeOf(slot);
  }

  read(slot: number): void {
    const { counts } = this;
    const cells = this.store.recordPage(slot);
    const at = this.store.recordOffset(slot);
    const begin = at + 3;
    const end = begin + (cells[at + 2]! >>> 16);
    this.cells = cells;
    this.at = at;
    this.count = 0;
    for (let row = begin; row < end;) {
      const head = cells[row]!;
      if (counts === null || counts[tagOfRow(head)] === 1) {
        if (this.count === this.rows.length) this.rows = longer(this.rows);
        this.rows[this.count++] = row;
      }
      row += rowLength(head);
    }
  }
}

function longer(rows: Int32Array): Int32Array {
  const doubled = new Int32Array(rows.length * 2);
  doubled.set(rows);
  return doubled;
}

/** The verdict of a requirement on the firm at hand, equal to that of its rule in rules/. */
export type Exact = (firm: FirmView) => Code;
type RowRule = (cells: Uint32Array, row: number, firm: FirmView) => Code;

/** What judges a requirement by a firm's record; null where sets of tags tell it all. */
export function exactRule(requirement: Requirement, need: PreparedNeed, store: FirmStore): Exact | null {
  if (requirement.kind === 'certificate') return certificateRule(requirement.certificate, need, store);
  const rule = rowRule(requirement, need, store);
  return rule && bestRow(rule);
}

function bestRow(rule: RowRule): Exact {
  return (firm) => {
    if (firm.count === 0) return UNKNOWN;
    let best: Code = MISSED;
    for (let i = 0; i < firm.count && best !== MET; i++) {
      const code = rule(firm.cells, firm.rows[i]!, firm);
      if (code > best) best = code;
    }
    return best;
  };
}

function rowRule(requirement: Requirement, need: PreparedNeed, { codec }: FirmStore): RowRule | null {
  const of = (bit: number) => (cells: Uint32Array, row: number) => figureAt(cells, row, bit, codec.figures);
  const [from, to] = [of(figureOf.lotFrom), of(figureOf.lotTo)];
  switch (requirement.kind) {
    case 'envelope': {
      const wanted = [requirement.x, requirement.y, requirement.z].sort((a, b) => b - a);
      const [x, y, z] = [of(figureOf.maxX), of(figureOf.maxY), of(figureOf.maxZ)];
      return (cells, row) => compareEnvelope(wanted, x(cells, row), y(cells, row), z(cells, row));
    }
    case 'mass': {
      const mass = of(figureOf.maxMassKg);
      return (cells, row) => compareAtLeast(requirement.kg, mass(cells, row));
    }
    case 'tolerance': {
      const tolerance = of(figureOf.toleranceMm);
      return (cells, row) => compareAtMost(requirement.mm, tolerance(cells, row));
    }
    case 'lot':
      return (cells, row) => compareLot(requirement.pieces, from(cells, row), to(cells, row));
    case 'quantity':
      return (cells, row) => compareQuantity(requirement.pieces, from(cells, row), to(cells, row));
    case 'delivery': {
      const days = daysBetween(need.today, requirement.date);
      const lead = of(figureOf.leadTimeDays);
      const today = dayCount(need.today);
      return (cells, row, firm) => compareDelivery(days, lead(cells, row), roomCode(firm, row, days, today));
    }
    default:
      return null;
  }
}

/** A delivery in time is worth as much as the newest of the firm's answers is fresh, at best. */
export function bestDelivery(today: string, { toldOn }: FirmStore): (slot: number) => Code {
  const now = dayCount(today);
  return (slot) => {
    const day = toldOn(slot);
    const steps = day === 0 ? 3 : stepsOld(Math.max(0, now - day));
    return Math.max(IN_TIME, MET - steps) as Code;
  };
}

/** What the firm told of its room up to the delivery, as `roomOf` in rules/room.ts has it. */
function roomCode({ cells, at }: FirmView, row: number, days: number, today: number): Code {
  const tag = tagOfRow(cells[row]!);
  const end = capacitiesEnd(cells, at);
  for (let i = capacitiesAt(cells, at); i < end; i += CAPACITY_CELLS)
    if (tagOfCapacity(cells[i]!) === tag) {
      const age = Math.max(0, today - toldDayOf(cells[i + 1]!));
      return compareRoom(freeOf(cells, i, windowOf(days, age)), age);
    }
  return IN_TIME;
}

/** For firms that list this certificate; see rules/firm.ts. */
function certificateRule(kind: string, { today, validOn }: PreparedNeed, { tags }: FirmStore): Exact {
  const tag = tags.find('certificate', kind);
  const [now, then] = [dayNumber(today), dayNumber(validOn)];
  return ({ cells, at }) => {
    const end = themesAt(cells, at);
    let until = 0;
    for (let i = certificatesAt(cells, at); i < end; i += 2)
      if (cells[i] === tag && cells[i + 1]! > until) until = cells[i + 1]!;
    if (until >= then) return MET;
    return until >= now ? PARTLY : MISSED;
  };
}
