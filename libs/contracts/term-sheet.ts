import { z } from 'zod';
import { plain, roundings } from './exact.js';
import { day, id, line, optionalLine, prose } from './shapes.js';

/** A positive decimal as text (`12.5`): never a float, one writing per amount. Up to 12 digits before the point, 6 after. */
export const decimalText = (mayBeZero: boolean) =>
  z
    .string()
    .trim()
    .min(1)
    .regex(/^\d{1,12}(\.\d{1,6})?$/, { error: 'decimal' })
    .transform(plain)
    .refine((text) => mayBeZero || text !== '0', { error: 'above-zero' });
/** Names a line or lot across the rounds of a negotiation, so that two rounds can be compared line by line. */
const key = z.string().min(1).max(40);

/** ISO 4217, with the number of digits after the point. Japanese consumption tax is computed in each alike. */
export const currencies = {
  JPY: 0,
  USD: 2,
  EUR: 2,
  GBP: 2,
  CNY: 2,
  KRW: 0,
  TWD: 0,
  THB: 2,
  VND: 0,
  SGD: 2,
} as const;
export const currency = z.enum(Object.keys(currencies) as [Currency, ...Currency[]]);
export type Currency = keyof typeof currencies;

/**
 * Consumption tax: 10 % and 8 % (消費税法第29条 with the local tax; reduced rate for food and newspapers), `exempt` where
 * none is due (export, non-taxable), `unstated` where an earlier offer did not say.
 */
export const taxClasses = { standard: 10, reduced: 8, exempt: 0, unstated: 0 } as const;
export const taxClass = z.enum(['standard', 'reduced', 'exempt', 'unstated']);
export type TaxClass = z.infer<typeof taxClass>;

/** `tooling`: moulds, jigs (型・治具); `setup`: set-up and other cost that comes once. */
export const lineKind = z.enum(['item', 'tooling', 'setup']);
export type LineKind = z.infer<typeof lineKind>;
export const offerLine = z.object({
  key,
  kind: lineKind.default('item'),
  item: line(),
  /** Number of the drawing and its revision, which the price was made for. */
  drawing: optionalLine(100),
  drawingRevision: optionalLine(40),
  /** The room's document that it was made on; that revision is kept open to both while the offer holds. */
  document: z.object({ id, revision: z.int().min(1) }).optional(),
  quantity: decimalText(false),
  unit: line(20),
  /** Without tax, per unit; fractions of a yen are usual for small parts. */
  unitPrice: decimalText(true),
  currency: currency.default('JPY'),
  taxClass: taxClass.default('standard'),
});
export type OfferLine = z.infer<typeof offerLine>;

/** What is delivered together. `quantities` empty: all of every line (then it is the only lot). */
export const offerLot = z.object({
  key,
  name: optionalLine(60),
  deliverOn: day,
  quantities: z
    .array(z.object({ lineKey: key, quantity: decimalText(false) }))
    .max(100)
    .default([]),
});
export type OfferLot = z.infer<typeof offerLot>;

/** Incoterms 2020 (ICC). Empty: an agreed place without one, as is usual at home. */
export const incoterms = [
  'EXW',
  'FCA',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
] as const;
export const incoterm = z.enum(['', ...incoterms]);

export const paymentMethod = z.enum([
  'unstated',
  'transfer',
  'cash',
  'electronic-claim',
  'factoring',
  'note',
  'letter-of-credit',
]);
export type PaymentMethod = z.infer<typeof paymentMethod>;
/** A day of the month; 31 is its last day. */
const dayOfMonth = z.int().min(1).max(31).nullable().default(null);
export const payment = z
  .object({
    method: paymentMethod.default('unstated'),
    /** `monthly`: by closing day; `days`: so many days after receipt; `date`: on one day; `text`: only the note says. */
    timing: z.enum(['monthly', 'days', 'date', 'text']).default('text'),
    closingDay: dayOfMonth,
    monthsAfter: z.int().min(0).max(12).nullable().default(null),
    dueDay: dayOfMonth,
    days: z.int().min(0).max(365).nullable().default(null),
    on: day.nullable().default(null),
    /** Who bears the bank's charge for the transfer. */
    feeBy: z.enum(['unstated', 'payer', 'payee']).default('unstated'),
    note: optionalLine(300),
    /**
     * Stated where the orderer passes on (再委託) what another has entrusted to it: whose order it is, and when that one
     * pays. Of a freelance's work it moves the last day of payment. Either may be missing while it is being written.
     */
    reentrusted: z
      .object({ originalOrderer: optionalLine(200), originalDueOn: day.nullable().default(null) })
      .optional(),
  })
  .superRefine((p, ctx) => {
    const needed = {
      monthly: ['closingDay', 'monthsAfter', 'dueDay'],
      days: ['days'],
      date: ['on'],
      text: ['note'],
    } as const;
    for (const path of needed[p.timing])
      if (p[path] === null || p[path] === '')
        ctx.addIssue({ code: 'custom', path: [path], message: 'needed', input: p[path] });
  });
export type Payment = z.infer<typeof payment>;

export const inspection = z.object({
  /** `unstated`: the offer does not say whether there is one. */
  kind: z.enum(['unstated', 'none', 'by-orderer']).default('unstated'),
  /** Days from receipt within which it is finished. */
  withinDays: z.int().min(0).max(365).nullable().default(null),
  standard: optionalLine(300),
});

