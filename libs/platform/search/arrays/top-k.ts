export interface Scored {
  item: number;
  score: number;
}

/**
 * The best `limit` of the numbered items that are offered, exactly: a heap with the worst kept one on top. Equal scores
 * are decided by `goesFirst`, so that the outcome does not depend on the order of the offers.
 */
export class TopK {
  private readonly scores: Float64Array;
  private readonly items: Int32Array;
  private count = 0;

  /** @param goesFirst of two items with equal scores, whether the first goes before the second */
  constructor(
    private readonly limit: number,
    private readonly goesFirst: (a: number, b: number) => boolean,
  ) {
    this.scores = new Float64Array(limit);
    this.items = new Int32Array(limit);
  }

  get isFull(): boolean {
    return this.count >= this.limit;
  }

  get size(): number {
    return this.count;
  }

  /** What an item must at least score to be kept; −∞ while there is room, +∞ where nothing is ever kept. */
  get threshold(): number {
    if (this.limit === 0) return Infinity;
    return this.isFull ? this.scores[0]! : -Infinity;
  }

  /** Whether an item with this score would be kept. */
  accepts(item: number, score: number): boolean {
    if (this.limit === 0) return false;
    if (!this.isFull || score > this.scores[0]!) return true;
    return score === this.scores[0]! && this.goesFirst(item, this.items[0]!);
  }

  /** @returns whether it was kept */
  offer(item: number, score: number): boolean {
    if (!this.accepts(item, score)) return false;
    if (this.isFull) this.sinkFromTop(item, score);
    else this.riseFromEnd(item, score);
    return true;
  }

  /** What is kept, best first. */
  best(): Scored[] {
    const kept: Scored[] = [];
    for (let i = 0; i < this.count; i++) kept.push({ item: this.items[i]!, score: this.scores[i]! });
    return kept.sort((a, b) => b.score - a.score || (this.goesFirst(a.item, b.item) ? -1 : 1));
  }

  private riseFromEnd(item: number, score: number): void {
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(item, score, parent)) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, item, score);
  }

  private sinkFromTop(item: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      const other = child + 1;
      if (other < this.count && this.isWorse(this.items[other]!, this.scores[other]!, child)) child = other;
      if (this.isWorse(item, score, child)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, item, score);
  }

  /** Whether an item is worse than the one at a place. */
  private isWorse(item: number, score: number, place: number): boolean {
    const other = this.scores[place]!;
    return score < other || (score === other && this.goesFirst(this.items[place]!, item));
  }

  private move(from: number, to: number): void {
    this.put(to, this.items[from]!, this.scores[from]!);
  }

  private put(at: number, item: number, score: number): void {
    this.items[at] = item;
    this.scores[at] = score;
  }
}
