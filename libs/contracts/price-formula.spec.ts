import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundings } from './exact.js';
import {
  changePercent,
  effectOf,
  formulaText,
  isAboveHundred,
  pricePercent,
  slidPrice,
} from './price-formula.js';

const part = (sharePercent: string, baseValue: string, value: string) => ({ sharePercent, baseValue, value });
const parts = [part('45', '112', '128.4'), part('15', '100', '131.25'), part('30', '1072', '1163')];

describe('a price slid by its cost', () => {
  it('is computed to the yen, and shows how', () => {
    // 1250 × (1 + .45 × 16.4/112 + .15 × .3125 + .30 × 91/1072) = 1422.792843…
    expect(slidPrice('1250', parts, 'half-up', 0)).toBe('1423');
    expect(slidPrice('1250', parts, 'down', 0)).toBe('1422');
    expect(formulaText('1250', parts, 'half-up', 0)).toBe(
      '1250 × (1 + 45% × (128.4 ÷ 112 − 1) + 15% × (131.25 ÷ 100 − 1) + 30% × (1163 ÷ 1072 − 1)) = 1422.792843… → 1423',
    );
    expect(parts.map((one) => [changePercent(one), effectOf('1250', one)])).toEqual([
      ['14.64', '82.3661'],
      ['31.25', '58.5938'],
      ['8.49', '31.833'],
    ]);
    expect(pricePercent('1250', '1423')).toBe('13.84');
  });

  it('stays where no index moves, and follows it wholly where its share is all', () => {
    const price = fc.integer({ min: 1, max: 1_000_000 }).map(String);
    fc.assert(
      fc.property(price, price, price, fc.constantFrom(...roundings), (now, base, value, rule) => {
        expect(slidPrice(now, [part('37.5', base, base)], rule, 0)).toBe(now);
        const whole = slidPrice(now, [part('100', base, value)], 'down', 0);
        expect(whole).toBe(String((BigInt(now) * BigInt(value)) / BigInt(base)));
      }),
    );
  });

  it('falls as well as it rises, by fractions of a yen where the price has them', () => {
    expect(slidPrice('12.5', [part('60', '130', '117')], 'half-up', 2)).toBe('11.75');
    expect(formulaText('12.50', [part('60.0', '130', '117')], 'half-up', 2)).toBe(
      '12.5 × (1 + 60% × (117 ÷ 130 − 1)) = 11.75 → 11.75',
    );
  });

  it('has shares of at most all of it', () => {
    expect([isAboveHundred(parts), isAboveHundred([...parts, part('10.01', '1', '1')])]).toEqual([
      false,
      true,
    ]);
  });
});
