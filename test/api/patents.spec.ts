import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { patentsApi } from '#contracts/patents.js';
import { PatentsService } from '#patents/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Call, Client } from '../support/client.js';
import {
  aFirm,
  allPages,
  aPatentDraft,
  aPublishedPatent,
  aWord,
  eventsAbout,
  signedIn,
  somePatent,
  type Firm,
} from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let holder: Firm;
let stranger: Firm;
let coordinator: Client;
let administrator: Client;

beforeAll(async () => {
  app = await startApp(['api']);
  const bodyId = await aBody(app.resources.database);
  holder = await aFirm(app, { name: '架空重機', prefecture: '27', industry: 'machinery', bodyId });
  stranger = await aFirm(app, { name: '架空製作所', prefecture: '13', bodyId });
  coordinator = await signedIn(app, { role: 'coordinator', bodyId });
  administrator = await signedIn(app, { role: 'administrator' });
});
afterAll(() => app.close());

const endpoints = Object.entries(patentsApi as Record<string, Endpoint>);
const ofOne = endpoints.filter(([, endpoint]) => endpoint.path.includes(':id'));
const versioned = ['update', 'publish', 'withdraw'] as const;
const forCompanies = endpoints.filter(([, endpoint]) => endpoint.access !== 'patent:read');

/** A request that would pass the checks of its form. */
const sound = (name: string, id: string): object => ({
  params: { id },
  body: {
    create: somePatent(),
    update: somePatent(),
    withdraw: { reason: '自社で実施する' },
    showInterest: { reason: '台車に使いたい' },
  }[name],
  ...((versioned as readonly string[]).includes(name) && { version: 1 }),
});

const withdrawn = (firm: Firm, { id, version }: { id: string; version: number }) =>
  firm.api.ok(patentsApi.withdraw, { params: { id }, version, body: { reason: '自社で実施する' } });

describe('access', () => {
  it.each(endpoints)('%s is for companies and those who broker', async (name, endpoint) => {
    const call = sound(name, randomUUID());
    expect((await app.as().call(endpoint, call)).error.code).toBe('auth/not-signed-in');
    expect((await (await signedIn(app)).call(endpoint, call)).error.code).toBe('auth/forbidden');
    const pending = await aFirm(app, { state: 'pending' });
    expect((await pending.api.call(endpoint, call)).error.code).toBe('company/not-approved');
  });

  it.each(forCompanies)('%s is for companies only', async (name, endpoint) => {
    const { id } = await aPublishedPatent(holder);
    for (const staff of [coordinator, administrator]) {
      const answer = await staff.call(endpoint, sound(name, id));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    }
  });

  it.each(ofOne)('%s finds neither what is not there nor the draft of another', async (name, endpoint) => {
    const draft = await aPatentDraft(holder);
    const mine = holder.api.call(endpoint, sound(name, randomUUID()));
    const malformed = holder.api.call(endpoint, sound(name, 'no-id'));
    const others = stranger.api.call(endpoint, sound(name, draft.id));
    for (const answer of await Promise.all([mine, malformed, others]))
      expect([answer.status, answer.error.code]).toEqual([404, 'request/not-found']);
  });

  it.each([...versioned, 'interests' as const])(
    "%s is refused with another company's patent, which stays as it is",
    async (name) => {
      const patent = await aPublishedPatent(holder);
      const answer = await stranger.api.call<Endpoint>(patentsApi[name], sound(name, patent.id));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
      expect(await holder.api.ok(patentsApi.get, { params: { id: patent.id } })).toEqual(patent);
    },
  );

  it.each(versioned)('%s needs the version that was edited, and refuses a stale one', async (name) => {
    const { id } = await aPatentDraft(holder);
    const call = sound(name, id);
    const without = await holder.api.call<Endpoint>(patentsApi[name], { ...call, version: undefined });
    expect([without.status, without.error.code]).toEqual([428, 'request/version-needed']);
    const params = { id };
    await holder.api.ok(patentsApi.update, { params, version: 1, body: somePatent({ title: '先の版' }) });
    const stale = await holder.api.call<Endpoint>(patentsApi[name], call);
    expect([stale.status, stale.error.code]).toEqual([412, 'request/stale']);
    expect(stale.error.current).toMatchObject({ id, version: 2, content: { title: '先の版' } });
  });
});

