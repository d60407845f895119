import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { callsApi } from '#contracts/calls.js';
import { FAIR_NAMESPACE } from '#contracts/fair-live.js';
import { identityApi } from '#contracts/identity.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { matchingApi } from '#contracts/matching.js';
import { orderContent, ordersApi } from '#contracts/orders.js';
import { notificationsApi } from '#contracts/notifications.js';
import { client } from '../support/client.js';
import { aCompany } from '../support/companies.js';
import { testDatabase } from '../support/database.js';
import { aPerson } from '../support/people.js';
import {
  consentedParties,
  openTab,
  type Acknowledged,
  type Parties,
  type Tab,
} from '../support/negotiations.js';
import { startProcess, startRedis, type Running } from '../support/processes.js';
import { Queues } from '#platform/queue/index.js';
import type { TestDatabase } from '#platform/testing/index.js';

const redis = await startRedis();
if (!redis) console.warn('SKIPPED: the cluster tests need redis-server (Debian package redis-server).');

/** The clustered shape of docker/compose.yaml as plain processes: api ×2, realtime ×2, worker ×2 over Redis. */
(redis ? describe : describe.skip)('a cluster of processes', () => {
  let test: TestDatabase;
  let parties: Parties;
  let roomId: string;
  const running: Running[] = [];
  let env: Record<string, string>;
  let apis: Running[];
  let realtimes: (Running & { port: number })[];
  let workers: Running[];
  const tabs: Tab[] = [];

  const start = async (role: 'api' | 'realtime' | 'worker', port?: number) => {
    const process = await startProcess(role, env, port);
    running.push(process);
    return process;
  };
  const tabOf = async (cookie: string, at: number) => {
    const tab = await openTab(realtimes[at]?.url ?? '', cookie);
    tabs.push(tab);
    return tab;
  };

  beforeAll(async () => {
    test = await testDatabase();
    env = { DATABASE_URL: test.url, REDIS_URL: redis?.url ?? '' };
    apis = await Promise.all([start('api'), start('api')]);
    realtimes = await Promise.all([start('realtime'), start('realtime')]);
    workers = await Promise.all([start('worker'), start('worker')]);
    parties = await consentedParties(test.database);
    await test.database.query(
      `insert into event (name, subject_id, data)
       values ('introduction.consented', $1::uuid, jsonb_build_object('introductionId', $1::uuid))`,
      [parties.introductionId],
    );
    roomId = await until(async () => {
      const [room] = await test.database.query<{ id: string }>(
        'select id from room where introduction_id = $1',
        [parties.introductionId],
      );
      return room?.id;
    });
  });

  afterAll(async () => {
    for (const tab of tabs) tab.close();
    await Promise.all(running.map((process) => process.kill()));
    await redis?.kill();
    await test.drop();
  });

  it('brings a message from one realtime process to another, and to HTTP', async () => {
    const owner = await tabOf(parties.owner.cookie, 0);
    const candidate = await tabOf(parties.candidate.cookie, 1);
    await owner.send('room:join', { roomId });
    await candidate.send('room:join', { roomId });
    const sent = await owner.say(roomId, '別のプロセスへ');
    expect(sent.ok).toBe(true);
    const heard = await candidate.until('message:new', (m) => m.text === '別のプロセスへ');
    expect(heard.seq).toBe(sent.seq);
    for (const api of apis) {
      const { items } = await client(api.url, parties.candidate.cookie).ok(negotiationsApi.messages, {
        params: { id: roomId },
      });
      expect(items.map((m) => m.text)).toContain('別のプロセスへ');
    }
  });

  it('tells a removed member at once, whichever process holds the socket', async () => {
    const companyId = parties.ownerCompany.id;
    const colleague = await aPerson(test.database, { role: 'company-member', companyId, name: '同僚 一郎' });
    const owner = client(apis[0]?.url ?? '', parties.owner.cookie);
    await owner.ok(negotiationsApi.addMember, { params: { id: roomId }, body: { userId: colleague.id } });
    const tab = await tabOf(colleague.cookie, 1);
    expect((await tab.send('room:join', { roomId })).ok).toBe(true);
    await owner.ok(negotiationsApi.removeMember, { params: { id: roomId, userId: colleague.id } });
    await tab.until('room:left', (data) => data.roomId === roomId);
    expect((await tab.say(roomId, 'まだいますか')).code).toBe('auth/forbidden');
  });

  it('ends the sockets of a suspended account at a fair too, by the worker, on whichever process they are', async () => {
    const organiser = await aPerson(test.database, { role: 'coordinator', bodyId: parties.bodyId });
    const atFair = realtimes.map(({ url }) =>
      io(`${url}${FAIR_NAMESPACE}`, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false },
        extraHeaders: { cookie: organiser.cookie },
      }),
    );
    await Promise.all(
      atFair.map(
        (socket) =>
          new Promise((resolve, reject) =>
            socket.on('connect', () => resolve(0)).on('connect_error', reject),
          ),
      ),
    );
    const ended = Promise.all(
      atFair.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))),
    );
    const admin = await aPerson(test.database, { role: 'administrator' });
    await client(apis[0]?.url ?? '', admin.cookie).ok(identityApi.suspendAccount, {
      params: { id: organiser.id },
    });
    await ended;
  });

  it('hands over what was recorded while every worker was dead, once', async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    const buyer = await aPerson(test.database, {
      role: 'company-owner',
      companyId: parties.ownerCompany.id,
      name: '購買 三郎',
    });
    await aCompany(test.database, {
      name: '旋盤工房',
      processes: [
        {
          code: 'turning',
          maxX: null,
          maxY: null,
          maxZ: null,
          maxMassKg: null,
          toleranceMm: null,
          lotFrom: null,
          lotTo: null,
          leadTimeDays: null,
          note: '',
        },
      ],
    });
    const api = client(apis[1]?.url ?? '', buyer.cookie);
    const order = await api.ok(ordersApi.create, {
      body: orderContent.parse({
        title: '軸の旋盤加工',
        requirements: [{ id: 'r1', level: 'must', kind: 'process', code: 'turning' }],
      }),
    });
    await api.ok(ordersApi.publish, { params: { id: order.id }, version: order.version });
    const before = await api.ok(matchingApi.candidates, { params: { kind: 'order', id: order.id } });
    expect(before.run.state).toBe('never');
    workers = await Promise.all([start('worker'), start('worker')]);
    const after = await until(async () => {
      const answer = await api.ok(matchingApi.candidates, { params: { kind: 'order', id: order.id } });
      return answer.run.state === 'finished' ? answer : undefined;
    });
    expect(after.items.map((c) => c.reasons[0]?.verdict)).toContain('met');
    const told = await until(async () => {
      const { items } = await api.ok(notificationsApi.list);
      const about = items.filter((n) => n.kind === 'candidates-found' && n.link.includes(order.id));
      return about.length > 0 ? about : undefined;
    });
    expect(told).toHaveLength(1);
  });

  it('loses and doubles nothing when a relay is killed between the queue and its mark', async () => {
    // The mark is what a killed relay did not write: the same events come again and must change nothing.
    const queues = new Queues({ databaseUrl: test.url, redisUrl: redis?.url ?? '' });
    // Handlers record events themselves, so that quiet means: nothing waits twice in a row.
    const quiet = async () => {
      let looks = 0;
      await until(async () => {
        const [row] = await test.database.query<{ n: number }>(
          'select count(*) n from event where relayed_at is null',
        );
        looks = row?.n === 0 && (await queues.pending()) === 0 ? looks + 1 : 0;
        return looks === 2 ? true : undefined;
      });
    };
    try {
      await quiet();
      const before = await counts(test);
      await test.database.query('update event set relayed_at = null');
      await quiet();
      expect(await counts(test)).toEqual(before);
    } finally {
      await queues.close();
    }
  });

  it('stores each message once, in one order, while the realtime process is killed and started again', async () => {
    const port = realtimes[0]?.port ?? 0;
    const sender = stubborn(realtimes[0]?.url ?? '', parties.owner.cookie, roomId);
    const texts = Array.from({ length: 60 }, (_, i) => `再起動中の便り ${i + 1}`);
    const acknowledged = new Map<string, number>();
    const sending = (async () => {
      for (const text of texts) {
        const clientId = randomUUID();
        // A client keeps its id until it knows: this is what makes a resend the same message.
        for (;;) {
          const answer = await sender.say(text, clientId);
          if (answer?.ok && answer.seq !== undefined) {
            acknowledged.set(text, answer.seq);
            break;
          }
          await sleep(50);
        }
      }
    })();
    await until(async () => (acknowledged.size > 10 ? true : undefined));
    await realtimes[0]?.kill();
    const back = await start('realtime', port);
    realtimes[0] = back;
    await sending;
    sender.close();
    const { items } = await client(apis[0]?.url ?? '', parties.candidate.cookie).ok(
      negotiationsApi.messages,
      {
        params: { id: roomId },
        query: { limit: 500 },
      },
    );
    const stored = items.filter((m) => texts.includes(m.text));
    expect(stored.map((m) => m.text)).toEqual(texts);
    for (const message of stored) expect(acknowledged.get(message.text)).toBe(message.seq);
    expect(items.map((m) => m.seq)).toEqual(items.map((_, i) => (items[0]?.seq ?? 1) + i));
  });

  it('gives the four seats of a call once, however many ask both realtime processes at the same time', async () => {
    const companyId = parties.ownerCompany.id;
    const owner = client(apis[0]?.url ?? '', parties.owner.cookie);
    const colleagues = await Promise.all(
      Array.from({ length: 5 }, () => aPerson(test.database, { role: 'company-member', companyId })),
    );
    for (const { id } of colleagues)
      await owner.ok(negotiationsApi.addMember, { params: { id: roomId }, body: { userId: id } });
    const people = [parties.owner, parties.candidate, ...colleagues];
    const seated = await Promise.all(people.map(({ cookie }, i) => tabOf(cookie, i % 2)));
    for (const tab of seated) expect((await tab.send('room:join', { roomId })).ok).toBe(true);
    const media = { microphone: true, camera: true, screen: false };
    const seats = await Promise.all(seated.map((tab) => tab.send('call:join', { roomId, media })));
    expect(seats.flatMap((seat) => (seat.ok ? [] : [seat.code]))).toEqual(Array(3).fill('call/full'));
    const { call } = await owner.ok(callsApi.get, { params: { id: roomId } });
    expect(call?.participants).toHaveLength(4);
    for (const tab of seated) tab.close();
  });

  it('stops in order at SIGTERM', async () => {
    const [api] = apis;
    expect(await api?.stop()).toBe(0);
    for (const worker of workers) expect(await worker.stop()).toBe(0);
  });
});

/** A browser that comes back by itself, enters its room again, and asks again where it got no answer. */
function stubborn(url: string, cookie: string, roomId: string) {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { cookie },
  });
  socket.on('connect', () => void socket.emit('room:join', { roomId }, () => undefined));
  return {
    say: (text: string, clientId: string): Promise<Acknowledged | null> =>
      socket
        .timeout(2_000)
        .emitWithAck('message:send', { roomId, clientId, text })
        .then((answer: Acknowledged) => answer)
        .catch(() => null),
    close: () => socket.disconnect(),
  };
}

/** What handlers write; a second handling must not add to it. */
async function counts(test: TestDatabase): Promise<Record<string, number>> {
  const [row] = await test.database.query<Record<string, number>>(
    `select (select count(*) from notification) notifications, (select count(*) from room) rooms,
       (select count(*) from message) messages, (select count(*) from match_candidate) candidates,
       (select count(*) from introduction) introductions`,
  );
  return row ?? {};
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('It did not happen within a minute.');
    await sleep(100);
  }
}
