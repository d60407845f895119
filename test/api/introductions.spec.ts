import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { declineCodes, introductionsApi, type Introduction } from '#contracts/introductions.js';
import { ordersApi } from '#contracts/orders.js';
import { patentsApi } from '#contracts/patents.js';
import { IntroductionsService } from '#introductions/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aCast, consented, proposed, type Cast } from '../support/introductions.js';
import {
  aDraft,
  aFirm,
  aPublishedOrder,
  aPublishedPatent,
  cancelled,
  eventsAbout,
  signedIn,
  type Firm,
} from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let cast: Cast;
let service: IntroductionsService;

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  cast = await aCast(app);
  service = app.app.get(IntroductionsService, { strict: false });
});
afterAll(() => app.close());

const database = () => app.resources.database;
const endpoints = Object.entries(introductionsApi as Record<string, Endpoint>);
const ofOne = endpoints.filter(([, endpoint]) => endpoint.path.includes(':id'));
const today = '2026-11-21';

/** A request that would pass the checks of its form. */
const sound = (name: string, id: string): object => ({
  params: { id },
  body: {
    propose: { kind: 'order', subjectId: randomUUID(), companyId: randomUUID(), reason: '合うため' },
    decline: { code: 'price', text: '' },
    withdraw: { reason: '条件の変更' },
    followUp: { nextAction: '電話', nextActionOn: today, coordinatorId: null },
    recordOutcome: { outcome: 'likely', reason: '', on: today },
  }[name],
  ...(['followUp', 'recordOutcome'].includes(name) && { version: 1 }),
});

const get = (who: Client, id: string) => who.ok(introductionsApi.get, { params: { id } });
const consent = (who: Client, id: string) => who.call(introductionsApi.consent, { params: { id } });
const decline = (who: Client, id: string, code: (typeof declineCodes)[number] = 'price', text = '') =>
  who.call(introductionsApi.decline, { params: { id }, body: { code, text } });

describe('access', () => {
  it.each(endpoints)('%s is for companies and the staff of a body', async (name, endpoint) => {
    const call = sound(name, randomUUID());
    expect((await app.as().call(endpoint, call)).error.code).toBe('auth/not-signed-in');
    for (const role of ['newcomer', 'administrator'] as const)
      expect((await (await signedIn(app, { role })).call(endpoint, call)).error.code).toBe('auth/forbidden');
    const pending = await aFirm(app, { state: 'pending' });
    const isForCompanies = endpoint.access !== 'introduction:follow-up';
    expect((await pending.api.call(endpoint, call)).error.code).toBe(
      isForCompanies ? 'company/not-approved' : 'auth/forbidden',
    );
  });

  it.each(endpoints.filter(([, endpoint]) => endpoint.access === 'introduction:respond'))(
    '%s is not for those who broker',
    async (name, endpoint) => {
      const answer = await cast.broker.call(endpoint, sound(name, randomUUID()));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    },
  );

  it.each(ofOne)('%s finds nothing for strangers, nor where nothing is', async (name, endpoint) => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    const otherBody = await aBody(database());
    const outsiders = [
      cast.supplier.api,
      cast.broker,
      await signedIn(app, { role: 'secretary', bodyId: otherBody }),
    ];
    for (const outsider of outsiders) {
      const answer = await outsider.call(endpoint, sound(name, id));
      expect([403, 404]).toContain(answer.status);
      if (name === 'get') expect(answer.status).toBe(404);
    }
    for (const nowhere of [randomUUID(), 'no-id']) {
      const statuses = await Promise.all(
        [own.poster.api, own.broker].map(
          async (who) => (await who.call(endpoint, sound(name, nowhere))).status,
        ),
      );
      // The one who may call it at all finds nothing.
      expect(statuses).toContain(404);
      expect(statuses.every((status) => status === 404 || status === 403)).toBe(true);
    }
    expect(await get(own.broker, id)).toMatchObject({ state: 'proposed', version: 1 });
  });

  it('names the wrong fields of what is sent', async () => {
    const { id } = await proposed(await aCast(app));
    const propose = (body: object) => cast.broker.call(introductionsApi.propose, { body: body as never });
    const both = { kind: 'order', subjectId: id, candidateId: id, companyId: id, reason: 'x' };
    const { candidateId: _, companyId: __, ...neither } = both;
    for (const body of [both, neither, {}, { ...neither, companyId: 'no-id' }])
      expect((await propose(body)).error.code).toBe('request/invalid');
    const wrongCode = { params: { id }, body: { code: 'no-reason', text: '' } };
    const answer = await cast.poster.api.call(introductionsApi.decline, wrongCode as never);
    expect([answer.status, Object.keys(answer.error.fields ?? {})]).toEqual([400, ['code']]);
    expect((await cast.broker.call(introductionsApi.list, { query: { dueBy: 'soon' } })).status).toBe(400);
  });
});

