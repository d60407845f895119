const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
/** Records take a multiple of this many cells, so that a freed place is soon used again. */
const STEP = 4;

type Cells = Uint8Array | Uint32Array;

/**
 * Records of differing length in pages of typed arrays: no object per record, no copying of everything when it grows.
 * A record never crosses pages. Freed places are kept by size and used again.
 */
export class RecordPool<Page extends Cells> {
  private readonly pages: Page[] = [];
  private readonly freed = new Map<number, number[]>();
  /** Where the next record goes on the page that is being filled. */
  private page = -1;
  private next = PAGE;

  /** @param newPage makes an array of so many cells, all 0 */
  constructor(private readonly newPage: (cells: number) => Page) {}

  /** Bytes of its pages. */
  get bytes(): number {
    return this.pages.reduce((sum, page) => sum + page.byteLength, 0);
  }

  /** A place for so many cells (whatever stands in them): its address, to be kept with the length. */
  take(length: number): number {
    const size = rounded(length);
    const again = this.freed.get(size)?.pop();
    if (again !== undefined) return again;
    if (size > PAGE) return this.addPage(size) * PAGE;
    if (this.next + size > PAGE) {
      this.page = this.addPage(PAGE);
      this.next = 0;
    }
    const address = this.page * PAGE + this.next;
    this.next += size;
    return address;
  }

  /** Gives back what `take` gave for this length. */
  free(address: number, length: number): void {
    const size = rounded(length);
    const list = this.freed.get(size);
    if (list) list.push(address);
    else this.freed.set(size, [address]);
  }

  /** The page of an address; the record begins at `offsetOf(address)` in it. */
  pageOf(address: number): Page {
    return this.pages[Math.floor(address / PAGE)]!;
  }

  private addPage(cells: number): number {
    this.pages.push(this.newPage(cells));
    return this.pages.length - 1;
  }
}

/** Where on its page a record begins. */
export function offsetOf(address: number): number {
  return address % PAGE;
}

function rounded(length: number): number {
  return Math.max(STEP, Math.ceil(length / STEP) * STEP);
}