describe('what is sent', () => {
  it('is refused with the names of the wrong fields', async () => {
    const send = async (body: object) => {
      const answer = await holder.api.call(patentsApi.create, { body: body as never });
      expect([answer.status, answer.error.code]).toEqual([400, 'request/invalid']);
      return Object.keys(answer.error.fields ?? {});
    };
    expect(await send({})).toEqual(['title']);
    expect(await send({ title: 'x', applicationDate: '2026-02-30', licence: 'free' })).toEqual([
      'applicationDate',
      'licence',
    ]);
    expect(await send({ title: 'x', technicalFields: ['1', '2', '3', '4'] })).toEqual(['technicalFields']);
    expect(await send({ title: 'x', themes: ['ev', 'no-theme'] })).toEqual(['themes.1']);
    const { id } = await aPublishedPatent(holder);
    const noReason = { params: { id }, body: { reason: ' ' } };
    expect((await stranger.api.call(patentsApi.showInterest, noReason)).status).toBe(400);
    expect((await holder.api.call(patentsApi.withdraw, { ...noReason, version: 2 })).status).toBe(400);
    expect((await holder.api.call(patentsApi.list, { query: { limit: 101 } })).status).toBe(400);
  });

  it('has a number that no other patent on record has', async () => {
    const number = `L${randomUUID()}`;
    const first = await aPublishedPatent(holder, { number });
    const again = await stranger.api.call(patentsApi.create, { body: somePatent({ number }) });
    expect([again.status, again.error.code]).toEqual([409, 'patent/number-taken']);
    expect(again.error.fields?.['number']).toContain('登録されています');
    const params = { id: first.id };
    await holder.api.ok(patentsApi.update, { params, version: 2, body: somePatent({ number }) });
    await withdrawn(holder, { id: first.id, version: 3 });
    expect((await aPatentDraft(stranger, { number })).content.number).toBe(number);
  });

  it('takes one of two with the same number that come at once', async () => {
    const body = somePatent({ number: `L${randomUUID()}` });
    const answers = await Promise.all([
      holder.api.call(patentsApi.create, { body }),
      stranger.api.call(patentsApi.create, { body }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
  });
});

describe('the life of a patent', () => {
  it('goes from draft to offer, is described better, and withdrawn, to be seen with its reason', async () => {
    const draft = await aPatentDraft(holder);
    expect(draft).toMatchObject({
      state: 'draft',
      version: 1,
      poster: { id: holder.id, name: '架空重機' },
      can: { edit: true, publish: true, withdraw: true, showInterest: false, readCandidates: false },
    });
    const params = { id: draft.id };
    const published = await holder.api.call(patentsApi.publish, { params, version: 1 });
    expect(published.headers.get('etag')).toBe('"v2"');
    expect(published.body).toMatchObject({ state: 'published', can: { publish: false, propose: true } });
    const body = somePatent({ title: '三つ折りの運搬台車' });
    await holder.api.ok(patentsApi.update, { params, version: 2, body });
    const seen = await stranger.api.ok(patentsApi.get, { params });
    expect(seen).toMatchObject({
      content: { title: '三つ折りの運搬台車' },
      interests: null,
      can: { edit: false, withdraw: false, showInterest: true, readCandidates: false, propose: false },
    });
    await withdrawn(holder, { id: draft.id, version: 3 });
    const after = await stranger.api.ok(patentsApi.get, { params });
    expect(after).toMatchObject({ state: 'withdrawn', reason: '自社で実施する' });
    expect(await eventsAbout(app, draft.id)).toEqual([
      'patent.created',
      'patent.published',
      'patent.changed',
      'patent.withdrawn',
    ]);
  });

  it('goes nowhere else', async () => {
    const published = await aPublishedPatent(holder);
    const gone = await withdrawn(holder, await aPublishedPatent(holder));
    const refused = [['publish', published], ...versioned.map((name) => [name, gone] as const)] as const;
    for (const [name, { id, version }] of refused) {
      const answer = await holder.api.call<Endpoint>(patentsApi[name], { ...sound(name, id), version });
      expect([name, answer.status, answer.error.code]).toEqual([name, 409, 'patent/illegal-transition']);
    }
  });

  it('shows a withdrawn draft to nobody else', async () => {
    const q = aWord();
    const draft = await aPatentDraft(holder, { title: q });
    await withdrawn(holder, draft);
    for (const viewer of [stranger.api, coordinator, administrator]) {
      expect((await viewer.call(patentsApi.get, { params: { id: draft.id } })).status).toBe(404);
      expect((await viewer.ok(patentsApi.list, { query: { q } })).total).toBe(0);
    }
  });

  it('is licensed by an agreement, once, and may still be of interest', async () => {
    const { id } = await aPublishedPatent(holder);
    const service = app.app.get(PatentsService, { strict: false });
    await service.licensed(id);
    const licensed = await stranger.api.ok(patentsApi.get, { params: { id } });
    expect(licensed).toMatchObject({ state: 'licensed', can: { showInterest: true } });
    await service.licensed(id);
    expect((await stranger.api.ok(patentsApi.get, { params: { id } })).version).toBe(licensed.version);
    const draft = await aPatentDraft(holder);
    await service.licensed(draft.id);
    expect((await holder.api.ok(patentsApi.get, { params: { id: draft.id } })).state).toBe('draft');
  });

  it('takes one of two changes that are made at once', async () => {
    const { id } = await aPublishedPatent(holder);
    const member = await aPerson(app.resources.database, { role: 'company-member', companyId: holder.id });
    const change = (who: Client, title: string) =>
      who.call(patentsApi.update, { params: { id }, version: 2, body: somePatent({ title }) });
    const answers = await Promise.all([change(holder.api, '一方'), change(app.as(member.cookie), '他方')]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
  });
});

describe('the holder', () => {
  const numbers = () => ({
    holder: '架空重機株式会社',
    number: `L${randomUUID()}`,
    registrationNumber: `特許第${randomUUID()}号`,
    applicationNumber: '特願2020-000001',
    publicationNumber: '特開2021-000001',
  });
  const hidden = {
    holder: '',
    number: '',
    registrationNumber: '',
    applicationNumber: '',
    publicationNumber: '',
  };

  it('stays unknown with an anonymous patent, its numbers too', async () => {
    const content = numbers();
    const { id } = await aPublishedPatent(holder, { ...content, visibility: 'anonymous' });
    const params = { id };
    const seen = await stranger.api.ok(patentsApi.get, { params });
    expect(seen.poster).toEqual({ id: null, name: null, prefecture: '27', industry: 'machinery' });
    expect(seen.content).toMatchObject(hidden);
    const { items } = await stranger.api.ok(patentsApi.list, { query: { limit: 100 } });
    expect(items.find((card) => card.id === id)).toMatchObject({
      number: '',
      poster: { id: null, name: null },
    });
    for (const viewer of [holder.api, coordinator, administrator]) {
      const full = await viewer.ok(patentsApi.get, { params });
      expect([full.poster.name, full.content]).toMatchObject(['架空重機', content]);
    }
  });

  it('is not found out by searching for a number', async () => {
    const content = numbers();
    await aPublishedPatent(holder, { ...content, visibility: 'anonymous' });
    const open = await aPublishedPatent(holder, { ...numbers(), title: '公開の特許' });
    const found = async (q: string) => (await stranger.api.ok(patentsApi.list, { query: { q } })).total;
    expect(await found(content.number)).toBe(0);
    expect(await found(content.registrationNumber)).toBe(0);
    expect(await found('架空重機')).toBe(0);
    expect(await found(open.content.number)).toBe(1);
    expect(await found(open.content.registrationNumber)).toBe(1);
  });

  it('is known to a company that was let in, and to no other', async () => {
    const content = numbers();
    const { id } = await aPublishedPatent(holder, { ...content, visibility: 'anonymous' });
    const third = await aFirm(app);
    await app.app.get(PatentsService, { strict: false }).discloseTo(id, stranger.id);
    const params = { id };
    const seen = await stranger.api.ok(patentsApi.get, { params });
    expect([seen.poster.name, seen.content]).toMatchObject(['架空重機', content]);
    expect((await third.api.ok(patentsApi.get, { params })).content).toMatchObject(hidden);
  });
});

describe('interest', () => {
  const show = (firm: Firm, id: string, reason = '台車に使いたい') =>
    firm.api.call(patentsApi.showInterest, { params: { id }, body: { reason } });

  it('is one per company, with its latest reason, and is taken back', async () => {
    const { id } = await aPublishedPatent(holder);
    const params = { id };
    const first = await show(stranger, id);
    expect(first.body.interest?.reason).toBe('台車に使いたい');
    await show(stranger, id, '棚に使いたい');
    const third = await aFirm(app);
    await show(third, id);
    const seen = await holder.api.ok(patentsApi.get, { params });
    expect([seen.interests, seen.interest]).toEqual([2, null]);
    const { items } = await coordinator.ok(patentsApi.interests, { params });
    expect(items.map((i) => [i.company.id, i.company.name, i.reason])).toEqual([
      [third.id, third.name, '台車に使いたい'],
      [stranger.id, '架空製作所', '棚に使いたい'],
    ]);
    expect((await stranger.api.call(patentsApi.dropInterest, { params })).status).toBe(204);
    expect((await stranger.api.call(patentsApi.dropInterest, { params })).status).toBe(204);
    expect((await stranger.api.ok(patentsApi.get, { params })).interest).toBeNull();
    expect((await administrator.ok(patentsApi.interests, { params })).items).toHaveLength(1);
    expect((await eventsAbout(app, id)).slice(2)).toEqual([
      'patent.interest-shown',
      'patent.interest-shown',
      'patent.interest-dropped',
    ]);
  });

  it('is told to the holder without the name of who has it', async () => {
    const { id } = await aPublishedPatent(holder);
    await show(stranger, id);
    const { items } = await holder.api.ok(patentsApi.interests, { params: { id } });
    expect(items.map((i) => i.company)).toEqual([{ id: null, name: null, prefecture: '13' }]);
  });

  it('is neither in an own patent nor in one that is not on offer', async () => {
    const own = await aPublishedPatent(holder);
    const gone = await withdrawn(holder, await aPublishedPatent(holder));
    expect((await show(holder, own.id)).status).toBe(403);
    expect((await show(stranger, gone.id)).status).toBe(403);
  });

  it('shown twice at once is one', async () => {
    const { id } = await aPublishedPatent(holder);
    const answers = await Promise.all([show(stranger, id), show(stranger, id)]);
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    expect((await holder.api.ok(patentsApi.get, { params: { id } })).interests).toBe(1);
  });
});

describe('search', () => {
  type Query = NonNullable<Call<typeof patentsApi.list>['query']>;
  const list = (who: Client, query: Query) => who.ok(patentsApi.list, { query: { limit: 100, ...query } });
  const titles = async (who: Client, query: Query) =>
    (await list(who, query)).items.map((card) => card.title).sort();

  it('finds words in any width and kana, wherever they stand', async () => {
    const summary = aWord();
    await aPublishedPatent(holder, { title: 'ｱﾙﾐの台車', summary });
    await aPublishedPatent(holder, { title: '測定器', summary, applicableProducts: 'ばねばかり' });
    const found = (q: string) => titles(stranger.api, { q: `${summary} ${q}` });
    expect(await found('')).toEqual(['測定器', 'ｱﾙﾐの台車']);
    expect(await found('アルミ')).toEqual(['ｱﾙﾐの台車']);
    expect(await found('バネ')).toEqual(['測定器']);
    expect(await found('%')).toEqual([]);
  });

  it('filters, and counts in facets what the viewer may see', async () => {
    const q = aWord();
    const fields = (...technicalFields: string[]) => ({ summary: q, technicalFields });
    await aPublishedPatent(holder, { title: '甲', ...fields('機械・加工'), themes: ['ev'] });
    await aPublishedPatent(stranger, { title: '乙', ...fields('機械・加工', '化学'), licence: 'negotiable' });
    await aPatentDraft(holder, { title: '丙', ...fields('化学'), themes: ['ev'] });
    await withdrawn(holder, await aPatentDraft(holder, { title: '丁', ...fields('化学') }));
    const found = (query: Query) => titles(holder.api, { q, ...query });
    expect(await found({})).toEqual(['丁', '丙', '乙', '甲']);
    expect(await found({ field: ['化学'] })).toEqual(['丁', '丙', '乙']);
    expect(await found({ theme: ['ev'] })).toEqual(['丙', '甲']);
    expect(await found({ licence: 'negotiable' })).toEqual(['乙']);
    expect(await found({ state: 'published' })).toEqual(['乙', '甲']);
    expect(await found({ mine: 'true' })).toEqual(['丁', '丙', '甲']);
    for (const viewer of [stranger.api, coordinator]) {
      const { total, facets } = await list(viewer, { q });
      expect([total, facets]).toEqual([
        2,
        {
          field: [
            { value: '機械・加工', count: 2 },
            { value: '化学', count: 1 },
          ],
          theme: [{ value: 'ev', count: 1 }],
        },
      ]);
    }
    const narrowed = await list(stranger.api, { q, field: ['化学'] });
    expect(narrowed.facets.field).toHaveLength(2);
    expect(narrowed.facets.theme).toEqual([]);
  });

  it.each(['newest', 'relevance'] as const)('gives every patent once, page after page (%s)', async (sort) => {
    const q = aWord();
    const ids: string[] = [];
    for (let i = 0; i < 9; i += 1)
      ids.push((await aPublishedPatent(holder, { title: `${i % 2 ? q : ''} ${i}`, summary: q })).id);
    await app.resources.database.query(
      `update open_patent set published_at = '2026-05-01 09:00:00.123456+09' where id = any($1)`,
      [ids.slice(1, 7)],
    );
    const seen = await allPages((cursor) =>
      stranger.api.ok(patentsApi.list, { query: { q, sort, limit: 2, ...(cursor && { cursor }) } }),
    );
    const whole = await list(stranger.api, { q, sort });
    expect(seen).toEqual(whole.items);
    expect(seen.map((card) => card.id).sort()).toEqual(ids.sort());
    const inTitle = whole.items.map((card) => card.title.startsWith(q));
    if (sort === 'relevance') expect(inTitle).toEqual([...inTitle].sort().reverse());
  });
});
