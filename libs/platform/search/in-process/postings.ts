import type { Postings } from './term-index.js';

/** The documents that are in all of the lists, with the fields that all of them are in; none where no field is. */
export function intersection(lists: readonly Postings[]): Postings {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (!shortest) return { list: new Uint32Array(0), length: 0 };
  if (others.length === 0) return shortest;
  const kept = shortest.list.slice(0, shortest.length);
  let length = shortest.length;
  for (const other of others) {
    length = keepCommon(kept, length, other);
    if (length === 0) break;
  }
  return { list: kept, length };
}

/** Below this many times as long, a list is passed through step by step; a longer one in leaps. */
const NEAR = 8;

/** Keeps at the front of `kept` what is in the longer list, too; answers with how many those are. */
function keepCommon(kept: Uint32Array, length: number, { list, length: end }: Postings): number {
  let out = 0;
  let at = 0;
  const isNear = end < NEAR * length;
  for (let i = 0; i < length; i++) {
    const entry = kept[i]!;
    const slot = entry >>> 8;
    if (isNear) while (at < end && list[at]! >>> 8 < slot) at++;
    else at = gallop(list, end, at, slot);
    if (at === end) break;
    const found = list[at]!;
    const fields = found & entry & 0xff;
    if (found >>> 8 === slot && fields !== 0) kept[out++] = ((slot << 8) | fields) >>> 0;
  }
  return out;
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

/** The documents that are in any of the lists, with all fields that they are in. `slots`: how many there are. */
export function union(lists: readonly Postings[], slots: number): Postings {
  if (lists.length === 1 && lists[0]) return lists[0];
  const fields = new Uint8Array(slots);
  let total = 0;
  for (const { list, length } of lists)
    for (let i = 0; i < length; i++) {
      const entry = list[i]!;
      if (fields[entry >>> 8] === 0) total++;
      fields[entry >>> 8]! |= entry & 0xff;
    }
  const merged = new Uint32Array(total);
  let out = 0;
  for (let slot = 0; out < total; slot++)
    if (fields[slot] !== 0) merged[out++] = ((slot << 8) | fields[slot]!) >>> 0;
  return { list: merged, length: total };
}
