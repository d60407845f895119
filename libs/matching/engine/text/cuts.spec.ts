import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dictionary } from '#platform/search/arrays/index.js';
import { cutsOf, wordsAt } from './cuts.js';
import { encodeText, wordsOfRecord } from './encoded.js';
import { normalise, words } from './tokens.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('SUS304', 'の', '切削加工', 'はんだ付け', '　', '、', 'M6×10', 'テスト'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

describe('the cuts of a text', () => {
  it('give its words again, whatever they are', () => {
    fc.assert(
      fc.property(text, (each) => {
        const cells = [7, ...encodeText(each, new Dictionary())];
        expect(wordsOfRecord(cells, 1, each)).toEqual(words(normalise(each)));
      }),
    );
  });
  it('are left out where a word is too long for them', () => {
    const long = 'x'.repeat(300);
    expect(cutsOf(long, [long])).toEqual([]);
    expect(wordsAt(long, [], 0, 0)).toBeNull();
    expect(wordsOfRecord(encodeText(long, new Dictionary()), 0, long)).toEqual(words(long));
  });
});
