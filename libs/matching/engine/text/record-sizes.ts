import { grown } from '#platform/search/arrays/index.js';
import { eachToken } from './encoded.js';

const LONGEST = 0xffff;

/** What is known of each owner's records without reading them. */
export class RecordSizes {
  /** Records of its own. */
  own = new Uint16Array(1 << 10);
  shared = new Uint16Array(1 << 10);
  /** Tokens of the shortest record of its own, and how often one of them says a token at most. */
  shortest = new Uint16Array(1 << 10);
  mostOften = new Uint8Array(1 << 10);

  get bytes(): number {
    return 2 * (this.own.length + this.shared.length + this.shortest.length) + this.mostOften.length;
  }

  /** @param cells as TextIndex keeps them: [own records] [shared records] [number of a shared one] … own ones */
  set(owner: number, cells: readonly number[]): void {
    this.own = grown(this.own, owner + 1);
    this.shared = grown(this.shared, owner + 1);
    this.shortest = grown(this.shortest, owner + 1);
    this.mostOften = grown(this.mostOften, owner + 1);
    const [own = 0, shared = 0] = cells;
    let [shortest, mostOften] = [LONGEST, 0];
    let record = 2 + shared;
    for (let i = 0; i < own; i++) {
      shortest = Math.min(shortest, cells[record]!);
      record = eachToken(cells, record, (_key, frequency) => {
        if (frequency > mostOften) mostOften = frequency;
      });
    }
    this.own[owner] = own;
    this.shared[owner] = shared;
    this.shortest[owner] = shortest;
    this.mostOften[owner] = mostOften;
  }
}
