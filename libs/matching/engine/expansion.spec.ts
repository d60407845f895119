import { describe, expect, it } from '@jest/globals';
import { createMatcher } from './matcher.js';
import { awards, exampleTaxonomy, must, need, row, supplier } from './testing/examples.js';
import type { Understood, Vocabulary } from './vocabulary.types.js';

/** Understands what is given, wherever a text has the word. */
const vocabularyOf = (version: number, ...words: Understood[]): Vocabulary => ({
  version,
  expand: (text) => ({ understood: words.filter(({ said }) => text.includes(said)) }),
});
const lathe: Understood = {
  said: 'ろくろ',
  terms: [{ text: '回転体の加工', weight: 0.7 }],
  codes: [{ kind: 'process', code: 'turning', weight: 0.7 }],
};
const light: Understood = { said: '軽く', terms: [{ text: '軽量化', weight: 0.7 }], codes: [] };

const firms = [
  supplier('turner', { processes: [row('turning')] }),
  supplier('cutter', { processes: [row('plating')], texts: awards('回転体の加工') }),
  supplier('other', { processes: [row('plating')], texts: awards('庁舎の清掃') }),
];
const matcherWith = (vocabulary: () => Vocabulary) => {
  const matcher = createMatcher(exampleTaxonomy, vocabulary);
  matcher.load(firms);
  return matcher;
};
const words = (reasons: readonly { kind: string; words: { ja: string } }[]) =>
  reasons.filter(({ kind }) => kind === 'understood').map((reason) => reason.words.ja);

describe('words that are understood as others', () => {
  const asked = need([], { title: 'ろくろで作る' });

  it('find firms that list the process or say the other word, and say so', () => {
    const found = matcherWith(() => vocabularyOf(1, lathe)).match(asked);
    expect(found.map(({ supplierId }) => supplierId).sort()).toEqual(['cutter', 'turner']);
    const reasonsOf = (id: string) => words(found.find(({ supplierId }) => supplierId === id)?.reasons ?? []);
    expect(reasonsOf('turner')).toEqual(['「ろくろ」を「旋削」と読みました（工程に登録）']);
    expect(reasonsOf('cutter')).toEqual(['「ろくろ」を「回転体の加工」と読みました（登録内容にある）']);
  });

  it('find nobody without a vocabulary', () => {
    expect(createMatcher(exampleTaxonomy).match(asked)).toEqual([]);
  });

  it('count from the next match on when the vocabulary changes, for the same need', () => {
    let vocabulary = vocabularyOf(1);
    const matcher = matcherWith(() => vocabulary);
    expect(matcher.match(asked)).toEqual([]);
    vocabulary = vocabularyOf(2, lathe);
    expect(matcher.match(asked)).toHaveLength(2);
  });

  it('count less than words that are said', () => {
    const matcher = createMatcher(exampleTaxonomy, () => vocabularyOf(1, light));
    matcher.load([
      supplier('understood', { texts: awards('部品の軽量化') }),
      supplier('said', { texts: awards('部品を軽く') }),
    ]);
    const found = matcher.match(need([], { title: '軽く' }));
    expect(found.map(({ supplierId }) => supplierId)).toEqual(['said', 'understood']);
    expect(words(found[0]?.reasons ?? [])).toEqual([]);
  });

  it('are not told beside a requirement that asks for the same', () => {
    const found = matcherWith(() => vocabularyOf(1, { ...lathe, terms: [] })).match(
      need([must({ kind: 'process', code: 'turning' })], { title: 'ろくろで作る' }),
    );
    expect(found.map(({ reasons }) => words(reasons))).toEqual([[]]);
  });

  it('fit the other way round too', () => {
    const [turner] = firms;
    const matcher = matcherWith(() => vocabularyOf(1, lathe));
    const [fit] = turner ? matcher.matchSupplier(turner, [asked]) : [];
    expect(fit?.candidate).toEqual(matcher.match(asked).find(({ supplierId }) => supplierId === 'turner'));
  });
});
