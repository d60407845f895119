import { grown } from '#platform/search/arrays/index.js';

/**
 * At which place of a query's tokens a number stands, looked up in an array: it is asked for every token of every record
 * that is read. One query at a time has it, and whoever asks next takes it over.
 */
export class TokenPlaces {
  /** Per number its place + 1; 0 where it is not looked for. */
  private places = new Int32Array(1 << 12);
  /** Per number the firm in whose records it was last seen. */
  private seenIn = new Uint32Array(1 << 12);
  private firm = 0;
  private owner: object | null = null;
  private taken: readonly number[] = [];

  /** @param numbers per place; undefined where no record has the token */
  claim(owner: object, numbers: readonly (number | undefined)[]): void {
    if (this.owner === owner) return;
    for (const number of this.taken) this.places[number] = 0;
    const taken: number[] = [];
    for (const [place, number] of numbers.entries()) {
      if (number === undefined) continue;
      this.reach(number);
      this.places[number] = place + 1;
      taken.push(number);
    }
    this.owner = owner;
    this.taken = taken;
  }

  /** −1 where it is not looked for. */
  placeOf(number: number): number {
    return number < this.places.length ? this.places[number]! - 1 : -1;
  }

  /** Forgets what was seen. */
  nextFirm(): void {
    if (++this.firm <= 0xffffffff) return;
    this.firm = 1;
    this.seenIn.fill(0);
  }

  /** Whether a number comes for the first time since `nextFirm`. */
  isNew(number: number): boolean {
    this.reach(number);
    if (this.seenIn[number] === this.firm) return false;
    this.seenIn[number] = this.firm;
    return true;
  }

  private reach(number: number): void {
    if (number < this.places.length) return;
    this.places = grown(this.places, number + 1);
    this.seenIn = grown(this.seenIn, number + 1);
  }
}
