import { Dictionary, lowestBit, NumberLists, PostingSet, wordsFor, type Bitmap } from '../arrays/index.js';
import type { FacetCount } from '../engine.js';

/**
 * Costs in steps of which one counts a word of 32 documents, or leaps to one: finding a document's values, and each of
 * them. Documents that were found lie far apart, so both are mostly waiting for the memory.
 */
const FINDING = 40;
const VALUE = 5;

/** Which values the documents have: by value for filters, by document for counts. Slots come in ascending order. */
export class FacetColumn {
  private readonly names = new Dictionary();
  private readonly sets: PostingSet[] = [];
  private readonly values = new NumberLists();

  add(slot: number, values: readonly string[]): void {
    const numbers = [...new Set(values)].map((value) => this.names.add(value));
    for (const number of numbers) (this.sets[number] ??= new PostingSet()).add(slot);
    this.values.add(slot, numbers);
  }

  /** Adds the documents that have one of the values. */
  orInto(target: Bitmap, values: readonly string[]): void {
    for (const value of values) {
      const number = this.names.numberOf(value);
      if (number !== undefined) this.sets[number]?.orInto(target);
    }
  }

  /** How many of the documents, `size` altogether, have each value, the most first. */
  counts(documents: Bitmap, size: number, limit: number): FacetCount[] {
    const { from, to } = documents.extent();
    const counts = this.isCountedByValue(size, to - from)
      ? Uint32Array.from(this.sets, (set) => set.countIn(documents, from, to))
      : this.countsByDocument(documents);
    const found: FacetCount[] = [];
    counts.forEach((count, number) => {
      if (count > 0) found.push({ value: this.names.termOf(number), count });
    });
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
  }

  /** Many documents are counted sooner value by value, in long even strides; few by looking at each. */
  private isCountedByValue(documents: number, words: number): boolean {
    const { length, slots } = this.values;
    const perDocument = FINDING + (VALUE * length) / Math.max(1, slots);
    const share = words / Math.max(1, wordsFor(slots));
    const byValue = this.sets.reduce((sum, set) => sum + (set.isDense ? words : share * set.size), 0);
    return byValue < documents * perDocument;
  }

  private countsByDocument({ words }: Bitmap): Uint32Array {
    const counts = new Uint32Array(this.names.size);
    const { ends, numbers } = this.values;
    for (let w = 0; w < words.length; w++)
      for (let rest = words[w]!; rest !== 0; rest &= rest - 1) {
        const slot = w * 32 + lowestBit(rest);
        const end = ends[slot]!;
        for (let i = slot === 0 ? 0 : ends[slot - 1]!; i < end; i++) counts[numbers[i]!]!++;
      }
    return counts;
  }
}
