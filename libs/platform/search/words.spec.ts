import { describe, expect, it } from '@jest/globals';
import { tokens } from './words.js';

const isPair = (token: string) => token.startsWith('~');
const same = (a: string, b: string) => {
  const [one, other] = [a, b].map((text) => tokens(text).filter((token) => !isPair(token)));
  expect(one).toEqual(other);
};

describe('tokens', () => {
  it('of equal spellings are equal', () => {
    same('SUS-304の丸棒φ50', 'ＳＵＳ３０４の丸棒Φ50mm');
    same('サーバーの設置', 'ｻｰﾊﾞの設置');
    same('ねじの製造', 'ネジの製造');
  });
  it('have the code that a longer one is a kind of', () => {
    expect(tokens('SUS304L')).toEqual(expect.arrayContaining(['sus304l', 'sus304']));
    expect(tokens('A5052-H34')).toEqual(expect.arrayContaining(['a5052h34', 'a5052']));
    expect(tokens('S45C')).not.toContain('s45');
  });
  it('leave particles out, also beside words in hiragana', () => {
    expect(tokens('はんだの付け')).not.toContain('ノ');
  });
});