describe('a proposal', () => {
  const propose = (who: Client, given: object) =>
    who.call(introductionsApi.propose, {
      body: {
        kind: 'order',
        subjectId: cast.order.id,
        companyId: cast.supplier.id,
        reason: '合うため',
        ...given,
      } as never,
    });

  it('by a coordinator asks both sides, who do not know each other yet', async () => {
    const own = await aCast(app);
    const introduction = await proposed(own);
    expect(introduction).toMatchObject({
      state: 'proposed',
      subject: { kind: 'order', id: own.order.id, title: own.order.content.title, revision: 1, patent: null },
      owner: { consent: 'waiting', company: { id: own.poster.id, name: own.poster.name } },
      candidate: { consent: 'waiting', company: { id: own.supplier.id, name: own.supplier.name } },
      viewerSide: null,
      reason: '加工範囲が合うため',
      body: { id: own.bodyId },
      coordinator: { id: own.coordinator.id, name: '仲立 次郎' },
      roomId: null,
      can: { respond: false, withdraw: true, followUp: true, openRoom: false },
    });
    const asOwner = await get(own.poster.api, introduction.id);
    expect(asOwner).toMatchObject({
      viewerSide: 'owner',
      owner: { company: { id: own.poster.id } },
      candidate: { company: { id: null, name: null, prefecture: '27', processes: ['turning'] } },
      can: { respond: true, withdraw: false, followUp: false },
    });
    const asCandidate = await get(own.supplier.api, introduction.id);
    expect(asCandidate).toMatchObject({
      viewerSide: 'candidate',
      owner: { company: { id: null, name: null } },
      candidate: { company: { id: own.supplier.id } },
      subject: { order: { requirements: own.order.content.requirements } },
    });
    expect(await eventsAbout(app, introduction.id)).toEqual(['introduction.proposed']);
  });

  it('may be of a stored candidate, with the reasons that matching found', async () => {
    const own = await aCast(app);
    await app.settle();
    const [stored] = await database().query<{ id: string }>(
      'select id from match_candidate where subject_id = $1 and company_id = $2',
      [own.order.id, own.supplier.id],
    );
    const given = { subjectId: own.order.id, candidateId: stored?.id, companyId: undefined };
    const answer = await propose(own.broker, given);
    expect(answer.status).toBe(201);
    expect(answer.body.candidate.company.id).toBe(own.supplier.id);
    expect(answer.body.reasons[0]).toMatchObject({ kind: 'process', level: 'must', verdict: 'met' });
    const [linked] = await database().query(
      'select introduction_id, introduction_state from match_candidate where id = $1',
      [stored?.id],
    );
    expect(linked).toEqual({ introduction_id: answer.body.id, introduction_state: 'proposed' });
    const elsewhere = await propose(cast.broker, { candidateId: stored?.id, companyId: undefined });
    expect(elsewhere.status).toBe(404);
  });

  it('is for the poster only where its body allows it, and is then its consent', async () => {
    const refused = await propose(cast.poster.api, {});
    expect([refused.status, refused.error.code]).toEqual([403, 'introduction/proposal-not-allowed']);
    const own = await aCast(app, { orderersMayPropose: true });
    const given = { subjectId: own.order.id, companyId: own.supplier.id };
    expect((await propose(own.supplier.api, given)).status).toBe(403);
    expect((await propose(cast.poster.api, given)).status).toBe(403);
    const answer = await propose(own.poster.api, given);
    expect(answer.body).toMatchObject({
      owner: { consent: 'consented' },
      candidate: { consent: 'waiting', company: { id: null, name: null } },
      coordinator: null,
      body: { id: own.bodyId },
      can: { respond: false, withdraw: true },
    });
    expect((await consent(own.supplier.api, answer.body.id)).body.state).toBe('consented');
  });

  it('needs an order that is open, and two companies', async () => {
    const draft = await aDraft(cast.poster);
    const gone = await cancelled(cast.poster, await aPublishedOrder(cast.poster));
    const suspended = await aFirm(app, { state: 'suspended' });
    const cases: [object, number, string][] = [
      [{ subjectId: draft.id }, 409, 'introduction/illegal-transition'],
      [{ subjectId: gone.id }, 409, 'introduction/illegal-transition'],
      [{ subjectId: randomUUID() }, 404, 'request/not-found'],
      [{ kind: 'patent' }, 404, 'request/not-found'],
      [{ companyId: randomUUID() }, 404, 'request/not-found'],
      [{ companyId: suspended.id }, 404, 'request/not-found'],
      [{ companyId: cast.poster.id }, 409, 'introduction/same-company'],
    ];
    for (const [given, status, code] of cases) {
      const answer = await propose(cast.broker, given);
      expect([answer.status, answer.error.code]).toEqual([status, code]);
    }
  });

  it('of a pair is one at a time', async () => {
    const own = await aCast(app);
    const given = { subjectId: own.order.id, companyId: own.supplier.id };
    const answers = await Promise.all([propose(own.broker, given), propose(own.broker, given)]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    const again = await propose(own.broker, given);
    expect([again.status, again.error.code]).toEqual([409, 'introduction/already-proposed']);
    const id = answers.find((a) => a.status === 201)?.body.id ?? '';
    await decline(own.supplier.api, id);
    expect((await propose(own.broker, given)).status).toBe(201);
  });

  it('is taken back by the body while it waits, with a reason', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    const withdraw = (who: Client) =>
      who.call(introductionsApi.withdraw, { params: { id }, body: { reason: '発注の見直し' } });
    expect((await withdraw(own.poster.api)).status).toBe(403);
    expect((await withdraw(own.supplier.api)).status).toBe(403);
    expect((await withdraw(own.broker)).body).toMatchObject({ state: 'withdrawn' });
    expect((await withdraw(own.broker)).error.code).toBe('introduction/illegal-transition');
    expect((await consent(own.poster.api, id)).error.code).toBe('introduction/already-answered');
    const seen = await get(own.supplier.api, id);
    expect([seen.outcomeReason, seen.owner.company.name]).toEqual(['発注の見直し', null]);
  });

  it('of an owner is taken back by the person who made it', async () => {
    const own = await aCast(app, { orderersMayPropose: true });
    const { body } = await propose(own.poster.api, { subjectId: own.order.id, companyId: own.supplier.id });
    const call = { params: { id: body.id }, body: { reason: '別の会社に決めた' } };
    const colleague = await signedIn(app, { role: 'company-owner', companyId: own.poster.id });
    expect((await colleague.call(introductionsApi.withdraw, call)).status).toBe(403);
    expect((await own.poster.api.ok(introductionsApi.withdraw, call)).state).toBe('withdrawn');
  });
});

