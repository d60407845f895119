import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capacityBalanceApi } from '#contracts/capacity-balance.js';
import { capacityApi } from '#contracts/capacity.js';
import { companiesApi, companyProfile, processCapability } from '#contracts/companies.js';
import { ordersApi } from '#contracts/orders.js';
import { CapacityHandlers } from '#companies/capacity/capacity.handlers.js';
import { signedLink } from '#platform/auth/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCapacityToken } from '../support/capacity.js';
import { sentMails } from '../support/mails.js';
import { aFirm, aPublishedOrder, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let firm: Firm;
let bodyId: string;

const database = () => app.resources.database;
const half = { process: 'turning', weeks4: 50, weeks8: 25, weeks12: null };

async function aSupplier(name: string, prefecture = '13', processes = ['turning', 'milling']): Promise<Firm> {
  const made = await aFirm(app, { name, bodyId, isOrderer: false });
  const profile = companyProfile.parse({
    ...{ name, isOrderer: false, isSupplier: true, prefecture, phone: '03-0000-0000' },
    processes: processes.map((code) => processCapability.parse({ code })),
  });
  await made.api.ok(companiesApi.updateProfile, { params: { id: made.id }, body: profile, version: 1 });
  return made;
}
const capacityOf = async ({ api, id }: Firm) => (await api.ok(companiesApi.get, { params: { id } })).capacity;

beforeAll(async () => {
  app = await startApp();
  bodyId = await aBody(database(), '余力支援センター');
  firm = await aSupplier('空き製作所');
});
afterAll(() => app.close());

describe('the link of a mail', () => {
  it('shows each process with what is known, and keeps an answer for the ones that were tapped', async () => {
    const token = await aCapacityToken(app, firm.owner.id);
    const nobody = app.as();
    const before = await nobody.ok(capacityApi.read, { params: { token } });
    expect(before).toMatchObject({ company: '空き製作所', asks: true });
    expect(before.processes.map(({ process, toldAt }) => [process, toldAt])).toEqual([
      ['turning', null],
      ['milling', null],
    ]);
    await nobody.ok(capacityApi.answer, { params: { token }, body: { items: [half] } });
    await nobody.ok(capacityApi.answer, {
      params: { token },
      body: { items: [{ process: 'milling', weeks4: 0, weeks8: null, weeks12: null }] },
    });
    expect(await capacityOf(firm)).toMatchObject([half, { process: 'milling', weeks4: 0 }]);
    const changes = await firm.api.ok(companiesApi.changes, { params: { id: firm.id } });
    expect(changes.items[0]).toMatchObject({ field: 'capacity', by: '試験 太郎' });
  });

  it('refuses what is no capacity, naming the field, and keeps nothing of it', async () => {
    const token = await aCapacityToken(app, firm.owner.id);
    const before = await capacityOf(firm);
    const unknown = await app.as().call(capacityApi.answer, {
      params: { token },
      body: { items: [{ ...half, process: 'no-such-process' }] },
    });
    expect([unknown.status, Object.keys(unknown.error.fields ?? {})]).toEqual([400, ['items.0.process']]);
    const tooMuch = await app.as().call(capacityApi.answer, {
      params: { token },
      body: { items: [{ ...half, weeks4: 101 }] },
    });
    expect([tooMuch.status, Object.keys(tooMuch.error.fields ?? {})]).toEqual([400, ['items.0.weeks4']]);
    expect(await capacityOf(firm)).toEqual(before);
  });

  it('is refused when it is forged, old, or its reader has left', async () => {
    const token = await aCapacityToken(app, firm.owner.id);
    const read = async (other: string) =>
      (await app.as().call(capacityApi.read, { params: { token: other } })).error?.code;
    const [id = ''] = token.split('.');
    expect(await read(`${id}.${'A'.repeat(43)}`)).toBe('auth/invalid-link');
    expect(await read('nonsense')).toBe('auth/invalid-link');
    expect(await read(signedLink(app.resources.config.secretKey, 'something else', id))).toBe(
      'auth/invalid-link',
    );
    await database().query(`update capacity_ask set asked_at = now() - interval '61 days' where id = $1`, [
      id,
    ]);
    expect(await read(token)).toBe('auth/invalid-link');

    const other = await aSupplier('転出製作所');
    const otherToken = await aCapacityToken(app, other.owner.id);
    await database().query(`update app_user set suspended_at = now() where id = $1`, [other.owner.id]);
    expect(await read(otherToken)).toBe('auth/invalid-link');
  });
});

describe('asking by mail', () => {
  const ask = () => app.app.get(CapacityHandlers, { strict: false }).ask();
  const mailsTo = (email: string) => sentMails(app.mailFolder).filter(({ to }) => to === email);

  it('goes to the owner where an answer is missing or old, once in four weeks, with a link that works', async () => {
    const silent = await aSupplier('無回答製作所');
    await ask();
    await app.settle();
    const [mail, ...more] = mailsTo(silent.owner.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('空き具合');
    const token = decodeURIComponent(/capacity\?token=([^\s"]+)/.exec(mail?.text ?? '')?.[1] ?? '');
    expect(await app.as().ok(capacityApi.read, { params: { token } })).toMatchObject({
      company: '無回答製作所',
    });
    await ask();
    await app.settle();
    expect(mailsTo(silent.owner.email)).toHaveLength(1);
  });

  it('leaves out who has just answered, who stopped it, and who is not approved', async () => {
    const fresh = await aSupplier('回答済製作所', '13', ['turning']);
    await fresh.api.ok(companiesApi.tellCapacity, { params: { id: fresh.id }, body: { items: [half] } });
    const stopped = await aSupplier('停止希望製作所');
    const token = await aCapacityToken(app, stopped.owner.id);
    await app.as().ok(capacityApi.asking, { params: { token }, body: { asks: false } });
    await database().query(
      `update capacity_ask set asked_at = now() - interval '40 days' where company_id = $1`,
      [stopped.id],
    );
    await ask();
    await app.settle();
    expect([fresh, stopped].map(({ owner }) => mailsTo(owner.email).length)).toEqual([0, 0]);
    await app.as().ok(capacityApi.asking, { params: { token }, body: { asks: true } });
    await ask();
    await app.settle();
    expect(mailsTo(stopped.owner.email)).toHaveLength(1);
  });
});

describe('calls', () => {
  it('list the own suppliers to be called, never told first, and keep what was heard', async () => {
    const coordinator = await signedIn(app, { role: 'coordinator', bodyId });
    const other = await signedIn(app, {
      role: 'coordinator',
      bodyId: await aBody(database(), '別のセンター'),
    });
    const called = await aSupplier('電話待ち製作所');
    const names = async (client = coordinator) =>
      (await client.ok(capacityApi.calls, { query: { q: '電話待ち' } })).items.map(({ name }) => name);
    expect(await names()).toEqual(['電話待ち製作所']);
    expect(await names(other)).toEqual([]);

    const params = { id: called.id };
    await coordinator.ok(capacityApi.noteCall, { params, body: { items: [], note: '留守' } });
    const { items } = await coordinator.ok(capacityApi.calls, { query: { q: '電話待ち' } });
    expect(items[0]).toMatchObject({ lastNote: '留守', toldAt: null, phone: '03-0000-0000' });
    const both = ['turning', 'milling'].map((process) => ({ ...half, process }));
    await coordinator.ok(capacityApi.noteCall, { params, body: { items: both, note: '' } });
    expect(await capacityOf(called)).toMatchObject(both);
    expect(await names()).toEqual([]);
    const refused = await other.call(capacityApi.noteCall, { params, body: { items: both, note: '' } });
    expect(refused.status).toBe(403);
  });
});

describe('the balance', () => {
  it('counts a firm once with its freest process, an order once, and each number opens its records', async () => {
    const one = await aSupplier('関西一', '27', ['turning', 'milling']);
    const items = [half, { process: 'milling', weeks4: 100, weeks8: null, weeks12: null }];
    await one.api.ok(companiesApi.tellCapacity, { params: { id: one.id }, body: { items } });
    const old = await aSupplier('関西二', '27', ['turning']);
    await old.api.ok(companiesApi.tellCapacity, {
      params: { id: old.id },
      body: { items: [{ ...half, weeks4: 60 }] },
    });
    await database().query(
      `update company set capacity = jsonb_set(capacity, '{0,toldAt}', to_jsonb((now() - interval '28 days')::text))
       where id = $1`,
      [old.id],
    );
    const buyer = await aFirm(app, { name: '関西発注', prefecture: '27' });
    const turning = { id: 'a', level: 'must', kind: 'process', code: 'turning' } as const;
    const later = new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10);
    await aPublishedOrder(buyer, { requirements: [turning] });
    await aPublishedOrder(buyer, {
      requirements: [turning, { id: 'b', level: 'must', kind: 'delivery', date: later }],
    });
    const balance = (query: object) => buyer.api.ok(capacityBalanceApi.balance, { query });

    const all = await balance({ prefecture: '27' });
    expect(all.prefectures.find(({ code }) => code === '27')).toEqual({
      code: '27',
      supply: 1.3,
      firms: 2,
      orders: 1,
    });
    expect(all.path).toEqual([]);
    const [top] = all.processes;
    expect(top).toMatchObject({ supply: 1.3, firms: 2, orders: 1 });
    expect((await balance({ prefecture: '27', weeks: '8' })).prefectures[26]).toMatchObject({ orders: 2 });

    const narrow = await balance({ process: 'turning', prefecture: '27' });
    expect(narrow.path.at(-1)).toBe('turning');
    const shown = narrow.processes.find(({ code }) => code === 'turning') ?? narrow.processes[0];
    const filter = { process: top?.code ?? '', prefecture: '27' };
    const firms = await buyer.api.ok(companiesApi.list, {
      query: { ...filter, role: 'supplier', capacity: '4' },
    });
    const orders = await buyer.api.ok(ordersApi.list, {
      query: { ...filter, state: 'published', within: '4' },
    });
    expect([firms.total, orders.total]).toEqual([top?.firms, top?.orders]);
    expect(shown?.firms ?? 0).toBeLessThanOrEqual(2);
    expect((await buyer.api.call(capacityBalanceApi.balance, { query: { process: 'nothing' } })).status).toBe(
      404,
    );
  });
});
