import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offerComparisonApi, usualWeights, type OfferComparison } from '#contracts/offer-comparison.js';
import { offersApi } from '#contracts/offers.js';
import { readTable } from '#platform/spreadsheet/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aCast, consented, type Cast } from '../support/introductions.js';
import { openTab, type Tab } from '../support/negotiations.js';
import { aFirm, eventsAbout, signedIn, type Firm } from '../support/orders.js';
import { someTerms } from '../support/terms.js';

let app: TestApp;
let cast: Cast;
let rival: Firm;
const rooms: Record<'first' | 'second', { id: string }> = { first: { id: '' }, second: { id: '' } };

/** One order, two suppliers who have each made an offer, and two colleagues of the orderer in no room. */
beforeAll(async () => {
  app = await startApp();
  cast = await aCast(app);
  rival = await aFirm(app, { name: '競合製作所', bodyId: cast.bodyId, isOrderer: false });
  rooms.first = await aRoomWith(cast.supplier);
  rooms.second = await aRoomWith(rival);
  await offers(cast.supplier, rooms.first, { unitPriceYen: 1_000 });
  await offers(rival, rooms.second, { unitPriceYen: 1_250, deliveryOn: '2099-06-01' });
});
afterAll(() => app.close());

async function aRoomWith(supplier: Firm): Promise<{ id: string }> {
  const { id } = await consented(app, { ...cast, supplier });
  const [room] = await app.resources.database.query<{ id: string }>(
    'select id from room where introduction_id = $1',
    [id],
  );
  return { id: room?.id ?? '' };
}

const offers = (who: Firm, params: { id: string }, terms: Parameters<typeof someTerms>[0]) =>
  who.api.ok(offersApi.make, { params, body: someTerms(terms) });
const order = () => ({ params: { id: cast.order.id } });
const compared = (who: Client = cast.poster.api) => who.ok(offerComparisonApi.get, order());
const colleague = () => signedIn(app, { role: 'company-member', companyId: cast.poster.id });
const shown = ({ items }: OfferComparison) =>
  items.map(({ company, score, rank }) => [company.name, score, rank]);
const unrated = { quality: null, capability: null, reliability: null };

it('is of the company that posted the order alone, whichever side asks', async () => {
  for (const who of [cast.supplier.api, rival.api, (await aFirm(app)).api])
    expect((await who.call(offerComparisonApi.get, order())).status).toBe(404);
  expect((await cast.broker.call(offerComparisonApi.get, order())).status).toBe(403);
  const strange = { ...order(), version: 0, body: { weights: usualWeights, ratings: [] } };
  expect((await rival.api.call(offerComparisonApi.weigh, strange)).status).toBe(404);
  const file = { ...order(), query: { format: 'csv' as const } };
  expect((await rival.api.call(offerComparisonApi.export, file)).status).toBe(404);
});

it('holds the latest offer of each supplier with points and score, the best first', async () => {
  const comparison = await compared();
  expect(comparison).toMatchObject({ weights: usualWeights, version: 0, weighedBy: null, otherRooms: 0 });
  expect(shown(comparison)).toEqual([
    [cast.supplier.name, '100.0', 1],
    [rival.name, '88.0', 2],
  ]);
  expect(comparison.items[0]).toMatchObject({
    ...{ roomId: rooms.first.id, no: 1, state: 'open', stands: true, outdated: false },
    ...{ price: { net: '200000', currency: 'JPY' }, best: ['price', 'score'], lastDelivery: '2099-06-30' },
    ...{ missing: expect.arrayContaining([{ criterion: 'warranty', why: 'not-said' }]), rating: unrated },
  });
});

it('shows a colleague only the rooms where they sit, and says that there are others', async () => {
  const member = await colleague();
  expect(await compared(member)).toMatchObject({ items: [], otherRooms: 2 });
});

