import { grown, Postings } from './postings.js';
import type { Query } from './query.js';
import { counted, tokens } from './tokens.js';

/** BM25 (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009) with the usual values. */
const K1 = 1.2;
const B = 0.75;

/** A posting is record × 64 + how often the token occurs in it, at most 63. */
const FREQUENCIES = 64;
const GONE = -1;

/** Where the records of an owner lie: `from` to `to` (exclusive). */
export interface Range {
  from: number;
  to: number;
}

/**
 * Records (short texts) of owners 0, 1, 2 …, found by their tokens. An owner's records are put, replaced and dropped
 * as a whole. Scores depend only on the records that are in, never on the order in which they came.
 */
export class TextIndex {
  private readonly keys = new Map<string, number>();
  private postings = new Postings();
  /** Per key: in how many living records it occurs. */
  private occurrences = new Uint32Array(1 << 10);
  private lengths = new Uint32Array(1 << 10);
  private owners = new Int32Array(1 << 10);
  private used = 0;
  private livingRecords = 0;
  private livingTokens = 0;
  private readonly ranges: (Range | undefined)[] = [];
  private readonly texts: (readonly string[] | undefined)[] = [];
  private readonly nowhere: Range = { from: 0, to: 0 };

  put(owner: number, texts: readonly string[]): void {
    this.drop(owner);
    const from = this.used;
    for (const text of texts) this.add(owner, text);
    this.ranges[owner] = { from, to: this.used };
    this.texts[owner] = texts;
  }

  drop(owner: number): void {
    const { from, to } = this.rangeOf(owner);
    this.owners.fill(GONE, from, to);
    for (const text of this.texts[owner] ?? []) this.count(counted(tokens(text)), -1);
    this.ranges[owner] = undefined;
    this.texts[owner] = undefined;
    if (this.used - this.livingRecords > this.livingRecords / 2 + 1000) this.forgetTheDropped();
  }

  rangeOf(owner: number): Range {
    return this.ranges[owner] ?? this.nowhere;
  }

  /** BM25 of every record; `rangeOf` says whose are where. Where the dropped ones were, anything may stand. */
  scores(query: Query): Float64Array {
    const scores = new Float64Array(this.used);
    const norms = this.norms();
    let list = new Uint32Array(1024);
    for (const [i, token] of query.tokens.entries()) {
      const key = this.keys.get(token);
      if (key === undefined) continue;
      const gain = query.weights[i]! * this.rarity(token);
      list = grown(list, this.postings.length(key));
      const length = this.postings.copy(key, list);
      for (let j = 0; j < length; j++) {
        const record = Math.floor(list[j]! / FREQUENCIES);
        scores[record]! += gain * saturated(list[j]! % FREQUENCIES, norms[record]!);
      }
    }
    return scores;
  }

  /** The same scores for texts that need not be in the index. */
  scoresOf(texts: readonly string[]): (query: Query) => Float64Array {
    const records = texts.map((text) => counted(tokens(text)));
    const found = new Map<string, { record: number; frequency: number }[]>();
    for (const [record, counts] of records.entries())
      for (const [token, count] of counts) {
        const list = found.get(token) ?? [];
        list.push({ record, frequency: Math.min(count, FREQUENCIES - 1) });
        found.set(token, list);
      }
    const norms = records.map((counts) => this.norm(sum(counts.values())));
    return (query) => {
      const scores = new Float64Array(texts.length);
      for (const [i, token] of query.tokens.entries()) {
        const list = found.get(token);
        if (!list) continue;
        const gain = query.weights[i]! * this.rarity(token);
        for (const { record, frequency } of list)
          scores[record]! += gain * saturated(frequency, norms[record]!);
      }
      return scores;
    };
  }

  /** What a record of average length would score that says everything looked for once. */
  fullScore(query: Query): number {
    return query.tokens.reduce((total, token, i) => total + query.weights[i]! * this.rarity(token), 0);
  }

  /** How telling a token is: 0 and more, the higher the fewer records it occurs in (BM25's inverse frequency). */
  rarity(token: string): number {
    const key = this.keys.get(token);
    const occurrences = key === undefined ? 0 : this.occurrences[key]!;
    return Math.log(1 + (this.livingRecords - occurrences + 0.5) / (occurrences + 0.5));
  }

  private add(owner: number, text: string): void {
    const record = this.used++;
    const counts = counted(tokens(text));
    this.owners = grown(this.owners, this.used);
    this.lengths = grown(this.lengths, this.used);
    this.owners[record] = owner;
    this.lengths[record] = sum(counts.values());
    this.count(counts, 1);
    for (const [token, count] of counts)
      this.postings.append(this.keys.get(token)!, record * FREQUENCIES + Math.min(count, FREQUENCIES - 1));
  }

  /** Adds a record to the statistics, or takes it out (`change` −1). */
  private count(counts: Map<string, number>, change: 1 | -1): void {
    for (const token of counts.keys()) {
      let key = this.keys.get(token);
      if (key === undefined) this.keys.set(token, (key = this.keys.size));
      this.occurrences = grown(this.occurrences, key + 1);
      this.occurrences[key]! += change;
    }
    this.livingRecords += change;
    this.livingTokens += change * sum(counts.values());
  }

  private norms(): Float64Array {
    const norms = new Float64Array(this.used);
    for (let record = 0; record < this.used; record++) norms[record] = this.norm(this.lengths[record]!);
    return norms;
  }

  /** BM25's length normalisation. */
  private norm(length: number): number {
    const average = this.livingTokens / this.livingRecords || 1;
    return K1 * (1 - B + (B * length) / average);
  }

  /** Writes the postings anew without the dropped records; the living ones keep their order. */
  private forgetTheDropped(): void {
    const moved = new Int32Array(this.used).fill(GONE);
    let next = 0;
    for (let record = 0; record < this.used; record++) {
      if (this.owners[record] === GONE) continue;
      moved[record] = next;
      this.owners[next] = this.owners[record]!;
      this.lengths[next++] = this.lengths[record]!;
    }
    for (const [owner, range] of this.ranges.entries())
      if (range && range.to > range.from) {
        const from = moved[range.from]!;
        this.ranges[owner] = { from, to: from + range.to - range.from };
      }
    this.postings = this.movedPostings(moved);
    this.used = next;
  }

  private movedPostings(moved: Int32Array): Postings {
    const postings = new Postings();
    let list = new Uint32Array(1024);
    for (let key = 0; key < this.keys.size; key++) {
      list = grown(list, this.postings.length(key));
      const length = this.postings.copy(key, list);
      for (let j = 0; j < length; j++) {
        const record = moved[Math.floor(list[j]! / FREQUENCIES)]!;
        if (record !== GONE) postings.append(key, record * FREQUENCIES + (list[j]! % FREQUENCIES));
      }
    }
    return postings;
  }
}

function saturated(frequency: number, norm: number): number {
  return (frequency * (K1 + 1)) / (frequency + norm);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
