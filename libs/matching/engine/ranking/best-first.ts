import { grown } from '#platform/search/arrays/index.js';

/** Per point. */
const STEPS = 8;

/**
 * Firms in the order of their points, 0 to 100, in steps of an eighth, so that they are sorted by counting. Used again by
 * the next query.
 */
export class BestFirst {
  private slots = new Uint32Array(1 << 10);
  private steps = new Uint16Array(1 << 10);
  private sorted = new Uint32Array(1 << 10);
  /** Per step how many firms have it; once sorted, where the next better one begins. */
  private readonly ends = new Uint32Array(100 * STEPS + 2);
  private count = 0;

  get size(): number {
    return this.count;
  }

  begin(): void {
    this.count = 0;
    this.ends.fill(0);
  }

  add(slot: number, points: number): void {
    const { count } = this;
    if (count === this.slots.length) {
      this.slots = grown(this.slots, count + 1);
      this.steps = grown(this.steps, count + 1);
    }
    const step = Math.floor(points * STEPS);
    this.slots[count] = slot;
    this.steps[count] = step;
    this.ends[step]!++;
    this.count++;
  }

  /** To be called once, when all are in. */
  sort(): void {
    const { count, slots, steps, ends } = this;
    const sorted = (this.sorted = grown(this.sorted, count));
    for (let step = ends.length - 1, before = 0; step >= 0; step--) {
      const firms = ends[step]!;
      ends[step] = before;
      before += firms;
    }
    for (let i = 0; i < count; i++) sorted[ends[steps[i]!]!++] = slots[i]!;
  }

  /** Visits the firms, those with the most points first, as long as these reach `threshold`, which may grow. */
  visit(threshold: () => number, look: (slot: number) => void): void {
    const { sorted, ends } = this;
    for (let step = ends.length - 1, i = 0; step >= 0; step--) {
      const end = ends[step]!;
      if (i === end) continue;
      if ((step + 1) / STEPS < threshold()) return;
      for (; i < end; i++) look(sorted[i]!);
    }
  }
}
