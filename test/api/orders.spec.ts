import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { ordersApi, type Requirement } from '#contracts/orders.js';
import { OrdersService } from '#orders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Call, Client } from '../support/client.js';
import {
  aDraft,
  aFirm,
  allPages,
  aPublishedOrder,
  aWord,
  cancelled,
  eventsAbout,
  signedIn,
  someOrder,
  type Firm,
} from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let poster: Firm;
let stranger: Firm;
let coordinator: Client;
let administrator: Client;

beforeAll(async () => {
  app = await startApp(['api'], { UPLOAD_MAX_MB: '1' });
  const bodyId = await aBody(app.resources.database);
  poster = await aFirm(app, {
    name: '架空重機',
    prefecture: '27',
    industry: 'machinery',
    bodyId,
    ownerName: '発注 花子',
  });
  stranger = await aFirm(app, { name: '架空製作所', prefecture: '13', bodyId });
  coordinator = await signedIn(app, { role: 'coordinator', bodyId });
  administrator = await signedIn(app, { role: 'administrator' });
});
afterAll(() => app.close());

const turning: Requirement = { id: 'a', level: 'must', kind: 'process', code: 'turning' };
const steel: Requirement = { id: 'b', level: 'want', kind: 'material', code: 'sus304' };

const endpoints = Object.entries(ordersApi as Record<string, Endpoint>);
const writes = endpoints.filter(([, endpoint]) => endpoint.access === 'order:edit');
const ofOne = endpoints.filter(([, endpoint]) => endpoint.path.includes(':id'));
const versioned = ['updateDraft', 'publish', 'amend', 'close', 'cancel'] as const;

/** A request that would pass the checks of its form. */
const sound = (name: string, id: string): object => ({
  params: { id, fileId: randomUUID() },
  ...(name !== 'attach' && {
    body: {
      create: someOrder(),
      updateDraft: someOrder(),
      amend: { content: someOrder(), reason: '数量の変更' },
      close: { outcome: 'placed-here', reason: '' },
      cancel: { reason: '計画の中止' },
    }[name],
  }),
  ...(name === 'attach' && { file: { name: 'a.txt', bytes: Buffer.from('text') } }),
  ...((versioned as readonly string[]).includes(name) && { version: 1 }),
});

describe('access', () => {
  it.each(endpoints)('%s is for those who are signed in', async (name, endpoint) => {
    const answer = await app.as().call(endpoint, sound(name, randomUUID()));
    expect([answer.status, answer.error.code]).toEqual([401, 'auth/not-signed-in']);
  });

  it.each(endpoints)('%s is not for newcomers', async (name, endpoint) => {
    const answer = await (await signedIn(app)).call(endpoint, sound(name, randomUUID()));
    expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
  });

  it.each(endpoints)('%s opens to a company once it is approved', async (name, endpoint) => {
    const pending = await aFirm(app, { state: 'pending' });
    const answer = await pending.api.call(endpoint, sound(name, randomUUID()));
    expect([answer.status, answer.error.code]).toEqual([403, 'company/not-approved']);
  });

  it.each(writes)('%s is not for those who broker', async (name, endpoint) => {
    const order = await aPublishedOrder(poster);
    for (const staff of [coordinator, administrator]) {
      const answer = await staff.call(endpoint, sound(name, order.id));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    }
  });

  it.each(ofOne)('%s finds nothing where nothing is', async (name, endpoint) => {
    for (const id of [randomUUID(), 'no-id']) {
      const answer = await poster.api.call(endpoint, sound(name, id));
      expect([answer.status, answer.error.code]).toEqual([404, 'request/not-found']);
    }
  });

  it.each(ofOne)('%s does not find the draft of another company', async (name, endpoint) => {
    const { id } = await aDraft(poster);
    expect((await stranger.api.call(endpoint, sound(name, id))).status).toBe(404);
  });

  it.each(writes.filter(([name]) => name !== 'create'))(
    "%s is refused with another company's published order, which stays as it is",
    async (name, endpoint) => {
      const order = await aPublishedOrder(poster);
      const answer = await stranger.api.call(endpoint, sound(name, order.id));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
      expect(await poster.api.ok(ordersApi.get, { params: { id: order.id } })).toEqual(order);
    },
  );

  it('is only for companies that order where an order is posted', async () => {
    const supplier = await aFirm(app, { isOrderer: false });
    const answer = await supplier.api.call(ordersApi.create, { body: someOrder() });
    expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
  });

  it.each(versioned)('%s needs the version that was edited', async (name) => {
    const { id } = await aDraft(poster);
    const call = { ...sound(name, id), version: undefined };
    const answer = await poster.api.call<Endpoint>(ordersApi[name], call);
    expect([answer.status, answer.error.code]).toEqual([428, 'request/version-needed']);
  });

  it.each(versioned)('%s refuses a stale version and shows the present one', async (name) => {
    const { id } = await aDraft(poster);
    await poster.api.ok(ordersApi.updateDraft, {
      params: { id },
      version: 1,
      body: someOrder({ title: '先に直した題名' }),
    });
    const answer = await poster.api.call<Endpoint>(ordersApi[name], sound(name, id));
    expect([answer.status, answer.error.code]).toEqual([412, 'request/stale']);
    expect(answer.error.current).toMatchObject({ id, version: 2, content: { title: '先に直した題名' } });
  });
});

