import type { Dictionary } from '#platform/search/arrays/index.js';
import { cutsOf, wordsAt } from './cuts.js';
import { counted, normalise, tokensOf, words } from './tokens.js';

/** A cell of a record is token << 6 | how often it occurs in it, at most 63. */
export const FREQUENCY_BITS = 6;
export const MOST_OFTEN = (1 << FREQUENCY_BITS) - 1;

/**
 * A text as numbers: [tokens in all] [cells of cuts << 16 | different tokens] [token << 6 | frequency] … cuts (cuts.ts)
 * Tokens are in the order of their first occurrence, so that sums over them come out the same every time.
 */
export function encodeText(text: string, keys: Dictionary): number[] {
  const plain = normalise(text);
  const cut = words(plain);
  const counts = counted(tokensOf(plain, cut));
  const cuts = cutsOf(plain, cut);
  const cells = [0, (cuts.length << 16) | counts.size];
  for (const [token, count] of counts) {
    cells[0]! += count;
    cells.push((keys.add(token) << FREQUENCY_BITS) | Math.min(count, MOST_OFTEN));
  }
  cells.push(...cuts);
  return cells;
}

/** Where the tokens of the record at `at` end. */
export function tokensEnd(cells: ArrayLike<number>, at: number): number {
  return at + 2 + (cells[at + 1]! & 0xffff);
}

/** Where the record at `at` ends, and the next one begins. */
export function recordEnd(cells: ArrayLike<number>, at: number): number {
  return tokensEnd(cells, at) + (cells[at + 1]! >>> 16);
}

/** The words of the text whose record is at `at`, without cutting it again. */
export function wordsOfRecord(cells: ArrayLike<number>, at: number, text: string): string[] {
  const plain = normalise(text);
  return wordsAt(plain, cells, tokensEnd(cells, at), recordEnd(cells, at)) ?? words(plain);
}

/** Visits the tokens of the record at `at`, and says where the next one begins. */
export function eachToken(
  cells: ArrayLike<number>,
  at: number,
  visit: (key: number, frequency: number) => void,
): number {
  const end = tokensEnd(cells, at);
  for (let i = at + 2; i < end; i++) visit(cells[i]! >>> FREQUENCY_BITS, cells[i]! & MOST_OFTEN);
  return recordEnd(cells, at);
}
