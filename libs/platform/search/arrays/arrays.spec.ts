import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Bitmap,
  bitsInBoth,
  bitsSet,
  Dictionary,
  grown,
  lowestBit,
  NumberLists,
  PostingSet,
  TopK,
} from './index.js';

const numbers = fc.uniqueArray(fc.nat(300));
const ascending = (set: Iterable<number>) => [...set].sort((a, b) => a - b);

function bitmapOf(list: Iterable<number>): Bitmap {
  const bitmap = new Bitmap();
  for (const number of list) bitmap.add(number);
  return bitmap;
}

function members(set: Bitmap | PostingSet): number[] {
  const found: number[] = [];
  set.forEach((number) => found.push(number));
  return found;
}

describe('Bitmap', () => {
  it('does what sets do', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [inA, inB] = [new Set(a), new Set(b)];
        expect(members(bitmapOf(a))).toEqual(ascending(a));
        expect(bitmapOf(a).count()).toBe(a.length);
        expect(members(bitmapOf(a).and(bitmapOf(b)))).toEqual(ascending(a.filter((n) => inB.has(n))));
        expect(members(bitmapOf(a).andNot(bitmapOf(b)))).toEqual(ascending(a.filter((n) => !inB.has(n))));
        expect(members(bitmapOf(a).or(bitmapOf(b)))).toEqual(ascending(new Set([...a, ...b])));
        expect(members(bitmapOf(a).copy(bitmapOf(b)))).toEqual(ascending(b));
        const without = bitmapOf(a);
        for (const number of b) without.delete(number);
        for (let n = 0; n <= 310; n++) expect(without.has(n)).toBe(inA.has(n) && !inB.has(n));
      }),
    );
  });
  it('counts what two have in common, in a stretch of them', () => {
    const words = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(words, words, fc.nat(60), fc.nat(60), (a, b, from, to) => {
        const common = a.map((word, i) => (i >= from && i < to ? bitsSet(word & (b[i] ?? 0)) : 0));
        expect(bitsInBoth(Uint32Array.from(a), Uint32Array.from(b), from, to)).toBe(
          common.reduce((sum, count) => sum + count, 0),
        );
      }),
    );
  });
  it('counts bits and finds the lowest', () => {
    expect([0, 1, 0x80000000, 0xffffffff].map(bitsSet)).toEqual([0, 1, 1, 32]);
    expect([1, 0x80000000, 0b101000].map(lowestBit)).toEqual([0, 31, 3]);
  });
});

describe('PostingSet', () => {
  it('does what a set does, as a list and as a bitmap', () => {
    const change = fc.tuple(fc.boolean(), fc.nat(5000));
    const many = fc.uniqueArray(fc.nat(2000), { minLength: 100, maxLength: 300 });
    fc.assert(
      fc.property(many, fc.array(change, { maxLength: 200 }), (begin, changes) => {
        const set = new PostingSet();
        const model = new Set<number>();
        for (const [isIn, number] of [...begin.map((n) => [true, n] as const), ...changes]) {
          if (isIn) {
            expect(set.add(number)).toBe(!model.has(number));
            model.add(number);
          } else expect(set.delete(number)).toBe(model.delete(number));
        }
        expect(set.size).toBe(model.size);
        expect(members(set)).toEqual(ascending(model));
        const target = new Bitmap(5001);
        set.orInto(target);
        expect(members(target)).toEqual(ascending(model));
        expect([...model].every((number) => set.has(number))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
  it('is a bitmap while many are in, and a list while few are', () => {
    const set = new PostingSet();
    for (let n = 0; n < 2000; n += 2) set.add(n);
    expect(set.isDense).toBe(true);
    expect(set.bytes).toBeLessThan(600);
    for (let n = 0; n < 1980; n += 2) set.delete(n);
    expect(set.isDense).toBe(false);
    expect(members(set)).toEqual([1980, 1982, 1984, 1986, 1988, 1990, 1992, 1994, 1996, 1998]);
  });
});

describe('Dictionary', () => {
  it('numbers terms as they come', () => {
    const dictionary = new Dictionary();
    expect(['旋削', 'めっき', '旋削', '__proto__'].map((term) => dictionary.add(term))).toEqual([0, 1, 0, 2]);
    expect(dictionary.numberOf('めっき')).toBe(1);
    expect(dictionary.numberOf('溶接')).toBeUndefined();
    expect(dictionary.termOf(2)).toBe('__proto__');
    expect(dictionary.size).toBe(3);
  });
});

describe('NumberLists', () => {
  it('gives each slot its numbers back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(0xffff_ffff), { maxLength: 5 }), { maxLength: 400 }), (lists) => {
        const all = new NumberLists();
        lists.forEach((list, slot) => all.add(slot, list));
        expect(lists.map((_, slot) => [...all.of(slot)])).toEqual(lists);
        expect([...all.of(lists.length)]).toEqual([]);
        expect([all.slots, all.length]).toEqual([lists.length, lists.flat().length]);
      }),
    );
  });
});

describe('TopK', () => {
  it('is the beginning of the sorted list, whatever the order of the offers', () => {
    const offers = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });
    fc.assert(
      fc.property(offers, fc.nat(12), fc.boolean(), (scores, limit, reversed) => {
        const top = new TopK(limit, (a, b) => a < b);
        const items = scores.map((score, item) => ({ item, score }));
        for (const { item, score } of reversed ? [...items].reverse() : items)
          expect(top.accepts(item, score)).toBe(top.offer(item, score));
        const expected = items.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, limit);
        expect(top.best()).toEqual(expected);
        if (limit > 0 && scores.length >= limit) expect(top.threshold).toBe(expected.at(-1)!.score);
      }),
    );
  });
  it('says what would be kept', () => {
    const top = new TopK(1, (a, b) => a < b);
    expect(top.threshold).toBe(-Infinity);
    top.offer(7, 2);
    expect([top.threshold, top.isFull, top.size]).toEqual([2, true, 1]);
    expect([top.accepts(6, 2), top.accepts(8, 2), top.accepts(8, 3)]).toEqual([true, false, true]);
    expect(new TopK(0, () => true).threshold).toBe(Infinity);
  });
});

describe('grown', () => {
  it('keeps what is in and at least doubles', () => {
    const array = new Uint32Array([1, 2, 3]);
    expect(grown(array, 3)).toBe(array);
    expect([...grown(array, 4)]).toEqual([1, 2, 3, 0, 0, 0]);
    expect(grown(new Float64Array(1), 10).length).toBe(10);
  });
});
