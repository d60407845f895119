import { Bitmap, bitsInBoth, lowestBit } from './bitmap.js';
import { grown } from './grown.js';

/** From one number in so many on, a bitmap is smaller than a list of 32-bit numbers. */
const DENSE = 32;
/** Fewer than one in so many: a list again. Well below DENSE, so that changes to and fro do not rebuild it each time. */
const SPARSE = 64;

/**
 * The documents that have one tag: a sorted list while few have it, a bitmap once many do. Either way a change costs
 * microseconds, and `orInto` is a loop over typed arrays.
 */
export class PostingSet {
  private list: Uint32Array | null = new Uint32Array(4);
  private bitmap: Bitmap | null = null;
  private count = 0;
  /** One more than the highest document that ever was in it: what "many" is held against. */
  private universe = 0;

  get size(): number {
    return this.count;
  }

  get isDense(): boolean {
    return this.bitmap !== null;
  }

  /** Bytes of its arrays. */
  get bytes(): number {
    return (this.bitmap?.words ?? this.list!).byteLength;
  }

  /** @returns false where it was in already */
  add(document: number): boolean {
    if (document >= this.universe) this.universe = document + 1;
    if (this.bitmap) {
      if (this.bitmap.has(document)) return false;
      this.bitmap.add(document);
      this.count++;
      return true;
    }
    return this.insert(document);
  }

  /** @returns false where it was not in */
  delete(document: number): boolean {
    if (!this.has(document)) return false;
    if (this.bitmap) this.bitmap.delete(document);
    else {
      const at = this.placeOf(document);
      this.list!.copyWithin(at, at + 1, this.count);
    }
    this.count--;
    if (this.bitmap && this.count * SPARSE < this.universe) this.becomeSparse();
    return true;
  }

  has(document: number): boolean {
    if (this.bitmap) return this.bitmap.has(document);
    const at = this.placeOf(document);
    return at < this.count && this.list![at] === document;
  }

  /** Sets the bit of each of its documents; `target` has room for them all. */
  orInto(target: Bitmap): void {
    const { words } = target;
    if (this.bitmap) {
      const from = this.bitmap.words;
      const length = Math.min(from.length, words.length);
      for (let w = 0; w < length; w++) words[w]! |= from[w]!;
      return;
    }
    const list = this.list!;
    for (let i = 0; i < this.count; i++) {
      const document = list[i]!;
      words[document >>> 5]! |= 1 << (document & 31);
    }
  }

  /** How many of its documents are in `among`, which has none outside its words `from` (included) to `to` (not included). */
  countIn({ words: among }: Bitmap, from: number, to: number): number {
    if (this.bitmap) {
      const { words } = this.bitmap;
      return bitsInBoth(words, among, from, Math.min(to, words.length));
    }
    const list = this.list!;
    const end = this.placeOf(32 * to);
    let total = 0;
    for (let i = this.placeOf(32 * from); i < end; i++) {
      const document = list[i]!;
      total += (among[document >>> 5]! >>> (document & 31)) & 1;
    }
    return total;
  }

  /** Adds an amount at each of its documents that is in `among`, too; `target` has room for those. */
  addInto(target: Float32Array, amount: number, { words: among }: Bitmap): void {
    if (!this.bitmap) {
      const list = this.list!;
      for (let i = 0; i < this.count; i++) {
        const document = list[i]!;
        if (((among[document >>> 5]! >>> (document & 31)) & 1) !== 0) target[document]! += amount;
      }
      return;
    }
    const { words } = this.bitmap;
    const length = Math.min(words.length, among.length);
    for (let w = 0; w < length; w++)
      for (let rest = words[w]! & among[w]!; rest !== 0; rest &= rest - 1)
        target[w * 32 + lowestBit(rest)]! += amount;
  }

  /** Its documents, ascending. */
  forEach(visit: (document: number) => void): void {
    if (this.bitmap) this.bitmap.forEach(visit);
    else for (let i = 0; i < this.count; i++) visit(this.list![i]!);
  }

  private insert(document: number): boolean {
    const list = grown(this.list!, this.count + 1);
    this.list = list;
    const atEnd = this.count === 0 || list[this.count - 1]! < document;
    const at = atEnd ? this.count : this.placeOf(document);
    if (!atEnd && list[at] === document) return false;
    list.copyWithin(at + 1, at, this.count);
    list[at] = document;
    this.count++;
    if (this.count > DENSE && this.count * DENSE > this.universe) this.becomeDense();
    return true;
  }

  private becomeDense(): void {
    const bitmap = new Bitmap(this.universe);
    this.orInto(bitmap);
    this.bitmap = bitmap;
    this.list = null;
  }

  private becomeSparse(): void {
    const list = new Uint32Array(Math.max(4, this.count));
    let i = 0;
    this.bitmap!.forEach((document) => (list[i++] = document));
    this.list = list;
    this.bitmap = null;
  }

  /** Where a document is in the list, or would be. */
  private placeOf(document: number): number {
    const list = this.list!;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle]! < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
