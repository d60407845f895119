import { plain } from '#contracts/exact.js';
import type { Offer } from '#contracts/offers.js';
import { decimalText, type OfferLine, type OfferLot, type TermSheet } from '#contracts/term-sheet.js';
import { sheetTotals } from '#contracts/term-totals.js';

/** What is being filled in: amounts are text as typed, a day may still be missing. */
export type DraftSheet = TermSheet;

const newKey = (): string => crypto.randomUUID().slice(0, 8);

/** `１，２００．５` → `1200.5`: as the schema wants it, whatever keyboard it was typed with. */
export const typedDecimal = (text: string): string => text.normalize('NFKC').replace(/[,、\s]/g, '');

export const emptyLine = (unit: string, kind: OfferLine['kind'] = 'item', item = ''): OfferLine => ({
  ...{ key: newKey(), kind, item, drawing: '', drawingRevision: '' },
  ...{ quantity: kind === 'item' ? '' : '1', unit, unitPrice: '', currency: 'JPY', taxClass: 'standard' },
});

/** The last round to change what one wants changed, or an empty sheet of one line with the usual terms of payment. */
export function firstSheet(
  title: string,
  last: Offer | undefined,
  unit: string,
  validUntil: string,
): DraftSheet {
  if (last) return { ...last.terms, validUntil };
  return {
    lines: [emptyLine(unit, 'item', title.slice(0, 200))],
    lots: [{ key: newKey(), name: '', deliverOn: '', quantities: [] }],
    ...{ separable: false, incoterm: '', place: '' },
    inspection: { kind: 'unstated', withinDays: null, standard: '' },
    ...{ warrantyMonths: null, warranty: '' },
    payment: {
      ...{ method: 'transfer', timing: 'monthly', closingDay: 31, monthsAfter: 1, dueDay: 31 },
      ...{ days: null, on: null, feeBy: 'payer', note: '' },
    },
    rounding: { line: 'half-up', tax: 'half-up' },
    ...{ validUntil, note: '' },
  };
}

/** Its totals while it is typed; null where an amount is missing, or is none that could be offered. */
export function draftTotals(sheet: Pick<TermSheet, 'lines' | 'rounding'>) {
  const amounts = sheet.lines.flatMap(({ quantity, unitPrice }) => [quantity, unitPrice]);
  if (!amounts.every((text) => decimalText(true).safeParse(text).success)) return null;
  try {
    return sheetTotals(sheet);
  } catch {
    return null;
  }
}

/** Whether everything is delivered at once. */
export const isOneLot = (lots: readonly OfferLot[]): boolean =>
  lots.length === 1 && lots[0]?.quantities.length === 0;

export const newLot = (): OfferLot => ({ key: newKey(), name: '', deliverOn: '', quantities: [] });

/** From one delivery to two: the first keeps its day and all that there is. */
export function splitLots(sheet: TermSheet): OfferLot[] {
  const quantities = sheet.lines
    .filter(({ kind, quantity }) => kind === 'item' && quantity !== '')
    .map(({ key, quantity }) => ({ lineKey: key, quantity: plain(quantity) }));
  const [first = newLot()] = sheet.lots;
  return [{ ...first, quantities }, newLot()];
}

/** Back to one delivery, on the last day of the lots. */
export function joinLots(lots: readonly OfferLot[]): OfferLot[] {
  const last =
    lots
      .map(({ deliverOn }) => deliverOn)
      .sort()
      .at(-1) ?? '';
  return [{ ...(lots[0] ?? newLot()), name: '', deliverOn: last, quantities: [] }];
}

/** A lot that holds so many of a line; an emptied quantity takes the line out of it. */
export function withQuantity(lot: OfferLot, lineKey: string, quantity: string): OfferLot {
  const others = lot.quantities.filter((q) => q.lineKey !== lineKey);
  return { ...lot, quantities: quantity === '' ? others : [...others, { lineKey, quantity }] };
}

/** Without a line, neither in the lots. */
export function withoutLine(sheet: DraftSheet, key: string): DraftSheet {
  return {
    ...sheet,
    lines: sheet.lines.filter((line) => line.key !== key),
    lots: sheet.lots.map((lot) => withQuantity(lot, key, '')),
  };
}
