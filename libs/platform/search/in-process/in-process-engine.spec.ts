import { beforeAll, describe, expect, it } from '@jest/globals';
import { conformance } from '../../testing/search/conformance.js';
import { changesOf, documents, queryOf } from '../../testing/search/sample.js';
import { InProcessEngine } from './in-process-engine.js';

conformance('the index in memory', () =>
  Promise.resolve({
    engine: new InProcessEngine(),
    close: () => Promise.resolve(),
  }),
);

describe('the index in memory', () => {
  const engine = new InProcessEngine();
  beforeAll(() => engine.apply(changesOf(documents)));

  it.each([
    ['精密切消', '精密切削'],
    ['精蜜板金', '精密板金'],
    ['アルマイド', 'アルマイト'],
    ['搬送装値', '搬送装置'],
  ])('knows that %s means %s', async (typed, meant) => {
    const { suggestion, total } = await engine.search(queryOf({ words: typed }));
    expect([suggestion, total > 0]).toEqual([meant, true]);
  });

  it('answers the same as before when it is full of dead places', async () => {
    const changed = new InProcessEngine();
    for (let version = 1; version <= 40; version++) await changed.apply(changesOf(documents, version));
    for (const words of ['精密', '旋', 'sus', '旋削 sus304', 'titaniun', ''])
      for (const sort of ['relevance', 'newest'] as const) {
        const query = queryOf({ words, sort, facets: ['kind', 'process'] });
        const [now, before] = [await changed.search(query), await engine.search(query)];
        expect([now.total, now.facets]).toEqual([before.total, before.facets]);
        expect(new Set(now.hits.map(({ key }) => key))).toEqual(new Set(before.hits.map(({ key }) => key)));
      }
  });

  describe('finds and marks', () => {
    const firms = new InProcessEngine();
    const titles = ['板金の東京都', '京都の工房', '金属の店'];
    const tags = [
      [
        '板金加工\nSheet metal work\n金属加工\nMetal work',
        'チタン合金\tチタンゴウキン',
        'ホーニング\nミーリング',
      ],
      ['めっき\nPlating', 'バフ\tセンバン'],
      ['鋼板\nSteel sheet', '金属\nMetals', 'マシニング加工\nMachining centre work'],
    ];
    const [sample] = documents;
    const texts = new Map(tags.map((list, i) => [`firm-${i}`, { title: [titles[i] ?? ''], tags: list }]));
    const search = (words: string) => firms.search(queryOf({ words, texts: () => Promise.resolve(texts) }));
    const reasons = async (words: string) =>
      (await search(words)).hits.map(({ key, highlights }) => [
        key,
        ...highlights.flatMap((one) =>
          one.texts.map((parts) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')),
        ),
      ]);
    beforeAll(async () => {
      if (!sample) throw new Error('There is no sample.');
      await firms.useLanguage({
        synonyms: [
          { from: 'sheet metal work', to: '板金', weight: 0.9 },
          { from: 'めっき', to: 'plating', weight: 0.9 },
        ],
        codes: [],
      });
      const all = [...texts].map(([key, each]) => ({ ...sample, key, id: key, texts: each }));
      await firms.apply(changesOf(all));
    });

    it('words that the thesaurus has as one, together', async () => {
      expect(await reasons('sheet metal work')).toEqual([
        ['firm-0', '[板金]の東京都', '[板金]加工', '[Sheet metal work]'],
      ]);
    });
    it('no word whose pieces are in different names', async () => {
      expect(await reasons('リンゴ')).toEqual([]);
      expect((await search('金属板金')).total).toBe(0);
    });
    it('no 京都 in 東京都', async () => {
      expect(await reasons('京都')).toEqual([['firm-1', '[京都]の工房']]);
      expect(await reasons('東京都')).toEqual([['firm-0', '板金の[東京都]']]);
    });
    it('what a word in Latin letters is typed for', async () => {
      expect(await reasons('mekki')).toEqual([['firm-1', '[めっき]', '[Plating]']]);
      expect(await reasons('senban')).toEqual([['firm-1', '[バフ]']]);
    });
    it('what a word means that was typed with an error', async () => {
      expect(await reasons('meki')).toEqual([['firm-1', '[めっき]', '[Plating]']]);
    });
    it('no part of what was typed', async () => {
      expect((await search('旋フ')).suggestion).toBeNull();
    });
  });
});
