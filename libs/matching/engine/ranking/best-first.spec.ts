import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textPart } from '../scoring.js';
import { powerOf } from '../text/nearest.js';
import { BestFirst } from './best-first.js';
import { textPartAtMost } from './text-at-most.js';

describe('firms in the order of what they can score at best', () => {
  it('come better ones first, but for an eighth of a point, and all that reach the threshold', () => {
    const order = new BestFirst();
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), fc.nat(100), (most, threshold) => {
        order.begin();
        for (const [slot, each] of most.entries()) order.add(slot, each);
        order.sort();
        const seen: number[] = [];
        order.visit(
          () => threshold,
          (slot) => seen.push(slot),
        );
        for (let i = 1; i < seen.length; i++)
          expect(most[seen[i]!]!).toBeLessThanOrEqual(most[seen[i - 1]!]! + 1 / 8);
        for (const [slot, each] of most.entries()) if (each >= threshold) expect(seen).toContain(slot);
        expect(new Set(seen).size).toBe(seen.length);
      }),
    );
  });
});

describe('the text’s part at most', () => {
  it('is no less than it is, and hardly more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (near) => {
        const most = textPartAtMost(powerOf(near));
        expect(most).toBeGreaterThanOrEqual(textPart(near, 1));
        expect(most).toBeLessThan(textPart(near, 1) + 0.01);
      }),
    );
  });
});
