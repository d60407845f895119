import { grown } from '#platform/search/arrays/index.js';
import { inverseFrequency, lengthNorm, saturated } from './bm25.js';
import { eachToken } from './encoded.js';

const LONGEST = 0xffff;

/** What BM25 must know of all records: in how many each token occurs, and how long they are. */
export class TokenStatistics {
  private occurrences = new Uint32Array(1 << 10);
  /** Per token, of the records in which it ever occurred: the length of the shortest, and how often at most. */
  private shortest = new Uint16Array(1 << 10);
  private mostOften = new Uint8Array(1 << 10);
  private records = 0;
  private tokens = 0;

  /** Takes in the record at `at` so many times, or takes it out where `times` is negative. */
  count(cells: ArrayLike<number>, at: number, times: number): void {
    const length = cells[at]!;
    this.records += times;
    this.tokens += times * length;
    eachToken(cells, at, (key, frequency) => {
      if (key >= this.occurrences.length) this.makeRoomFor(key);
      this.occurrences[key]! += times;
      if (times < 0) return;
      const shortest = LONGEST - this.shortest[key]!;
      if (length < shortest) this.shortest[key] = LONGEST - length;
      if (frequency > this.mostOften[key]!) this.mostOften[key] = frequency;
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

  /** No record has more of a token than this times its rarity and weight. */
  mostSaturated(key: number): number {
    const frequency = this.mostOften[key] ?? 0;
    const length = LONGEST - (this.shortest[key] ?? 0);
    return frequency === 0 ? 0 : saturated(frequency, lengthNorm(length, this.averageLength));
  }

  private makeRoomFor(key: number): void {
    this.occurrences = grown(this.occurrences, key + 1);
    this.shortest = grown(this.shortest, key + 1);
    this.mostOften = grown(this.mostOften, key + 1);
  }
}
