import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchEngine, SearchQuery, SearchResult } from '../../search/engine.js';
import { changeConformance } from './change-conformance.js';
import { batchesOf, language, type OpenEngine } from './opened.js';
import { changesOf, documents, places, queryOf } from './sample.js';

const keysOf = (result: SearchResult): string[] => result.hits.map((hit) => hit.key);
const marked = (result: SearchResult): string[] =>
  result.hits.flatMap((hit) =>
    hit.highlights.flatMap(({ texts }) => texts.flat().flatMap((part) => (part.hit ? [part.text] : []))),
  );

/** What every search engine must do, whatever is behind it. `open` gives one with nothing in it. */
export function conformance(name: string, open: () => Promise<OpenEngine>): void {
  describe(name, () => {
    let opened: OpenEngine;
    const search = (given: Partial<SearchQuery>) => opened.engine.search(queryOf(given));
    const found = async (words: string, given: Partial<SearchQuery> = {}) =>
      keysOf(await search({ words, ...given }));

    beforeAll(async () => {
      opened = await open();
      await opened.engine.useLanguage(language);
      await opened.engine.rebuild(batchesOf(changesOf(documents)));
    });
    afterAll(() => opened.close());

    words(found);
    reasons(search, found);
    visibility(search, found);
    narrowing(search, found);
    ranging(search, found, () => opened.engine);
    order(search, found);
  });
  changeConformance(name, open);
}

type Search = (given: Partial<SearchQuery>) => Promise<SearchResult>;
type Find = (words: string, given?: Partial<SearchQuery>) => Promise<string[]>;

function words(found: Find): void {
  describe('words', () => {
    it('must all be there', async () => {
      expect(await found('精密 溶接')).toEqual(['company-nishi']);
      expect(await found('精密 鋳造')).toEqual([]);
      expect((await found('精密')).sort()).toEqual(['company-azuma', 'company-nishi']);
    });
    it('of two characters are found inside longer ones', async () => {
      expect(await found('筐体')).toEqual(['company-nishi']);
      expect(await found('振動')).toEqual(['patent-1']);
    });
    it('are the same in any width, case and kana', async () => {
      for (const typed of ['ＳＵＳ３０４', 'sus304'])
        expect((await found(typed)).sort()).toEqual(['company-azuma', 'order-1']);
      expect(await found('ｱﾙﾏｲﾄ')).toEqual(['company-nishi']);
      expect(await found('あずま')).toEqual(['company-azuma']);
    });
    it('may be unfinished', async () => {
      expect(await found('titani')).toEqual(['company-minato']);
      expect(await found('azu')).toEqual(['company-azuma']);
    });
    it('may be typed by their sound', async () => {
      expect(await found('senban')).toEqual(['company-azuma']);
      expect(await found('nishibankin')).toEqual(['company-nishi']);
    });
    it('may have a typing error in either script', async () => {
      expect(await found('titaniun')).toEqual(['company-minato']);
      expect(await found('prescision')).toEqual(['company-azuma']);
    });
    it('that say nothing of what is looked for may be missing', async () => {
      expect(await found('the precision of works')).toEqual(['company-azuma']);
      expect(await found('and')).toEqual(['company-minato']);
    });
    it('that are codes mean that code and no other', async () => {
      expect((await found('SUS316')).sort()).toEqual(['company-minato']);
      expect(await found('SUS317')).toEqual([]);
    });
    it('find what the thesaurus says', async () => {
      expect(await found('lathe')).toEqual(['company-azuma']);
    });
  });
}

