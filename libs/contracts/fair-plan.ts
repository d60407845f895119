import { z } from 'zod';
import { line, optionalLine } from './shapes.js';

/**
 * A hall of a fair. Its booths follow from it: `rows` rows of `perRow` booths, numbered through the hall from `A-01`.
 * An online hall has numbers and pages, and no place to walk to.
 */
export const fairHall = z.object({
  /** What the numbers of its booths begin with. */
  key: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Z0-9]?$/),
  name: line(80),
  nameEn: optionalLine(80),
  rows: z.int().min(1).max(12),
  perRow: z.int().min(1).max(40),
  isOnline: z.boolean().default(false),
});
export type FairHall = z.output<typeof fairHall>;

/** A booth as it stands on the hall's plan. Metres from the hall's entrance, which is its upper left corner. */
export interface PlannedBooth {
  readonly no: string;
  readonly hall: string;
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
  /** The aisle in front of it. */
  readonly aisleY: number;
}

/** Side of a booth (the usual 小間 of Japanese fairs is 3 m by 3 m) and width of an aisle, in metres. */
export const BOOTH_METRES = 3;
export const AISLE_METRES = 4;
/** After so many booths of a row a cross aisle. */
const BLOCK = 10;

const columnX = (column: number): number =>
  AISLE_METRES + column * BOOTH_METRES + Math.floor(column / BLOCK) * AISLE_METRES;

/** Rows stand back to back in pairs behind the first: row 0, aisle, rows 1 and 2, aisle, rows 3 and 4 … */
function rowPlace(row: number): { y: number; aisleY: number } {
  const pairs = Math.ceil(row / 2);
  const y = row * BOOTH_METRES + pairs * AISLE_METRES;
  const isAboveAisle = row % 2 === 0;
  return { y, aisleY: isAboveAisle ? y + BOOTH_METRES + AISLE_METRES / 2 : y - AISLE_METRES / 2 };
}

/** The booths of a hall, in the order of their numbers. */
export function boothsOf({ key, rows, perRow }: Pick<FairHall, 'key' | 'rows' | 'perRow'>): PlannedBooth[] {
  return Array.from({ length: rows * perRow }, (_, i) => {
    const { y, aisleY } = rowPlace(Math.floor(i / perRow));
    return {
      ...{ no: `${key}-${String(i + 1).padStart(2, '0')}`, hall: key },
      ...{ x: columnX(i % perRow), y, aisleY },
    };
  });
}

/** Width and depth of a hall in metres, aisles at its sides among them. */
export function sizeOf({ rows, perRow }: Pick<FairHall, 'rows' | 'perRow'>): {
  width: number;
  depth: number;
} {
  const last = rowPlace(rows - 1);
  return {
    width: columnX(perRow - 1) + BOOTH_METRES + AISLE_METRES,
    depth: Math.max(last.y + BOOTH_METRES, last.aisleY) + AISLE_METRES / 2,
  };
}

/** Where one can change from one aisle of a hall to another: at both its sides and through the cross aisles. */
export function crossAisles({ rows, perRow }: Pick<FairHall, 'rows' | 'perRow'>): number[] {
  const { width } = sizeOf({ rows, perRow });
  const between = Array.from(
    { length: Math.floor((perRow - 1) / BLOCK) },
    (_, i) => columnX((i + 1) * BLOCK) - AISLE_METRES / 2,
  );
  return [AISLE_METRES / 2, ...between, width - AISLE_METRES / 2];
}
