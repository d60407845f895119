import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SearchUnavailable } from '../engine.js';
import { conformance } from '../../testing/search/conformance.js';
import { startMeiliStandIn, STAND_IN_KEY, type MeiliStandIn } from '../../testing/search/meili-stand-in.js';
import { changesOf, documents, queryOf } from '../../testing/search/sample.js';
import { MeiliEngine } from './meili-engine.js';

const realUrl = process.env['MEILI_URL'];

if (realUrl) {
  let opened = 0;
  conformance(`Meilisearch at ${realUrl}`, async () => {
    const index = `nakadachi-conformance-${process.pid}-${opened++}`;
    const engine = new MeiliEngine({ url: realUrl, key: process.env['MEILI_KEY'], index });
    const remove = async () => {
      const headers = { authorization: `Bearer ${process.env['MEILI_KEY'] ?? ''}` };
      for (const uid of [index, `${index}-next`])
        await fetch(`${realUrl}/indexes/${uid}`, { method: 'DELETE', headers });
    };
    await engine.apply([]);
    return { engine, close: remove };
  });
} else {
  conformance('Meilisearch, against the stand-in', async () => {
    const standIn = await startMeiliStandIn();
    return {
      engine: new MeiliEngine({ url: standIn.url, key: STAND_IN_KEY }),
      close: () => standIn.close(),
    };
  });
}

describe('the requests to Meilisearch', () => {
  let standIn: MeiliStandIn;
  let engine: MeiliEngine;
  beforeAll(async () => {
    standIn = await startMeiliStandIn();
    engine = new MeiliEngine({ url: standIn.url, key: STAND_IN_KEY });
    await engine.useLanguage({
      synonyms: [{ from: 'lathe', to: '旋盤', weight: 1 }],
      codes: ['SUS304'],
    });
    await engine.apply(changesOf(documents));
  });
  afterAll(() => standIn.close());
  const last = (path: string) => standIn.exchanges.findLast((exchange) => exchange.path === path)?.body;

  it('make the index with fields in their order, and Japanese, codes and the thesaurus known', () => {
    const settings = standIn.exchanges.find(
      ({ method, path }) => method === 'PATCH' && path.endsWith('/settings'),
    );
    expect(settings?.body).toMatchObject({
      searchableAttributes: ['title', 'aliases', 'tags', 'lead', 'items', 'body', 'place', 'keys'],
      rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'since:desc'],
      localizedAttributes: [{ locales: ['jpn', 'eng'] }],
      typoTolerance: { disableOnWords: ['sus304'] },
      pagination: { maxTotalHits: 1_000 },
      synonyms: { lathe: ['旋盤'] },
      dictionary: ['SUS304', 'sus304'],
    });
  });

  it('ask once for a page and for the counts that leave their own filter out', async () => {
    await engine.search(
      queryOf({
        words: 'ＳＵＳ－３０４ -旋盤 "x"',
        filters: [{ name: 'process', any: [{ facet: 'process', values: ['a "b" \\c'] }] }],
        facets: ['kind', 'process'],
        sort: 'distance',
        from: { latitude: 35.5, longitude: 139.7 },
      }),
    );
    const audience = 'audience IN ["approved", "company:other"]';
    const hidden = 'NOT hiddenFrom IN ["approved", "company:other"]';
    expect(last('/multi-search')).toEqual({
      queries: [
        expect.objectContaining({
          indexUid: 'nakadachi-search',
          q: '"sus304" 旋盤 x',
          matchingStrategy: 'all',
          filter: [audience, hidden, ['process IN ["a \\"b\\" \\\\c"]']],
          sort: ['_geoPoint(35.5, 139.7):asc'],
          page: 1,
          hitsPerPage: 20,
        }),
        expect.objectContaining({ filter: [audience, hidden], facets: ['process'], limit: 0 }),
      ],
    });
  });

  it('write nothing where the present versions are as new', async () => {
    const before = standIn.exchanges.length;
    await engine.apply(changesOf(documents));
    const made = standIn.exchanges.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(made).toEqual(['GET /indexes/nakadachi-search', 'POST /indexes/nakadachi-search/documents/fetch']);
  });

  it('that are not answered say so, and so does a wrong key', async () => {
    standIn.away = true;
    await expect(engine.search(queryOf())).rejects.toBeInstanceOf(SearchUnavailable);
    await expect(engine.apply(changesOf(documents, 2))).rejects.toBeInstanceOf(SearchUnavailable);
    standIn.away = false;
    expect((await engine.search(queryOf())).total).toBe(5);
    const nobody = new MeiliEngine({ url: 'http://127.0.0.1:1', key: undefined });
    await expect(nobody.search(queryOf())).rejects.toBeInstanceOf(SearchUnavailable);
    const stranger = new MeiliEngine({ url: standIn.url, key: 'wrong' });
    await expect(stranger.search(queryOf())).rejects.toThrow('The key is wrong.');
  });
});
