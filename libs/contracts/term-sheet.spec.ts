import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someSheet, someTerms } from '../../test/support/terms.js';
import { roundings, type Exact } from './exact.js';
import { daysBetween, daysLater, dueOn, monthsLater } from './payment-days.js';
import { changesBetween, isUnchanged } from './term-changes.js';
import { sheetOf, taxClass, termSheet, type OfferLine, type Payment, type TermSheet } from './term-sheet.js';
import { lineAmount, netYen, onlyLots, sheetTotals } from './term-totals.js';

const problems = (terms: unknown) =>
  termSheet.safeParse(terms).error?.issues.map(({ path, message }) => [path.join('.'), message]);
const rule = fc.constantFrom(...roundings);
const amount = fc
  .integer({ min: 1, max: 999_999 })
  .map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`);
const lines: fc.Arbitrary<OfferLine[]> = fc.array(
  fc
    .record({ quantity: amount, unitPrice: amount, taxClass: fc.constantFrom(...taxClass.options) })
    .map((given) => ({
      ...{
        key: '1',
        kind: 'item' as const,
        item: 'x',
        drawing: '',
        drawingRevision: '',
        unit: '個',
        currency: 'JPY' as const,
      },
      ...given,
    })),
  { minLength: 1, maxLength: 8 },
);

/** ⌊n / d⌋ of positive fractions, as the oracle of rounding down. */
const floor = ({ n, d }: Exact): bigint => n / d;

describe('a term sheet', () => {
  it('takes a whole one, and amounts in one writing', () => {
    expect(problems(someSheet())).toBeUndefined();
    const [first, ...others] = someSheet().lines as [OfferLine, ...OfferLine[]];
    const typed = { ...someSheet(), lines: [{ ...first, unitPrice: '01250.500' }, ...others] };
    expect(termSheet.parse(typed)).toEqual(someSheet());
  });

  it('holds lots that add up to its lines, to the last piece', () => {
    const { lots } = someSheet();
    const [one, two] = lots as [TermSheet['lots'][0], TermSheet['lots'][0]];
    const short = { ...one, quantities: [{ lineKey: 'a', quantity: '99.999999' }] };
    expect(problems(someSheet({ lots: [short, two] }))).toEqual([['lines.0.quantity', 'lots-differ']]);
    expect(problems(someSheet({ lots: [{ ...one, quantities: [] }, two] }))).toEqual([
      ['lots.0.quantities', 'lot-empty'],
      ['lines.0.quantity', 'lots-differ'],
    ]);
    expect(
      problems(someSheet({ lots: [{ ...one, quantities: [{ lineKey: 't', quantity: '1' }] }, two] })),
    ).toEqual([
      ['lots.0.quantities', 'lot-of-nothing'],
      ['lines.0.quantity', 'lots-differ'],
    ]);
  });

  it('asks for what its payment and inspection need', () => {
    const pay = (given: Partial<Payment>) =>
      problems(someSheet({ payment: { ...someSheet().payment, ...given } }));
    expect(pay({ dueDay: null })).toEqual([['payment.dueDay', 'needed']]);
    expect(pay({ timing: 'days' })).toEqual([['payment.days', 'needed']]);
    expect(pay({ timing: 'text' })).toEqual([['payment.note', 'needed']]);
    expect(
      problems(someSheet({ inspection: { kind: 'by-orderer', withinDays: null, standard: '' } })),
    ).toEqual([['inspection.withinDays', 'needed']]);
    const toolOnly = someSheet().lines.filter(({ kind }) => kind === 'tooling');
    expect(
      problems(
        someSheet({
          lines: toolOnly,
          lots: [{ key: '1', name: '', deliverOn: '2026-01-01', quantities: [] }],
        }),
      ),
    ).toEqual([['lines.0.kind', 'item-needed']]);
  });

  it('says what flat terms said, and no more', () => {
    const sheet = someTerms({ quantity: 0.5 });
    expect(problems(sheet)).toBeUndefined();
    expect(sheetOf(sheet)).toBe(sheet);
    expect(sheet.lines).toMatchObject([{ quantity: '0.5', unitPrice: '1250', taxClass: 'unstated' }]);
    expect(sheet.payment).toMatchObject({ method: 'unstated', timing: 'text', note: '月末締め翌月末払い' });
  });
});

describe('totals', () => {
  it('are exact: rounded once per line, and the tax once per class', () => {
    expect(sheetTotals(someSheet())).toEqual([
      {
        currency: 'JPY',
        // 375,150 + 33,333 + 80,000
        net: '488483',
        taxes: [{ taxClass: 'standard', rate: 10, net: '488483', tax: '48848' }],
        tax: '48848',
        gross: '537331',
      },
    ]);
    expect(netYen(someSheet())).toBe(488_483);
  });

  it('follow the rounding that the parties agreed, half a yen included', () => {
    const half = { ...(someTerms().lines[0] as OfferLine), quantity: '0.5', unitPrice: '1001' };
    const by = (line: TermSheet['rounding']['line']) => lineAmount(half, { line, tax: 'down' });
    expect(roundings.map(by)).toEqual(['501', '500', '500', '501', '500']);
  });

  it('never take a float: thirty lines of 0.1 at 3 yen are 9 yen before rounding up', () => {
    const line = { ...(someTerms().lines[0] as OfferLine), quantity: '0.1', unitPrice: '3' };
    const terms = {
      lines: Array.from({ length: 30 }, () => line),
      rounding: { line: 'up', tax: 'up' } as const,
    };
    expect(netYen(terms)).toBe(30);
    expect(netYen({ lines: [{ ...line, quantity: '3' }], rounding: terms.rounding })).toBe(9);
  });

  it('are kept apart by currency and tax class', () => {
    const [a, b, tool] = someSheet().lines as [OfferLine, OfferLine, OfferLine];
    const terms = {
      lines: [
        { ...a, taxClass: 'reduced' as const },
        { ...b, currency: 'USD' as const, taxClass: 'exempt' as const },
        tool,
      ],
      rounding: { line: 'half-up', tax: 'down' } as const,
    };
    expect(sheetTotals(terms).map(({ currency, net, tax }) => [currency, net, tax])).toEqual([
      ['JPY', '455150', '38012'],
      ['USD', '33333.00', '0.00'],
    ]);
    expect(netYen(terms)).toBe(455_150);
  });

  it('add up, whatever the lines', () => {
    fc.assert(
      fc.property(lines, rule, rule, (given, line, tax) => {
        const [totals] = sheetTotals({ lines: given, rounding: { line, tax } });
        const net = given.reduce((total, one) => total + BigInt(lineAmount(one, { line, tax })), 0n);
        expect(totals?.net).toBe(String(net));
        const taxed = totals?.taxes.reduce((total, part) => total + BigInt(part.tax), 0n) ?? 0n;
        expect(totals?.gross).toBe(String(net + taxed));
        for (const part of totals?.taxes ?? []) {
          const down = floor({ n: BigInt(part.net) * BigInt(part.rate), d: 100n });
          expect([down, down + 1n]).toContain(BigInt(part.tax));
          if (tax === 'down') expect(BigInt(part.tax)).toBe(down);
        }
      }),
    );
  });
});

describe('some lots alone', () => {
  it('hold their share of each line and what comes once', () => {
    const part = onlyLots(someSheet(), ['1']);
    expect(part.lines.map(({ key, quantity }) => [key, quantity])).toEqual([
      ['a', '100'],
      ['t', '1'],
    ]);
    expect(problems(part)).toBeUndefined();
    expect(netYen(part)).toBe(205_050);
    expect(onlyLots(someSheet(), ['1', '2'])).toEqual(someSheet());
  });
});

describe('the difference of two rounds', () => {
  it('is nothing where they say the same', () => {
    expect(isUnchanged(changesBetween(someSheet(), someSheet()))).toBe(true);
  });

  it('names lines that changed, came and went, lots and other parts', () => {
    const [a, b] = someSheet().lines as [OfferLine, OfferLine];
    const after = someSheet({
      lines: [{ ...a, unitPrice: '1200', drawingRevision: 'C' }, b, { ...b, key: 'n', item: '新規' }],
      lots: someSheet().lots.map((lot) => (lot.key === '2' ? { ...lot, deliverOn: '2099-08-31' } : lot)),
      payment: { ...someSheet().payment, monthsAfter: 2 },
      note: '追記',
    });
    const { lines: changed, lots, parts } = changesBetween(someSheet(), after);
    expect(
      changed.map(({ key, before, after: now, fields }) => [key, !before, !now, before && now ? fields : []]),
    ).toEqual([
      ['a', false, false, ['drawingRevision', 'unitPrice']],
      ['n', true, false, []],
      ['t', false, true, []],
    ]);
    expect(lots.map(({ key }) => key)).toEqual(['2']);
    expect(parts).toEqual(['payment', 'note']);
  });
});

it('tells of another revision of the document even where the drawing is called the same', () => {
  const on = (revision: number) => {
    const [line, ...others] = someSheet().lines as [OfferLine, OfferLine];
    const document = { id: '0195f3a0-0000-7000-8000-000000000001', revision };
    return someSheet({ lines: [{ ...line, document }, ...others] });
  };
  expect(isUnchanged(changesBetween(on(1), on(1)))).toBe(true);
  expect(changesBetween(on(1), on(2)).lines.map(({ key, fields }) => [key, fields])).toEqual([
    ['a', ['drawingRevision']],
  ]);
  expect(changesBetween(someSheet(), on(1)).lines.map(({ fields }) => fields)).toEqual([['drawingRevision']]);
});

describe('the day of payment', () => {
  const monthly = (closingDay: number, monthsAfter: number, dueDay: number): Payment => ({
    ...someSheet().payment,
    ...{ timing: 'monthly', closingDay, monthsAfter, dueDay },
  });

  it.each([
    ['2026-07-01', [31, 1, 31], '2026-08-31'],
    ['2026-07-31', [31, 1, 31], '2026-08-31'],
    ['2026-01-31', [31, 1, 31], '2026-02-28'],
    ['2028-01-31', [31, 1, 31], '2028-02-29'],
    ['2026-07-20', [20, 1, 20], '2026-08-20'],
    ['2026-07-21', [20, 1, 20], '2026-09-20'],
    ['2026-12-21', [20, 1, 10], '2027-02-10'],
    ['2026-02-28', [30, 0, 31], '2026-02-28'],
  ] as const)(
    'of what is received on %s by closing %j is %s',
    (received, [closing, months, due], expected) => {
      expect(dueOn(monthly(closing, months, due), received)).toBe(expected);
    },
  );

  it('counts days, keeps a date, and says nothing where only words say it', () => {
    const pay = (given: Partial<Payment>) => dueOn({ ...someSheet().payment, ...given }, '2026-12-15');
    expect(pay({ timing: 'days', days: 30 })).toBe('2027-01-14');
    expect(pay({ timing: 'date', on: '2027-01-31' })).toBe('2027-01-31');
    expect(pay({ timing: 'text', note: '別途' })).toBeNull();
  });

  it('keeps months within their length', () => {
    expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28');
    expect(daysBetween('2026-02-28', daysLater('2026-02-28', 60))).toBe(60);
  });
});
