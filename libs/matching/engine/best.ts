/** Keeps the best `limit` of what it is offered, in order. */
export class Best<Item> {
  private readonly kept: Item[] = [];

  /** @param before whether the first goes before the second; decides always, so that the order is one */
  constructor(
    private readonly limit: number,
    private readonly before: (a: Item, b: Item) => boolean,
  ) {}

  offer(item: Item): void {
    const worst = this.kept.at(-1);
    if (this.kept.length >= this.limit && (worst === undefined || !this.before(item, worst))) return;
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before(item, this.kept[middle]!)) high = middle;
      else low = middle + 1;
    }
    this.kept.splice(low, 0, item);
    if (this.kept.length > this.limit) this.kept.pop();
  }

  items(): readonly Item[] {
    return this.kept;
  }
}
