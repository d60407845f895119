import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { ordersApi } from '#contracts/orders.js';
import { patentsApi } from '#contracts/patents.js';
import { roleHolds, type Permission } from '#contracts/permissions.js';
import { Housekeeping } from '#platform/housekeeping.js';
import { startApp, type TestApp } from '../support/app.js';
import { aFirm, aPublishedOrder, someOrder, somePatent, type Firm } from '../support/orders.js';
import type { Caller } from '../support/world/people.js';
import { aWorld, type World } from '../support/world/world.js';

let app: TestApp;
let world: World;
let firm: Firm;

beforeAll(async () => {
  app = await startApp(['api']);
  world = await aWorld(app);
  firm = await aFirm(app);
});
afterAll(() => app.close());

const creating = Object.entries(api as Record<string, Record<string, Endpoint>>).flatMap(([context, list]) =>
  Object.entries(list)
    .filter(([, endpoint]) => endpoint.creates)
    .map(([name, endpoint]): [string, Endpoint] => [`${context}.${name}`, endpoint]),
);

const judges = ({ side, role }: Caller) => side === 'other' && role === 'company-owner';
/** Whom an endpoint is for where it is not for the first of the own side. */
const only: Record<string, (caller: Caller) => boolean> = {
  'negotiations.attach': ({ side, role }) => side === 'own' && role === 'coordinator',
  'councilVotes.decide': judges,
  'councilVotes.addOpinion': judges,
};

/** The first whom the endpoint is for. */
const callerOf = (name: string, { access }: Endpoint): Caller => {
  const may = ({ role }: Caller) =>
    access === 'public' ||
    (role !== null && access !== 'signed-in' && roleHolds(role, access satisfies Permission));
  const caller = world.callers.find(only[name] ?? ((one) => one.side !== 'other' && may(one)));
  if (!caller) throw new Error(`Nobody holds ${access}.`);
  return caller;
};
const isReplay = ({ headers }: { headers: Headers }) => headers.get('idempotent-replay') === 'true';
const create = (who: Firm, idempotencyKey: string, title = '軸受け') =>
  who.api.call(ordersApi.create, { body: { ...someOrder(), title }, idempotencyKey });
const ordersOf = async ({ api }: Firm) => (await api.ok(ordersApi.list, { query: { mine: 'true' } })).total;

describe('the same key', () => {
  it.each(creating)(
    '%s makes one thing of two requests at once, and answers the same later',
    async (name, endpoint) => {
      const caller = callerOf(name, endpoint);
      const call = { ...world.request(name, caller), idempotencyKey: randomUUID() };
      const send = () => caller.api.call(endpoint, call);
      const [one, two] = await Promise.all([send(), send()]);
      // Who has registered a company is no newcomer any more: from then on even the same request is refused.
      if (name === 'companies.register') {
        expect([one.status, two.status]).toContain(201);
        expect([201, 403]).toEqual(expect.arrayContaining([one.status, two.status]));
        return expect((await send()).status).toBe(403);
      }
      expect([one.status, two.status]).toEqual([201, 201]);
      expect(two.body).toEqual(one.body);
      expect([isReplay(one), isReplay(two)].sort()).toEqual([false, true]);
      const later = await send();
      expect([later.status, later.body, isReplay(later)]).toEqual([201, one.body, true]);
    },
  );

  it('with another content is refused, and makes nothing', async () => {
    const key = randomUUID();
    expect((await create(firm, key)).status).toBe(201);
    const before = await ordersOf(firm);
    const other = await create(firm, key, '歯車');
    expect([other.status, other.error.code]).toEqual([422, 'request/idempotency-key-reused']);
    const elsewhere = await firm.api.call(patentsApi.create, { body: somePatent(), idempotencyKey: key });
    expect([elsewhere.status, elsewhere.error.code]).toEqual([422, 'request/idempotency-key-reused']);
    expect(await ordersOf(firm)).toBe(before);
  });

  it('of another person is another key', async () => {
    const [key, other] = [randomUUID(), await aFirm(app)];
    const answers = await Promise.all([create(firm, key), create(other, key, '歯車')]);
    expect(answers.map((a) => [a.status, isReplay(a)])).toEqual([
      [201, false],
      [201, false],
    ]);
    expect(await ordersOf(other)).toBe(1);
  });

  it('is free again after a request that failed', async () => {
    const key = randomUUID();
    expect((await create(firm, key, ' '.repeat(3))).status).toBe(400);
    const again = await create(firm, key);
    expect([again.status, isReplay(again)]).toEqual([201, false]);
  });

  it('is free again a day later', async () => {
    const own = await aFirm(app);
    const key = randomUUID();
    await create(own, key);
    // The worker's, which does not run here.
    const housekeeping = new Housekeeping(app.resources.database);
    await housekeeping.sweepIdempotency();
    expect(isReplay(await create(own, key))).toBe(true);
    await app.resources.database.query(
      `update idempotency_record set created_at = created_at - interval '25 hours' where key = $1`,
      [key],
    );
    await housekeeping.sweepIdempotency();
    expect(isReplay(await create(own, key))).toBe(false);
    expect(await ordersOf(own)).toBe(2);
  });

  it('means nothing where nothing is created', async () => {
    const { id, version } = await aPublishedOrder(firm);
    const call = {
      params: { id },
      version,
      idempotencyKey: randomUUID(),
      body: { content: someOrder(), reason: '訂正' },
    };
    expect((await firm.api.call(ordersApi.amend, call)).status).toBe(200);
    expect((await firm.api.call(ordersApi.amend, call)).status).toBe(412);
  });
});

it('without a key every request makes its own', async () => {
  const own = await aFirm(app);
  const body = someOrder();
  await Promise.all([own.api.ok(ordersApi.create, { body }), own.api.ok(ordersApi.create, { body })]);
  expect(await ordersOf(own)).toBe(2);
});
