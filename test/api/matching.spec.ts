import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companiesApi, companyProfile, type CompanyProfile } from '#contracts/companies.js';
import type { Endpoint } from '#contracts/endpoint.js';
import { introductionsApi } from '#contracts/introductions.js';
import { matchingApi, type Candidate } from '#contracts/matching.js';
import { ordersApi, type Order, type Requirement } from '#contracts/orders.js';
import { WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import type { GivenCompany } from '../support/companies.js';
import {
  aDraft,
  aFirm,
  allPages,
  aPublishedOrder,
  aPublishedPatent,
  aWord,
  cancelled,
  eventsAbout,
  signedIn,
  someOrder,
  type Firm,
} from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let worker: WorkerHost;
let bodyId: string;
let poster: Firm;
let broker: Client;

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  worker = app.app.get(WorkerHost, { strict: false });
  bodyId = await aBody(app.resources.database);
  poster = await aFirm(app, { name: '架空重機', bodyId, isSupplier: false });
  broker = await signedIn(app, { role: 'coordinator', bodyId });
});
afterAll(() => app.close());

const process = (code: string, given: object = {}) =>
  companyProfile.shape.processes.parse([{ code, ...given }])[0] as CompanyProfile['processes'][number];
const needs = (code: string, id = 'p'): Requirement => ({ id, level: 'must', kind: 'process', code });
const supplier = (given: GivenCompany) => aFirm(app, { bodyId, isOrderer: false, ...given });

/** What is marked is matched now instead of within three seconds. */
const runWaiting = async () => {
  await app.settle();
  await worker.run('matching.run-waiting', { eventId: null });
  await app.settle();
};
const found = async (who: Client, { id }: { id: string }, kind: 'order' | 'patent' = 'order') => {
  await app.settle();
  return who.ok(matchingApi.candidates, { params: { kind, id }, query: { limit: 100 } });
};
const names = async (order: Order): Promise<string[]> =>
  (await found(broker, order)).items.map((c) => c.company.name ?? '');
const reasonsOf = (candidates: readonly Candidate[], firm: Firm) =>
  candidates.find((c) => c.company.id === firm.id)?.reasons ?? [];

describe('access', () => {
  const endpoints = Object.entries(matchingApi as Record<string, Endpoint>);
  const ofOne = endpoints.filter(([, endpoint]) => endpoint.params);

  it.each(endpoints)('%s is for companies and those who broker', async (_, endpoint) => {
    const call = { params: { kind: 'order', id: randomUUID() } } as object;
    expect((await app.as().call(endpoint, call)).error.code).toBe('auth/not-signed-in');
    expect((await (await signedIn(app)).call(endpoint, call)).error.code).toBe('auth/forbidden');
    const pending = await aFirm(app, { state: 'pending' });
    expect((await pending.api.call(endpoint, call)).error.code).toBe('company/not-approved');
  });

  it.each(ofOne)('%s is for the poster and those who broker', async (_, endpoint) => {
    const stranger = await supplier({});
    const order = await aPublishedOrder(poster);
    const patent = await aPublishedPatent(poster);
    const draft = await aDraft(poster);
    const call = (who: Client, kind: string, id: string) =>
      who.call(endpoint, { params: { kind, id } } as object);
    const statuses = await Promise.all([
      call(stranger.api, 'order', order.id),
      call(stranger.api, 'patent', patent.id),
      call(stranger.api, 'order', draft.id),
      call(broker, 'order', draft.id),
      call(broker, 'order', patent.id),
      call(broker, 'patent', randomUUID()),
      call(broker, 'wish', order.id),
      call(broker, 'order', 'no-id'),
      call(poster.api, 'order', draft.id),
    ]);
    expect(statuses.map((a) => a.status)).toEqual([403, 403, 404, 404, 404, 404, 404, 404, 403]);
    for (const role of ['secretary', 'administrator'] as const) {
      const staff = await signedIn(app, { role, ...(role === 'secretary' && { bodyId }) });
      expect((await call(staff, 'order', order.id)).status).toBe(200);
    }
  });

  it('400 for a page that cannot be', async () => {
    const { id } = await aPublishedOrder(poster);
    const params = { kind: 'order' as const, id };
    for (const query of [{ limit: 0 }, { limit: 101 }])
      expect((await broker.call(matchingApi.candidates, { params, query })).status).toBe(400);
    const cursor = Buffer.from('["x"]').toString('base64url');
    expect((await broker.call(matchingApi.candidates, { params, query: { cursor } })).status).toBe(400);
  });
});

