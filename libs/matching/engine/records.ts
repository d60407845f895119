import type { RecordField, Supplier } from './match.types.js';
import type { Names } from './rules/judged.js';

export interface TextRecord {
  field: RecordField;
  text: string;
}

/** A firm's records, of which its reasons name but a few; in the order of `recordsOf`. */
export interface ShownRecords {
  readonly size: number;
  at(number: number): TextRecord;
  /** The words of a record, as they stand in it. */
  wordsOf(number: number): readonly string[];
}

/** The texts of `recordsOf`: those of the firm's own, and the names that many firms share. */
export function textsOf(supplier: Supplier, names: Names): { own: string[]; shared: string[] } {
  const records = recordsOf(supplier, names).map(({ text }) => text);
  const own = supplier.texts.length;
  return { own: records.slice(0, own), shared: records.slice(own) };
}

/**
 * All that is searched of a supplier, each by itself: its texts, and the names of what it has listed, so that an order
 * in plain words finds a firm that has only ticked processes, and the other way round.
 */
export function recordsOf(supplier: Supplier, names: Names): TextRecord[] {
  const listed = [
    ...supplier.processes.map(({ code }) => names('process', code)),
    ...supplier.materials.map((code) => names('material', code)),
  ].map(({ ja, en }) => (ja === en ? ja : `${ja} ${en}`));
  const machines = supplier.equipment.map(({ kind, maker, model }) =>
    [kind, maker, model].filter(Boolean).join(' '),
  );
  const capabilities = [...new Set([...listed, ...machines])];
  return [...supplier.texts, ...capabilities.map((text) => ({ field: 'capability' as const, text }))];
}
