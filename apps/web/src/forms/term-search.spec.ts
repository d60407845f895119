import { describe, expect, it } from '@jest/globals';
import { folded, searchTerms, type Term } from './term-search';

const terms: Term[] = [
  { code: 'machining', parent: null, ja: '切削加工', en: 'Machining', synonyms: ['機械加工'] },
  { code: 'turning', parent: 'machining', ja: '旋削加工', en: 'Turning', synonyms: ['旋盤', 'lathe'] },
  { code: 'auto', parent: 'turning', ja: '自動旋盤加工', en: 'Automatic lathe turning', synonyms: [] },
  { code: 'sus304', parent: null, ja: 'SUS304', en: 'SUS304', synonyms: ['18-8ステンレス'] },
];
const found = (typed: string) => searchTerms(terms, typed).map(({ term }) => term.code);

describe('searchTerms', () => {
  it('shows all while nothing is typed', () => expect(found(' ')).toHaveLength(4));

  it('finds by name and by synonym, the whole word first', () => {
    expect(found('旋盤')).toEqual(['turning', 'auto']);
    expect(found('lathe')).toEqual(['turning', 'auto']);
    expect(searchTerms(terms, 'Lathe')[0]?.via).toBe('lathe');
    expect(searchTerms(terms, '旋削')[0]?.via).toBeNull();
  });

  it('adds what lies below a broader term', () => {
    expect(found('機械加工')).toEqual(['machining', 'turning']);
  });

  it('ignores width, case, kana, blanks and hyphens', () => {
    expect(found('ｓｕｓ ３０４')).toEqual(['sus304']);
    expect(found('188すてんれす')).toEqual(['sus304']);
    expect(folded('ｾﾝﾊﾞﾝ')).toBe(folded('せんばん'));
  });

  it('finds nothing for what is not there', () => expect(found('溶接')).toEqual([]));
});