describe('a published order', () => {
  it('gets candidates with the words that show why, best first', async () => {
    const exact = await supplier({
      name: '精密旋盤',
      processes: [process('turning', { toleranceMm: 0.005 })],
    });
    const coarse = await supplier({
      name: '粗い旋盤',
      processes: [process('turning', { toleranceMm: 0.5 })],
    });
    const silent = await supplier({ name: '寡黙旋盤', processes: [process('turning')] });
    const order = await aPublishedOrder(poster, {
      requirements: [needs('turning'), { id: 't', level: 'must', kind: 'tolerance', mm: 0.01 }],
    });
    const { items, run } = await found(broker, order);
    const ids = items.map((c) => c.company.id);
    expect(ids.indexOf(exact.id)).toBeLessThan(ids.indexOf(silent.id));
    expect(ids).not.toContain(coarse.id);
    expect(items.map((c) => c.rank)).toEqual(items.map((_, i) => i + 1));
    expect(items.map((c) => c.score)).toEqual(items.map((c) => c.score).sort((a, b) => b - a));
    expect(reasonsOf(items, exact)[1]).toMatchObject({
      requirementId: 't',
      verdict: 'met',
      words: { ja: expect.stringMatching(/公差 0\.01mm に対し ±0\.005mm 対応/) },
      question: null,
    });
    expect(reasonsOf(items, silent)[1]).toMatchObject({
      requirementId: 't',
      verdict: 'unknown',
      question: { ja: expect.any(String), en: expect.any(String) },
    });
    expect(run).toMatchObject({ state: 'finished', revision: 1 });
    expect(run.excluded).toContainEqual({
      requirementId: 't',
      words: { ja: '公差 0.01mm', en: 'Tolerance 0.01 mm' },
      companies: 1,
    });
  });

  it('shows its poster the candidates without their names, and those who broker with them', async () => {
    const firm = await supplier({ name: '板金の友', processes: [process('sheet-metal')], prefecture: '23' });
    const order = await aPublishedOrder(poster, { requirements: [needs('sheet-metal')] });
    const shown = await found(poster.api, order);
    const mine = shown.items.find((c) => c.company.prefecture === '23');
    expect(mine?.company).toMatchObject({
      id: null,
      name: null,
      municipality: null,
      processes: ['sheet-metal'],
    });
    expect(JSON.stringify(shown)).not.toContain(firm.id);
    const [same] = (await found(broker, order)).items.filter((c) => c.id === mine?.id);
    expect(same?.company).toMatchObject({ id: firm.id, name: '板金の友' });
  });

  it('finds past work by its words alone', async () => {
    const word = aWord();
    const firm = await supplier({ awards: [{ title: `${word}測定装置の製作`, year: 2025, from: '' }] });
    const order = await aPublishedOrder(poster, { title: `${word}測定装置` });
    const { items } = await found(broker, order);
    expect(items[0]?.company.id).toBe(firm.id);
    expect(items[0]?.reasons[0]).toMatchObject({
      level: 'text',
      words: { ja: expect.stringContaining(word) },
    });
  });

  it('never has its own company, one that only orders, or one that is not approved as candidate', async () => {
    const own = await aFirm(app, { bodyId, processes: [process('welding')] });
    await aFirm(app, { bodyId, isSupplier: false, processes: [process('welding')] });
    await supplier({ state: 'pending', processes: [process('welding')] });
    const other = await supplier({ name: '溶接所', processes: [process('welding')] });
    const order = await aPublishedOrder(own, { requirements: [needs('welding')] });
    const { items } = await found(broker, order);
    const fitting = items.filter((c) => c.reasons.some((r) => r.kind === 'process' && r.verdict === 'met'));
    expect(fitting.map((c) => c.company.id)).toEqual([other.id]);
  });

  it('gives its candidates once, page after page', async () => {
    for (let i = 0; i < 7; i += 1) await supplier({ name: `鋳造${i}`, processes: [process('casting')] });
    const order = await aPublishedOrder(poster, { requirements: [needs('casting')] });
    const whole = await found(broker, order);
    const params = { kind: 'order' as const, id: order.id };
    const seen = await allPages((cursor) =>
      broker.ok(matchingApi.candidates, { params, query: { limit: 2, ...(cursor && { cursor }) } }),
    );
    expect(seen).toEqual(whole.items);
    expect(whole.total).toBe(whole.items.length);
    expect(whole.items.length).toBeGreaterThanOrEqual(7);
  });
});

