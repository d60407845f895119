import { describe, expect, it } from '@jest/globals';
import type { Verdict } from './match.types.js';
import { assess, score } from './scoring.js';
import { must, want } from './testing/examples.js';

const verdicts = (...list: [typeof must, Verdict][]) =>
  list.map(([level, verdict], i) => ({ requirement: level({ kind: 'mass', kg: 1 }, `r${i}`), verdict }));

describe('assess', () => {
  it('counts musts by verdict', () => {
    const assessed = assess(verdicts([must, 'met'], [must, 'missed'], [must, 'unknown'], [want, 'missed']));
    expect(assessed).toMatchObject({ missedMusts: ['r1'], mustsMet: 1, unknownMusts: 1, speaksFor: true });
  });
  it('averages credits, a must counting twice', () => {
    expect(assess(verdicts([must, 'met'], [want, 'missed'])).credit).toBeCloseTo(2 / 3);
    expect(assess(verdicts([want, 'met'], [must, 'missed'])).credit).toBeCloseTo(1 / 3);
  });
  it('finds nothing that speaks for a firm in unknowns and misses', () => {
    expect(assess(verdicts([must, 'unknown'], [want, 'missed'])).speaksFor).toBe(false);
    expect(assess(verdicts([want, 'partly'])).speaksFor).toBe(true);
  });
  it('has no credit where nothing is required', () => {
    expect(assess([])).toMatchObject({ credit: null, missedMusts: [], speaksFor: false });
  });
});

describe('score', () => {
  it('is 70 % requirements and 30 % text', () => {
    expect(score(1, 0, 10)).toBeCloseTo(70);
    expect(score(0, 5, 10)).toBeCloseTo(15);
    expect(score(1, 5, 10)).toBeCloseTo(85);
  });
  it('is the other part alone where one is not asked for', () => {
    expect(score(null, 5, 10)).toBeCloseTo(50);
    expect(score(0.5, 0, 0)).toBeCloseTo(50);
    expect(score(null, 0, 0)).toBe(0);
  });
  it('grows with each part and stays within 0 and 100', () => {
    expect(score(0.8, 3, 10)).toBeGreaterThan(score(0.7, 3, 10));
    expect(score(0.8, 4, 10)).toBeGreaterThan(score(0.8, 3, 10));
    expect(score(null, 1e9, 10)).toBeLessThanOrEqual(100);
  });
});
