import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bitmap } from '../arrays/index.js';
import { normalise } from '../normalise.js';
import { changesOf, documents } from '../../testing/search/sample.js';
import { DocumentIndex } from './document-index.js';
import { documentsOf, matchWords } from './match-words.js';
import { bestOf } from './ranking.js';
import { termsOf, type SynonymMap, type Term } from './word-query.js';

const words = [
  ...['板金', '精密板金', '精密', '板金加工', 'nc旋盤', '旋盤加工', '旋盤', '樹脂', '合成樹脂', '金'],
  ...['sus304', 'sus', 'steel', 'stainless steel'],
];
const synonyms: SynonymMap = new Map(
  words.map((from, i) => [
    from,
    words
      .map((to, j) => ({ from, to, weight: 1 / (1 + ((i + j) % 5)) }))
      .filter(({ to }, j) => to !== from && (i * j) % 3 !== 1),
  ]),
);
const text = fc
  .array(fc.constantFrom(...words, '鋼', 'の', ' '), { maxLength: 6 })
  .map((all) => all.join(''));
const texts = fc.record({
  title: text.map((one) => [one]),
  tags: fc.array(text, { maxLength: 2 }),
  lead: text.map((one) => [one]),
});
const [sample] = documents;

function indexOf(all: readonly { title: string[]; tags: string[]; lead: string[] }[]): DocumentIndex {
  const index = new DocumentIndex();
  if (!sample) throw new Error('There is no sample.');
  all.forEach((each, i) => {
    // Every fifth takes the place of the one before: a dead slot.
    const key = `company-${i % 5 === 4 ? i - 1 : i}`;
    for (const change of changesOf([{ ...sample, key, texts: each }], i + 1)) index.apply(change);
  });
  return index;
}

const WEIGHTS = [10, 7, 5, 4, 3, 1.5, 2.5, 4];
const weightOf = (fields: number): number => {
  const those = WEIGHTS.filter((_, bit) => fields & (1 << bit));
  return Math.fround(those.length === 0 ? 0 : Math.max(...those) + 0.1 * (those.length - 1));
};

/** Every document by every alternative, one after the other. */
function plainly(index: DocumentIndex, terms: readonly Term[]): Map<number, number> {
  const scores = new Float32Array(index.slots);
  const titles = new Map<number, number>();
  const perTerm = terms.map((term) => {
    const found = new Set<number>();
    for (const alternative of term.alternatives) {
      const { list, length } = documentsOf(index, alternative);
      if (length === 0) continue;
      const rarity = alternative.weight * Math.log(1 + index.slots / length);
      for (const entry of list.subarray(0, length)) {
        const slot = entry >>> 8;
        if (found.has(slot)) continue;
        found.add(slot);
        scores[slot]! += weightOf(entry & 0xff) * rarity;
        if (entry & 1) titles.set(slot, (titles.get(slot) ?? 0) + 1);
      }
      const whole = index.words.postings(alternative.text);
      for (const entry of whole.list.subarray(0, whole.length))
        scores[entry >>> 8]! += weightOf(entry & 0xff) * rarity * 0.5;
    }
    return found;
  });
  if (terms.length > 1) for (const [slot, count] of titles) if (count === terms.length) scores[slot]! += 5;
  const slots = Array.from({ length: index.slots }, (_, slot) => slot);
  const matching = slots.filter((slot) => index.live.has(slot) && perTerm.every((found) => found.has(slot)));
  return new Map(matching.map((slot) => [slot, scores[slot]!]));
}

it('finds and scores as one by one would, and puts in order as sorting would', () => {
  const query = fc.array(fc.constantFrom(...words, 'ste', '加'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 60 }), query, fc.nat(3), (all, asked, share) => {
      const index = indexOf(all);
      const terms = termsOf(normalise(asked.join('　')), synonyms, (word) => index.words.has(word));
      const expected = plainly(index, terms);
      const wanted = new Bitmap(index.slots);
      for (let slot = 0; slot < index.slots; slot++) if (share === 0 || slot % share === 0) wanted.add(slot);
      const { documents: found, scores } = matchWords(index, terms, wanted);
      expect(members(found)).toEqual([...expected.keys()]);
      const sorted = members(found.and(wanted)).sort(
        (a, b) =>
          (expected.get(b) ?? 0) - (expected.get(a) ?? 0) || (index.keyAt(a) < index.keyAt(b) ? -1 : 1),
      );
      expect(sorted.map((slot) => scores[slot])).toEqual(sorted.map((slot) => expected.get(slot)));
      const page = { sort: 'relevance', from: null, page: 2, pageSize: 4 } as const;
      expect(bestOf(index, found, scores, page)).toEqual(sorted.slice(4, 8));
    }),
    { numRuns: 300 },
  );
});

function members(set: Bitmap): number[] {
  const all: number[] = [];
  set.forEach((slot) => all.push(slot));
  return all;
}
