import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '#contracts/statutory.js';
import type { Payment, TermSheet } from '#contracts/term-sheet.js';
import { someSheet, someTerms } from '../../test/support/terms.js';
import { flagsOf, lastDayToPay, type PriceTalk } from './checks.js';
import { rulesOf2026 } from './migrations/rules-of-2026.js';
import { reentrustingRules } from './migrations/rules-of-reentrusting.js';
import { rulesOn } from './rules.js';

const allRules = [...rulesOf2026, ...reentrustingRules];
const rules = rulesOn(allRules, '2026-07-01');
const verdict = (given: Partial<Verdict> = {}): Verdict => ({
  ...{ act: 'toriteki', answer: 'applies', rule: 'x', source: null, missing: [], full: true },
  ...given,
});
const flags = (terms: TermSheet | null, given: Partial<Verdict> = {}, priceTalks: PriceTalk[] = []) =>
  flagsOf(rules, [verdict(given)], { terms, priceTalks, today: '2026-07-01' });
const codes = (...given: Parameters<typeof flags>) => flags(...given).map(({ code }) => code);

/** One lot received on a day and paid so. */
const paid = (deliverOn: string, payment: Partial<Payment>): TermSheet => {
  const [line] = someSheet().lines;
  return someSheet({
    lines: [line as TermSheet['lines'][0]],
    lots: [{ key: '1', name: '', deliverOn, quantities: [] }],
    payment: { ...someSheet().payment, ...payment },
  });
};
const monthly = (closingDay: number, monthsAfter: number, dueDay: number) =>
  ({ timing: 'monthly', closingDay, monthsAfter, dueDay }) as const;

describe('the day of payment', () => {
  it('may be the sixtieth, the day of receipt being the first', () => {
    const limit = { days: 60, months: 2 };
    expect(lastDayToPay({ timing: 'days' }, '2026-07-01', limit)).toBe('2026-08-29');
    expect(codes(paid('2026-07-01', { timing: 'days', days: 59 }))).toEqual([]);
    expect(flags(paid('2026-07-01', { timing: 'days', days: 60 }))).toMatchObject([
      {
        code: 'payment-late',
        level: 'warning',
        values: { due: '2026-08-30', last: '2026-08-29', days: 61, limit: 60 },
      },
    ]);
    expect(codes(paid('2026-07-01', { timing: 'date', on: '2026-08-29' }))).toEqual([]);
    expect(codes(paid('2026-07-01', { timing: 'date', on: '2026-08-30' }))).toEqual(['payment-late']);
  });

  it.each([
    [
      'month end, end of the next month: sixty-two days in July and August',
      '2026-07-01',
      monthly(31, 1, 31),
      [],
    ],
    ['the 20th, the 20th of the next month', '2026-07-21', monthly(20, 1, 20), []],
    ['the 20th, the 25th of the next month', '2026-07-21', monthly(20, 1, 25), ['payment-late']],
    [
      'the 20th, the end of the next month, received early enough',
      '2026-07-20',
      monthly(20, 1, 31),
      ['payment-scheme'],
    ],
    [
      'month end, the 10th of the month after next, received last',
      '2026-07-31',
      monthly(31, 2, 10),
      ['payment-scheme'],
    ],
    ['month end, the end of the month after next', '2026-07-01', monthly(31, 2, 31), ['payment-late']],
  ] as const)('%s', (_, received, payment, expected) => {
    expect(codes(paid(received, payment))).toEqual(expected);
  });

  it('must be a day, not words', () => {
    expect(flags(someTerms()).find(({ code }) => code === 'payment-undated')?.level).toBe('warning');
  });
});

