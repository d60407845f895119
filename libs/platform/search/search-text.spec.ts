import { describe, expect, it } from '@jest/globals';
import { likePattern, searchWords } from './search-text.js';

describe('searchWords', () => {
  it('are told apart by spaces and commas of either width', () => {
    expect(searchWords('　切削、SUS304，旋盤 研削,')).toEqual(['切削', 'sus304', '旋盤', '研削']);
  });

  it('are not told apart within a number', () => {
    expect(searchWords('1,000個、φ50 株式会社')).toEqual(['1000個', 'φ50mm']);
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
