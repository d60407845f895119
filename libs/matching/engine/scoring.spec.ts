import { describe, expect, it } from '@jest/globals';
import type { Verdict } from './match.types.js';
import { codeOf, type Code } from './rules/verdicts.js';
import { assess, score, shareOf, STRUCTURED_SHARE as SHARE, worthOf } from './scoring.js';
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

describe('weights', () => {
  const mass = must({ kind: 'mass', kg: 1 });
  const theme = want({ kind: 'theme', code: 'ev' });
  const weights = { requirements: { mass: 0.5, theme: 2 }, text: 1 };

  it('multiply what a kind counts among the requirements', () => {
    const found = [
      { requirement: mass, verdict: 'met' as const },
      { requirement: theme, verdict: 'missed' as const },
    ];
    expect(assess(found).credit).toBeCloseTo(2 / 3);
    expect(assess(found, weights).credit).toBeCloseTo(1 / 3);
  });
  it('move the share of the text by what the requirements weigh on average', () => {
    expect(shareOf([mass, theme])).toBe(SHARE);
    expect(shareOf([mass, theme], weights)).toBe(SHARE);
    expect(shareOf([mass], weights)).toBeCloseTo(0.35 / 0.65);
    expect(shareOf([mass], { requirements: {}, text: 2 })).toBeCloseTo(0.7 / 1.3);
    expect(shareOf([], weights)).toBe(SHARE);
  });
  it('keep the best code worth the most, and order the others', () => {
    for (const level of [must, want]) {
      const { weight, worth } = worthOf(level({ kind: 'mass', kg: 1 }), weights);
      expect([...worth].sort((a, b) => a - b)).toEqual(worth);
      expect(worth[codeOf.met]).toBe(weight);
    }
  });
  it('count a finer code than the verdict where there is one', () => {
    const of = (code: Code) => assess([{ requirement: mass, verdict: 'met', code }]).credit;
    expect([of(5), of(6), of(7), of(8)]).toEqual([0.9, 0.925, 0.95, 1]);
  });
});

describe('score', () => {
  it('is 70 % requirements and 30 % text', () => {
    expect(score(1, 0, 10, SHARE)).toBeCloseTo(70);
    expect(score(0, 5, 10, SHARE)).toBeCloseTo(15);
    expect(score(1, 5, 10, SHARE)).toBeCloseTo(85);
  });
  it('is the other part alone where one is not asked for', () => {
    expect(score(null, 5, 10, SHARE)).toBeCloseTo(50);
    expect(score(0.5, 0, 0, SHARE)).toBeCloseTo(50);
    expect(score(null, 0, 0, SHARE)).toBe(0);
  });
  it('grows with each part and stays within 0 and 100', () => {
    expect(score(0.8, 3, 10, SHARE)).toBeGreaterThan(score(0.7, 3, 10, SHARE));
    expect(score(0.8, 4, 10, SHARE)).toBeGreaterThan(score(0.8, 3, 10, SHARE));
    expect(score(null, 1e9, 10, SHARE)).toBeLessThanOrEqual(100);
  });
});