describe('the answers', () => {
  it('of both sides disclose them to each other, with who saw whom', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    const half = await consent(own.poster.api, id);
    expect(half.body).toMatchObject({
      state: 'proposed',
      owner: { consent: 'consented' },
      can: { respond: false },
    });
    expect((await get(own.supplier.api, id)).owner.company.name).toBeNull();
    const both = await consent(own.supplier.api, id);
    expect(both.body).toMatchObject({
      state: 'consented',
      owner: { company: { id: own.poster.id, name: own.poster.name } },
    });
    await app.settle();
    const asOwner = await get(own.poster.api, id);
    expect(asOwner).toMatchObject({
      state: 'negotiating',
      candidate: { company: { id: own.supplier.id, name: own.supplier.name } },
      can: { openRoom: true },
    });
    expect(asOwner.roomId).not.toBeNull();
    const seenBy = async (who: Client) =>
      (await get(who, id)).disclosures.map(({ viewer, of }) => [viewer, of]);
    expect(await seenBy(own.poster.api)).toEqual([[own.supplier.owner.name, 'owner']]);
    expect(await seenBy(own.supplier.api)).toEqual([[own.poster.owner.name, 'candidate']]);
    expect(await seenBy(own.broker)).toEqual([
      [own.supplier.owner.name, 'owner'],
      [own.poster.owner.name, 'candidate'],
    ]);
    const order = await own.supplier.api.ok(ordersApi.get, { params: { id: own.order.id } });
    expect(order.poster).toMatchObject({ id: own.poster.id, name: own.poster.name });
    expect(await eventsAbout(app, id)).toEqual([
      'introduction.proposed',
      'introduction.half-consented',
      'introduction.consented',
      'introduction.followed-up',
    ]);
  });

  it('are recorded as seen also by who reads only the list', async () => {
    const own = await aCast(app);
    const { id } = await consented(app, own);
    const colleague = await aPerson(database(), {
      role: 'company-member',
      companyId: own.poster.id,
      name: '同僚 三郎',
    });
    const { items } = await app.as(colleague.cookie).ok(introductionsApi.list);
    expect(items[0]).toMatchObject({ id, candidateName: own.supplier.name });
    const { disclosures } = await get(own.broker, id);
    expect(disclosures.map((d) => [d.viewer, d.of])).toContainEqual(['同僚 三郎', 'candidate']);
  });

  it.each(declineCodes)(
    'no (%s) reaches the other side with its reason, still without a name',
    async (code) => {
      const own = await aCast(app);
      const { id } = await proposed(own);
      const side = declineCodes.indexOf(code) % 2 === 0 ? 'candidate' : 'owner';
      const [who, other] = side === 'candidate' ? [own.supplier, own.poster] : [own.poster, own.supplier];
      const answer = await decline(who.api, id, code, '来年度ならば検討できます。');
      expect(answer.body.state).toBe('declined');
      const seen = await get(other.api, id);
      expect(seen[side]).toMatchObject({
        consent: 'declined',
        declineCode: code,
        declineText: '来年度ならば検討できます。',
        company: { id: null, name: null },
      });
      expect((await consent(other.api, id)).error.code).toBe('introduction/already-answered');
    },
  );

  it('are given once', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    await consent(own.poster.api, id);
    for (const again of [consent(own.poster.api, id), decline(own.poster.api, id)])
      expect([(await again).status, (await again).error.code]).toEqual([
        409,
        'introduction/already-answered',
      ]);
    expect((await get(own.broker, id)).state).toBe('proposed');
  });

  it('yes and no of two colleagues at once leave one of them', async () => {
    const own = await aCast(app);
    const colleague = await signedIn(app, { role: 'company-member', companyId: own.supplier.id });
    for (let round = 0; round < 4; round += 1) {
      const { id } = await proposed({ ...own, order: await aPublishedOrder(own.poster) });
      await consent(own.poster.api, id);
      const [yes, no] = await Promise.all([consent(own.supplier.api, id), decline(colleague, id)]);
      expect([yes.status, no.status].sort()).toEqual([200, 409]);
      const { state, candidate } = await get(own.broker, id);
      expect(candidate.consent).toBe(yes.status === 200 ? 'consented' : 'declined');
      expect(['consented', 'negotiating'].includes(state)).toBe(yes.status === 200);
    }
  });

  it('of both sides at once leave a legal state', async () => {
    const own = await aCast(app);
    for (let round = 0; round < 4; round += 1) {
      const { id } = await proposed({ ...own, order: await aPublishedOrder(own.poster) });
      const [yes, no] = await Promise.all([consent(own.poster.api, id), decline(own.supplier.api, id)]);
      expect([no.status, [200, 409].includes(yes.status)]).toEqual([200, true]);
      const { state, owner, candidate } = await get(own.broker, id);
      expect([state, candidate.consent]).toEqual(['declined', 'declined']);
      expect(owner.consent).toBe(yes.status === 200 ? 'consented' : 'waiting');
    }
    const { id } = await proposed({ ...own, order: await aPublishedOrder(own.poster) });
    const answers = await Promise.all([consent(own.poster.api, id), consent(own.supplier.api, id)]);
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    const names = (await eventsAbout(app, id)).filter((name) => name.endsWith('consented'));
    expect(names).toEqual(['introduction.half-consented', 'introduction.consented']);
  });
});

