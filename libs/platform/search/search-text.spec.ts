import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { likePattern, normalise, searchWords } from './search-text.js';

describe('normalise', () => {
  it.each([
    ['ＳＵＳ３０４', 'sus304'],
    ['せんばん', 'センバン'],
    ['ｾﾝﾊﾞﾝ', 'センバン'],
    ['ﾌﾟﾚｽ加工', 'プレス加工'],
    ['㈱みなと', '(株)ミナト'],
    ['  精密　切削\n加工 ', '精密 切削 加工'],
    ['ｱﾙﾏｲﾄ', 'アルマイト'],
    ['0.005㎜', '0.005mm'],
  ])('makes %s %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('searchWords', () => {
  it('are told apart by spaces and commas of either width', () => {
    expect(searchWords('　切削、SUS304，旋盤 研削,')).toEqual(['切削', 'sus304', '旋盤', '研削']);
  });

  it('are each there once, at most ten, none of them empty', () => {
    expect(searchWords('旋盤 ｾﾝﾊﾞﾝ せんばん')).toEqual(['旋盤', 'センバン']);
    expect(searchWords('   、 ')).toEqual([]);
    expect(searchWords('a b c d e f g h i j k l')).toHaveLength(10);
  });
});

describe('likePattern', () => {
  it('takes every character of the word for itself', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
