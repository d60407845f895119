import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fairnessApi } from '#contracts/fairness.js';
import { MatchingService } from '#matching/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCast, proposed, type Cast } from '../support/introductions.js';
import { aFirm, cancelled, type Firm } from '../support/orders.js';

let app: TestApp;
let cast: Cast;
let overlooked: Firm;

/** Stores candidates of the order as a run would find them. */
const found = (firms: Firm[]) =>
  app.app.get(MatchingService, { strict: false }).store(
    {
      ...{
        kind: 'order',
        subjectId: cast.order.id,
        revision: 1,
        companies: firms.length,
        excluded: [],
        floor: 0,
      },
      candidates: firms.map(({ id }, i) => ({ companyId: id, score: 80 - i, reasons: [], mustsMet: true })),
    },
    new Date().toISOString(),
  );
const names = async (query: object = {}) => {
  const { items } = await cast.broker.ok(fairnessApi.unasked, { query });
  return items.map(({ name }) => name);
};

beforeAll(async () => {
  app = await startApp(['api']);
  cast = await aCast(app);
  overlooked = await aFirm(app, { name: '影の工場', bodyId: cast.bodyId, isOrderer: false, staff: 8 });
  const { database } = app.resources;
  await database.query(`update company set staff = 120 where id = $1`, [cast.supplier.id]);
  await database.query(`update company set is_supplier = false where id = $1`, [cast.poster.id]);
  await app.resources.database.query(
    `insert into match_run (subject_id, subject_kind, state) values ($1, 'order', 'waiting') on conflict do nothing`,
    [cast.order.id],
  );
  await found([cast.supplier, overlooked]);
});
afterAll(() => app.close());

describe('who is never asked', () => {
  it('stands with where it fits, until it is introduced to somebody', async () => {
    const { items, total } = await cast.broker.ok(fairnessApi.unasked);
    expect(total).toBe(2);
    expect(items.find(({ name }) => name === '影の工場')).toMatchObject({
      ...{ shown: 1, staff: 8, lastAskedAt: null },
      best: { kind: 'order', id: cast.order.id, score: 79, rank: 2 },
    });
    await proposed(cast);
    expect(await names()).toEqual(['影の工場']);
    const aged = `update introduction set created_at = now() - interval '91 days'`;
    await app.resources.database.query(aged);
    expect((await names()).length).toBe(2);
    expect(await names({ days: 365 })).toEqual(['影の工場']);
  });

  it('is told by size', async () => {
    expect(await names({ size: 'small-scale' })).toEqual(['影の工場']);
    expect(await names({ size: 'large' })).toEqual([]);
    const refused = await cast.broker.call(fairnessApi.unasked, { query: { days: 0 } });
    expect([refused.status, Object.keys(refused.error.fields ?? {})]).toEqual([400, ['days']]);
  });
});

describe('the shares', () => {
  it('count suppliers, their places among candidates of what is open, and introductions', async () => {
    const sizes = async () =>
      Object.fromEntries(
        (await cast.broker.ok(fairnessApi.shares, { query: { days: 365 } })).items.map(
          ({ size, suppliers, shown, asked }) => [size, [suppliers, shown, asked]],
        ),
      );
    expect(await sizes()).toEqual({
      'small-scale': [1, 1, 0],
      'small-medium': [1, 1, 1],
      large: [0, 0, 0],
      unknown: [0, 0, 0],
    });
    await cancelled(cast.poster, cast.order);
    expect((await sizes())['small-scale']).toEqual([1, 0, 0]);
  });
});
