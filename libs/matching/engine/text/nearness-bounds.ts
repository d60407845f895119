import type { Bitmap } from '#platform/search/arrays/index.js';
import { lengthNorm, saturated } from './bm25.js';
import { powerAtMost, powerOf } from './nearest.js';
import type { RecordSizes } from './record-sizes.js';
import type { SharedRecords } from './shared-records.js';

/** A token that is looked for, and what it counts where a record of average length says it once. */
export interface Gain {
  key: number;
  gain: number;
}

/** The commonest tokens, up to this share of what all count, are not looked up: everybody might have them. */
const LEFT_OUT = 0.05;
/** Shared records with less than this share of the best one's score, too; 0.1 to 0.3 cost about as much time. */
const FAINT = 0.15;
/** Sums of 32-bit floating-point numbers are a hair less than they are. */
const ROUNDED = 1 + 3e-5;

/** What bounds are worked out from. */
export interface Bounded {
  readonly shared: SharedRecords;
  readonly sizes: RecordSizes;
  readonly statistics: { readonly averageLength: number };
  /** How many owners have a record of their own in which the token occurs. */
  holdersOf(key: number): number;
  /** Adds an amount at each of them among those. */
  addToHolders(key: number, target: Float32Array, amount: number, among: Bitmap): void;
}

/**
 * How near each owner can be at most, from the sets of who has which token, without reading a record: an owner's own
 * records are at most as good as one that says all of the owner's tokens, is as short as its shortest and repeats each
 * as often as it ever does; of the shared ones the scores are known. Arrays are used again by the next query.
 */
export class NearnessBounds {
  private own = new Float32Array(0);
  private powers = new Float32Array(0);
  private left = 0;
  private faint = 0;
  private index: Bounded | null = null;

  /**
   * @param among the owners that are asked for afterwards
   * @param scoreOf what a shared record scores
   */
  prepare(index: Bounded, among: Bitmap, gains: readonly Gain[], scoreOf: (shared: number) => number): void {
    this.index = index;
    this.own = emptied(this.own, among.words.length * 32);
    this.powers = emptied(this.powers, among.words.length * 32);
    const total = gains.reduce((sum, { gain }) => sum + gain, 0);
    let left = total;
    const perHolder = ({ key, gain }: Gain) => gain / (1 + index.holdersOf(key));
    for (const { key, gain } of [...gains].sort((a, b) => perHolder(b) - perHolder(a))) {
      if (left <= LEFT_OUT * total) break;
      index.addToHolders(key, this.own, gain, among);
      left -= gain;
    }
    // Rounding must not make it less than it is.
    this.left = Math.max(0, left) + total * 1e-6;
    this.addShared(index.shared, among, gains, scoreOf);
  }

  /** No less than `powerOf` of the owner's nearness. */
  mostPower(owner: number): number {
    const { sizes, statistics } = this.index!;
    const count = sizes.own[owner]!;
    const norm = lengthNorm(sizes.shortest[owner]!, statistics.averageLength);
    const each = count === 0 ? 0 : (this.own[owner]! + this.left) * saturated(sizes.mostOften[owner]!, norm);
    const others = this.powers[owner]! + powerAtMost(this.faint, sizes.shared[owner]!);
    return (powerAtMost(powerOf(each), count) + others) * ROUNDED;
  }

  private addShared(
    shared: SharedRecords,
    among: Bitmap,
    gains: readonly Gain[],
    scoreOf: (shared: number) => number,
  ): void {
    const numbers = new Set(gains.flatMap(({ key }) => shared.recordsWith(key)));
    const scored = [...numbers].map((number) => ({ number, score: scoreOf(number) }));
    const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
    this.faint = powerOf(FAINT * best);
    for (const { number, score } of scored)
      if (score >= FAINT * best) shared.addToOwners(number, this.powers, powerOf(score), among);
  }
}

function emptied(array: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  if (array.length < length) return new Float32Array(length);
  return array.fill(0, 0, length);
}
