import { grown } from '#platform/search/arrays/index.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Which of two slots goes first by its id, as strings compare. The first 48 bits of a UUID are kept as a number, so that
 * thousands of equal scores are told apart without touching their strings.
 */
export class IdOrder {
  private readonly ids: (string | undefined)[] = [];
  private beginnings = new Float64Array(1 << 10);

  set(slot: number, id: string): void {
    this.ids[slot] = id;
    this.beginnings = grown(this.beginnings, slot + 1);
    this.beginnings[slot] = uuid.test(id) ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : NaN;
  }

  drop(slot: number): void {
    this.ids[slot] = undefined;
  }

  idOf(slot: number): string {
    return this.ids[slot]!;
  }

  readonly goesFirst = (a: number, b: number): boolean => {
    const [left, right] = [this.beginnings[a]!, this.beginnings[b]!];
    if (left < right) return true;
    if (left > right) return false;
    return this.ids[a]! < this.ids[b]!;
  };
}
