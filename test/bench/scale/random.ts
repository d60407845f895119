/** Seeded draws: the same seed gives the same ones, whatever else is drawn in between. */
export class Random {
  private state: number;

  constructor(...seeds: number[]) {
    this.state = seeds.reduce((state, seed) => mixed(state ^ Math.imul(seed, 0x9e3779b1)), 0x2545f491);
  }

  /** In [0, 1): mulberry32 by Tommy Ettinger (public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    return mixed(this.state) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in one of so many cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }
}

function mixed(state: number): number {
  let z = Math.imul(state ^ (state >>> 15), 1 | state);
  z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
  return (z ^ (z >>> 14)) >>> 0;
}

/** Draws from a list by Zipf's law: the item at place i with weight 1 ÷ (i + 1). The list is shuffled by the seed. */
export class Zipf<Item> {
  readonly items: readonly Item[];
  private readonly sums: Float64Array;

  constructor(items: readonly Item[], seed: number) {
    this.items = shuffled(items, new Random(seed, items.length));
    this.sums = new Float64Array(items.length);
    let sum = 0;
    for (let i = 0; i < items.length; i++) this.sums[i] = sum += 1 / (i + 1);
  }

  draw(random: Random): Item {
    const wanted = random.next() * this.sums.at(-1)!;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.items[low]!;
  }

  /** Different ones; fewer where so many are not found in a reasonable number of draws. */
  several(count: number, random: Random): Item[] {
    const found = new Set<Item>();
    for (let tries = 0; found.size < count && tries < count * 20; tries++) found.add(this.draw(random));
    return [...found];
  }
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
