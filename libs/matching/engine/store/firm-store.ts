import { Bitmap, grown, offsetOf, RecordPool } from '#platform/search/arrays/index.js';
import type { Supplier, Taxonomy } from '../match.types.js';
import { toldDay } from '../rules/room.js';
import { decodeWords, encodeWords, FirmCodec } from './firm-codec.js';
import { FirmTags } from './firm-tags.js';
import { IdOrder } from './id-order.js';
import { RuledSupplier } from './ruled-supplier.js';

const NOWHERE = new Uint32Array(0);

/**
 * Suppliers in typed arrays, by slot. What the rules ask of them is in `cells`, who has which tag in `tags`; a supplier
 * as an object is made only where it is shown.
 */
export class FirmStore {
  readonly tags: FirmTags;
  readonly order = new IdOrder();
  /** Those that may be candidates. */
  readonly approved = new Bitmap();
  readonly codec: FirmCodec;
  private readonly cells = new RecordPool((size) => new Uint32Array(size));
  private readonly words = new RecordPool((size) => Buffer.alloc(size));
  private cellsAt = new Float64Array(1 << 10);
  private cellsLength = new Uint32Array(1 << 10);
  private wordsAt = new Float64Array(1 << 10);
  private wordsLength = new Uint32Array(1 << 10);
  private latitudes = new Float64Array(1 << 10);
  private longitudes = new Float64Array(1 << 10);
  /** Number of the prefecture's tag + 1; 0 where none is told. */
  private prefectures = new Uint32Array(1 << 10);
  /** The day of the newest answer about capacity, in days from 1970; 0 where there is none. */
  private toldDays = new Uint16Array(1 << 10);
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];
  /** One more than the highest slot in use so far. */
  private used = 0;

  constructor(taxonomy: Taxonomy) {
    this.tags = new FirmTags(taxonomy);
    this.codec = new FirmCodec(this.tags);
  }

  get size(): number {
    return this.slotOf.size;
  }

  /** Slots are below this. */
  get slots(): number {
    return this.used;
  }

  /** Bytes of its arrays: sets of tags, records, texts, columns. */
  get bytes(): { tags: number; records: number; texts: number; columns: number } {
    const columns = [
      ...[this.cellsAt, this.cellsLength, this.wordsAt, this.wordsLength],
      ...[this.latitudes, this.longitudes, this.prefectures, this.toldDays],
    ].reduce((sum, column) => sum + column.byteLength, 0);
    return { tags: this.tags.bytes, records: this.cells.bytes, texts: this.words.bytes, columns };
  }

  slot(id: string): number | undefined {
    return this.slotOf.get(id);
  }

  /**
   * Adds a supplier or replaces the one with its id.
   * @param before what `supplierAt` says of the one that it replaces
   * @returns its slot
   */
  put(supplier: Supplier, before: Supplier | null): number {
    const slot = this.slotOf.get(supplier.id) ?? this.free.pop() ?? this.used++;
    if (before) this.freeRecords(slot);
    else this.open(slot, supplier.id);
    if (!before || !hasSameTags(before, supplier))
      this.tags.replace(slot, before ? this.tags.tagsOf(before) : NOWHERE, this.tags.tagsOf(supplier));
    this.write(slot, supplier);
    return slot;
  }

  /** @returns the slot that it had; undefined where it was not in */
  remove(id: string): number | undefined {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return undefined;
    this.tags.replace(slot, this.tags.tagsOf(this.supplierAt(slot)), NOWHERE);
    this.freeRecords(slot);
    this.approved.delete(slot);
    this.order.drop(slot);
    this.slotOf.delete(id);
    this.free.push(slot);
    return slot;
  }

  /** The page with the record of a slot, which begins at `recordOffset`. */
  recordPage(slot: number): Uint32Array {
    return this.cells.pageOf(this.cellsAt[slot]!);
  }

  recordOffset(slot: number): number {
    return offsetOf(this.cellsAt[slot]!);
  }

  /** The day on which a firm last told of its capacity, in days from 1970; 0 where it never did. */
  readonly toldOn = (slot: number): number => this.toldDays[slot]!;

  /** The supplier of a slot in use, equal in all that matching asks for. */
  supplierAt(slot: number): Supplier {
    const words = decodeWords(this.wordsOf(slot));
    const ruled = this.ruledAt(slot);
    // Spelled out: spreading objects takes four times as long as decoding them.
    return {
      id: ruled.id,
      name: words.name,
      approved: ruled.approved,
      processes: ruled.processes,
      materials: ruled.materials,
      certificates: ruled.certificates,
      capacity: words.capacity,
      equipment: words.equipment,
      prefecture: ruled.prefecture,
      lat: ruled.lat,
      lon: ruled.lon,
      themes: ruled.themes,
      texts: words.texts,
      updatedAt: words.updatedAt,
    };
  }

  /** What the supplier of a slot in use has written. */
  textsAt(slot: number): Supplier['texts'] {
    return decodeWords(this.wordsOf(slot)).texts;
  }

  /** The same, as far as rules ask for it: without its words; each part is decoded when it is asked for. */
  ruledAt(slot: number): RuledSupplier {
    const { order, approved, prefectures, tags, latitudes, longitudes } = this;
    const prefecture = prefectures[slot]!;
    return new RuledSupplier(this.codec, this.recordPage(slot), this.recordOffset(slot), {
      id: order.idOf(slot),
      approved: approved.has(slot),
      prefecture: prefecture === 0 ? null : tags.codeOf(prefecture - 1),
      lat: toldOrNull(latitudes[slot]!),
      lon: toldOrNull(longitudes[slot]!),
    });
  }

  private open(slot: number, id: string): void {
    this.slotOf.set(id, slot);
    this.order.set(slot, id);
    this.cellsAt = grown(this.cellsAt, slot + 1);
    this.cellsLength = grown(this.cellsLength, slot + 1);
    this.wordsAt = grown(this.wordsAt, slot + 1);
    this.wordsLength = grown(this.wordsLength, slot + 1);
    this.latitudes = grown(this.latitudes, slot + 1);
    this.longitudes = grown(this.longitudes, slot + 1);
    this.prefectures = grown(this.prefectures, slot + 1);
    this.toldDays = grown(this.toldDays, slot + 1);
  }

  private write(slot: number, supplier: Supplier): void {
    const cells = this.codec.encode(supplier);
    const address = this.cells.take(cells.length);
    this.cells.pageOf(address).set(cells, offsetOf(address));
    this.cellsAt[slot] = address;
    this.cellsLength[slot] = cells.length;
    this.writeWords(slot, encodeWords(supplier));
    this.latitudes[slot] = supplier.lat ?? NaN;
    this.longitudes[slot] = supplier.lon ?? NaN;
    this.prefectures[slot] =
      supplier.prefecture === null ? 0 : this.tags.stated('prefecture', supplier.prefecture) + 1;
    this.toldDays[slot] = supplier.capacity.reduce((day, { toldAt }) => Math.max(day, toldDay(toldAt)), 0);
    if (supplier.approved === false) this.approved.delete(slot);
    else this.approved.add(slot);
  }

  private writeWords(slot: number, text: string): void {
    const length = 2 * text.length;
    const address = this.words.take(length);
    this.words.pageOf(address).write(text, offsetOf(address), 'utf16le');
    this.wordsAt[slot] = address;
    this.wordsLength[slot] = length;
  }

  private wordsOf(slot: number): string {
    const address = this.wordsAt[slot]!;
    const from = offsetOf(address);
    return this.words.pageOf(address).toString('utf16le', from, from + this.wordsLength[slot]!);
  }

  private freeRecords(slot: number): void {
    this.cells.free(this.cellsAt[slot]!, this.cellsLength[slot]!);
    this.words.free(this.wordsAt[slot]!, this.wordsLength[slot]!);
  }
}

/** Whether two states of a supplier state the same codes in the same order: most changes are of figures. */
function hasSameTags(a: Supplier, b: Supplier): boolean {
  return (
    a.prefecture === b.prefecture &&
    areEqual(a.materials, b.materials) &&
    areEqual(a.themes, b.themes) &&
    a.processes.length === b.processes.length &&
    a.processes.every(({ code }, i) => code === b.processes[i]!.code) &&
    a.certificates.length === b.certificates.length &&
    a.certificates.every(({ kind }, i) => kind === b.certificates[i]!.kind)
  );
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function toldOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
