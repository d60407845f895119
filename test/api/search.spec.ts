import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companiesApi, companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { fairsApi } from '#contracts/fair-exhibition.js';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { ordersApi } from '#contracts/orders.js';
import { searchApi } from '#contracts/search.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany } from '../support/companies.js';
import type { Client } from '../support/client.js';
import { exhibits, fairAt, someFair } from '../support/fairs.js';
import { advanced, someEvent } from '../support/meetings.js';
import {
  aFirm,
  aPublishedOrder,
  aPublishedPatent,
  aWord,
  cancelled,
  signedIn,
  type Firm,
} from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';
import { titles } from '../support/search.js';

let app: TestApp;
let admin: Client;
let poster: Firm;
let supplier: Firm;
const ids: Record<string, string> = {};

/** A company as the product itself writes it. */
async function company(name: string, given: Partial<CompanyProfile>, state?: 'pending' | 'suspended') {
  const { id } = await aCompany(app.resources.database, { name, ...(state && { state }) });
  const profile = companyProfile.parse({ name, isOrderer: false, isSupplier: true, ...given });
  await admin.ok(companiesApi.updateProfile, { params: { id }, body: profile, version: 1 });
  ids[name] = id;
}

const processes = (...list: object[]) => companyProfile.shape.processes.parse(list);
const secret = aWord();

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  admin = app.as((await aPerson(app.resources.database, { role: 'administrator' })).cookie);
  await company('東精密工業', {
    nameKana: 'アズマセイミツコウギョウ',
    processes: processes({
      code: 'turning',
      maxX: 500,
      maxY: 200,
      maxZ: 300,
      toleranceMm: 0.005,
      lotFrom: 1,
      lotTo: 500,
    }),
    materials: ['sus304'],
    certificates: [{ kind: 'iso-9001', number: '', issuer: '', validUntil: null }],
    prefecture: '14',
    municipality: '14131',
    staff: 30,
    products: [{ name: '高圧バルブ', summary: '水素用のバルブ' }],
    awards: [{ title: '人工衛星用部品の試作', year: 2024, from: '' }],
  });
  await company('西板金', {
    processes: processes({ code: 'sheet-metal', toleranceMm: 0.1, maxX: 3_000, maxY: 1_500, maxZ: 900 }),
    prefecture: '27',
    staff: 200,
    summary: '精密板金と溶接',
  });
  await company('待機製作所', { processes: processes({ code: 'turning' }), summary: secret }, 'pending');
  poster = await aFirm(app, { name: '極秘重工業', prefecture: '13' });
  supplier = await aFirm(app, { name: '受注製作所', prefecture: '14', municipality: '14131' });
  await aPublishedOrder(poster, {
    title: '回転軸の旋削',
    requirements: [
      { id: 'a', level: 'must', kind: 'process', code: 'turning' },
      { id: 'b', level: 'must', kind: 'envelope', x: 100, y: 20, z: 20 },
    ],
    answerBy: '2030-01-31',
  });
  await aPublishedPatent(poster, {
    title: '搬送装置',
    effect: '振動を低減する',
    visibility: 'anonymous',
    number: 'L2099000001',
  });
  await app.settle();
});
afterAll(() => app.close());

const search = (query: object, api = supplier.api) => api.ok(searchApi.search, { query });

