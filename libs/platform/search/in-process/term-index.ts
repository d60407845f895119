import { Dictionary, grown } from '../arrays/index.js';

/** Documents with one term, ascending: a slot and the fields it is in, packed as `slot << 8 | fields`. */
export interface Postings {
  readonly list: Uint32Array;
  readonly length: number;
}

/** Slots are below this: 24 bits of a packed posting. */
export const MAX_SLOTS = 1 << 24;

const NOTHING: Postings = { list: new Uint32Array(0), length: 0 };

/**
 * Terms with their postings. Documents come in ascending slots and are never taken out one by one: whoever reads leaves
 * dead slots out. A term that one document alone has costs no list.
 */
export class TermIndex {
  private readonly dictionary = new Dictionary();
  private first = new Uint32Array(1_024);
  private counts = new Uint32Array(1_024);
  private readonly lists: (Uint32Array | undefined)[] = [];
  private sorted: string[] = [];
  private sortedSize = 0;

  get size(): number {
    return this.dictionary.size;
  }

  /** Adds a document's term; the slot is not below any before it. */
  add(term: string, slot: number, fields: number): void {
    const number = this.dictionary.add(term);
    this.first = grown(this.first, number + 1);
    this.counts = grown(this.counts, number + 1);
    const count = this.counts[number] ?? 0;
    const packed = ((slot << 8) | fields) >>> 0;
    if (count === 0) this.first[number] = packed;
    else {
      const old = this.lists[number] ?? new Uint32Array([this.first[number] ?? 0, 0]);
      const list = grown(old, count + 1);
      list[count] = packed;
      this.lists[number] = list;
    }
    this.counts[number] = count + 1;
  }

  has(term: string): boolean {
    return this.dictionary.numberOf(term) !== undefined;
  }

  postings(term: string): Postings {
    const number = this.dictionary.numberOf(term);
    return number === undefined ? NOTHING : this.postingsOf(number);
  }

  /** In how many documents a term is, dead ones included. */
  count(term: string): number {
    const number = this.dictionary.numberOf(term);
    return number === undefined ? 0 : (this.counts[number] ?? 0);
  }

  /** Every term, in the order in which they came. */
  *terms(from = 0): Generator<string> {
    for (let i = from; i < this.dictionary.size; i++) yield this.dictionary.termOf(i);
  }

  /** At most `limit` terms that begin with this and are longer, those of most documents first. */
  startingWith(prefix: string, limit: number): string[] {
    this.sort();
    const found: string[] = [];
    for (let i = placeOf(this.sorted, prefix); i < this.sorted.length; i++) {
      const term = this.sorted[i] ?? '';
      if (!term.startsWith(prefix)) break;
      if (term.length > prefix.length) found.push(term);
    }
    if (found.length <= limit) return found;
    return found.sort((a, b) => this.count(b) - this.count(a)).slice(0, limit);
  }

  private postingsOf(number: number): Postings {
    const length = this.counts[number] ?? 0;
    const list = this.lists[number] ?? this.first.subarray(number, number + 1);
    return { list, length };
  }

  private sort(): void {
    if (this.sortedSize === this.dictionary.size) return;
    const added = [...this.terms(this.sortedSize)].sort(compare);
    this.sortedSize = this.dictionary.size;
    this.sorted = merged(this.sorted, added);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  let i = 0;
  for (const term of b) {
    while (i < a.length && (a[i] ?? '') < term) all.push(a[i++] ?? '');
    all.push(term);
  }
  while (i < a.length) all.push(a[i++] ?? '');
  return all;
}

/** Where a term is in a sorted list, or would be. */
function placeOf(sorted: readonly string[], term: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
