/** The first block of a list holds this many postings, each further one twice as many, up to the last size. */
const FIRST_BLOCK = 2;
const LAST_BLOCK = 1024;

/**
 * Lists of 32-bit numbers that only grow, one per key (0, 1, 2 …), in one typed array: a list is a chain of blocks,
 * and the cell behind a block says where the next one begins. 200,000 short lists cost no objects.
 */
export class Postings {
  private pool = new Uint32Array(1 << 16);
  private used = 0;
  private firstBlock = new Uint32Array(1 << 10);
  /** Where the next number of a list goes. */
  private writeAt = new Uint32Array(1 << 10);
  private roomInBlock = new Uint32Array(1 << 10);
  private lengths = new Uint32Array(1 << 10);

  append(key: number, value: number): void {
    this.makeRoomFor(key);
    if (this.roomInBlock[key] === 0) this.openBlock(key);
    this.pool[this.writeAt[key]!++] = value;
    this.roomInBlock[key]!--;
    this.lengths[key]!++;
  }

  /** Copies a list to the beginning of `target`, which is long enough (`length`), and returns its length. */
  copy(key: number, target: Uint32Array): number {
    const length = this.length(key);
    let block = this.firstBlock[key]!;
    let size = FIRST_BLOCK;
    for (let done = 0; done < length;) {
      const take = Math.min(size, length - done);
      target.set(this.pool.subarray(block, block + take), done);
      done += take;
      block = this.pool[block + size]!;
      size = Math.min(size * 2, LAST_BLOCK);
    }
    return length;
  }

  length(key: number): number {
    return this.lengths[key] ?? 0;
  }

  private openBlock(key: number): void {
    const size = this.sizeOfNextBlock(this.lengths[key]!);
    this.pool = grown(this.pool, this.used + size + 1);
    if (this.lengths[key] === 0) this.firstBlock[key] = this.used;
    else this.pool[this.writeAt[key]!] = this.used;
    this.writeAt[key] = this.used;
    this.roomInBlock[key] = size;
    this.used += size + 1;
  }

  /** Block sizes follow from the list's length alone, so that none has to be stored. */
  private sizeOfNextBlock(length: number): number {
    return Math.min(length + FIRST_BLOCK, LAST_BLOCK);
  }

  private makeRoomFor(key: number): void {
    if (key < this.lengths.length) return;
    this.firstBlock = grown(this.firstBlock, key + 1);
    this.writeAt = grown(this.writeAt, key + 1);
    this.roomInBlock = grown(this.roomInBlock, key + 1);
    this.lengths = grown(this.lengths, key + 1);
  }
}

/** The array, or where it is too short one at least twice as long that begins with it. */
export function grown<T extends Uint32Array | Int32Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (n: number) => T)(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
