import { grown } from '#platform/search/arrays/index.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Which of two slots goes first by its id, as strings compare. The first 48 bits of a UUID are kept as a number, so that
 * thousands of equal scores are told apart without touching their strings.
 */
export class IdOrder {
  private readonly ids: (string | undefined)[] = [];
  private beginnings = new Float64Array(1 << 10);
  /** The least and the greatest beginning that ever was. */
  private least = Infinity;
  private greatest = -Infinity;

  set(slot: number, id: string): void {
    this.ids[slot] = id;
    this.beginnings = grown(this.beginnings, slot + 1);
    const beginning = uuid.test(id) ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : NaN;
    this.beginnings[slot] = beginning;
    if (beginning < this.least) this.least = beginning;
    if (beginning > this.greatest) this.greatest = beginning;
  }

  drop(slot: number): void {
    this.ids[slot] = undefined;
  }

  idOf(slot: number): string {
    return this.ids[slot]!;
  }

  /** About where a slot comes by its id, 0 (first) to 1 (last, or not known). */
  placeOf(slot: number): number {
    const place = (this.beginnings[slot]! - this.least) / (this.greatest - this.least);
    return Number.isNaN(place) ? 1 : place;
  }

  readonly goesFirst = (a: number, b: number): boolean => {
    const [left, right] = [this.beginnings[a]!, this.beginnings[b]!];
    if (left < right) return true;
    if (left > right) return false;
    return this.ids[a]! < this.ids[b]!;
  };
}
