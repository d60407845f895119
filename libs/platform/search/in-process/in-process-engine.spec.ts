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
});