describe('what is sent', () => {
  const problems = async (body: object) => {
    const answer = await poster.api.call(ordersApi.create, { body: body as never });
    expect([answer.status, answer.error.code]).toEqual([400, 'request/invalid']);
    return Object.keys(answer.error.fields ?? {});
  };

  it('is refused with the names of the wrong fields', async () => {
    expect(await problems({})).toEqual(['title']);
    expect(await problems({ title: ' ', budgetYen: -1, answerBy: '2026-13-01' })).toEqual([
      'title',
      'budgetYen',
      'answerBy',
    ]);
    expect(await problems({ title: 'x', requirements: [turning, turning] })).toEqual(['requirements']);
    const noReason = await poster.api.call(ordersApi.cancel, {
      params: { id: randomUUID() },
      version: 1,
      body: { reason: '' },
    });
    expect(noReason.status).toBe(400);
    expect((await poster.api.call(ordersApi.list, { query: { limit: 0 } })).status).toBe(400);
  });

  it.each<[string, Requirement]>([
    ['requirements.1.code', { id: 'x', level: 'must', kind: 'process', code: 'alchemy' }],
    ['requirements.1.code', { id: 'x', level: 'must', kind: 'material', code: 'mithril' }],
    ['requirements.1.code', { id: 'x', level: 'want', kind: 'theme', code: 'perpetual-motion' }],
    ['requirements.1.certificate', { id: 'x', level: 'must', kind: 'certificate', certificate: 'iso-0' }],
    ['requirements.1.prefectures', { id: 'x', level: 'want', kind: 'region', prefectures: ['13', '99'] }],
  ])('has only codes of the lists (%s)', async (field, requirement) => {
    const body = someOrder({ requirements: [turning, requirement] });
    const answer = await poster.api.call(ordersApi.create, { body });
    expect(answer.status).toBe(400);
    expect(answer.error.fields).toEqual({ [field]: expect.stringMatching(/見つかりません/) });
    const { id } = await aDraft(poster);
    const update = await poster.api.call(ordersApi.updateDraft, { params: { id }, version: 1, body });
    expect(update.status).toBe(400);
  });
});

