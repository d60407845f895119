import type { OfferLine, OfferLot, TermSheet } from './term-sheet.js';

/** What may differ between two rounds beside lines and lots. */
export const sheetParts = [
  'place',
  'inspection',
  'warranty',
  'payment',
  'separable',
  'rounding',
  'validUntil',
  'note',
] as const;
export type SheetPart = (typeof sheetParts)[number];
export const lineFields = [
  'kind',
  'item',
  'drawing',
  'drawingRevision',
  'quantity',
  'unit',
  'unitPrice',
  'currency',
  'taxClass',
] as const;
export type LineField = (typeof lineFields)[number];

export interface RowChange<T> {
  key: string;
  /** Null: added. */
  before: T | null;
  /** Null: taken out. */
  after: T | null;
}
export interface SheetChanges {
  lines: (RowChange<OfferLine> & { fields: LineField[] })[];
  lots: RowChange<OfferLot>[];
  parts: SheetPart[];
}

/** A part as one comparable text; parts of several fields are compared as a whole. */
function held(part: SheetPart, terms: TermSheet): string {
  switch (part) {
    case 'place':
      return JSON.stringify([terms.incoterm, terms.place]);
    case 'warranty':
      return JSON.stringify([terms.warrantyMonths, terms.warranty]);
    case 'inspection':
      return JSON.stringify([terms.inspection.kind, terms.inspection.withinDays, terms.inspection.standard]);
    case 'payment': {
      const { method, timing, closingDay, monthsAfter, dueDay, days, on, feeBy, note } = terms.payment;
      const { originalOrderer, originalDueOn } = terms.payment.reentrusted ?? {};
      const usual = [method, timing, closingDay, monthsAfter, dueDay, days, on, feeBy, note];
      return JSON.stringify([...usual, originalOrderer, originalDueOn]);
    }
    case 'rounding':
      return JSON.stringify([terms.rounding.line, terms.rounding.tax]);
    default:
      return JSON.stringify(terms[part]);
  }
}

const lotText = ({ name, deliverOn, quantities }: OfferLot): string =>
  JSON.stringify([name, deliverOn, quantities.map((q) => [q.lineKey, q.quantity])]);

function matched<T extends { key: string }>(before: readonly T[], after: readonly T[]): RowChange<T>[] {
  const gone = before.filter((row) => !after.some(({ key }) => key === row.key));
  return [
    ...after.map((row) => ({
      key: row.key,
      before: before.find(({ key }) => key === row.key) ?? null,
      after: row,
    })),
    ...gone.map((row) => ({ key: row.key, before: row, after: null })),
  ];
}

const documentText = ({ document }: OfferLine): string =>
  document ? `${document.id}/${document.revision}` : '';

/** The room's document counts as the revision of the drawing: that is what it says of the line. */
const changedFields = (before: OfferLine, after: OfferLine): LineField[] =>
  lineFields.filter(
    (field) =>
      before[field] !== after[field] ||
      (field === 'drawingRevision' && documentText(before) !== documentText(after)),
  );

/** What a round changed against the one before it, line by line; empty where they say the same. */
export function changesBetween(before: TermSheet, after: TermSheet): SheetChanges {
  const lines = matched(before.lines, after.lines).map((row) => ({
    ...row,
    fields: row.before && row.after ? changedFields(row.before, row.after) : [...lineFields],
  }));
  return {
    lines: lines.filter(({ fields }) => fields.length > 0),
    lots: matched(before.lots, after.lots).filter(
      (row) => !row.before || !row.after || lotText(row.before) !== lotText(row.after),
    ),
    parts: sheetParts.filter((part) => held(part, before) !== held(part, after)),
  };
}

export const isUnchanged = ({ lines, lots, parts }: SheetChanges): boolean =>
  lines.length + lots.length + parts.length === 0;