describe('work that is passed on to a freelance', () => {
  const original = { originalOrderer: '架空電機', originalDueOn: '2026-10-10' };
  const passedOn = (on: string, reentrusted: Payment['reentrusted'] = original) =>
    paid('2026-07-01', { timing: 'date', on, reentrusted });
  const act = { act: 'freelance' } as const;

  it.each([
    ['the day on which the original orderer pays', '2026-10-10', []],
    ['the thirtieth day, that day being the first', '2026-11-08', []],
    ['the thirty-first', '2026-11-09', ['reentrusted-late']],
    ['a day before that one pays', '2026-09-01', []],
  ] as const)('may be paid long after the sixtieth day from receipt, until %s', (_, on, expected) => {
    expect(codes(passedOn(on), act)).toEqual(expected);
  });

  it('says by how much it is too late, for each lot', () => {
    const twice = paid('2026-07-01', { timing: 'days', days: 131, reentrusted: original });
    const [lot] = twice.lots;
    const later = { ...lot, key: '2', deliverOn: '2026-06-30' } as TermSheet['lots'][0];
    const found = flags({ ...twice, lots: [later, lot as TermSheet['lots'][0]] }, act);
    expect(found.map(({ code, values }) => [code, values])).toEqual([
      ['reentrusted-late', { lot: 2, due: '2026-11-09', last: '2026-11-08', days: 31, limit: 30 }],
    ]);
  });

  it.each([
    ['for whom', { originalOrderer: '', originalDueOn: '2026-10-10' }],
    ['when that one pays', { originalOrderer: '架空電機', originalDueOn: null }],
  ] as const)('keeps the sixty days where it is not said %s', (_, reentrusted) => {
    expect(codes(passedOn('2026-08-29', reentrusted), act)).toEqual(['reentrusted-unstated']);
    expect(codes(passedOn('2026-08-30', reentrusted), act)).toEqual(['payment-late', 'reentrusted-unstated']);
  });

  it('is due when the original orderer pays, where no day is said', () => {
    const { payment, ...terms } = someTerms();
    const undated = { ...terms, payment: { ...payment, reentrusted: original } };
    const found = flags(undated, act).filter(({ code }) => code.startsWith('reentrusted'));
    expect(found.map(({ code, values }) => [code, values['originalDue']])).toEqual([
      ['reentrusted-undated', '2026-10-10'],
    ]);
  });

  it('is another matter in the Toriteki Act, which knows no such exception, and where nobody is bound by it', () => {
    expect(codes(passedOn('2026-11-08'))).toEqual(['payment-late']);
    expect(codes(passedOn('2026-11-09'), { ...act, full: false })).toEqual([]);
    expect(codes(passedOn('2026-11-09'), { ...act, answer: 'unknown', full: null })).toEqual([
      'reentrusted-late',
    ]);
  });

  it('is so by a row of the table, from the day on which the act came into force', () => {
    const on = (day: string) => rulesOn(allRules, day).map(({ code }) => code);
    expect(on('2024-10-31')).not.toContain('freelance.reentrusted-payment');
    expect(on('2024-11-01')).toContain('freelance.reentrusted-payment');
    const without = rulesOn(rulesOf2026, '2026-07-01');
    const checked = { terms: passedOn('2026-11-08'), priceTalks: [], today: '2026-07-01' };
    expect(flagsOf(without, [verdict(act)], checked).map(({ code }) => code)).toEqual(['payment-late']);
  });
});

describe('the way of payment', () => {
  it.each([
    ['note', 'promissory-note', 'warning'],
    ['electronic-claim', 'cash-equivalent', 'notice'],
    ['factoring', 'cash-equivalent', 'notice'],
  ] as const)('%s is told', (method, code, level) => {
    expect(flags(paid('2026-07-01', { method, note: '第一銀行' }))).toMatchObject([
      { code, level, certain: true },
    ]);
  });

  it('does not take the bank charge from the price', () => {
    expect(codes(paid('2026-07-01', { feeBy: 'payee' }))).toEqual(['fee-deducted']);
  });
});

