import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { processCapability } from '#contracts/companies.js';
import { asked, freshness, HALF_LIFE_DAYS, withAnswers, type Told } from './told-capacity.js';

const DAY = 86_400_000;
const now = Date.parse('2026-11-26T00:00:00Z');
const toldDaysAgo = (days: number) => new Date(now - days * DAY).toISOString();
const turning: Told = { process: 'turning', weeks4: 50, weeks8: null, weeks12: 75, toldAt: toldDaysAgo(3) };

describe('freshness', () => {
  it('is 1 for what was just told, and halves every four weeks', () => {
    expect(freshness(toldDaysAgo(0), now)).toBe(1);
    expect(freshness(toldDaysAgo(HALF_LIFE_DAYS), now)).toBeCloseTo(0.5);
    expect(freshness(toldDaysAgo(3 * HALF_LIFE_DAYS), now)).toBeCloseTo(0.125);
    expect(freshness(toldDaysAgo(-1), now)).toBe(1);
  });

  it('never grows with age', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
        const [young, old] = [Math.min(a, b), Math.max(a, b)];
        expect(freshness(toldDaysAgo(old), now)).toBeLessThanOrEqual(freshness(toldDaysAgo(young), now));
      }),
    );
  });
});

describe('answers', () => {
  it('take the place of earlier ones of the same process and leave the others', () => {
    const milling = { process: 'milling', weeks4: 0, weeks8: 25, weeks12: 50 };
    const at = toldDaysAgo(0);
    expect(withAnswers([turning], [milling], at)).toEqual([turning, { ...milling, toldAt: at }]);
    const again = { process: 'turning', weeks4: 0, weeks8: 0, weeks12: 0 };
    expect(withAnswers([turning], [again], at)).toEqual([{ ...again, toldAt: at }]);
  });

  it('of nothing take the process out', () => {
    const nothing = { process: 'turning', weeks4: null, weeks8: null, weeks12: null };
    expect(withAnswers([turning], [nothing], toldDaysAgo(0))).toEqual([]);
  });
});

it('asks for each process of the profile, with what is known', () => {
  const profile = [
    processCapability.parse({ code: 'milling' }),
    processCapability.parse({ code: 'turning' }),
  ];
  expect(asked(profile, [turning])).toEqual([
    { process: 'milling', weeks4: null, weeks8: null, weeks12: null, toldAt: null },
    turning,
  ]);
});