describe('matching again', () => {
  it('follows an amendment', async () => {
    const turner = await supplier({ name: '旋盤屋', processes: [process('boring')] });
    const gears = await supplier({ name: '歯車屋', processes: [process('gear-cutting')] });
    const order = await aPublishedOrder(poster, { requirements: [needs('boring')] });
    expect(await names(order)).toContain(turner.name);
    const content = someOrder({ requirements: [needs('gear-cutting')] });
    const body = { content, reason: '工程の変更' };
    await poster.api.ok(ordersApi.amend, { params: { id: order.id }, version: order.version, body });
    const { items, run } = await found(broker, order);
    expect(run.revision).toBe(2);
    expect(reasonsOf(items, gears)[0]).toMatchObject({ kind: 'process', verdict: 'met' });
  });

  it('follows what companies say of themselves: candidates appear and disappear', async () => {
    const firm = await supplier({ name: '転業製作所' });
    const order = await aPublishedOrder(poster, {
      title: '木の箱',
      summary: '',
      requirements: [{ id: 'm', level: 'must', kind: 'mass', kg: 5 }, needs('plating')],
    });
    expect(await names(order)).not.toContain(firm.name);
    const edit = async (processes: CompanyProfile['processes']) => {
      const { profile, version } = await firm.api.ok(companiesApi.get, { params: { id: firm.id } });
      const body = { ...profile, processes };
      await firm.api.ok(companiesApi.updateProfile, { params: { id: firm.id }, version, body });
      await runWaiting();
    };
    await edit([process('plating', { maxMassKg: 20 })]);
    expect(await names(order)).toContain(firm.name);
    await edit([process('plating', { maxMassKg: 1 })]);
    expect(await names(order)).not.toContain(firm.name);
    await edit([process('plating', { maxMassKg: 30 })]);
    expect(await names(order)).toContain(firm.name);
  });

  it('forgets a suspended company at once, and remembers it when it is approved again', async () => {
    const firm = await supplier({ name: '休業製作所', processes: [process('forging')] });
    const order = await aPublishedOrder(poster, { requirements: [needs('forging')] });
    const before = await found(broker, order);
    expect(before.items.map((c) => c.company.id)).toContain(firm.id);
    const params = { id: firm.id };
    await broker.ok(companiesApi.reject, { params, body: { reason: '連絡が取れない' } });
    const after = await broker.ok(matchingApi.candidates, { params: { kind: 'order', id: order.id } });
    expect(after.items.map((c) => c.company.id)).not.toContain(firm.id);
    expect(after.total).toBe((before.total ?? 0) - 1);
    await runWaiting();
    expect(await names(order)).not.toContain(firm.name);
    expect((await firm.api.call(matchingApi.opportunities)).error.code).toBe('company/not-approved');
    await broker.ok(companiesApi.approve, { params });
    await runWaiting();
    expect(await names(order)).toContain(firm.name);
  });

  it('follows a new company for what it touches, and for nothing else', async () => {
    await supplier({ name: '先の深穴屋', processes: [process('lapping')] });
    const touched = await aPublishedOrder(poster, {
      title: 'あ',
      summary: '',
      requirements: [needs('lapping')],
    });
    const other = await aPublishedOrder(poster, {
      title: 'い',
      summary: '',
      requirements: [needs('sewing')],
    });
    await runWaiting();
    const finished = async ({ id }: Order) => (await found(broker, { id })).run.finishedAt;
    const before = [await finished(touched), await finished(other)];
    const firm = await supplier({
      name: '新しい深穴屋',
      processes: [process('lapping')],
      state: 'pending',
    });
    await broker.ok(companiesApi.approve, { params: { id: firm.id } });
    await runWaiting();
    expect(await names(touched)).toContain(firm.name);
    expect(await finished(touched)).not.toBe(before[0]);
    expect(await finished(other)).toBe(before[1]);
    const [left] = await app.resources.database.query<{ n: number }>(
      'select count(*) n from match_changed_company where company_id = $1',
      [firm.id],
    );
    expect(left?.n).toBe(0);
    const subjects = (await firm.api.ok(matchingApi.opportunities)).items.map((o) => o.subject.id);
    expect(subjects).toContain(touched.id);
  });

  it('can be asked for', async () => {
    const order = await aPublishedOrder(poster, { requirements: [needs('heat-treatment')] });
    const first = (await found(broker, order)).run;
    const firm = await supplier({ name: '熱処理所', processes: [process('heat-treatment')] });
    const params = { kind: 'order' as const, id: order.id };
    const asked = await poster.api.ok(matchingApi.rerun, { params });
    expect(['waiting', 'finished']).toContain(asked.state);
    const { items, run } = await found(broker, order);
    expect(items.map((c) => c.company.id)).toContain(firm.id);
    expect(run.state).toBe('finished');
    expect(Date.parse(run.finishedAt ?? '')).toBeGreaterThan(Date.parse(first.finishedAt ?? ''));
  });

  it('for the same event changes nothing the second time', async () => {
    await supplier({ processes: [process('broaching')] });
    const order = await aPublishedOrder(poster, { requirements: [needs('broaching')] });
    const first = await found(broker, order);
    const [event] = await app.resources.database.query<{ id: number }>(
      `select id from event where subject_id = $1 and name = 'order.published'`,
      [order.id],
    );
    const told = async () => {
      const [row] = await app.resources.database.query<{ n: number }>(
        'select count(*) n from notification where link like $1',
        [`/orders/${order.id}%`],
      );
      return row?.n;
    };
    const notices = await told();
    for (let i = 0; i < 2; i += 1) await worker.run('matching.order-published', { eventId: event?.id ?? 0 });
    const again = await found(broker, order);
    expect(again.items).toEqual(first.items);
    expect((await eventsAbout(app, order.id)).filter((name) => name === 'matching.finished')).toHaveLength(1);
    expect(await told()).toBe(notices);
  });

  it("and an introduction made meanwhile do not get in each other's way", async () => {
    const firms = await Promise.all(
      ['甲', '乙', '丙'].map((name) => supplier({ name: `塗装${name}`, processes: [process('painting')] })),
    );
    const order = await aPublishedOrder(poster, { requirements: [needs('painting')] });
    const params = { kind: 'order' as const, id: order.id };
    const answers = await Promise.all(
      firms.flatMap((firm) => [
        broker.call(matchingApi.rerun, { params }),
        broker.call(introductionsApi.propose, {
          body: { kind: 'order', subjectId: order.id, companyId: firm.id, reason: '合うため' },
        }),
      ]),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 200, 201, 201, 201]);
    const { items } = await found(broker, order);
    expect(items.filter((c) => c.introduction?.state === 'proposed')).toHaveLength(3);
  });

  it('keeps a proposed company tied to its introduction, also where it fits no more', async () => {
    const order = await aPublishedOrder(poster, { requirements: [needs('sewing')] });
    const firm = await supplier({ name: '縫わない会社' });
    const body = {
      kind: 'order',
      subjectId: order.id,
      companyId: firm.id,
      reason: '設備を買うため',
    } as const;
    const introduction = await broker.ok(introductionsApi.propose, { body });
    await broker.ok(matchingApi.rerun, { params: { kind: 'order', id: order.id } });
    expect(await names(order)).not.toContain(firm.name);
    const [kept] = await app.resources.database.query(
      'select introduction_id id, rank from match_candidate where subject_id = $1 and company_id = $2',
      [order.id, firm.id],
    );
    expect(kept).toEqual({ id: introduction.id, rank: 0 });
  });
});

