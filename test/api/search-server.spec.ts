import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { searchApi } from '#contracts/search.js';
import { InProcessEngine } from '#platform/search/index.js';
import {
  startMeiliStandIn,
  STAND_IN_KEY,
  type MeiliStandIn,
} from '#platform/testing/search/meili-stand-in.js';
import { DocumentFeed } from '#search/document-feed.js';
import { reindex } from '#search/index.js';
import { repairEngine } from '#search/repair-engine.js';
import { Searcher } from '#search/searcher.js';
import { SearchServer } from '#search/search-server.js';
import { ServerSync } from '#search/server-sync.js';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aFirm, aPublishedOrder, aWord, cancelled, type Firm } from '../support/orders.js';

let standIn: MeiliStandIn;
let app: TestApp;
let poster: Firm;
let supplier: Firm;

beforeAll(async () => {
  standIn = await startMeiliStandIn();
  app = await startApp(['api', 'worker'], { MEILI_URL: standIn.url, MEILI_KEY: STAND_IN_KEY });
  poster = await aFirm(app, { name: '発注工業', prefecture: '13' });
  supplier = await aFirm(app, { name: '受注製作所', prefecture: '14' });
});
afterAll(async () => {
  await app.close();
  await standIn.close();
});

afterEach(() => {
  standIn.away = false;
});

const search = (q: string) => supplier.api.ok(searchApi.search, { query: { q } });
const get = <T>(type: new (...args: never[]) => T): T => app.app.get(type as never, { strict: false });
/** As if the pause after a failure were over. */
const askAgain = () => Object.assign(get(Searcher), { awayUntil: 0 });

describe('a search server', () => {
  it('is told of every change, and asked', async () => {
    const word = aWord();
    const order = await aPublishedOrder(poster, { title: word });
    await app.settle();
    const found = await search(word);
    expect([found.total, found.items[0]?.title]).toEqual([1, word]);
    expect(found.note).toEqual({ building: null, degraded: false });
    expect(standIn.exchanges.some(({ path }) => path === '/multi-search')).toBe(true);
    await cancelled(poster, order);
    await app.settle();
    expect((await search(word)).total).toBe(0);
  });

  it('that is away is replaced by the index in memory, with a note, and misses nothing', async () => {
    const word = aWord();
    standIn.away = true;
    await aPublishedOrder(poster, { title: word });
    await app.settle();
    await eventually(async () => {
      const reserve = await search(word);
      expect([reserve.total, reserve.note.degraded]).toEqual([1, true]);
    });
    standIn.away = false;
    askAgain();
    expect((await search(word)).total).toBe(0);
    await get(ServerSync).push();
    const found = await search(word);
    expect([found.total, found.note.degraded]).toEqual([1, false]);
  });

  it('that has other documents than it should is mended', async () => {
    const word = aWord();
    const order = await aPublishedOrder(poster, { title: word });
    await app.settle();
    const { engine } = get(SearchServer);
    const key = `order-${order.id}`;
    const version = 8_000_000_000_000_000;
    await engine?.apply([{ key: 'order-of-nobody', version: 1, document: null }]);
    await engine?.apply([{ key, version, document: null }]);
    expect((await search(word)).total).toBe(0);
    await get(ServerSync).check();
    expect((await search(word)).total).toBe(1);
  });

  it('is built anew beside the old index and swapped in', async () => {
    const { database, config, log } = app.resources;
    const before = standIn.exchanges.length;
    const report = await reindex({ database, config, log }, { check: false });
    expect(report.server).toBe('rebuilt');
    expect(report.subjects).toBeGreaterThan(0);
    expect(standIn.exchanges.slice(before).map(({ path }) => path)).toContain('/swap-indexes');
    expect(await reindex({ database, config, log }, { check: true })).toMatchObject({
      subjects: 0,
      server: 'checked',
    });
    expect((await search('発注工業')).total).toBeGreaterThan(0);
  });
});

describe('the index in memory', () => {
  it('is mended where it differs from the table', async () => {
    const feed = new DocumentFeed(app.resources.database);
    const engine = new InProcessEngine();
    expect(await repairEngine(engine, feed)).toBeGreaterThan(0);
    expect(await engine.contents()).toEqual(await feed.contents());
    const surplus = { key: 'order-x', version: 1, document: null };
    await engine.apply([surplus]);
    expect(await repairEngine(engine, feed)).toBe(0);
    const [[first] = []] = await (async () => {
      const batches = [];
      for await (const batch of feed.all()) batches.push(batch);
      return batches;
    })();
    const document = first?.document ?? null;
    await engine.apply([
      { key: 'order-y', version: 1, document: document && { ...document, key: 'order-y' } },
    ]);
    expect(await repairEngine(engine, feed)).toBe(1);
    expect(await engine.contents()).toEqual(await feed.contents());
  });
});
