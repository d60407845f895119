/** Terms ↔ the numbers 0, 1, 2 … in the order in which they first came. A term keeps its number for ever. */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  private readonly list: string[] = [];

  get size(): number {
    return this.list.length;
  }

  /** The term's number, a new one where it is new. */
  add(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.list.length;
      this.numbers.set(term, number);
      this.list.push(term);
    }
    return number;
  }

  /** The term's number; undefined where it never came. */
  numberOf(term: string): number | undefined {
    return this.numbers.get(term);
  }

  /** The term of a number that was given out. */
  termOf(number: number): string {
    return this.list[number]!;
  }
}