describe('a person', () => {
  it('finds companies, orders, patents and products by one box', async () => {
    const { facets, total } = await search({ q: '旋削' });
    expect(total).toBe(2);
    expect(facets.kind).toEqual(
      expect.arrayContaining([
        { value: 'company', count: 1 },
        { value: 'order', count: 1 },
      ]),
    );
    expect(await titles(supplier.api, { q: 'バルブ', kind: 'product' })).toEqual(['高圧バルブ']);
    expect(await titles(supplier.api, { q: '振動' })).toEqual(['搬送装置']);
  });

  it('finds by sound, by code in any spelling, by corporate number, and with a typing error', async () => {
    expect(await titles(supplier.api, { q: 'senban', kind: 'company' })).toEqual(['東精密工業']);
    expect(await titles(supplier.api, { q: 'あずませいみつ', kind: 'company' })).toEqual(['東精密工業']);
    expect(await titles(supplier.api, { q: 'ＩＳＯ９００１', kind: 'company' })).toEqual(['東精密工業']);
    const { corporateNumber } = await admin.ok(companiesApi.get, { params: { id: ids['西板金'] ?? '' } });
    const typed = `${corporateNumber.slice(0, 1)}-${corporateNumber.slice(1)}`;
    expect(await titles(supplier.api, { q: typed })).toEqual(['西板金']);
    const { suggestion, items } = await search({ q: '高庄バルブ', kind: 'product' });
    expect([suggestion, items[0]?.title]).toEqual(['高圧バルブ', '高圧バルブ']);
  });

  it('sees why', async () => {
    const { items } = await search({ q: '人工衛星' });
    const parts = items[0]?.highlights.flatMap((one) =>
      one.texts
        .flat()
        .filter(({ hit }) => hit)
        .map(({ text }) => text),
    );
    expect(items[0]?.highlights[0]?.field).toBe('items');
    expect(parts).toEqual(['人工衛星']);
  });

  it('narrows by facets, ranges and distance, and sees the counts of the others', async () => {
    expect(await titles(supplier.api, { x: 2_500, y: 1_000, kind: 'company' })).toEqual(['西板金']);
    expect(await titles(supplier.api, { tolerance: 0.01, kind: 'company' })).toEqual(['東精密工業']);
    expect(await titles(supplier.api, { lot: 100, kind: 'company' })).toEqual(['東精密工業']);
    expect(await titles(supplier.api, { x: 120, y: 30, z: 30, kind: 'order' })).toEqual(['回転軸の旋削']);
    const { items, facets } = await search({
      process: 'machining',
      kind: 'company',
      near: 'own',
      sort: 'distance',
    });
    expect(items.map(({ title, distanceKm }) => [title, distanceKm])).toEqual([['東精密工業', 0]]);
    expect(facets.process.map(({ value }) => value)).toContain('sheet-metal');
    expect(facets.prefecture).toEqual([{ value: '14', count: 1 }]);
    expect(await titles(supplier.api, { kind: 'company', process: 'turning', near: '27', km: 50 })).toEqual(
      [],
    );
  });

  it('is told which filter to loosen where nothing is found', async () => {
    const { total, loosen } = await search({ q: '溶接', prefecture: '14', kind: 'company' });
    expect(total).toBe(0);
    expect(loosen.find(({ filter }) => filter === 'prefecture')).toMatchObject({ count: 1, left: null });
    expect(loosen.map(({ filter }) => filter)).toContain('words');
    const words = (await search({ q: '溶接 精密板金 zqnothing' })).loosen;
    expect(words.map(({ left }) => left)).toContain('溶接 精密板金');
    expect(words.map(({ left }) => left)).not.toContain('溶接 zqnothing');
  });

  it('pages through', async () => {
    const first = await search({ limit: 2, sort: 'newest' });
    const second = await search({ limit: 2, sort: 'newest', cursor: first.nextCursor });
    const keys = [...first.items, ...second.items].map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect((await search({ limit: 2, sort: 'newest', cursor: 'broken' })).items).toEqual(first.items);
  });

  it('sees the best of each kind while typing', async () => {
    const { groups } = await supplier.api.ok(searchApi.quick, { query: { q: '旋削' } });
    expect(groups.map(({ kind, total }) => [kind, total]).sort()).toEqual([
      ['company', 1],
      ['order', 1],
    ]);
    expect(await supplier.api.ok(searchApi.quick, { query: { q: ' ' } })).toMatchObject({ groups: [] });
  });
});