describe('an open patent', () => {
  it('gets candidates too, by its words and themes', async () => {
    const word = aWord();
    const holder = await aFirm(app, { bodyId });
    const firm = await supplier({ description: `${word}用の台車を作っています`, themes: ['robotics'] });
    const patent = await aPublishedPatent(holder, { title: `${word}用の台車`, themes: ['robotics'] });
    const { items, run } = await found(broker, patent, 'patent');
    expect(items[0]?.company.id).toBe(firm.id);
    expect(items[0]?.reasons.map((r) => r.kind)).toEqual(['theme', 'text']);
    expect(run.revision).toBeNull();
    expect((await found(holder.api, patent, 'patent')).items[0]?.company.name).toBeNull();
  });
});

describe('opportunities', () => {
  const opportunities = async (firm: Firm) => (await firm.api.ok(matchingApi.opportunities)).items;

  it('are what fits the own company, as long as it is open', async () => {
    const word = aWord();
    const firm = await supplier({
      name: '樹脂製作所',
      description: word,
      processes: [process('injection-moulding')],
    });
    expect(await opportunities(firm)).toEqual([]);
    const order = await aPublishedOrder(poster, {
      title: '樹脂の箱',
      requirements: [needs('injection-moulding')],
    });
    const patent = await aPublishedPatent(poster, { title: word });
    await app.settle();
    const items = await opportunities(firm);
    const subjects = items.map((o) => [o.subject.kind, o.subject.id]);
    expect(subjects).toEqual(
      expect.arrayContaining([
        ['order', order.id],
        ['patent', patent.id],
      ]),
    );
    expect(items.find((o) => o.subject.id === order.id)).toMatchObject({
      subject: { title: '樹脂の箱' },
      reasons: [{ verdict: 'met' }],
    });
    await cancelled(poster, order);
    expect((await opportunities(firm)).map((o) => o.subject.id)).not.toContain(order.id);
  });

  it('are none for those who broker', async () => {
    expect(await broker.ok(matchingApi.opportunities)).toEqual({ items: [] });
  });
});
