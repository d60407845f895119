import type { Scratch } from './scratch.js';
import type { Postings } from './term-index.js';

/** Where postings are brought together: `slots`: how many documents there are. */
export interface Desk {
  readonly slots: number;
  readonly scratch: Scratch;
}

/** The documents that are in all of the lists, with the fields that all of them are in; none where no field is. */
export function intersection(lists: readonly Postings[], desk: Desk): Postings {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (!shortest) return { list: new Uint32Array(0), length: 0 };
  if (others.length === 0) return shortest;
  const kept = shortest.list.slice(0, shortest.length);
  let length = shortest.length;
  for (const other of others) {
    length =
      other.length < NEAR * length ? keepMarked(kept, length, other, desk) : keepFound(kept, length, other);
    if (length === 0) break;
  }
  return { list: kept, length };
}

/** Below this many times as long, a list is passed through as a whole; a longer one in leaps. */
const NEAR = 8;

/** Keeps at the front of `kept` what is in the other list, too; answers with how many those are. */
function keepMarked(kept: Uint32Array, length: number, other: Postings, { slots, scratch }: Desk): number {
  const fields = scratch.fields(slots);
  const { list } = other;
  for (let i = 0; i < other.length; i++) {
    const entry = list[i]!;
    fields[entry >>> 8] = entry;
  }
  let out = 0;
  for (let i = 0; i < length; i++) {
    const entry = kept[i]!;
    const common = fields[entry >>> 8]! & entry;
    // Written in any case: whether it stays is a coin's toss, which a processor guesses badly.
    kept[out] = (entry & ~0xff) | common;
    out += common === 0 ? 0 : 1;
  }
  return out;
}

/** The same of a much longer list. */
function keepFound(kept: Uint32Array, length: number, { list, length: end }: Postings): number {
  let out = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const entry = kept[i]!;
    const slot = entry >>> 8;
    at = gallop(list, end, at, slot);
    if (at === end) break;
    const found = list[at]!;
    const fields = found & entry & 0xff;
    if (found >>> 8 === slot && fields !== 0) kept[out++] = ((slot << 8) | fields) >>> 0;
  }
  return out;
}

/** The first place in a list whose slot is not below the wanted one. */
export function placeOf(list: Uint32Array, length: number, slot: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! >>> 8 < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place from `at` on whose slot is not below the wanted one. */
function gallop(list: Uint32Array, end: number, at: number, slot: number): number {
  let step = 1;
  let low = at;
  let high = at;
  while (high < end && list[high]! >>> 8 < slot) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  if (high > end) high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! >>> 8 < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The documents that are in any of the lists, with all fields that they are in. */
export function union(lists: readonly Postings[], { slots, scratch }: Desk): Postings {
  if (lists.length === 1 && lists[0]) return lists[0];
  const fields = scratch.fields(slots);
  let total = 0;
  for (const { list, length } of lists)
    for (let i = 0; i < length; i++) {
      const entry = list[i]!;
      if (fields[entry >>> 8] === 0) total++;
      fields[entry >>> 8]! |= entry & 0xff;
    }
  const merged = new Uint32Array(total);
  const fours = new Uint32Array(fields.buffer);
  let out = 0;
  for (let four = 0; out < total; four++) {
    if (fours[four] === 0) continue;
    for (let slot = 4 * four; slot < 4 * four + 4; slot++)
      if (fields[slot] !== 0) merged[out++] = (slot << 8) | fields[slot]!;
  }
  return { list: merged, length: total };
}
