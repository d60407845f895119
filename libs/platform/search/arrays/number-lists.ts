import { grown } from './grown.js';

/** A list of small whole numbers for each slot, one after the other in two arrays. Slots come in ascending order. */
export class NumberLists {
  /** Where the numbers of each slot end; they begin where those of the one before end. */
  ends = new Uint32Array(1_024);
  numbers = new Uint32Array(1_024);
  /** How many numbers there are in all lists. */
  length = 0;
  /** One more than the last slot. */
  slots = 0;

  add(slot: number, list: readonly number[]): void {
    this.ends = grown(this.ends, slot + 1);
    this.numbers = grown(this.numbers, this.length + list.length);
    for (const number of list) this.numbers[this.length++] = number;
    this.ends[slot] = this.length;
    this.slots = slot + 1;
  }

  /** The list of a slot; empty where it has none. */
  of(slot: number): Uint32Array {
    if (slot >= this.slots) return this.numbers.subarray(0, 0);
    return this.numbers.subarray(slot === 0 ? 0 : this.ends[slot - 1], this.ends[slot]);
  }
}
