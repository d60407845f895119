import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grown, Postings } from './postings.js';

function listOf(postings: Postings, key: number): number[] {
  const target = new Uint32Array(postings.length(key));
  return [...target.subarray(0, postings.copy(key, target))];
}

describe('Postings', () => {
  it('gives back what was appended, per key, in order', () => {
    const appended = fc.array(fc.tuple(fc.nat(20), fc.nat(2 ** 32 - 1)), { maxLength: 500 });
    fc.assert(
      fc.property(appended, (pairs) => {
        const postings = new Postings();
        for (const [key, value] of pairs) postings.append(key, value);
        for (let key = 0; key <= 20; key++)
          expect(listOf(postings, key)).toEqual(pairs.filter(([of]) => of === key).map(([, value]) => value));
      }),
    );
  });
  it('holds lists longer than its largest block, and keys far apart', () => {
    const postings = new Postings();
    for (let i = 0; i < 5000; i++) {
      postings.append(0, i);
      if (i % 100 === 0) postings.append(4000, i);
    }
    expect(listOf(postings, 0)).toEqual(Array.from({ length: 5000 }, (_, i) => i));
    expect(listOf(postings, 4000)).toHaveLength(50);
    expect(listOf(postings, 17)).toEqual([]);
    expect(postings.length(1_000_000)).toBe(0);
  });
});

describe('grown', () => {
  it('keeps what is in the array and at least doubles it', () => {
    const array = Uint32Array.of(1, 2, 3);
    expect(grown(array, 3)).toBe(array);
    expect([...grown(array, 4)]).toEqual([1, 2, 3, 0, 0, 0]);
  });
});
