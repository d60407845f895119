import { grown, type Bitmap } from '#platform/search/arrays/index.js';
import { lengthNorm, scoreOfRecord } from './bm25.js';
import { recordEnd } from './encoded.js';
import { nearness } from './nearest.js';
import type { Gain, NearnessBounds } from './nearness-bounds.js';
import type { Query } from './query.js';
import type { TextIndex } from './text-index.js';

/** The scores of one query, worked out for the owners that are asked for. */
export class QueryScores {
  /** What a record of average length would score that says everything looked for once. */
  readonly full: number;
  private readonly average: number;
  private readonly found: Gain[] = [];
  /** Scores of the owner at hand. */
  private records = new Float64Array(64);
  /** Scores of the shared records that were asked for; NaN: not yet. */
  private readonly shared: Float64Array;

  /** @param gains per token what it counts, all 0; cleared again by `end` */
  constructor(
    private readonly index: TextIndex,
    query: Query,
    private readonly gains: Float64Array,
    private readonly bounds: NearnessBounds,
  ) {
    const { keys, statistics } = index;
    this.full = index.fullScore(query);
    this.average = statistics.averageLength;
    for (const [i, token] of query.tokens.entries()) {
      const key = keys.numberOf(token);
      if (key === undefined) continue;
      gains[key] = query.weights[i]! * statistics.rarity(key);
      this.found.push({ key, gain: gains[key] });
    }
    this.shared = new Float64Array(index.shared.size).fill(NaN);
  }

  /** Gives the gains back. */
  end(): void {
    for (const { key } of this.found) this.gains[key] = 0;
  }

  nearness(owner: number): number {
    const count = this.read(owner);
    return nearness(this.records, 0, count);
  }

  /** Makes `mostPower` know these owners. */
  bound(among: Bitmap): void {
    this.bounds.prepare(this.index, among, this.found, (number) => this.sharedScore(number));
  }

  /** No less than `powerOf` of the nearness, without reading records: for all that have to be told apart first; after `bound`. */
  mostPower(owner: number): number {
    return this.bounds.mostPower(owner);
  }

  /** BM25 of each record of an owner, in their order. */
  recordScores(owner: number): Float64Array {
    const count = this.read(owner);
    return this.records.slice(0, count);
  }

  /** Scores the records of an owner. @returns how many there are */
  private read(owner: number): number {
    const place = this.index.cellsOf(owner);
    if (!place) return 0;
    const { cells, at } = place;
    const own = cells[at]!;
    const shared = cells[at + 1]!;
    this.records = grown(this.records, own + shared);
    const { records } = this;
    let record = at + 2 + shared;
    for (let i = 0; i < own; i++) {
      records[i] = this.scoreOf(cells, record);
      record = recordEnd(cells, record);
    }
    for (let i = 0; i < shared; i++) records[own + i] = this.sharedScore(cells[at + 2 + i]!);
    return own + shared;
  }

  private sharedScore(number: number): number {
    const known = this.shared[number]!;
    if (!Number.isNaN(known)) return known;
    return (this.shared[number] = this.scoreOf(this.index.shared.cellsOf(number), 0));
  }

  private scoreOf(cells: Uint32Array, at: number): number {
    return scoreOfRecord(cells, at, lengthNorm(cells[at]!, this.average), this.gains);
  }
}