describe('what one may not see', () => {
  it('is not found, counted, suggested or shown', async () => {
    const hidden = await search({ q: secret });
    expect([hidden.total, hidden.suggestion]).toEqual([0, null]);
    expect((await search({ q: `${secret.slice(0, -1)}x` })).suggestion).toBeNull();
    expect((await search({ state: 'pending' })).total).toBe(0);
    expect((await search({ q: secret, state: 'pending' }, admin)).items.map(({ title }) => title)).toEqual([
      '待機製作所',
    ]);
    expect((await search({})).facets.state.map(({ value }) => value)).not.toContain('pending');
  });

  it('of an anonymous order and patent is who posts it, for those who have not been told', async () => {
    expect((await search({ q: '極秘重工業', kind: 'order' })).total).toBe(0);
    expect((await search({ q: 'L2099000001' })).total).toBe(0);
    const [order] = (await search({ q: '回転軸' })).items;
    expect(order?.owner).toMatchObject({ id: null, name: null });
    for (const api of [admin, poster.api]) {
      const { items, total } = await search({ q: '回転軸' }, api);
      expect([total, items[0]?.owner?.name]).toEqual([1, '極秘重工業']);
    }
    expect((await search({ q: 'L2099000001' }, admin)).total).toBe(1);
  });

  it('is refused to whom the search is not for', async () => {
    const call = (api: Client) => api.call(searchApi.search, { query: {} });
    expect((await call(app.as())).error.code).toBe('auth/not-signed-in');
    const newcomer = app.as((await aPerson(app.resources.database)).cookie);
    expect((await call(newcomer)).error.code).toBe('auth/forbidden');
    const waiting = await aFirm(app, { state: 'pending' });
    expect((await call(waiting.api)).error.code).toBe('company/not-approved');
  });

  it('names the field that is wrong', async () => {
    const { status, error } = await supplier.api.call(searchApi.search, {
      query: { tolerance: -1 },
    });
    expect([status, Object.keys(error.fields ?? {})]).toEqual([400, ['tolerance']]);
  });
});

describe('a change', () => {
  it('of a company, an order or who may see it is found at once', async () => {
    const word = aWord();
    const order = await aPublishedOrder(poster, { title: word });
    await app.settle();
    expect((await search({ q: word })).total).toBe(1);
    await cancelled(poster, order);
    await app.settle();
    expect((await search({ q: word })).total).toBe(0);
    expect((await search({ q: word, state: 'cancelled' })).total).toBe(1);
    await admin.ok(companiesApi.reject, { params: { id: ids['西板金'] ?? '' }, body: { reason: '試験' } });
    await app.settle();
    expect((await search({ q: '西板金' })).total).toBe(0);
    await admin.ok(companiesApi.approve, { params: { id: ids['西板金'] ?? '' } });
    await app.settle();
    expect((await search({ q: '西板金' })).total).toBe(1);
  });

  it('of a meeting event is found from its opening on, by its title, organiser and place', async () => {
    const word = aWord();
    const bodyId = await aBody(app.resources.database, `${word}振興センター`);
    const organiser = await signedIn(app, { role: 'coordinator', bodyId });
    const event = await organiser.ok(meetingEventsApi.create, {
      body: someEvent({ title: `${word}商談会` }),
    });
    await app.settle();
    expect((await search({ q: word })).total).toBe(0);
    expect((await search({ q: word }, organiser)).total).toBe(0);
    await advanced(organiser, event, 'open');
    await app.settle();
    for (const q of [`${word}商談会`, `${word}振興センター`]) {
      const [hit] = (await search({ q, kind: 'meeting' })).items;
      expect(hit).toMatchObject({ kind: 'meeting', id: event.id, title: `${word}商談会` });
    }
  });

  it('of a fair is found from its opening on, and by what is shown there from its publication on', async () => {
    const word = aWord();
    const product = aWord();
    const bodyId = await aBody(app.resources.database, `${word}機構`);
    const organiser = await signedIn(app, { role: 'coordinator', bodyId });
    const firm = await aFirm(app, { name: `${product}製作所`, bodyId });
    const draft = await organiser.ok(fairsApi.create, { body: someFair({ title: `${word}展` }) });
    await app.settle();
    const found = async (q: string) => (await search({ q, kind: 'fair' })).items.map(({ id }) => id);
    expect(await found(word)).toEqual([]);
    const fair = await fairAt(organiser, draft, 'open');
    const shown = { kind: 'product' as const, name: `${product}ポンプ`, text: '', mark: '' };
    await exhibits(organiser, firm, fair, { products: [shown] });
    await app.settle();
    expect([await found(word), await found(`${product}ポンプ`)]).toEqual([[fair.id], []]);
    await fairAt(organiser, fair, 'published');
    await app.settle();
    expect(await found(`${product}ポンプ`)).toEqual([fair.id]);
  });

  it('of a draft is nobody else’s', async () => {
    const word = aWord();
    await poster.api.ok(ordersApi.create, { body: { title: word } });
    await app.settle();
    expect((await search({ q: word })).total).toBe(0);
  });
});
