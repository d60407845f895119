import { type Bitmap, type Dictionary, PostingSet } from '#platform/search/arrays/index.js';
import { eachToken, encodeText } from './encoded.js';
import type { TokenStatistics } from './token-statistics.js';

interface SharedRecord {
  text: string;
  /** As in encoded.ts. */
  cells: Uint32Array;
  owners: PostingSet;
}

/** Records that many owners have word for word: stored once, with the owners of each. */
export class SharedRecords {
  private readonly numbers = new Map<string, number>();
  private readonly records: (SharedRecord | undefined)[] = [];
  private readonly free: number[] = [];
  /** Per token: the numbers of the records in which it occurs. */
  private readonly withToken: (number[] | undefined)[] = [];

  /** Numbers are below this. */
  get size(): number {
    return this.records.length;
  }

  get bytes(): number {
    return this.records.reduce(
      (sum, record) => sum + (record ? record.owners.bytes + record.cells.byteLength : 0),
      0,
    );
  }

  /** The record of a number that was given out. */
  cellsOf(number: number): Uint32Array {
    return this.records[number]!.cells;
  }

  textOf(number: number): string {
    return this.records[number]!.text;
  }

  /** Gives an owner a record, counted once more. @returns its number */
  give(text: string, owner: number, keys: Dictionary, statistics: TokenStatistics): number {
    const number = this.numbers.get(text) ?? this.create(text, keys);
    const { cells, owners } = this.records[number]!;
    owners.add(owner);
    statistics.count(cells, 0, 1);
    return number;
  }

  takeBack(number: number, owner: number, statistics: TokenStatistics): void {
    const { text, cells, owners } = this.records[number]!;
    owners.delete(owner);
    statistics.count(cells, 0, -1);
    if (owners.size > 0) return;
    eachToken(cells, 0, (key) => {
      this.withToken[key] = this.withToken[key]!.filter((each) => each !== number);
    });
    this.numbers.delete(text);
    this.records[number] = undefined;
    this.free.push(number);
  }

  /** The numbers of the records in which a token occurs. */
  recordsWith(key: number): readonly number[] {
    return this.withToken[key] ?? [];
  }

  /** Adds an amount at each owner of a record among those. */
  addToOwners(number: number, target: Float32Array, amount: number, among: Bitmap): void {
    this.records[number]!.owners.addInto(target, amount, among);
  }

  private create(text: string, keys: Dictionary): number {
    const number = this.free.pop() ?? this.records.length;
    const cells = Uint32Array.from(encodeText(text, keys));
    this.records[number] = { text, cells, owners: new PostingSet() };
    this.numbers.set(text, number);
    eachToken(cells, 0, (key) => {
      (this.withToken[key] ??= []).push(number);
    });
    return number;
  }
}
