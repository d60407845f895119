import { grown } from '../arrays/index.js';

/**
 * Arrays of one place per slot that a question needs for a moment: making them anew for each costs more than clearing
 * them. Whoever takes one has it until the next one takes it, so nobody may wait for anything meanwhile.
 */
export class Scratch {
  private floats = new Float32Array(1_024);
  private bytes = new Uint8Array(1_024);
  private counts = new Uint8Array(1_024);

  /** For the scores of a question; all 0. */
  scores(slots: number): Float32Array {
    this.floats = grown(this.floats, slots).fill(0);
    return this.floats;
  }

  /** For the fields of one list of postings; all 0. Its length is a multiple of four. */
  fields(slots: number): Uint8Array {
    this.bytes = grown(this.bytes, (slots + 3) & ~3).fill(0);
    return this.bytes;
  }

  /** For how many words the titles have; all 0. */
  inTitles(slots: number): Uint8Array {
    this.counts = grown(this.counts, slots).fill(0);
    return this.counts;
  }
}