it('keeps weights and ratings for the company, over the version that was read', async () => {
  const { poster } = cast;
  const weights = { ...usualWeights, price: 20, delivery: 0, quality: 80 };
  const rated = (roomId: string, quality: number) => ({ ...unrated, roomId, quality });
  const ratings = [rated(rooms.first.id, 2), rated(rooms.second.id, 5)];
  const weigh = (version: number | undefined, body: object = { weights, ratings }, who = poster.api) =>
    who.call(offerComparisonApi.weigh, {
      ...order(),
      ...(version !== undefined && { version }),
      body,
    } as never);
  expect((await weigh(undefined)).status).toBe(428);
  const bad = (await weigh(0, { weights: { ...weights, price: 101 }, ratings })).error;
  expect([bad.code, Object.keys(bad.fields ?? {})]).toEqual(['request/invalid', ['weights.price']]);
  expect((await weigh(0, { weights, ratings: [rated(poster.id, 5)] })).status).toBe(404);
  expect((await weigh(0, { weights, ratings: [ratings[0], ratings[0]] })).status).toBe(400);

  const saved = await weigh(0);
  expect(saved.headers.get('etag')).toBe('"v1"');
  // 20 × 100 + 80 × 40 against 20 × 80 + 80 × 100, of 100.
  expect(shown(saved.body)).toEqual([
    [rival.name, '96.0', 1],
    [cast.supplier.name, '52.0', 2],
  ]);
  expect(saved.body.weighedBy).toMatchObject({ name: poster.owner.name });
  const stale = await weigh(0);
  expect([stale.status, stale.error.current]).toMatchObject([412, { version: 1, weights }]);
  // A colleague in no room may set the weights; the ratings that they do not see stay.
  const again = await weigh(1, { weights: usualWeights, ratings: [] }, await colleague());
  expect([again.status, again.body.version]).toEqual([200, 2]);
  expect((await compared()).items.map(({ rating }) => rating.quality)).toEqual([2, 5]);
  expect((await eventsAbout(app, cast.order.id)).filter((name) => name.endsWith('weighed'))).toHaveLength(2);
});

it('is saved as a table with the weights', async () => {
  const { bytes, headers } = await cast.poster.api.call(offerComparisonApi.export, {
    ...order(),
    query: { format: 'xlsx' },
  });
  expect(headers.get('content-type')).toContain('spreadsheetml');
  const rows: Record<string, unknown>[] = [];
  for await (const row of readTable({ name: 'a.xlsx', bytes })) if ('cells' in row) rows.push(row.cells);
  const of = (term: string) => rows.find((row) => row['項目'] === term);
  expect(of('点（100点満点）：価格')).toMatchObject({
    ...{ 重み: '60', '重みの割合（%）': '60.0', [cast.supplier.name]: '100', [rival.name]: '80' },
  });
  expect(of('保証（月）')).toMatchObject({ [rival.name]: '記載なし' });
  expect(of('総合点')).toMatchObject({ [cast.supplier.name]: '100' });
});

it('scores what still is the supplier’s word: after a counter-offer, not after a withdrawal', async () => {
  const { api } = cast.poster;
  await api.ok(offersApi.make, { params: rooms.first, body: someTerms({ unitPriceYen: 900 }) });
  expect((await compared()).items[0]).toMatchObject({ state: 'superseded', stands: true, no: 1 });
  const { id } = await offers(rival, rooms.second, { unitPriceYen: 1 });
  const params = { ...rooms.second, offerId: id };
  await rival.api.ok(offersApi.withdraw, { params, body: { reason: '誤記' } });
  const { items } = await compared();
  expect(items[1]).toMatchObject({ no: 2, state: 'withdrawn', stands: false, score: null });
  expect(items[0]).toMatchObject({ score: '100.0', rank: 1 });
  const room = await api.ok(negotiationsApi.get, { params: rooms.first });
  expect(room.can.compare).toBe(true);
  const theirs = await cast.supplier.api.ok(negotiationsApi.get, { params: rooms.first });
  expect(theirs.can.compare).toBe(false);
});

it('is told to be read again when an offer arrives, to the orderer alone', async () => {
  const tabs = await Promise.all(
    [cast.poster.owner, cast.supplier.owner].map(({ cookie }) => openTab(app.url, cookie)),
  );
  const [mine, theirs] = tabs as [Tab, Tab];
  try {
    await offers(rival, rooms.second, { unitPriceYen: 1_100 });
    await mine.until(
      'resource:changed',
      ({ kind, id }) => kind === 'offer-comparison' && id === cast.order.id,
    );
    await theirs.caughtUp();
    expect(theirs.all('resource:changed')).toEqual([]);
    const before = mine.all('resource:changed').length;
    await cast.poster.api.ok(negotiationsApi.close, { params: rooms.second, body: { reason: 'price' } });
    await app.settle();
    await mine.caughtUp();
    expect(mine.all('resource:changed').length).toBeGreaterThan(before);
  } finally {
    for (const tab of tabs) tab.close();
  }
});
