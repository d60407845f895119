import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { introductionsApi } from '#contracts/introductions.js';
import { IntroductionsService } from '#introductions/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Call, Client } from '../support/client.js';
import { aCast, consented, proposed, type Cast } from '../support/introductions.js';
import { allPages, aPublishedOrder, signedIn } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
/** Another support body with its own case. */
let cast: Cast;
let service: IntroductionsService;

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  cast = await aCast(app);
  service = app.app.get(IntroductionsService, { strict: false });
});
afterAll(() => app.close());

const database = () => app.resources.database;
const today = '2026-11-21';

const get = (who: Client, id: string) => who.ok(introductionsApi.get, { params: { id } });
const consent = (who: Client, id: string) => who.call(introductionsApi.consent, { params: { id } });

describe('following up', () => {
  const followUp = (who: Client, id: string, version: number, given: object = {}) =>
    who.call(introductionsApi.followUp, {
      params: { id },
      version,
      body: { nextAction: '電話で確認', nextActionOn: today, coordinatorId: null, ...given },
    });
  const outcome = (who: Client, id: string, version: number, given: object = {}) =>
    who.call(introductionsApi.recordOutcome, {
      params: { id },
      version,
      body: { outcome: 'likely', reason: '見積を検討中', on: today, ...given } as never,
    });

  it('is for the staff of the body, who hand over among themselves', async () => {
    const own = await aCast(app);
    const secretary = await aPerson(database(), { role: 'secretary', bodyId: own.bodyId, name: '事務 五郎' });
    const { id } = await proposed(own);
    const { items } = await own.broker.ok(introductionsApi.coordinators);
    expect(items.map((p) => p.name).sort()).toEqual(['事務 五郎', '仲立 次郎']);
    const answer = await followUp(own.broker, id, 1, { coordinatorId: secretary.id });
    expect([answer.headers.get('etag'), answer.body]).toMatchObject([
      '"v2"',
      { nextAction: '電話で確認', nextActionOn: today, coordinator: { name: '事務 五郎' }, version: 2 },
    ]);
    expect(
      (await followUp(own.broker, id, 2, { coordinatorId: cast.coordinator.id })).error.fields,
    ).toHaveProperty('coordinatorId');
    expect((await followUp(own.poster.api, id, 2)).status).toBe(403);
    expect((await followUp(cast.broker, id, 2)).status).toBe(404);
    const seen = await get(own.poster.api, id);
    expect([seen.nextAction, seen.nextActionOn]).toEqual(['', null]);
  });

  it('needs the version that was edited, and refuses a stale one', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    const bodies = {
      followUp: { nextAction: '電話', nextActionOn: today, coordinatorId: null },
      recordOutcome: { outcome: 'likely', reason: '', on: today },
    };
    for (const name of ['followUp', 'recordOutcome'] as const) {
      const call = { params: { id }, body: bodies[name] };
      expect((await own.broker.call<Endpoint>(introductionsApi[name], call as object)).status).toBe(428);
    }
    await consent(own.poster.api, id);
    for (const change of [followUp, outcome]) {
      const stale = await change(own.broker, id, 1);
      expect([stale.status, stale.error.code]).toEqual([412, 'request/stale']);
      expect(stale.error.current).toMatchObject({ id, version: 2, owner: { consent: 'consented' } });
    }
  });

  it('records an outcome once both have met, and "no deal" ends the talks', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    expect((await outcome(own.broker, id, 1)).error.code).toBe('introduction/illegal-transition');
    for (const side of [own.poster, own.supplier]) await consent(side.api, id);
    await app.settle();
    let { version } = await get(own.broker, id);
    const likely = await outcome(own.broker, id, version, { amountYen: 1_200_000 });
    expect(likely.body).toMatchObject({
      outcome: 'likely',
      amountYen: 1_200_000,
      outcomeOn: today,
      state: 'negotiating',
    });
    version += 1;
    const given = { outcome: 'no-deal', code: 'price', reason: '価格が合わず' };
    expect((await outcome(own.broker, id, version, given)).body).toMatchObject({
      outcome: 'no-deal',
      state: 'ended',
    });
    expect((await outcome(own.poster.api, id, version)).status).toBe(403);
    expect((await outcome(cast.broker, id, version)).status).toBe(404);
  });

  it('keeps a deal that is agreed after all, also after a "no deal", and never makes it none', async () => {
    const own = await aCast(app);
    const { id, version } = await consented(app, own);
    await outcome(own.broker, id, version, { outcome: 'no-deal', code: 'price' });
    await service.agreed(id, { amountYen: 250_000, on: '2026-12-01' });
    await service.agreed(id, { amountYen: 999_999, on: '2027-01-01' });
    await service.talksEnded(id, '遅れて届いた終了');
    const agreed = await get(own.broker, id);
    expect(agreed).toMatchObject({
      state: 'agreed',
      outcome: 'deal',
      amountYen: 250_000,
      outcomeOn: '2026-12-01',
    });
    const none = await outcome(own.broker, id, agreed.version, { outcome: 'no-deal' });
    expect([none.status, none.error.code]).toEqual([409, 'introduction/illegal-transition']);
    const corrected = await outcome(own.broker, id, agreed.version, { outcome: 'deal', amountYen: 260_000 });
    expect(corrected.body.amountYen).toBe(260_000);
  });
});

