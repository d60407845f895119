import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boothsOf, type FairHall } from '#contracts/fair-plan.js';
import { codeIn, newCode } from './ticket-code.js';
import { distances, lengthOf, spotOf, walkOver, type Spot } from './route.js';

const hall = (key: string, rows: number, perRow: number): FairHall => ({
  ...{ key, rows, perRow, isOnline: false, name: key, nameEn: '' },
});
const halls = [hall('A', 4, 14), hall('B', 3, 8)];
const numbers = halls.flatMap(boothsOf).map(({ no }) => no);
const spots = (max: number) =>
  fc
    .uniqueArray(fc.constantFrom(...numbers), { maxLength: max })
    .map((chosen) => chosen.map((no) => spotOf(halls, no) as Spot));
const matrix = (given: readonly Spot[]) => {
  const { between, fromEntrance } = distances(halls);
  return { start: given.map(fromEntrance), d: given.map((a) => given.map((b) => between(a, b))) };
};
const permutations = (items: number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((one) =>
        permutations(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
      );

describe('walking distances', () => {
  it('are the same both ways, and no detour is shorter', () => {
    fc.assert(
      fc.property(spots(6), (given) => {
        const { d } = matrix(given);
        for (const [i, row] of d.entries())
          for (const [j, metres] of row.entries()) {
            expect(metres).toBeCloseTo(d[j]?.[i] ?? NaN);
            for (const k of given.keys())
              expect(metres).toBeLessThanOrEqual((d[i]?.[k] ?? 0) + (d[k]?.[j] ?? 0) + 1e-6);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a walk', () => {
  it('of a few stops is as short as the best of all orders', () => {
    fc.assert(
      fc.property(spots(6), (given) => {
        const { start, d } = matrix(given);
        const { order, isShortest } = walkOver(halls, given);
        const best = Math.min(...permutations([...given.keys()]).map((one) => lengthOf(one, start, d)));
        expect([order.toSorted((a, b) => a - b), isShortest]).toEqual([[...given.keys()], true]);
        expect(lengthOf(order, start, d)).toBeCloseTo(best);
      }),
      { numRuns: 40 },
    );
  });

  it('of many stops goes to each once and is no longer than in the order given', () => {
    fc.assert(
      fc.property(spots(25), (given) => {
        const { start, d } = matrix(given);
        const { order } = walkOver(halls, given);
        expect(order.toSorted((a, b) => a - b)).toEqual([...given.keys()]);
        expect(lengthOf(order, start, d)).toBeLessThanOrEqual(lengthOf([...given.keys()], start, d) + 1e-6);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the code of a ticket', () => {
  it('is found however it was typed or scanned', () => {
    const code = newCode();
    const split = `${code.slice(0, 4)}-${code.slice(4)}`;
    for (const text of [
      code,
      split,
      code.toLowerCase(),
      ` ${split} `,
      `https://x.example/fairs/1/booths/2?code=${code}`,
    ])
      expect(codeIn(text)).toBe(code);
    expect(codeIn('ABCDEFGI')).toBeNull();
    expect(codeIn('short')).toBeNull();
  });
});