describe('the life of an order', () => {
  it('begins as a draft that its company edits', async () => {
    const draft = await aDraft(poster, { requirements: [turning, steel], budgetYen: 1_500_000 });
    expect(draft).toMatchObject({
      state: 'draft',
      revision: 1,
      version: 1,
      publishedAt: null,
      poster: { id: poster.id, name: '架空重機', prefecture: '27', industry: 'machinery' },
      can: { edit: true, publish: true, amend: false, close: false, cancel: true, readCandidates: false },
    });
    const params = { id: draft.id };
    const edited = await poster.api.call(ordersApi.updateDraft, {
      params,
      version: 1,
      body: someOrder({ title: '軸受けの量産' }),
    });
    expect(edited.headers.get('etag')).toBe('"v2"');
    expect(edited.body).toMatchObject({ version: 2, revision: 1, content: { title: '軸受けの量産' } });
    const { items } = await poster.api.ok(ordersApi.revisions, { params });
    expect(items.map((r) => [r.revision, r.content.title])).toEqual([[1, '軸受けの量産']]);
  });

  it('goes on with publication, seen by everybody from then on', async () => {
    const { id } = await aDraft(poster);
    const published = await poster.api.ok(ordersApi.publish, { params: { id }, version: 1 });
    expect(published).toMatchObject({
      state: 'published',
      can: { edit: false, publish: false, amend: true, close: true, cancel: true, propose: true },
    });
    expect(published.publishedAt).not.toBeNull();
    for (const viewer of [stranger.api, coordinator, administrator])
      expect((await viewer.ok(ordersApi.get, { params: { id } })).state).toBe('published');
    expect(await eventsAbout(app, id)).toEqual(['order.created', 'order.published']);
  });

  it('keeps each revision when it is amended', async () => {
    const { id } = await aPublishedOrder(poster, { title: '200個', visibility: 'open' });
    const amended = await poster.api.ok(ordersApi.amend, {
      params: { id },
      version: 2,
      body: { content: someOrder({ title: '300個', visibility: 'open' }), reason: '数量の変更' },
    });
    expect(amended).toMatchObject({
      state: 'published',
      revision: 2,
      version: 3,
      content: { title: '300個' },
    });
    const { items } = await stranger.api.ok(ordersApi.revisions, { params: { id } });
    expect(items.map((r) => [r.revision, r.content.title, r.reason, r.by])).toEqual([
      [2, '300個', '数量の変更', '発注 花子'],
      [1, '200個', '', '発注 花子'],
    ]);
    expect(await eventsAbout(app, id)).toEqual(['order.created', 'order.published', 'order.amended']);
  });

  it('ends closed, with its outcome', async () => {
    const { id } = await aPublishedOrder(poster);
    const body = { outcome: 'placed-here', reason: '3社から選定' } as const;
    const closed = await poster.api.ok(ordersApi.close, { params: { id }, version: 2, body });
    expect(closed).toMatchObject({ state: 'closed', outcome: 'placed-here', reason: '3社から選定' });
    expect(closed.closedAt).not.toBeNull();
    expect((await stranger.api.ok(ordersApi.get, { params: { id } })).state).toBe('closed');
  });

  it('or cancelled, with its reason, still to be seen', async () => {
    const order = await aPublishedOrder(poster);
    expect(await cancelled(poster, order)).toMatchObject({ state: 'cancelled', reason: '計画の中止' });
    const seen = await stranger.api.ok(ordersApi.get, { params: { id: order.id } });
    expect(seen).toMatchObject({ state: 'cancelled', reason: '計画の中止' });
  });

  it('shows a cancelled draft to nobody else', async () => {
    const word = aWord();
    const draft = await aDraft(poster, { title: word });
    await cancelled(poster, draft);
    const params = { id: draft.id };
    expect((await poster.api.ok(ordersApi.get, { params })).state).toBe('cancelled');
    for (const viewer of [stranger.api, coordinator, administrator]) {
      expect((await viewer.call(ordersApi.get, { params })).status).toBe(404);
      expect((await viewer.ok(ordersApi.list, { query: { q: word } })).total).toBe(0);
    }
  });

  it('goes nowhere else', async () => {
    const draft = await aDraft(poster);
    const published = await aPublishedOrder(poster);
    const gone = await cancelled(poster, await aPublishedOrder(poster));
    const refused = [
      ['amend', draft],
      ['close', draft],
      ['updateDraft', published],
      ['publish', published],
      ...[...versioned, 'attach' as const].map((name) => [name, gone] as const),
    ] as const;
    for (const [name, order] of refused) {
      const call = { ...sound(name, order.id), version: order.version };
      const answer = await poster.api.call<Endpoint>(ordersApi[name], call);
      expect([name, answer.status, answer.error.code]).toEqual([name, 409, 'order/illegal-transition']);
    }
    const { version } = await poster.api.ok(ordersApi.get, { params: { id: gone.id } });
    expect(version).toBe(gone.version);
  });

  it('takes one of two changes that are made at once', async () => {
    const { id } = await aPublishedOrder(poster);
    const member = await aPerson(app.resources.database, { role: 'company-member', companyId: poster.id });
    const amend = (who: Client, title: string) =>
      who.call(ordersApi.amend, {
        params: { id },
        version: 2,
        body: { content: someOrder({ title }), reason: '変更' },
      });
    const answers = await Promise.all([amend(poster.api, '一方'), amend(app.as(member.cookie), '他方')]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
    const { items } = await poster.api.ok(ordersApi.revisions, { params: { id } });
    expect(items.map((r) => r.revision)).toEqual([2, 1]);
  });
});

describe('who asks', () => {
  it('is not told to other companies where the order is anonymous', async () => {
    const { id } = await aPublishedOrder(poster);
    const file = await attach(id, 'a.txt', Buffer.from('text'));
    const params = { id };
    const masked = { id: null, name: null, prefecture: '27', industry: 'machinery' };
    const seen = await stranger.api.ok(ordersApi.get, { params });
    expect([seen.poster, seen.attachments]).toEqual([masked, []]);
    expect(Object.values(seen.can)).not.toContain(true);
    const { items } = await stranger.api.ok(ordersApi.list, { query: { limit: 100 } });
    expect(items.find((card) => card.id === id)?.poster).toEqual(masked);
    const { items: revisions } = await stranger.api.ok(ordersApi.revisions, { params });
    expect(revisions.map((r) => r.by)).toEqual(['']);
    const download = { params: { id, fileId: file.body.id } };
    expect((await stranger.api.call(ordersApi.attachment, download)).status).toBe(404);
    for (const viewer of [poster.api, coordinator, administrator]) {
      const full = await viewer.ok(ordersApi.get, { params });
      expect([full.poster.name, full.attachments.length]).toEqual(['架空重機', 1]);
      expect((await viewer.call(ordersApi.attachment, download)).status).toBe(200);
    }
  });

  it('is told where the order is open', async () => {
    const { id } = await aPublishedOrder(poster, { visibility: 'open' });
    const seen = await stranger.api.ok(ordersApi.get, { params: { id } });
    expect(seen.poster).toMatchObject({ id: poster.id, name: '架空重機' });
  });

  it('is told to a company that was let in, and to no other', async () => {
    const { id } = await aPublishedOrder(poster);
    const third = await aFirm(app);
    const service = app.app.get(OrdersService, { strict: false });
    await service.discloseTo(id, stranger.id);
    await service.discloseTo(id, stranger.id);
    const params = { id };
    expect((await stranger.api.ok(ordersApi.get, { params })).poster.name).toBe('架空重機');
    expect((await third.api.ok(ordersApi.get, { params })).poster.name).toBeNull();
  });
});

const attach = (id: string, name: string, bytes: Buffer) =>
  poster.api.call(ordersApi.attach, { params: { id }, file: { name, bytes } });

describe('attachments', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

  it('are kept with their name and kind, and come back as they were', async () => {
    const { id } = await aDraft(poster);
    const added = await attach(id, '図面 1.pdf', pdf);
    expect([added.status, added.body]).toMatchObject([
      201,
      { name: '図面 1.pdf', mime: 'application/pdf', size: pdf.length },
    ]);
    const fileId = added.body.id;
    expect((await poster.api.ok(ordersApi.get, { params: { id } })).attachments).toEqual([added.body]);
    const file = await poster.api.call(ordersApi.attachment, { params: { id, fileId } });
    expect(file.bytes).toEqual(pdf);
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('図面 1.pdf'));
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('can be taken away again, once', async () => {
    const { id } = await aPublishedOrder(poster);
    const fileId = (await attach(id, 'a.txt', Buffer.from('text'))).body.id;
    const params = { id, fileId };
    expect((await poster.api.call(ordersApi.detach, { params })).status).toBe(204);
    expect((await poster.api.call(ordersApi.detach, { params })).status).toBe(404);
    expect((await poster.api.call(ordersApi.attachment, { params })).status).toBe(404);
  });

  it('of one order are not found at another', async () => {
    const [one, other] = [await aDraft(poster), await aDraft(poster)];
    const fileId = (await attach(one.id, 'a.txt', Buffer.from('text'))).body.id;
    const answer = await poster.api.call(ordersApi.attachment, { params: { id: other.id, fileId } });
    expect(answer.status).toBe(404);
  });

  it.each([
    ['a program', 'a.exe', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file/kind-not-allowed'],
    ['a page', 'a.html', Buffer.from('<html></html>'), 'file/kind-not-allowed'],
    ['a program as a PDF', 'a.pdf', Buffer.from('4d5a9000', 'hex'), 'file/name-differs-from-content'],
    ['a page as text', 'a.txt', Buffer.from('<script>1</script>'), 'file/name-differs-from-content'],
    ['nothing', 'a.txt', Buffer.alloc(0), 'file/missing'],
  ])('are refused: %s', async (_, name, bytes, code) => {
    const { id } = await aDraft(poster);
    const answer = await attach(id, name, bytes);
    expect([answer.status, answer.error.code]).toEqual([400, code]);
    expect((await poster.api.ok(ordersApi.get, { params: { id } })).attachments).toEqual([]);
  });

  it('are refused where they are too large, and where there is no file at all', async () => {
    const { id } = await aDraft(poster);
    const large = await attach(id, 'a.txt', Buffer.alloc(1_048_577, 'x'));
    expect([large.status, large.error.code]).toEqual([413, 'file/too-large']);
    expect(large.error.message).toContain('1MB');
    const none = await poster.api.call(ordersApi.attach, { params: { id } });
    expect([none.status, none.error.code]).toEqual([400, 'file/missing']);
  });
});

describe('search', () => {
  const list = (who: Client, query: Call<typeof ordersApi.list>['query']) =>
    who.ok(ordersApi.list, { query: { limit: 100, ...query } });
  const titles = async (who: Client, query: Call<typeof ordersApi.list>['query']) =>
    (await list(who, query)).items.map((card) => card.title).sort();

  it('finds words in title, summary and the names of what is needed, in any width and kana', async () => {
    const word = aWord();
    const sends: [string, string, Requirement[]][] = [
      ['ステンレスの軸', `${word} 直径 50㎜`, []],
      ['せんばん加工', word, []],
      ['ﾌﾟﾚｽ部品', word, [steel]],
    ];
    for (const [title, summary, requirements] of sends)
      await aPublishedOrder(poster, { title, summary, requirements });
    const found = (q: string) => titles(stranger.api, { q: `${word} ${q}` });
    expect(await found('')).toEqual(['せんばん加工', 'ステンレスの軸', 'ﾌﾟﾚｽ部品']);
    expect(await found('センバン')).toEqual(['せんばん加工']);
    expect(await found('ｾﾝﾊﾞﾝ')).toEqual(['せんばん加工']);
    expect(await found('プレス')).toEqual(['ﾌﾟﾚｽ部品']);
    expect(await found('ＳＵＳ３０４')).toEqual(['ﾌﾟﾚｽ部品']);
    expect(await found('50mm')).toEqual(['ステンレスの軸']);
    expect(await found('すてんれす　軸')).toEqual(['ステンレスの軸']);
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
  });

  it('never finds an anonymous order by the name of who asks', async () => {
    const { id } = await aPublishedOrder(poster);
    expect((await list(stranger.api, { q: '架空重機' })).items.map((card) => card.id)).not.toContain(id);
  });

  it('filters, a process also by the broader ones', async () => {
    const q = aWord();
    const theme: Requirement = { id: 'c', level: 'want', kind: 'theme', code: 'ev' };
    await aPublishedOrder(poster, { title: '甲', summary: q, requirements: [turning, theme] });
    await aPublishedOrder(stranger, { title: '乙', summary: q, requirements: [steel] });
    const gone = await aPublishedOrder(poster, { title: '丙', summary: q });
    await cancelled(poster, gone);
    await aDraft(poster, { title: '丁', summary: q });
    const found = (query: Call<typeof ordersApi.list>['query']) => titles(poster.api, { q, ...query });
    expect(await found({})).toEqual(['丁', '丙', '乙', '甲']);
    expect(await found({ process: ['machining'] })).toEqual(['甲']);
    expect(await found({ process: ['welding', 'turning'] })).toEqual(['甲']);
    expect(await found({ process: ['no-such-process'] })).toEqual([]);
    expect(await found({ material: ['stainless-steel'] })).toEqual(['乙']);
    expect(await found({ theme: ['ev'] })).toEqual(['甲']);
    expect(await found({ prefecture: ['13', '14'] })).toEqual(['乙']);
    expect(await found({ state: 'cancelled' })).toEqual(['丙']);
    expect(await found({ state: 'draft' })).toEqual(['丁']);
    expect(await found({ mine: 'true' })).toEqual(['丁', '丙', '甲']);
    expect(await titles(stranger.api, { q, state: 'draft' })).toEqual([]);
    expect(await titles(coordinator, { q, mine: 'true' })).toEqual([]);
  });

  it('counts in its facets what the viewer may see, each without its own filter', async () => {
    const q = aWord();
    await aPublishedOrder(poster, { summary: q, requirements: [turning, steel] });
    await aPublishedOrder(stranger, { summary: q, requirements: [steel] });
    await aDraft(poster, { summary: q, requirements: [turning] });
    await cancelled(poster, await aDraft(poster, { summary: q, requirements: [turning, steel] }));
    const facets = async (who: Client, query: object = {}) => {
      const { facets: found, total } = await list(who, { q, ...query });
      const counts = (name: keyof typeof found) =>
        Object.fromEntries(found[name].map(({ value, count }) => [value, count]));
      return {
        total,
        process: counts('process'),
        material: counts('material'),
        prefecture: counts('prefecture'),
      };
    };
    const public2 = {
      total: 2,
      process: { turning: 1 },
      material: { sus304: 2 },
      prefecture: { '13': 1, '27': 1 },
    };
    expect(await facets(stranger.api)).toEqual(public2);
    expect(await facets(coordinator)).toEqual(public2);
    expect(await facets(poster.api)).toMatchObject({
      total: 4,
      process: { turning: 3 },
      prefecture: { '13': 1, '27': 3 },
    });
    expect(await facets(stranger.api, { process: ['turning'] })).toEqual({
      total: 1,
      process: { turning: 1 },
      material: { sus304: 1 },
      prefecture: { '27': 1 },
    });
    expect((await facets(stranger.api, { prefecture: ['13'] })).prefecture).toEqual({ '13': 1, '27': 1 });
  });

  it('puts hits in the title first where relevance is asked for', async () => {
    const q = aWord();
    await aPublishedOrder(poster, { title: `${q} の軸` });
    await aPublishedOrder(poster, { title: '別の題名', summary: q });
    const { items } = await list(stranger.api, { q, sort: 'relevance' });
    expect(items.map((card) => card.title)).toEqual([`${q} の軸`, '別の題名']);
    const newest = await list(stranger.api, { q });
    expect(newest.items.map((card) => card.title)).toEqual(['別の題名', `${q} の軸`]);
  });

  it('sorts by the day of answer, those without one last', async () => {
    const q = aWord();
    for (const answerBy of ['2027-05-01', null, '2027-04-01'])
      await aPublishedOrder(poster, { summary: q, answerBy });
    const { items } = await list(stranger.api, { q, sort: 'answer-by' });
    expect(items.map((card) => card.answerBy)).toEqual(['2027-04-01', '2027-05-01', null]);
  });

  it.each(['newest', 'answer-by', 'relevance'] as const)(
    'gives every order once, page after page (%s)',
    async (sort) => {
      const q = aWord();
      const ids: string[] = [];
      for (let i = 0; i < 11; i += 1) {
        const answerBy = i % 3 === 0 ? null : `2027-04-0${(i % 3) + 1}`;
        ids.push(
          (await aPublishedOrder(poster, { title: `${i % 2 ? q : ''} ${i}`, summary: q, answerBy })).id,
        );
      }
      // Several in the same instant, which has microseconds.
      await app.resources.database.query(
        `update purchase_order set published_at = '2026-05-01 09:00:00.123456+09' where id = any($1)`,
        [ids.slice(2, 8)],
      );
      const seen = await allPages((cursor) =>
        stranger.api.ok(ordersApi.list, { query: { q, sort, limit: 2, ...(cursor && { cursor }) } }),
      );
      const whole = await list(stranger.api, { q, sort });
      expect(seen.map((card) => card.id)).toEqual(whole.items.map((card) => card.id));
      expect(seen.map((card) => card.id).sort()).toEqual(ids.sort());
      expect(whole.total).toBe(11);
    },
  );

  it('refuses a made-up cursor', async () => {
    const cursor = Buffer.from('["x","y"]').toString('base64url');
    const answer = await stranger.api.call(ordersApi.list, { query: { cursor } });
    expect([answer.status, answer.error.code]).toEqual([400, 'request/invalid']);
  });
});
