import { bitsSet, grown } from '#platform/search/arrays/index.js';
import type { CapacityRow, EquipmentRow, ProcessRow, Supplier } from '../match.types.js';
import { remembered } from '../remembered.js';
import { DAY_IN_MS, isTold } from '../rules/numbers.js';
import { toldDay } from '../rules/room.js';
import type { FirmTags } from './firm-tags.js';

/** The figures of a process row, each with its bit in the row's head. */
export const figureOf = {
  maxX: 0,
  maxY: 1,
  maxZ: 2,
  maxMassKg: 3,
  toleranceMm: 4,
  lotFrom: 5,
  lotTo: 6,
  leadTimeDays: 7,
} as const;
type Figure = keyof typeof figureOf;
const figureNames = Object.keys(figureOf) as Figure[];
const FIGURE_BITS = 8;
const FIGURE_MASK = (1 << FIGURE_BITS) - 1;

/** A certificate without a date: stands behind every day that is written as a number (20261101). */
export const NO_DAY = 99_990_000;
/** A capacity entry: tag and the next 4 weeks; the next 8 and 12 weeks and the day it was told. */
export const CAPACITY_CELLS = 2;
const PERCENT_BITS = 8;
/** In place of a percentage. */
const NOT_TOLD = 255;
const DAY_BITS = 16;

/**
 * What the rules ask of a firm, as 32-bit numbers, and how to get at them. A record is
 *
 *     [processes | materials << 16] [certificates | themes << 16] [capacities | cells of the rows << 16]
 *     rows: [tag << 8 | which figures are told] [number of each figure told] …
 *     materials: [tag] …   certificates: [tag] [day] …   themes: [tag] …   capacities: [tag << 8 | weeks 4] [weeks 8 << 24 | weeks 12 << 16 | day] …
 *
 * Days of capacities are counted from 1970, until 2149. Tags are the numbers of FirmTags; figures are numbered by their value, since few values are used by many firms.
 */
export class FirmCodec {
  private values = new Float64Array(1 << 10);
  private readonly numbers = new Map<number, number>();

  constructor(private readonly tags: FirmTags) {}

  /** The value of a numbered figure. */
  get figures(): Float64Array {
    return this.values;
  }

  encode(firm: Supplier): number[] {
    const { tags } = this;
    const rows = firm.processes.flatMap((row) => this.encodeRow(row));
    return [
      firm.processes.length | (firm.materials.length << 16),
      firm.certificates.length | (firm.themes.length << 16),
      firm.capacity.length | (rows.length << 16),
      ...rows,
      ...firm.materials.map((code) => tags.stated('material', code)),
      ...firm.certificates.flatMap((each) => [
        tags.stated('certificate', each.kind),
        dayNumber(each.validUntil),
      ]),
      ...firm.themes.map((code) => tags.stated('theme', code)),
      ...firm.capacity.flatMap((row) => [
        (tags.stated('process', row.process) << PERCENT_BITS) | (row.weeks4 ?? NOT_TOLD),
        ((row.weeks8 ?? NOT_TOLD) << 24) | ((row.weeks12 ?? NOT_TOLD) << DAY_BITS) | toldDay(row.toldAt),
      ]),
    ];
  }

  processes(cells: Uint32Array, at: number): ProcessRow[] {
    const processes: ProcessRow[] = [];
    const end = materialsAt(cells, at);
    for (let row = rowsAt(at); row < end; row += rowLength(cells[row]!))
      processes.push(this.decodeRow(cells, row));
    return processes;
  }

  materials(cells: Uint32Array, at: number): string[] {
    return this.codes(cells, materialsAt(cells, at), certificatesAt(cells, at));
  }

  certificates(cells: Uint32Array, at: number): Supplier['certificates'] {
    const certificates: Supplier['certificates'] = [];
    const end = themesAt(cells, at);
    for (let i = certificatesAt(cells, at); i < end; i += 2)
      certificates.push({ kind: this.tags.codeOf(cells[i]!), validUntil: dayOf(cells[i + 1]!) });
    return certificates;
  }

  themes(cells: Uint32Array, at: number): string[] {
    return this.codes(cells, themesAt(cells, at), capacitiesAt(cells, at));
  }

  /** Of when it was told, only the day. */
  capacity(cells: Uint32Array, at: number): CapacityRow[] {
    const capacity: CapacityRow[] = [];
    const end = capacitiesEnd(cells, at);
    const weeks = (at: number, which: CapacityWeeks) => {
      const free = freeOf(cells, at, which);
      return Number.isNaN(free) ? null : free;
    };
    for (let i = capacitiesAt(cells, at); i < end; i += CAPACITY_CELLS)
      capacity.push({
        process: this.tags.codeOf(tagOfCapacity(cells[i]!)),
        weeks4: weeks(i, 'weeks4'),
        weeks8: weeks(i, 'weeks8'),
        weeks12: weeks(i, 'weeks12'),
        toldAt: beginningOf(toldDayOf(cells[i + 1]!)),
      });
    return capacity;
  }

  private codes(cells: Uint32Array, from: number, to: number): string[] {
    const codes: string[] = [];
    for (let i = from; i < to; i++) codes.push(this.tags.codeOf(cells[i]!));
    return codes;
  }

  private encodeRow(row: ProcessRow): number[] {
    let told = 0;
    const cells = [0];
    for (const [bit, name] of figureNames.entries()) {
      const value = row[name];
      if (!isTold(value)) continue;
      told |= 1 << bit;
      cells.push(this.numberOf(value));
    }
    cells[0] = (this.tags.stated('process', row.code) << FIGURE_BITS) | told;
    return cells;
  }

