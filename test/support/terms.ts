import { sheetOf, type FlatTerms, type TermSheet } from '#contracts/term-sheet.js';

/** Terms of one line that can be accepted. */
export const someTerms = (given: Partial<FlatTerms> = {}): TermSheet =>
  sheetOf({
    item: '軸受け A-100',
    quantity: 200,
    unit: '個',
    unitPriceYen: 1_250,
    deliveryOn: '2099-06-30',
    deliveryPlace: '大阪工場',
    payment: '月末締め翌月末払い',
    validUntil: '2099-05-31',
    note: '',
    ...given,
  });

const line = { drawing: 'D-100', drawingRevision: 'B', unit: '個', currency: 'JPY' } as const;
/** A whole term sheet: two parts with their tooling, delivered in two lots, which may be taken apart. */
export const someSheet = (given: Partial<TermSheet> = {}): TermSheet => ({
  lines: [
    {
      ...line,
      key: 'a',
      kind: 'item',
      item: '軸受け A',
      quantity: '300',
      unitPrice: '1250.5',
      taxClass: 'standard',
    },
    {
      ...line,
      key: 'b',
      kind: 'item',
      item: '軸受け B',
      quantity: '100',
      unitPrice: '333.33',
      taxClass: 'standard',
    },
    {
      ...line,
      key: 't',
      kind: 'tooling',
      item: '治具',
      quantity: '1',
      unitPrice: '80000',
      taxClass: 'standard',
    },
  ],
  lots: [
    { key: '1', name: '先行分', deliverOn: '2099-06-30', quantities: [{ lineKey: 'a', quantity: '100' }] },
    {
      ...{ key: '2', name: '残り', deliverOn: '2099-07-31' },
      quantities: [
        { lineKey: 'a', quantity: '200' },
        { lineKey: 'b', quantity: '100' },
      ],
    },
  ],
  separable: true,
  incoterm: 'DAP',
  place: '大阪工場',
  inspection: { kind: 'by-orderer', withinDays: 7, standard: '図面寸法の全数検査' },
  warrantyMonths: 12,
  warranty: '',
  payment: {
    ...{ method: 'transfer', timing: 'monthly', closingDay: 31, monthsAfter: 1, dueDay: 31 },
    ...{ days: null, on: null, feeBy: 'payer', note: '' },
  },
  rounding: { line: 'half-up', tax: 'down' },
  validUntil: '2099-05-31',
  note: '',
  ...given,
});