const sheet = z.object({
  lines: z.array(offerLine).min(1).max(100),
  lots: z.array(offerLot).min(1).max(50),
  /** Whether the other side may accept some of the lots alone. */
  separable: z.boolean().default(false),
  incoterm: incoterm.default(''),
  place: line(),
  inspection: inspection.prefault({}),
  /** From receipt; null where nothing is promised beyond the law. */
  warrantyMonths: z.int().min(0).max(120).nullable().default(null),
  warranty: optionalLine(300),
  payment,
  /** How an amount of a line and the tax per invoice become whole units of the currency, as the parties agreed. */
  rounding: z
    .object({
      line: z.enum(roundings).default('half-up'),
      tax: z.enum(roundings).default('half-up'),
    })
    .prefault({}),
  validUntil: day,
  note: prose(3_000),
});
type Sheet = z.infer<typeof sheet>;

function repeated(keys: readonly string[]): number {
  return keys.findIndex((one, i) => keys.indexOf(one) < i);
}

/** Quantities as whole millionths: the schema allows no more than six digits after the point. */
const millionths = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
};

/** What the lots hold of a line must be what the line says, to the last piece. */
function lotsFit(terms: Sheet, ctx: z.RefinementCtx): void {
  if (terms.lots.length <= 1 && !terms.lots[0]?.quantities.length) return;
  terms.lots.forEach((lot, i) => {
    if (lot.quantities.length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['lots', i, 'quantities'],
        message: 'lot-empty',
        input: lot.quantities.length,
      });
    if (repeated(lot.quantities.map((q) => q.lineKey)) >= 0)
      ctx.addIssue({ code: 'custom', path: ['lots', i, 'quantities'], message: 'repeated', input: i });
    for (const { lineKey } of lot.quantities)
      if (!terms.lines.some((one) => one.key === lineKey && one.kind === 'item'))
        ctx.addIssue({
          code: 'custom',
          path: ['lots', i, 'quantities'],
          message: 'lot-of-nothing',
          input: lineKey,
        });
  });
  for (const [i, one] of terms.lines.entries()) {
    if (one.kind !== 'item') continue;
    const delivered = terms.lots
      .flatMap((lot) => lot.quantities.filter((q) => q.lineKey === one.key))
      .reduce((total, q) => total + millionths(q.quantity), 0n);
    if (delivered !== millionths(one.quantity))
      ctx.addIssue({
        code: 'custom',
        path: ['lines', i, 'quantity'],
        message: 'lots-differ',
        input: one.quantity,
      });
  }
}

/** What is offered: all that two companies agree on, as a document. Amounts without tax; the tax is computed. */
export const termSheet = sheet.superRefine((terms, ctx) => {
  if (!terms.lines.some(({ kind }) => kind === 'item'))
    ctx.addIssue({ code: 'custom', path: ['lines', 0, 'kind'], message: 'item-needed', input: 'none' });
  const line = repeated(terms.lines.map((one) => one.key));
  if (line >= 0)
    ctx.addIssue({ code: 'custom', path: ['lines', line, 'key'], message: 'repeated', input: line });
  const lot = repeated(terms.lots.map((one) => one.key));
  if (lot >= 0) ctx.addIssue({ code: 'custom', path: ['lots', lot, 'key'], message: 'repeated', input: lot });
  if (terms.inspection.kind === 'by-orderer' && terms.inspection.withinDays === null)
    ctx.addIssue({ code: 'custom', path: ['inspection', 'withinDays'], message: 'needed', input: null });
  lotsFit(terms, ctx);
});
export type TermSheet = Sheet;

/** The terms of agreements made before there were term sheets. Their hash is over this form, so that they keep it. */
export const flatTerms = z.object({
  item: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPriceYen: z.int(),
  deliveryOn: day,
  deliveryPlace: z.string(),
  payment: z.string(),
  validUntil: day,
  note: z.string(),
});
export type FlatTerms = z.infer<typeof flatTerms>;

/** A number of JSON as a plain decimal, also where ECMAScript writes it with an exponent. */
function textOf(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return plain(value.toFixed(20));
}

/**
 * Flat terms in today's form. What they did not say stays unsaid: no tax class, payment in words. The migration of stored
 * offers does the same in SQL.
 */
export function sheetOf(terms: TermSheet | FlatTerms): TermSheet {
  if ('lines' in terms) return terms;
  return {
    lines: [
      {
        ...{ key: '1', kind: 'item', item: terms.item, drawing: '', drawingRevision: '' },
        ...{ quantity: textOf(terms.quantity), unit: terms.unit, unitPrice: String(terms.unitPriceYen) },
        ...{ currency: 'JPY', taxClass: 'unstated' },
      },
    ],
    lots: [{ key: '1', name: '', deliverOn: terms.deliveryOn, quantities: [] }],
    ...{ separable: false, incoterm: '', place: terms.deliveryPlace },
    inspection: { kind: 'unstated', withinDays: null, standard: '' },
    ...{ warrantyMonths: null, warranty: '' },
    payment: {
      ...{ method: 'unstated', timing: 'text', closingDay: null, monthsAfter: null, dueDay: null },
      ...{ days: null, on: null, feeBy: 'unstated', note: terms.payment },
    },
    rounding: { line: 'half-up', tax: 'half-up' },
    ...{ validUntil: terms.validUntil, note: terms.note },
  };
}
