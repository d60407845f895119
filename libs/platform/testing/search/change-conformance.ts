import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markOf, type SearchChange, type SearchEngine } from '../../search/engine.js';
import { batchesOf, language, type OpenEngine } from './opened.js';
import { changesOf, documents, queryOf } from './sample.js';

/** What every engine must do with changes and rebuilds. */
export function changeConformance(name: string, open: () => Promise<OpenEngine>): void {
  describe(`${name}: changes`, () => {
    let opened: OpenEngine;
    const [first] = documents;
    const titled = (title: string, version: number): SearchChange[] =>
      first ? [{ key: first.key, version, document: { ...first, texts: { title: [title] } } }] : [];
    const titles = async () => {
      const { engine } = opened;
      const found = await Promise.all(
        ['zqalpha', 'zqbeta', 'zqgamma'].map((words) => engine.search(queryOf({ words }))),
      );
      return found.map(({ total }) => total);
    };
    beforeAll(async () => {
      opened = await open();
      await opened.engine.useLanguage(language);
      await opened.engine.rebuild(batchesOf(changesOf(documents)));
    });
    afterAll(() => opened.close());

    it('take the place of what was there', async () => {
      await opened.engine.apply(titled('zqalpha', 5));
      expect(await titles()).toEqual([1, 0, 0]);
    });
    it('that are older change nothing, nor do equal ones', async () => {
      await opened.engine.apply(titled('zqbeta', 4));
      await opened.engine.apply(titled('zqbeta', 5));
      expect(await titles()).toEqual([1, 0, 0]);
      await opened.engine.apply([...titled('zqgamma', 7), ...titled('zqbeta', 6)]);
      expect(await titles()).toEqual([0, 0, 1]);
    });
    it('take documents away, and an older state does not bring them back', async () => {
      const before = await opened.engine.contents();
      await opened.engine.apply([{ key: first?.key ?? '', version: 9, document: null }]);
      await opened.engine.apply(titled('zqbeta', 8));
      expect(await titles()).toEqual([0, 0, 0]);
      expect((await opened.engine.contents()).documents).toBe(before.documents - 1);
    });
    rebuilds(() => opened.engine, titled, titles);
  });
}

function rebuilds(
  engine: () => SearchEngine,
  titled: (title: string, version: number) => SearchChange[],
  titles: () => Promise<number[]>,
): void {
  it('are told by the contents', async () => {
    await engine().rebuild(batchesOf(changesOf(documents, 20)));
    const marks = documents.reduce((sum, { key }) => sum + markOf(key, 20), 0);
    expect(await engine().contents()).toEqual({ documents: documents.length, marks });
    const versions: { key: string; version: number }[] = [];
    for await (const batch of engine().versions()) versions.push(...batch);
    expect(versions.map(({ key }) => key).sort()).toEqual(documents.map(({ key }) => key).sort());
    expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([20]));
  });
  it('that come while a second index is built are in it; until then the first one answers', async () => {
    async function* batches(): AsyncGenerator<readonly SearchChange[]> {
      yield changesOf(documents, 30);
      await engine().apply(titled('zqalpha', 31));
      expect(await titles()).toEqual([1, 0, 0]);
      yield changesOf(documents.slice(1), 30);
    }
    await engine().rebuild(batches());
    expect(await titles()).toEqual([1, 0, 0]);
    expect((await engine().contents()).documents).toBe(documents.length);
  });
  it('that break off a rebuild leave the first index as it is', async () => {
    async function* batches(): AsyncGenerator<readonly SearchChange[]> {
      yield changesOf(documents.slice(0, 2), 40);
      await Promise.resolve();
      throw new Error('broken off');
    }
    await expect(engine().rebuild(batches())).rejects.toThrow('broken off');
    expect((await engine().contents()).documents).toBe(documents.length);
    expect(await titles()).toEqual([1, 0, 0]);
  });
}
