import { describe, expect, it } from '@jest/globals';
import { mean, ndcg, percentile, recall } from './metrics.js';

const ranking = ['a', 'b', 'c', 'd'];

describe('ndcg', () => {
  it('is 1 where the only wanted one is first', () => {
    expect(ndcg(ranking, new Set(['a']), 10)).toBe(1);
  });
  it('is 1 ÷ log2(3) where it is second', () => {
    expect(ndcg(ranking, new Set(['b']), 10)).toBeCloseTo(0.6309, 4);
  });
  it('holds the gain of places 1 and 3 against the best possible, places 1 and 2', () => {
    expect(ndcg(ranking, new Set(['a', 'c']), 10)).toBeCloseTo((1 + 0.5) / (1 + 0.63093), 4);
  });
  it('does not look past k, and then the best possible is k places', () => {
    expect(ndcg(ranking, new Set(['c']), 2)).toBe(0);
    expect(ndcg(ranking, new Set(['a', 'b', 'c']), 2)).toBe(1);
  });
  it('is 0 where nothing is wanted or nothing is ranked', () => {
    expect(ndcg(ranking, new Set(), 10)).toBe(0);
    expect(ndcg([], new Set(['a']), 10)).toBe(0);
  });
});

describe('recall', () => {
  it('is the share of the wanted ones among the first k', () => {
    expect(recall(ranking, new Set(['b', 'z']), 2)).toBe(0.5);
    expect(recall(ranking, new Set(['b', 'z']), 1)).toBe(0);
    expect(recall(ranking, new Set(), 1)).toBe(0);
  });
});

describe('percentile', () => {
  it('takes the nearest rank', () => {
    const values = [5, 1, 4, 2, 3, 6, 7, 8, 9, 10];
    expect(percentile(values, 0.5)).toBe(5);
    expect(percentile(values, 0.99)).toBe(10);
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe('mean', () => {
  it('is 0 of nothing', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBe(0);
  });
});
