import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  divide,
  exact,
  multiply,
  plain,
  round,
  roundings,
  subtract,
  sum,
  zero,
  type Rounding,
} from './exact.js';

/** A decimal as text, and the same as a whole number of millionths. */
const decimals = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((millionths): [string, bigint] => {
  const text = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  return [`${millionths < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`, millionths];
});

describe('exact amounts', () => {
  it('add and multiply as whole numbers do', () => {
    fc.assert(
      fc.property(decimals, decimals, ([a, x], [b, y]) => {
        expect(add(exact(a), exact(b))).toEqual(divide({ n: x + y, d: 1n }, { n: 10n ** 6n, d: 1n }));
        expect(multiply(exact(a), exact(b))).toEqual(divide({ n: x * y, d: 1n }, { n: 10n ** 12n, d: 1n }));
        expect(compare(exact(a), exact(b))).toBe(x < y ? -1 : x > y ? 1 : 0);
        expect(subtract(exact(a), exact(a))).toEqual(zero);
      }),
    );
  });

  it('are written as they were read', () => {
    fc.assert(
      fc.property(decimals, ([a]) => expect(decimal(exact(a), 6)).toBe(a.replace('-0.000000', '0.000000'))),
    );
    expect(decimal(exact('0.1'), 1)).toBe('0.1');
    expect(() => decimal(exact('0.15'), 1)).toThrow();
    expect(sum(['0.1', '0.2'].map(exact))).toEqual(exact('0.3'));
  });

  it.each<[string, Record<Rounding, string>]>([
    ['0.5', { 'half-up': '1', 'half-down': '0', 'half-even': '0', up: '1', down: '0' }],
    ['1.5', { 'half-up': '2', 'half-down': '1', 'half-even': '2', up: '2', down: '1' }],
    ['2.4999999999', { 'half-up': '2', 'half-down': '2', 'half-even': '2', up: '3', down: '2' }],
    ['2.5000000001', { 'half-up': '3', 'half-down': '3', 'half-even': '3', up: '3', down: '2' }],
    ['7', { 'half-up': '7', 'half-down': '7', 'half-even': '7', up: '7', down: '7' }],
    ['-0.5', { 'half-up': '-1', 'half-down': '0', 'half-even': '0', up: '-1', down: '0' }],
  ])('round %s by each rule', (text, expected) => {
    for (const rule of roundings)
      expect([rule, decimal(round(exact(text), rule))]).toEqual([rule, expected[rule]]);
  });

  it('round to at most one unit away, and nothing twice', () => {
    fc.assert(
      fc.property(
        decimals,
        fc.constantFrom(...roundings),
        fc.integer({ min: 0, max: 4 }),
        ([a], rule, digits) => {
          const rounded = round(exact(a), rule, digits);
          expect(round(rounded, rule, digits)).toEqual(rounded);
          const away = subtract(rounded, exact(a));
          const unit = exact(digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`);
          expect(compare(away.n < 0n ? { n: -away.n, d: away.d } : away, unit)).toBe(-1);
        },
      ),
    );
  });

  it('refuse what is no decimal, and division by nothing', () => {
    for (const text of ['', '1e3', '1,000', '.5', '5.', 'NaN']) expect(() => exact(text)).toThrow();
    expect(() => divide(exact('1'), zero)).toThrow();
  });

  it('have one writing', () => {
    expect(['0120.500', '0.0', '00', '10', '1.'].map(plain)).toEqual(['120.5', '0', '0', '10', '1']);
  });
});
