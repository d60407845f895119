import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Best } from './best.js';

describe('Best', () => {
  it('is the beginning of the sorted list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(10), (numbers, limit) => {
        const best = new Best<number>(limit, (a, b) => a > b);
        for (const number of numbers) best.offer(number);
        expect(best.items()).toEqual([...numbers].sort((a, b) => b - a).slice(0, limit));
      }),
    );
  });
});