function reasons(search: Search, found: Find): void {
  describe('reasons', () => {
    it('are the matches in the texts', async () => {
      const result = await search({ words: '溶接' });
      expect(result.hits[0]?.highlights[0]?.field).toBe('lead');
      expect(marked(result)).toEqual(['溶接']);
      const [reason] = result.hits[0]?.highlights ?? [];
      expect(reason?.texts.map((parts) => parts.map(({ text }) => text).join(''))).toEqual([
        '大型筐体の精密板金と溶接。',
      ]);
    });
    it('are names of a tag, whole where it is how they are read', async () => {
      const tags = async (typed: string) => {
        const { hits } = await search({ words: typed });
        const highlights = hits.find(({ key }) => key === 'company-azuma')?.highlights ?? [];
        return highlights
          .filter(({ field }) => field === 'tags')
          .flatMap(({ texts }) => texts.map((parts) => parts.map(({ text }) => text).join('')));
      };
      expect(await tags('旋盤')).toEqual(['旋盤']);
      expect(await tags('せんばん')).toEqual(['旋盤']);
      expect(await tags('turning')).toEqual(['Turning']);
    });
    it('are none where nothing was typed or asked for', async () => {
      expect(marked(await search({}))).toEqual([]);
      expect(marked(await search({ words: '溶接', texts: null }))).toEqual([]);
    });
    it('say what was meant where something else was typed', async () => {
      const result = await search({ words: 'titaniun' });
      expect(result.suggestion).toBe('titanium');
      expect((await search({ words: 'titanium' })).suggestion).toBeNull();
      expect(await found('zzzzzzzz')).toEqual([]);
      expect((await search({ words: 'zzzzzzzz' })).suggestion).toBeNull();
    });
  });
}

function visibility(search: Search, found: Find): void {
  describe('visibility', () => {
    const staff = { viewer: ['staff'] };
    it('keeps what is not for the viewer from hits, totals and counts', async () => {
      expect(await found('旋削加工')).not.toContain('company-pending');
      expect(await found('秘密工房', staff)).toEqual(['company-pending']);
      expect(await found('秘密工房')).toEqual([]);
      const [all, mine] = [
        await search({ facets: ['process', 'prefecture'], ...staff }),
        await search({ facets: ['process', 'prefecture'] }),
      ];
      expect(all.total - mine.total).toBe(1);
      const turning = (result: SearchResult) =>
        result.facets.process?.find(({ value }) => value === 'turning')?.count;
      expect([turning(all), turning(mine)]).toEqual([4, 3]);
      expect(mine.facets.prefecture?.map(({ value }) => value)).not.toContain('13');
    });
    it('shows each viewer their own document of a subject', async () => {
      expect(await found('極秘重工業')).toEqual([]);
      expect(await found('極秘重工業', staff)).toEqual(['order-1-full']);
      expect(await found('回転軸', { viewer: ['approved', 'company:poster'] })).toEqual(['order-1-full']);
      expect(await found('回転軸')).toEqual(['order-1']);
    });
    it('keeps it from suggestions', async () => {
      expect((await search({ words: 'zqhiddem' })).suggestion).toBeNull();
      expect((await search({ words: 'zqhiddem', ...staff })).suggestion).toBe('zqhidden');
    });
    it('shows nothing to a viewer without tokens', async () => {
      const result = await search({ viewer: [], facets: ['kind'] });
      expect([result.total, result.facets.kind]).toEqual([0, []]);
    });
  });
}

function narrowing(search: Search, found: Find): void {
  describe('filters', () => {
    const process = { name: 'process', any: [{ facet: 'process' as const, values: ['casting', 'welding'] }] };
    const kanagawa = { name: 'prefecture', any: [{ facet: 'prefecture' as const, values: ['14'] }] };
    it('of one name are one of several values, of several names all of them', async () => {
      expect((await found('', { filters: [process] })).sort()).toEqual(['company-minato', 'company-nishi']);
      expect(await found('', { filters: [process, kanagawa] })).toEqual(['company-minato']);
    });
    it('leave their own facet open and narrow the others', async () => {
      const { facets, total } = await search({
        filters: [process, kanagawa],
        facets: ['process', 'prefecture', 'kind'],
      });
      expect(total).toBe(1);
      expect(Object.fromEntries((facets.process ?? []).map(({ value, count }) => [value, count]))).toEqual({
        turning: 3,
        casting: 1,
      });
      expect(facets.prefecture?.map(({ value, count }) => [value, count]).sort()).toEqual([
        ['14', 1],
        ['27', 1],
      ]);
      expect(facets.kind).toEqual([{ value: 'company', count: 1 }]);
    });
    it('take values with quotes for what they are', async () => {
      const filters = [
        { name: 'process', any: [{ facet: 'process' as const, values: [`' OR kind = "order`, '"'] }] },
      ];
      expect(await found('', { filters })).toEqual([]);
    });
  });
}