describe('an introduction for a patent', () => {
  const numbers = { number: '', registrationNumber: '特許第7654321号', applicationNumber: '特願2020-123456' };

  async function aPatentCast(): Promise<{ holder: Firm; licensee: Firm; introduction: Introduction }> {
    const holder = await aFirm(app, { name: '架空化学' });
    const licensee = await aFirm(app, { name: '架空繊維' });
    const patent = await aPublishedPatent(holder, {
      ...numbers,
      holder: '架空化学株式会社',
      visibility: 'anonymous',
    });
    const introduction = await cast.broker.ok(introductionsApi.propose, {
      body: { kind: 'patent', subjectId: patent.id, companyId: licensee.id, reason: '用途が合うため' },
    });
    return { holder, licensee, introduction };
  }

  it('hides the holder and the numbers until both consent', async () => {
    const { holder, licensee, introduction } = await aPatentCast();
    const { id } = introduction;
    expect(introduction.subject.patent).toMatchObject({ ...numbers, holder: '架空化学株式会社' });
    const before = await get(licensee.api, id);
    expect(before.subject).toMatchObject({
      kind: 'patent',
      revision: null,
      order: null,
      patent: { holder: '', registrationNumber: '', applicationNumber: '' },
    });
    expect((await get(holder.api, id)).subject.patent).toMatchObject(numbers);
    for (const side of [holder, licensee]) await consent(side.api, id);
    await app.settle();
    expect((await get(licensee.api, id)).subject.patent).toMatchObject(numbers);
    const patent = await licensee.api.ok(patentsApi.get, { params: { id: introduction.subject.id } });
    expect([patent.poster.name, patent.content.registrationNumber]).toEqual(['架空化学', '特許第7654321号']);
  });

  it('makes it licensed once they agree', async () => {
    const { holder, licensee, introduction } = await aPatentCast();
    for (const side of [holder, licensee]) await consent(side.api, introduction.id);
    await service.agreed(introduction.id, { amountYen: 3_000_000, on: today });
    const patent = await licensee.api.ok(patentsApi.get, { params: { id: introduction.subject.id } });
    expect(patent.state).toBe('licensed');
  });
});

