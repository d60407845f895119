import { bitsSet, grown } from '#platform/search/arrays/index.js';
import type { CapacityRow, EquipmentRow, ProcessRow, Supplier } from '../match.types.js';
import { isTold } from '../rules/numbers.js';
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
/** Bits of a capacity entry: 0 % free told for the next 4, 8, 12 weeks. */
export const FULL_4 = 1;
export const FULL_8 = 2;
export const FULL_12 = 4;
const FULL_BITS = 3;

/**
 * What the rules ask of a firm, as 32-bit numbers, and how to get at them. A record is
 *
 *     [processes | materials << 16] [certificates | themes << 16] [capacities | cells of the rows << 16]
 *     rows: [tag << 8 | which figures are told] [number of each figure told] …
 *     materials: [tag] …   certificates: [tag] [day] …   themes: [tag] …   capacities: [tag << 3 | full] …
 *
 * Tags are the numbers of FirmTags; figures are numbered by their value, since few values are used by many firms.
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
      ...firm.capacity.map((row) => (tags.stated('process', row.process) << FULL_BITS) | fullBits(row)),
    ];
  }

  /** The parts of a supplier that are in its record. */
  decode(
    cells: Uint32Array,
    at: number,
  ): Pick<Supplier, 'processes' | 'materials' | 'certificates' | 'themes'> {
    const { tags } = this;
    const code = (place: number) => tags.codeOf(cells[place]!);
    const places = layout(cells, at);
    const processes: ProcessRow[] = [];
    for (let row = places.rows; row < places.materials; row += rowLength(cells[row]!))
      processes.push(this.decodeRow(cells, row));
    const materials: string[] = [];
    for (let i = places.materials; i < places.certificates; i++) materials.push(code(i));
    const certificates: Supplier['certificates'] = [];
    for (let i = places.certificates; i < places.themes; i += 2)
      certificates.push({ kind: code(i), validUntil: dayOf(cells[i + 1]!) });
    const themes: string[] = [];
    for (let i = places.themes; i < places.capacities; i++) themes.push(code(i));
    return { processes, materials, certificates, themes };
  }

  /** The capacity of a record, as far as rules ask for it: whether 0 % is free; everything else as not told. */
  decodeCapacity(cells: Uint32Array, at: number): CapacityRow[] {
    const { capacities, end } = layout(cells, at);
    const capacity: CapacityRow[] = [];
    const weeks = (cell: number, bit: number) => ((cell & bit) === 0 ? null : 0);
    for (let i = capacities; i < end; i++) {
      const cell = cells[i]!;
      capacity.push({
        process: this.tags.codeOf(tagOfCapacity(cell)),
        weeks4: weeks(cell, FULL_4),
        weeks8: weeks(cell, FULL_8),
        weeks12: weeks(cell, FULL_12),
        toldAt: '',
      });
    }
    return capacity;
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
    const decoded: ProcessRow = { code: this.tags.codeOf(tagOfRow(cells[row]!)) };
    for (const [bit, name] of figureNames.entries()) {
      const value = figureAt(cells, row, bit, this.values);
      decoded[name] = Number.isNaN(value) ? null : value;
    }
    return decoded;
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

export interface FirmLayout {
  rows: number;
  materials: number;
  certificates: number;
  themes: number;
  capacities: number;
  end: number;
}

/** Where the parts of a record begin. */
export function layout(cells: Uint32Array, at: number): FirmLayout {
  const rows = at + 3;
  const materials = rows + (cells[at + 2]! >>> 16);
  const certificates = materials + (cells[at]! >>> 16);
  const themes = certificates + 2 * (cells[at + 1]! & 0xffff);
  const capacities = themes + (cells[at + 1]! >>> 16);
  return { rows, materials, certificates, themes, capacities, end: capacities + (cells[at + 2]! & 0xffff) };
}

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
  return cell >>> FULL_BITS;
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

function fullBits({ weeks4, weeks8, weeks12 }: CapacityRow): number {
  return (weeks4 === 0 ? FULL_4 : 0) | (weeks8 === 0 ? FULL_8 : 0) | (weeks12 === 0 ? FULL_12 : 0);
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