function order(search: Search, found: Find): void {
  describe('order', () => {
    it('is: nearer fields first', async () => {
      const keys = await found('旋削');
      expect(keys.indexOf('order-1')).toBeLessThan(keys.indexOf('company-azuma'));
      expect(keys.indexOf('company-azuma')).toBeLessThan(keys.indexOf('company-nishi'));
    });
    it('is by a number where one is asked for, what is not told last', async () => {
      expect((await found('', { sort: 'staff' })).slice(0, 3)).toEqual([
        'company-nishi',
        'company-azuma',
        'company-minato',
      ]);
      expect((await found('', { sort: 'newest' })).slice(0, 2)).toEqual(['order-1', 'company-azuma']);
      expect((await found('', { sort: 'deadline' }))[0]).toBe('order-1');
      expect(await found('旋削', { sort: 'newest' })).toEqual(['order-1', 'company-azuma', 'company-nishi']);
    });
    it('comes in pages', async () => {
      const page = (n: number) => search({ sort: 'newest', page: n, pageSize: 2 });
      const pages = [await page(1), await page(2), await page(3), await page(4)];
      expect(pages.map((p) => p.hits.length)).toEqual([2, 2, 1, 0]);
      expect(new Set(pages.flatMap(keysOf)).size).toBe(5);
      expect(pages.map((p) => p.total)).toEqual([5, 5, 5, 5]);
    });
  });
}

function ranging(search: Search, found: Find, engine: () => SearchEngine): void {
  describe('ranges', () => {
    it('take ranges; what is not told is in none', async () => {
      const fits = (condition: object) => ({ filters: [{ name: 'x', any: [condition as never] }] });
      expect(await found('', fits({ number: 'maxLong', min: 1_000 }))).toEqual(['company-nishi']);
      expect(await found('', fits({ number: 'tolerance', max: 0.01 }))).toEqual(['company-azuma']);
      expect(await found('', fits({ number: 'staff', min: 8, max: 8 }))).toEqual(['company-minato']);
    });
    it('take one of several conditions', async () => {
      const any = [
        { number: 'maxLong' as const, min: 1_000 },
        { number: 'needLong' as const, max: 200 },
      ];
      expect((await found('', { filters: [{ name: 'x', any }] })).sort()).toEqual([
        'company-nishi',
        'order-1',
      ]);
    });
    it('take distances', async () => {
      const near = {
        filters: [{ name: 'near', any: [{ near: places.kawasaki, km: 30 }] }],
        from: places.kawasaki,
      };
      const result = await search({ ...near, sort: 'distance' });
      expect(keysOf(result)).toEqual(['company-azuma', 'company-minato']);
      expect(result.hits[0]?.distanceKm).toBe(0);
      expect(result.hits[1]?.distanceKm).toBeCloseTo(11.3, 0);
    });
    it('are counted for many queries at once', async () => {
      const filters = [{ name: 'x', any: [{ number: 'staff' as const, min: 10 }] }];
      const queries = [
        queryOf(),
        queryOf({ filters }),
        queryOf({ words: '精密', filters }),
        queryOf({ viewer: [] }),
      ];
      expect(await engine().count(queries)).toEqual([5, 2, 2, 0]);
    });
  });
}