describe('time', () => {
  const moveBack = (id: string, column: 'created_at' | 'expires_at', days: number) =>
    database().query(
      `update introduction set ${column} = ${column} - make_interval(days => $2) where id = $1`,
      [id, days],
    );

  it('reminds once, after three days', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    await service.remindWaiting();
    expect(await eventsAbout(app, id)).not.toContain('introduction.reminded');
    await moveBack(id, 'created_at', 4);
    await service.remindWaiting();
    await service.remindWaiting();
    const reminders = (await eventsAbout(app, id)).filter((name) => name === 'introduction.reminded');
    expect(reminders).toHaveLength(1);
  });

  it('ends what nobody answered, and nothing else', async () => {
    const own = await aCast(app);
    const { id, expiresAt } = await proposed(own);
    expect(Date.parse(expiresAt ?? '') - Date.now()).toBeGreaterThan(13 * 86_400_000);
    const answered = await consented(app, await aCast(app));
    await service.expireOverdue();
    expect((await get(own.broker, id)).state).toBe('proposed');
    for (const one of [id, answered.id]) await moveBack(one, 'expires_at', 30);
    await Promise.all([service.expireOverdue(), service.expireOverdue()]);
    expect(await get(own.poster.api, id)).toMatchObject({
      state: 'expired',
      expiresAt: null,
      candidate: { company: { name: null } },
      can: { respond: false },
    });
    expect((await eventsAbout(app, id)).filter((name) => name === 'introduction.expired')).toHaveLength(1);
    expect((await get(own.broker, id)).version).toBe(2);
    const [candidate] = await database().query(
      'select introduction_state state from match_candidate where introduction_id = $1',
      [id],
    );
    expect(candidate).toEqual({ state: 'expired' });
    expect((await consent(own.poster.api, id)).error.code).toBe('introduction/already-answered');
    expect(await eventsAbout(app, answered.id)).not.toContain('introduction.expired');
    const again = await proposed(own);
    expect(again.state).toBe('proposed');
  });
});