describe('written terms', () => {
  const missing = (terms: TermSheet, given: Partial<Verdict> = {}) =>
    flags(terms, given).find(({ code }) => code === 'terms-missing')?.terms ?? [];

  it('are complete in a whole term sheet, and named where they are not', () => {
    expect(missing(someSheet())).toEqual([]);
    expect(missing(someTerms({ unitPriceYen: 0 }))).toEqual([
      'inspection',
      'amount',
      'payment-date',
      'payment-method',
    ]);
    expect(missing(paid('2026-07-01', { method: 'factoring' }))).toEqual(['settlement-details']);
  });

  it('bind towards a freelance also where the rest of its act does not', () => {
    const given = { act: 'freelance', full: false } as const;
    expect(missing(someTerms(), given)).toEqual(['inspection', 'payment-date']);
    expect(codes(someTerms(), given)).toEqual(['terms-missing']);
  });
});

describe('talks about the price', () => {
  const talk = (given: Partial<PriceTalk>): PriceTalk => ({
    ...{ no: 1, askedOn: '2026-06-17', decision: null, hasReasons: false, passedOver: false },
    ...given,
  });
  const of = (given: Partial<PriceTalk>) =>
    flags(null, {}, [talk(given)]).map(({ code, level, values }) => [code, level, values['days']]);

  it('show the clock, and warn once it has run long', () => {
    expect(of({})).toEqual([['price-unanswered', 'notice', 14]]);
    expect(of({ askedOn: '2026-06-16' })).toEqual([['price-unanswered', 'warning', 15]]);
  });

  it('warn of a price that is set without an answer or without reasons', () => {
    expect(of({ passedOver: true })).toEqual([['price-ignored', 'warning', 14]]);
    for (const decision of ['refused', 'other-price'] as const) {
      expect(of({ decision }).map(([code]) => code)).toEqual(['price-unreasoned']);
      expect(of({ decision, hasReasons: true })).toEqual([]);
    }
    expect(of({ decision: 'accepted' })).toEqual([]);
  });
});

describe('flags', () => {
  it('say that they are not certain where nobody can tell whether the act applies', () => {
    expect(flags(paid('2026-07-01', { method: 'note' }), { answer: 'unknown', full: null })).toMatchObject([
      { code: 'promissory-note', certain: false },
    ]);
    expect(flags(paid('2026-07-01', { method: 'note' }), { answer: 'applies-not', full: false })).toEqual([]);
  });

  it('name where they are written, in both languages', () => {
    const all = flags(paid('2026-07-21', { ...monthly(20, 2, 31), method: 'note', feeBy: 'payee' }));
    expect(all.map(({ code }) => code)).toEqual(['payment-late', 'promissory-note', 'fee-deducted']);
    for (const { source } of all) {
      expect(source.ja).toMatch(/第\d+条/);
      expect(source.en).toMatch(/art\. \d/);
    }
  });

  it('come and go with the rows of the table', () => {
    const before = flagsOf(rulesOn(rulesOf2026, '2025-12-31'), [verdict()], {
      ...{ terms: paid('2026-07-01', { method: 'note' }), priceTalks: [], today: '2025-12-31' },
    });
    expect(before).toEqual([]);
    const stricter = rules.map((rule) =>
      rule.code === 'toriteki.payment-days' ? { ...rule, params: { days: 30, months: 1 } } : rule,
    ) as typeof rules;
    const terms = paid('2026-07-01', { timing: 'days', days: 30 });
    expect(flagsOf(stricter, [verdict()], { terms, priceTalks: [], today: '2026-07-01' })).toMatchObject([
      { code: 'payment-late', values: { last: '2026-07-30' } },
    ]);
  });

  it('tell a freelance that lasting work has more rules', () => {
    const last = (deliverOn: string) => codes(paid(deliverOn, {}), { act: 'freelance' });
    expect(last('2026-07-31')).toEqual([]);
    expect(last('2026-08-01')).toEqual(['one-month']);
    expect(last('2027-01-01')).toEqual(['one-month', 'six-months']);
  });
});
