import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestRecords, nearness } from './nearest.js';

const near = (...scores: number[]) => nearness(Float64Array.from(scores), 0, scores.length);

describe('nearness', () => {
  it('is the record’s score where there is one record', () => {
    expect(near(7)).toBeCloseTo(7, 12);
    expect(near(0, 7, 0)).toBeCloseTo(7, 12);
  });
  it('sums powers with decay, best first, whatever the order', () => {
    expect(near(1, 3, 2)).toBeCloseTo((3 ** 2.5 + 0.8 * 2 ** 2.5 + 0.64) ** 0.4, 12);
  });
  it('looks only at the range', () => {
    expect(nearness(Float64Array.of(9, 1, 9), 1, 2)).toBeCloseTo(1, 12);
    expect(nearness(Float64Array.of(9), 0, 0)).toBe(0);
  });
  it('prefers one near record to two that are half as near', () => {
    expect(near(10)).toBeGreaterThan(near(5, 5));
  });
  it('is not lowered by a further record', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 100, noNaN: true }), (list, more) => {
        expect(near(...list, more)).toBeGreaterThanOrEqual(near(...list) * (1 - 1e-12));
      }),
    );
  });
});

describe('nearestRecords', () => {
  it('gives the best of the range, best first, without those that share nothing', () => {
    const scores = Float64Array.of(9, 0, 2, 5, 2);
    expect(nearestRecords(scores, 1, 5, 2)).toEqual([
      { record: 2, score: 5 },
      { record: 1, score: 2 },
    ]);
    expect(nearestRecords(scores, 1, 2, 3)).toEqual([]);
  });
});
