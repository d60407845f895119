import { describe, expect, it } from '@jest/globals';
import { featureNames, FEATURES } from './pair-features.js';
import { SecondStage, secondStage } from './second-stage.js';

const features = (named: Partial<Record<(typeof featureNames)[number], number>>) =>
  Float64Array.from(featureNames, (name) => named[name] ?? 0);

describe('the second stage', () => {
  const learned = {
    features: ['records', 'best'],
    nearnessWeight: 2,
    average: -1,
    trees: ['1<=0.5?-1:-2|-1 1'],
  };

  it('leaves the average firm as near as it is and lifts who looks like a winner', () => {
    const stage = new SecondStage(learned);
    expect(stage.factor(features({ best: 0.9 }))).toBeCloseTo(Math.E, 12);
    expect(stage.factor(features({ best: 0.1, records: 7 }))).toBeCloseTo(1, 12);
  });
  it('moves nothing further than by a factor of sixteen', () => {
    const far = new SecondStage({ ...learned, trees: ['1<=0.5?-1:-2|-99 99'] });
    expect(far.factor(features({ best: 0.9 }))).toBe(16);
    expect(far.factor(features({}))).toBe(1 / 16);
  });
  it('refuses a feature that nobody works out', () => {
    expect(() => new SecondStage({ ...learned, features: ['age'] })).toThrow('A feature is not known: age');
  });
  it('as learned is a finite factor for any features', () => {
    for (const value of [0, 0.1, 0.5, 1, 10, 1000]) {
      const factor = secondStage.factor(new Float64Array(FEATURES).fill(value));
      expect(factor).toBeGreaterThanOrEqual(1 / 16);
      expect(factor).toBeLessThanOrEqual(16);
    }
  });
});
