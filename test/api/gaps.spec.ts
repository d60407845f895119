import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companiesApi, companyProfile, processCapability } from '#contracts/companies.js';
import { gapsApi } from '#contracts/gaps.js';
import { introductionsApi } from '#contracts/introductions.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCast, proposed } from '../support/introductions.js';
import { aPublishedOrder, cancelled, type Firm } from '../support/orders.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const turning = { id: 'p', level: 'must', kind: 'process', code: 'turning' } as const;
const iso = { id: 'c', level: 'must', kind: 'certificate', certificate: 'iso-13485' } as const;

async function asTurner({ api, id }: Firm, name: string): Promise<void> {
  const profile = companyProfile.parse({
    ...{ name, isOrderer: true, isSupplier: true },
    processes: [processCapability.parse({ code: 'turning', toleranceMm: 0.02 })],
    certificates: [{ kind: 'iso-9001' }],
  });
  await api.ok(companiesApi.updateProfile, { params: { id }, body: profile, version: 1 });
}

describe('the ledger', () => {
  it("keeps the reason of a decline on the loser's page alone", async () => {
    const cast = await aCast(app);
    const { id } = await proposed(cast);
    await cast.supplier.api.ok(introductionsApi.consent, { params: { id } });
    const body = { code: 'certificate-missing', text: 'ISO 13485 が必要です' } as const;
    await cast.poster.api.ok(introductionsApi.decline, { params: { id }, body });
    await app.settle();
    const { items, total } = await cast.supplier.api.ok(gapsApi.list);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      introductionId: id,
      code: 'certificate-missing',
      text: body.text,
      state: 'open',
    });
    expect((await cast.poster.api.ok(gapsApi.list)).items).toEqual([]);
    const gap = { params: { id: items[0]?.id ?? '' }, version: 1 };
    expect((await cast.poster.api.call(gapsApi.close, { ...gap, body: { note: '' } })).status).toBe(404);
    expect((await cast.broker.call(gapsApi.list)).status).toBe(403);
  });

  it("is the owner's where the candidate found the description unclear", async () => {
    const cast = await aCast(app);
    const { id } = await proposed(cast);
    const body = { code: 'description-unclear', text: '' } as const;
    await cast.supplier.api.ok(introductionsApi.decline, { params: { id }, body });
    await app.settle();
    expect((await cast.supplier.api.ok(gapsApi.list)).total).toBe(0);
    expect((await cast.poster.api.ok(gapsApi.list)).total).toBe(1);
  });

  it('closes and opens again, refusing stale and senseless steps', async () => {
    const cast = await aCast(app);
    const { id } = await proposed(cast);
    await cast.supplier.api.ok(introductionsApi.decline, {
      params: { id },
      body: { code: 'price', text: '' },
    });
    await app.settle();
    const { api } = cast.supplier;
    const [gap] = (await api.ok(gapsApi.list)).items;
    const params = { id: gap?.id ?? '' };
    const closed = await api.ok(gapsApi.close, { params, version: 1, body: { note: '工程を見直した' } });
    expect(closed).toMatchObject({ state: 'closed', note: '工程を見直した', version: 2 });
    const stale = await api.call(gapsApi.close, { params, version: 1, body: { note: '' } });
    expect(stale.status).toBe(412);
    const again = await api.call(gapsApi.close, { params, version: 2, body: { note: '' } });
    expect(again.error.code).toBe('gap/already-closed');
    expect(await api.ok(gapsApi.reopen, { params, version: 2 })).toMatchObject({
      state: 'open',
      closedAt: null,
    });
    expect((await api.call(gapsApi.reopen, { params, version: 3 })).error.code).toBe('gap/still-open');
  });

  it('matches again what was lost on nothing else, and only that', async () => {
    const cast = await aCast(app);
    const [lostOnce, lostTwice, other] = [
      await aPublishedOrder(cast.poster),
      await aPublishedOrder(cast.poster),
      await aPublishedOrder(cast.poster),
    ];
    const decline = async (order: typeof lostOnce) => {
      const { id } = await proposed({ ...cast, order });
      await cast.supplier.api.ok(introductionsApi.decline, {
        params: { id },
        body: { code: 'price', text: '' },
      });
    };
    for (const order of [lostOnce, lostTwice, lostTwice]) await decline(order);
    await app.settle();
    const { items } = await cast.supplier.api.ok(gapsApi.list);
    const marks = async () => {
      const rows = await app.resources.database.query<{ id: string; at: string }>(
        'select subject_id id, requested_at::text at from match_run where subject_id = any($1)',
        [[lostOnce.id, lostTwice.id, other.id]],
      );
      return new Map(rows.map(({ id, at }) => [id, at]));
    };
    const before = await marks();
    const close = (subjectId: string) => {
      const gap = items.find(({ subject }) => subject.id === subjectId);
      return cast.supplier.api.ok(gapsApi.close, {
        params: { id: gap?.id ?? '' },
        version: 1,
        body: { note: '' },
      });
    };
    await close(lostOnce.id);
    await close(lostTwice.id);
    await app.settle();
    const after = await marks();
    const asked = [lostOnce, lostTwice, other].map(({ id }) => after.get(id) !== before.get(id));
    expect(asked).toEqual([true, false, false]);
  });
});

describe('the nearest change', () => {
  it('counts open orders that one addition would open, never the own ones or those that are over', async () => {
    const cast = await aCast(app);
    await asTurner(cast.supplier, '旋盤一筋');
    const requirements = [turning, iso];
    await aPublishedOrder(cast.poster, { title: '一件目', requirements, budgetYen: 2_000_000 });
    const second = await aPublishedOrder(cast.poster, { title: '二件目', requirements });
    await aPublishedOrder(cast.supplier, { title: '自社の案件', requirements });
    const over = await aPublishedOrder(cast.poster, { title: '終わった案件', requirements });
    await cancelled(cast.poster, over);
    const { items } = await cast.supplier.api.ok(gapsApi.changes);
    const change = items.find(({ kind }) => kind === 'certificate');
    expect(change).toMatchObject({ count: 2, budgetYen: 2_000_000 });
    expect(change?.orders.map(({ title }) => title).sort()).toEqual(['一件目', '二件目']);
    await cancelled(cast.poster, second);
    const later = await cast.supplier.api.ok(gapsApi.changes);
    expect(later.items.find(({ kind }) => kind === 'certificate')?.count).toBe(1);
  });
});
