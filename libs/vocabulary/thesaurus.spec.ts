import { describe, expect, it } from '@jest/globals';
import { vocabularyContent, type VocabularyContent } from '#contracts/vocabulary.js';
import { shippedEntries } from './shipped/index.js';
import { Thesaurus } from './thesaurus.js';

const entry = (id: string, content: Partial<VocabularyContent>, state: 'on' | 'off' = 'on') => ({
  ...{ id, state, source: 'own' as const },
  content: vocabularyContent.parse({ kind: 'effect', ...content }),
});
const of = (...contents: Partial<VocabularyContent>[]) =>
  new Thesaurus(
    contents.map((content, i) => entry(String(i), content)),
    1,
  );
const terms = (thesaurus: Thesaurus, text: string) => thesaurus.expand(text).terms.map((term) => term.text);

const weight = { tradeJa: ['軽くする', '軽い'], patentJa: ['軽量化'], tradeEn: ['lightweight'], weight: 0.5 };

describe('Thesaurus.expand', () => {
  it('understands a trade word as patent words and the other way round', () => {
    expect(of(weight).expand('部品を軽くする')).toEqual({
      understood: [
        {
          said: '軽くする',
          entryIds: ['0'],
          terms: ['軽い', 'lightweight', '軽量化'].map((text) => ({ text, weight: 0.5 })),
          codes: [],
        },
      ],
      terms: ['軽い', 'lightweight', '軽量化'].map((text) => ({ text, weight: 0.5 })),
      codes: [],
    });
    expect(terms(of(weight), '軽量化を図る')).toEqual(['軽くする', '軽い', 'lightweight']);
  });

  it('goes one way where the entry does', () => {
    const oneWay = { ...weight, codes: ['turning'] };
    expect(terms(of({ ...oneWay, direction: 'to-patent' }), '軽い')).toContain('軽量化');
    expect(of({ ...oneWay, direction: 'to-patent' }).expand('軽量化')).toMatchObject({
      terms: [],
      codes: [],
    });
    expect(terms(of({ ...oneWay, direction: 'to-trade' }), '軽量化')).toContain('軽い');
    expect(of({ ...oneWay, direction: 'to-trade' }).expand('軽い')).toMatchObject({
      terms: [{ text: '軽くする' }, { text: 'lightweight' }],
      codes: [],
    });
  });

  it('knows codes of processes and of materials, and passes over others', () => {
    const thesaurus = of({ tradeJa: ['サスの丸物'], codes: ['turning', 'sus304', 'no-such-code'] });
    expect(thesaurus.expand('サスの丸物').codes).toEqual([
      { kind: 'process', code: 'turning', weight: 0.7 },
      { kind: 'material', code: 'sus304', weight: 0.7 },
    ]);
  });

  it('finds a word however it is spelled', () => {
    const thesaurus = of({ tradeJa: ['ワイヤーカット'], patentJa: ['放電切断'], tradeEn: ['coating'] });
    for (const text of ['ﾜｲﾔｰｶｯﾄ', 'ワイヤーカットで', 'Coatings'])
      expect(terms(thesaurus, text)).toContain('放電切断');
  });

  it('finds no word inside another, and the longest first', () => {
    const thesaurus = of(
      { tradeJa: ['研削'], patentJa: ['砥粒加工'] },
      { tradeJa: ['平面研削'], patentJa: ['平面加工'] },
      { tradeEn: ['edm'], patentEn: ['discharge'] },
    );
    expect(terms(thesaurus, '平面研削と研削')).toEqual(['平面加工', '砥粒加工']);
    expect(terms(thesaurus, '平面研削')).toEqual(['平面加工']);
    expect(terms(thesaurus, 'wedmx')).toEqual([]);
  });

  it('takes each term once with its greatest weight, and none that is said', () => {
    const thesaurus = of(
      { tradeJa: ['軽い'], patentJa: ['軽量化'], weight: 0.3 },
      { tradeJa: ['軽い'], patentJa: ['軽量化', '減量'], weight: 0.9 },
    );
    expect(thesaurus.expand('軽い').terms).toEqual([
      { text: '軽量化', weight: 0.9 },
      { text: '減量', weight: 0.9 },
    ]);
    expect(terms(thesaurus, '軽い、軽量化')).toEqual(['減量']);
  });

  it('leaves out what is switched off', () => {
    expect(new Thesaurus([entry('0', weight, 'off')], 1).expand('軽くする').understood).toEqual([]);
  });

  it('gives synonyms that lead where the entries lead', () => {
    const { 軽量化: patent, lightweight } = of({ ...weight, direction: 'to-patent' }).synonyms();
    expect(patent).toEqual([]);
    expect(lightweight).toContain('軽量化');
  });

  it('understands what the shipped entries are for', () => {
    const shipped = new Thesaurus(
      [...shippedEntries].map(([id, content]) => ({ id, content, state: 'on', source: 'shipped' })),
      0,
    );
    const codes = (text: string) => shipped.expand(text).codes.map(({ code }) => code);
    expect(codes('サス304の丸物加工とワイヤーカット')).toEqual(
      expect.arrayContaining(['sus304', 'turning', 'wire-edm']),
    );
    expect(codes('カニゼンと白アルマイト')).toEqual(
      expect.arrayContaining(['electroless-nickel', 'anodising']),
    );
    expect(terms(shipped, '摩擦を減らす')).toContain('摩擦低減');
    expect(terms(shipped, 'ばねで押す構造')).toContain('付勢部材');
    expect(codes('漬物の小分け充填')).toEqual(expect.arrayContaining(['pickling', 'filling']));
  });
});
