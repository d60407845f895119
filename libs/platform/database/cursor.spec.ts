import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageFrom } from './cursor.js';

const text = fc.string({ unit: 'grapheme' }).filter((given) => given.isWellFormed() && !given.includes('\0'));
const keys = fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 });

describe('a cursor', () => {
  it('carries its keys through an address unchanged', () => {
    fc.assert(
      fc.property(keys, (given) => {
        const cursor = encodeCursor(given);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor)).toEqual(given);
      }),
    );
  });

  it('that is none or broken shows the first page', () => {
    for (const cursor of [undefined, '', '%%%', 'abc', encodeCursor(['a', 1]).slice(0, -3)])
      expect(decodeCursor(cursor)).toBeUndefined();
  });

  it.each(['{"a":1}', '"text"', '7', 'null', '[{"a":1}]', '[[1]]', '[true]', '["a",["b"]]', '["\\u0000"]'])(
    'that somebody made up as %s shows the first page',
    (json) => {
      expect(decodeCursor(Buffer.from(json).toString('base64url'))).toBeUndefined();
    },
  );
});

describe('a page', () => {
  const page = (rows: number[], limit: number) =>
    pageFrom(
      rows,
      limit,
      (row) => [row],
      (row) => row * 10,
      7,
    );

  it('has one row less than it was given where there is more', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: [10, 20], nextCursor: encodeCursor([2]), total: 7 });
    expect(page([1, 2], 2)).toEqual({ items: [10, 20], nextCursor: null, total: 7 });
    expect(page([], 2)).toEqual({ items: [], nextCursor: null, total: 7 });
  });

  it('after page gives every row once, in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 10 }), (count, limit) => {
        const all = Array.from({ length: count }, (_, i) => i + 1);
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const after = Number(decodeCursor(cursor ?? undefined)?.[0] ?? 0);
          const rows = all.filter((row) => row > after).slice(0, limit + 1);
          const { items, nextCursor } = page(rows, limit);
          seen.push(...items);
          cursor = nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(all.map((row) => row * 10));
      }),
    );
  });
});