  private decodeRow(cells: Uint32Array, row: number): ProcessRow {
    const { values } = this;
    const head = cells[row]!;
    let at = row;
    // In the order of their bits; spelled out, since setting one by one by its name takes several times as long.
    const next = (bit: number) => ((head & (1 << bit)) === 0 ? null : values[cells[++at]!]!);
    return {
      code: this.tags.codeOf(tagOfRow(head)),
      maxX: next(figureOf.maxX),
      maxY: next(figureOf.maxY),
      maxZ: next(figureOf.maxZ),
      maxMassKg: next(figureOf.maxMassKg),
      toleranceMm: next(figureOf.toleranceMm),
      lotFrom: next(figureOf.lotFrom),
      lotTo: next(figureOf.lotTo),
      leadTimeDays: next(figureOf.leadTimeDays),
    };
  }

  private numberOf(value: number): number {
    let number = this.numbers.get(value);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(value, number);
      this.values = grown(this.values, number + 1);
      this.values[number] = value;
    }
    return number;
  }
}

// Where the parts of the record at `at` begin.
const rowsAt = (at: number) => at + 3;
const materialsAt = (cells: Uint32Array, at: number) => rowsAt(at) + (cells[at + 2]! >>> 16);
export const certificatesAt = (cells: Uint32Array, at: number): number =>
  materialsAt(cells, at) + (cells[at]! >>> 16);
export const themesAt = (cells: Uint32Array, at: number): number =>
  certificatesAt(cells, at) + 2 * (cells[at + 1]! & 0xffff);
export const capacitiesAt = (cells: Uint32Array, at: number): number =>
  themesAt(cells, at) + (cells[at + 1]! >>> 16);
export const capacitiesEnd = (cells: Uint32Array, at: number): number =>
  capacitiesAt(cells, at) + CAPACITY_CELLS * (cells[at + 2]! & 0xffff);

/** How many cells a row takes, by its head. */
export function rowLength(head: number): number {
  return 1 + bitsSet(head & FIGURE_MASK);
}

export function tagOfRow(head: number): number {
  return head >>> FIGURE_BITS;
}

/** A figure of the row that begins at `row`; NaN where it is not told. */
export function figureAt(cells: Uint32Array, row: number, bit: number, figures: Float64Array): number {
  const head = cells[row]!;
  if ((head & (1 << bit)) === 0) return NaN;
  return figures[cells[row + 1 + bitsSet(head & ((1 << bit) - 1))]!]!;
}

export function tagOfCapacity(cell: number): number {
  return cell >>> PERCENT_BITS;
}

/** The instant in which a day begins in UTC, which is the same day in Japan. @param day in days from 1970 */
const beginningOf = remembered(10_000, (day: number) => new Date(day * DAY_IN_MS).toISOString());

type CapacityWeeks = 'weeks4' | 'weeks8' | 'weeks12';

/** The percentage of the capacity entry that begins at `at`; NaN where it is not told. */
export function freeOf(cells: Uint32Array, at: number, weeks: CapacityWeeks): number {
  const free =
    weeks === 'weeks4'
      ? cells[at]! & 0xff
      : weeks === 'weeks8'
        ? cells[at + 1]! >>> 24
        : (cells[at + 1]! >>> DAY_BITS) & 0xff;
  return free === NOT_TOLD ? NaN : free;
}

/** The day of a capacity entry's second cell, in days from 1970. */
export function toldDayOf(cell: number): number {
  return cell & 0xffff;
}

/** 2026-11-01 → 20261101, so that days compare as numbers; null → NO_DAY. */
export function dayNumber(day: string | null): number {
  if (day === null) return NO_DAY;
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

function dayOf(number: number): string | null {
  if (number === NO_DAY) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** What is only read where a firm is shown, as one text. */
export function encodeWords({ name, updatedAt, equipment, capacity, texts }: Supplier): string {
  return JSON.stringify([
    name,
    updatedAt,
    equipment.map((e) => [e.kind, e.maker, e.model, e.count, e.maxX, e.maxY, e.maxZ]),
    capacity.map((c) => [c.process, c.weeks4, c.weeks8, c.weeks12, c.toldAt]),
    texts.flatMap(({ field, text }) => [field, text]),
  ]);
}

type Machine = [string | null, string, string, number, number | null, number | null, number | null];
type Spare = [string, number | null, number | null, number | null, string];

export function decodeWords(
  text: string,
): Pick<Supplier, 'name' | 'updatedAt' | 'equipment' | 'capacity' | 'texts'> {
  const [name, updatedAt, machines, spare, flat] = JSON.parse(text) as [
    string,
    string,
    Machine[],
    Spare[],
    string[],
  ];
  const texts: Supplier['texts'] = [];
  for (let i = 0; i < flat.length; i += 2)
    texts.push({ field: flat[i] as Supplier['texts'][number]['field'], text: flat[i + 1]! });
  const equipment = machines.map(([kind, maker, model, count, maxX, maxY, maxZ]): EquipmentRow => ({
    kind,
    maker,
    model,
    count,
    maxX,
    maxY,
    maxZ,
  }));
  const capacity = spare.map(([process, weeks4, weeks8, weeks12, toldAt]): CapacityRow => ({
    process,
    weeks4,
    weeks8,
    weeks12,
    toldAt,
  }));
  return { name, updatedAt, equipment, capacity, texts };
}
