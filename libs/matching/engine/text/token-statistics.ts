import { grown } from '#platform/search/arrays/index.js';
import { inverseFrequency } from './bm25.js';
import { eachToken } from './encoded.js';

/** What BM25 must know of all records: in how many each token occurs, and how long they are. */
export class TokenStatistics {
  private occurrences = new Uint32Array(1 << 10);
  private records = 0;
  private tokens = 0;

  /** Takes in the record at `at` so many times, or takes it out where `times` is negative. */
  count(cells: ArrayLike<number>, at: number, times: number): void {
    this.records += times;
    this.tokens += times * cells[at]!;
    eachToken(cells, at, (key) => {
      if (key >= this.occurrences.length) this.occurrences = grown(this.occurrences, key + 1);
      this.occurrences[key]! += times;
    });
  }

  /** Tokens per record; 0 where there are none. */
  get averageLength(): number {
    return this.records === 0 ? 0 : this.tokens / this.records;
  }

  /** Of a token by its number; of one that never came (undefined), too. */
  rarity(key: number | undefined): number {
    return inverseFrequency(this.records, key === undefined ? 0 : (this.occurrences[key] ?? 0));
  }
}