describe('the board', () => {
  type Query = NonNullable<Call<typeof introductionsApi.list>['query']>;
  const list = async (who: Client, query: Query = {}) =>
    (await who.ok(introductionsApi.list, { query: { limit: 100, ...query } })).items.map((card) => card.id);

  it('has the own cases only, filtered as asked', async () => {
    const own = await aCast(app);
    const waiting = await proposed(own);
    const second = await aPublishedOrder(own.poster, { title: '歯車の量産' });
    const met = await consented(app, { ...own, order: second });
    const body = { nextAction: '訪問', nextActionOn: '2026-12-10', coordinatorId: null };
    const handed = await own.broker.ok(introductionsApi.followUp, {
      params: { id: met.id },
      version: met.version,
      body,
    });
    await own.broker.ok(introductionsApi.recordOutcome, {
      params: { id: met.id },
      version: handed.version,
      body: { outcome: 'likely', reason: '', on: today },
    });
    const all = [met.id, waiting.id];
    const cases: [Query, string[]][] = [
      [{}, all],
      [{ state: ['proposed'] }, [waiting.id]],
      [{ state: ['proposed', 'negotiating'] }, all],
      [{ outcome: ['likely'] }, [met.id]],
      [{ kind: 'order' }, all],
      [{ kind: 'patent' }, []],
      [{ subjectId: second.id }, [met.id]],
      [{ coordinator: own.coordinator.id }, [waiting.id]],
      [{ mine: 'true' }, all],
      [{ dueBy: '2026-12-09' }, []],
      [{ dueBy: '2026-12-10' }, [met.id]],
      [{ q: '歯車' }, [met.id]],
      [{ q: own.supplier.name }, all],
      [{ q: '100%' }, []],
    ];
    for (const [query, expected] of cases)
      expect([query, await list(own.broker, query)]).toEqual([query, expected]);
    expect(await list(own.poster.api)).toEqual(all);
    expect(await list(own.supplier.api)).toEqual(all);
    expect(await list(own.supplier.api, { q: own.poster.name })).toEqual([]);
    expect(await list(own.supplier.api, { dueBy: '2026-12-09' })).toEqual(all);
    const otherBody = await signedIn(app, { role: 'coordinator', bodyId: await aBody(database()) });
    expect(await list(otherBody)).toEqual([]);
  });

  it('begins its year on 1 April in Japan', async () => {
    const own = await aCast(app);
    const { id } = await proposed(own);
    const at = async (instant: string, fiscalYear: number) => {
      await database().query('update introduction set created_at = $2 where id = $1', [id, instant]);
      return (await list(own.broker, { fiscalYear })).length;
    };
    expect(await at('2026-03-31T23:59:59.999+09:00', 2025)).toBe(1);
    expect(await at('2026-03-31T23:59:59.999+09:00', 2026)).toBe(0);
    expect(await at('2026-04-01T00:00:00+09:00', 2026)).toBe(1);
    expect(await at('2026-04-01T00:00:00+09:00', 2025)).toBe(0);
  });

  it('gives every case once, page after page, also those of one instant', async () => {
    const own = await aCast(app);
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const order = await aPublishedOrder(own.poster);
      ids.push((await proposed({ ...own, order })).id);
    }
    await database().query(
      `update introduction set updated_at = '2026-05-01 09:00:00.123456+09' where id = any($1)`,
      [ids.slice(1, 6)],
    );
    const seen = await allPages((cursor) =>
      own.broker.ok(introductionsApi.list, { query: { limit: 2, ...(cursor && { cursor }) } }),
    );
    expect(seen.map((card) => card.id)).toEqual(await list(own.broker));
    expect(seen.map((card) => card.id).sort()).toEqual(ids.sort());
    expect(seen[0]).toMatchObject({ ownerName: own.poster.name, candidateName: own.supplier.name });
  });
});
