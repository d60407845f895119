/**
 * A set of small whole numbers, one bit each. It grows as needed; numbers beyond its end are simply not in it.
 * `words` is open to loops that work on 32 numbers at once: bit i of word w stands for 32 w + i.
 */
export class Bitmap {
  words: Uint32Array;

  /** @param size room for the numbers below this */
  constructor(size = 0) {
    this.words = new Uint32Array(wordsFor(size));
  }

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.words.length) this.reserve(number + 1);
    this.words[word]! |= 1 << (number & 31);
  }

  delete(number: number): void {
    const word = number >>> 5;
    if (word < this.words.length) this.words[word]! &= ~(1 << (number & 31));
  }

  has(number: number): boolean {
    const word = number >>> 5;
    return word < this.words.length && (this.words[word]! & (1 << (number & 31))) !== 0;
  }

  /** How many numbers are in it; counts all words. */
  count(): number {
    let total = 0;
    for (let w = 0; w < this.words.length; w++) total += bitsSet(this.words[w]!);
    return total;
  }

  /** The words from the first (included) to the last (not included) of which any has a bit; both 0 where none has. */
  extent(): { from: number; to: number } {
    const { words } = this;
    let to = words.length;
    while (to > 0 && words[to - 1] === 0) to--;
    let from = 0;
    while (from < to && words[from] === 0) from++;
    return { from, to };
  }

  get isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  clear(): void {
    this.words.fill(0);
  }

  /** Makes room for the numbers below `size` (at least doubling, so that growing one by one is cheap). */
  reserve(size: number): void {
    const needed = wordsFor(size);
    if (needed <= this.words.length) return;
    const longer = new Uint32Array(Math.max(needed, this.words.length * 2));
    longer.set(this.words);
    this.words = longer;
  }

  /** Keeps only what is in the other one, too. */
  and({ words: other }: Bitmap): this {
    const { words } = this;
    const shared = Math.min(words.length, other.length);
    for (let w = 0; w < shared; w++) words[w]! &= other[w]!;
    words.fill(0, shared);
    return this;
  }

  /** Takes out what is in the other one. */
  andNot({ words: other }: Bitmap): this {
    const { words } = this;
    const shared = Math.min(words.length, other.length);
    for (let w = 0; w < shared; w++) words[w]! &= ~other[w]!;
    return this;
  }

  /** Takes in what is in the other one. */
  or({ words: other }: Bitmap): this {
    this.reserve(other.length * 32);
    const { words } = this;
    for (let w = 0; w < other.length; w++) words[w]! |= other[w]!;
    return this;
  }

  /** Becomes equal to the other one, in its own memory. */
  copy({ words: other }: Bitmap): this {
    this.reserve(other.length * 32);
    this.words.set(other);
    this.words.fill(0, other.length);
    return this;
  }

  /** Its numbers, ascending. */
  forEach(visit: (number: number) => void): void {
    for (let w = 0; w < this.words.length; w++)
      for (let rest = this.words[w]!; rest !== 0; rest &= rest - 1) visit(w * 32 + lowestBit(rest));
  }
}

/** How many 32-bit words hold the numbers below `size`. */
export function wordsFor(size: number): number {
  return (size + 31) >>> 5;
}

/** How many bits of a 32-bit word are set. */
export function bitsSet(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * How many bits are set in both, of the words `from` (included) to `to` (not included). Carry-save adders sum eight
 * words bit by bit before any bits are counted (Harley and Seal, in H. S. Warren, Hacker's Delight, 5-1).
 */
export function bitsInBoth(a: Uint32Array, b: Uint32Array, from: number, to: number): number {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let total = 0;
  let w = from;
  for (; w + 8 <= to; w += 8) {
    // Of three bits that are summed, the odd one stays and a pair is carried: first pairs, then pairs of pairs.
    let x = a[w]! & b[w]!;
    let y = a[w + 1]! & b[w + 1]!;
    const twos1 = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    x = a[w + 2]! & b[w + 2]!;
    y = a[w + 3]! & b[w + 3]!;
    const twos2 = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    x = a[w + 4]! & b[w + 4]!;
    y = a[w + 5]! & b[w + 5]!;
    const twos3 = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    x = a[w + 6]! & b[w + 6]!;
    y = a[w + 7]! & b[w + 7]!;
    const twos4 = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    const fours1 = (twos & twos1) | ((twos ^ twos1) & twos2);
    twos ^= twos1 ^ twos2;
    const fours2 = (twos & twos3) | ((twos ^ twos3) & twos4);
    twos ^= twos3 ^ twos4;
    total += bitsSet((fours & fours1) | ((fours ^ fours1) & fours2));
    fours ^= fours1 ^ fours2;
  }
  total = 8 * total + 4 * bitsSet(fours) + 2 * bitsSet(twos) + bitsSet(ones);
  for (; w < to; w++) total += bitsSet(a[w]! & b[w]!);
  return total;
}

/** The place of the lowest bit set of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
