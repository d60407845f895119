import type { Dictionary } from '#platform/search/arrays/index.js';
import { counted, tokens } from './tokens.js';

/** A cell of a record is token << 6 | how often it occurs in it, at most 63. */
export const FREQUENCY_BITS = 6;
export const MOST_OFTEN = (1 << FREQUENCY_BITS) - 1;

/**
 * A text as numbers: [tokens in all] [different tokens] [token << 6 | frequency] …
 * Tokens are in the order of their first occurrence, so that sums over them come out the same every time.
 */
export function encodeText(text: string, keys: Dictionary): number[] {
  const counts = counted(tokens(text));
  const cells = [0, counts.size];
  for (const [token, count] of counts) {
    cells[0]! += count;
    cells.push((keys.add(token) << FREQUENCY_BITS) | Math.min(count, MOST_OFTEN));
  }
  return cells;
}

/** Visits the tokens of the record at `at`, and says where the next one begins. */
export function eachToken(
  cells: ArrayLike<number>,
  at: number,
  visit: (key: number, frequency: number) => void,
): number {
  const end = at + 2 + cells[at + 1]!;
  for (let i = at + 2; i < end; i++) visit(cells[i]! >>> FREQUENCY_BITS, cells[i]! & MOST_OFTEN);
  return end;
}
