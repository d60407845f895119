import {
  type Bitmap,
  Dictionary,
  grown,
  offsetOf,
  PostingSet,
  RecordPool,
} from '#platform/search/arrays/index.js';
import { EncodedTexts } from './encoded-texts.js';
import { eachToken, encodeText, recordEnd } from './encoded.js';
import type { RecordCells, TokenKeys } from './pair-features.js';
import { NearnessBounds } from './nearness-bounds.js';
import { QueryScores } from './query-scores.js';
import type { Query } from './query.js';
import { RecordSizes } from './record-sizes.js';
import { SharedRecords } from './shared-records.js';
import { TokenStatistics } from './token-statistics.js';

const NOTHING = new Uint32Array(0);

/**
 * Records (short texts) of owners 0, 1, 2 …, found by their tokens. An owner's records are put, replaced and dropped
 * as a whole: those of its own, then those that many owners share word for word (names of what is listed), which are
 * stored once and counted for each of them. Scores depend only on the records that are in, never on the order in which
 * they came.
 *
 * An owner's tokens lie together, so that one owner is scored by reading some hundred numbers; which owners have a token
 * at all is kept beside it, to leave out those that cannot score enough.
 */
export class TextIndex {
  readonly statistics = new TokenStatistics();
  readonly shared = new SharedRecords();
  readonly keys = new Dictionary();
  readonly sizes = new RecordSizes();
  /** Per token: the owners with a record of their own in which it occurs. */
  private readonly holders: (PostingSet | undefined)[] = [];
  /** Per owner: [own records] [shared records] [number of a shared one] … then the own ones (encoded.ts). */
  private readonly cells = new RecordPool((size) => new Uint32Array(size));
  private cellsAt = new Float64Array(1 << 10);
  /** 0 where an owner is not in. */
  private cellsLength = new Uint32Array(1 << 10);
  private gains = new Float64Array(1 << 10);
  private readonly bounds = new NearnessBounds();
  private latest: QueryScores | null = null;

  /** Bytes of its arrays. */
  get bytes(): number {
    const holders = this.holders.reduce((sum, set) => sum + (set?.bytes ?? 0), 0);
    return this.cells.bytes + holders + this.shared.bytes + this.gains.byteLength + this.sizes.bytes;
  }

  /** @param shared each once */
  put(owner: number, own: readonly string[], shared: readonly string[] = []): void {
    const before = this.ownTokens(owner);
    this.forget(owner);
    this.store(owner, own, shared);
    this.replaceHolders(owner, before, this.ownTokens(owner));
  }

  drop(owner: number): void {
    const before = this.ownTokens(owner);
    this.forget(owner);
    this.replaceHolders(owner, before, NOTHING);
  }

  /** The scores of all owners for a query; good until the next query or change. */
  scores(query: Query): QueryScores {
    this.latest?.end();
    this.gains = grown(this.gains, this.keys.size);
    this.latest = new QueryScores(this, query, this.gains, this.bounds);
    return this.latest;
  }

  /** What a record of average length would score that says everything looked for once. */
  fullScore(query: Query): number {
    return query.tokens.reduce((total, token, i) => total + query.weights[i]! * this.rarity(token), 0);
  }

  /** How telling a token is: 0 and more, the higher the fewer records it occurs in (BM25's inverse frequency). */
  rarity(token: string): number {
    return this.statistics.rarity(this.keys.numberOf(token));
  }

  /** Texts that need not be in the index, with what they would score in it now. */
  encoded(texts: readonly string[]): EncodedTexts {
    return new EncodedTexts(texts, this);
  }

  /** Where an owner's cells are; null where it is not in. */
  cellsOf(owner: number): { cells: Uint32Array; at: number } | null {
    if (!this.cellsLength[owner]) return null;
    const address = this.cellsAt[owner]!;
    return { cells: this.cells.pageOf(address), at: offsetOf(address) };
  }

  /** An owner's own records; good until the next change. */
  ownRecords(owner: number): RecordCells[] {
    const place = this.cellsOf(owner);
    if (!place) return [];
    const { cells, at } = place;
    const records: RecordCells[] = [];
    let record = at + 2 + cells[at + 1]!;
    for (let i = 0; i < cells[at]!; i++) {
      records.push({ cells, at: record });
      record = recordEnd(cells, record);
    }
    return records;
  }

  /** The text of an owner's shared record by its place among them, counted from 0. */
  sharedText(owner: number, place: number): string {
    const { cells, at } = this.cellsOf(owner)!;
    return this.shared.textOf(cells[at + 2 + place]!);
  }

  /** How the records of `ownRecords` are read. */
  get tokenKeys(): TokenKeys {
    return {
      keyOf: (token) => this.keys.numberOf(token),
      rarity: (token) => this.rarity(token),
      averageLength: this.statistics.averageLength,
    };
  }

  /** How many owners have a record of their own in which a token occurs. */
  holdersOf(key: number): number {
    return this.holders[key]?.size ?? 0;
  }

  /** Adds an amount at each of them among those. */
  addToHolders(key: number, target: Float32Array, amount: number, among: Bitmap): void {
    this.holders[key]?.addInto(target, amount, among);
  }

  private store(owner: number, own: readonly string[], shared: readonly string[]): void {
    const cells = [own.length, shared.length];
    for (const text of shared) cells.push(this.shared.give(text, owner, this.keys, this.statistics));
    for (const text of own) {
      const at = cells.length;
      for (const cell of encodeText(text, this.keys)) cells.push(cell);
      this.statistics.count(cells, at, 1);
    }
    const address = this.cells.take(cells.length);
    this.cells.pageOf(address).set(cells, offsetOf(address));
    this.cellsAt = grown(this.cellsAt, owner + 1);
    this.cellsLength = grown(this.cellsLength, owner + 1);
    this.cellsAt[owner] = address;
    this.cellsLength[owner] = cells.length;
    this.sizes.set(owner, cells);
  }

  /** Takes an owner's records out of everything but the sets of holders. */
  private forget(owner: number): void {
    const place = this.cellsOf(owner);
    if (!place) return;
    const { cells, at } = place;
    const ownFrom = at + 2 + cells[at + 1]!;
    for (let i = at + 2; i < ownFrom; i++) this.shared.takeBack(cells[i]!, owner, this.statistics);
    let record = ownFrom;
    for (let i = 0; i < cells[at]!; i++) {
      this.statistics.count(cells, record, -1);
      record = recordEnd(cells, record);
    }
    this.cells.free(this.cellsAt[owner]!, this.cellsLength[owner]!);
    this.cellsLength[owner] = 0;
  }

  /** The different tokens of an owner's own records, ascending. */
  private ownTokens(owner: number): Uint32Array {
    const place = this.cellsOf(owner);
    if (!place) return NOTHING;
    const { cells, at } = place;
    const found = new Set<number>();
    let record = at + 2 + cells[at + 1]!;
    for (let i = 0; i < cells[at]!; i++) record = eachToken(cells, record, (key) => found.add(key));
    return Uint32Array.from(found).sort();
  }

  private replaceHolders(owner: number, before: Uint32Array, after: Uint32Array): void {
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
      const old = before[i] ?? Infinity;
      const now = after[j] ?? Infinity;
      if (old < now) this.holders[old]!.delete(owner);
      if (now < old) (this.holders[now] ??= new PostingSet()).add(owner);
      if (old <= now) i++;
      if (now <= old) j++;
    }
  }
}
