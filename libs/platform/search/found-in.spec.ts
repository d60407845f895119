import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foundIn } from './found-in.js';
import { normalise } from './normalise.js';

const marked = (text: string, ...words: string[]) =>
  foundIn(text, words).map(({ start, end }) => text.slice(start, end));

describe('foundIn', () => {
  it.each([
    ['材質はＳＵＳ－３０４です', ['sus 304'], ['ＳＵＳ－３０４']],
    ['ｻｰﾊﾞｰの設置とサーバー室', ['サーバ'], ['ｻｰﾊﾞｰ', 'サーバー']],
    ['㈱髙橋鐵工所', ['高橋鉄工'], ['髙橋鐵工']],
    ['外径５センチの丸棒', ['50mm'], ['５センチ']],
    ['直径50の穴', ['φ50mm'], ['直径50']],
    ['公差は±５μm以内', ['±0.005'], ['±５μm']],
    ['ねじとネジ', ['ﾈｼﾞ'], ['ねじ', 'ネジ']],
    ['切削加工と研削加工', ['切削加工', '削加'], ['切削加工', '削加']],
    ['Stainless STEEL', ['steel', ''], ['STEEL']],
    ['何もない', ['旋盤'], []],
  ])('in %s of %j marks %j', (text, words, expected) => {
    expect(marked(text, ...words)).toEqual(expected);
  });

  it('finds each piece of a text in it, at a place that says it', () => {
    const piece = fc.constantFrom('ＳＵＳ', '旋盤', 'サーバー', '髙橋', 'φ５', '切削', 'ﾈｼﾞ', 'é', '🙂');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(), (pieces, i) => {
        const wanted = pieces[i % pieces.length] ?? '';
        const spans = marked(pieces.join('、'), wanted);
        expect(spans.length).toBeGreaterThan(0);
        for (const span of spans) expect(normalise(span)).toBe(normalise(wanted));
      }),
    );
  });
});
