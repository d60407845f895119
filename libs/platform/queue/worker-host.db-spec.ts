import { Injectable } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { z } from 'zod';
import { defineEvent, Events, type RecordedEvent } from '../events/index.js';
import { currentRequest, runInRequest } from '../logging/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { HandlerRegistry } from './handler-registry.js';
import { Every, OnEvent } from './handlers.js';
import { Queues } from './queues.js';
import { Relay } from './relay.js';
import { WorkerHost } from './worker-host.js';

const paid = defineEvent('test.paid', z.object({ yen: z.int(), note: z.string().default('なし') }));
const subjectId = '01900000-0000-7000-8000-000000000001';
const companyId = '01900000-0000-7000-8000-000000000002';
const userId = '01900000-0000-7000-8000-000000000003';

interface Run {
  readonly handler: string;
  readonly event?: RecordedEvent<typeof paid>;
  readonly requestId: string | undefined;
}

@Injectable()
class Handlers {
  readonly runs: Run[] = [];
  /** How many handlings of events fail from here on. */
  failures = 0;

  @OnEvent(paid, 'test.book', 'quick')
  async book(event: RecordedEvent<typeof paid>): Promise<void> {
    this.note('test.book', event);
  }
  @OnEvent(paid, 'test.thank', 'mail')
  async thank(event: RecordedEvent<typeof paid>): Promise<void> {
    this.note('test.thank', event);
  }
  @Every('test.sweep', 3_600_000)
  async sweep(): Promise<void> {
    this.note('test.sweep');
  }
  private note(handler: string, event?: RecordedEvent<typeof paid>): void {
    this.runs.push({ handler, ...(event && { event }), requestId: currentRequest()?.requestId });
    if (event && this.failures-- > 0) throw new Error('This run fails.');
  }
}

class TestModule {}

let test: TestDatabase;
let events: Events;
let handlers: Handlers;
let registry: HandlerRegistry;

beforeAll(async () => {
  test = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
  events = new Events(test.database);
  const app = await NestFactory.createApplicationContext(
    { module: TestModule, imports: [DiscoveryModule], providers: [Handlers, HandlerRegistry] },
    { logger: false },
  );
  handlers = app.get(Handlers);
  registry = app.get(HandlerRegistry);
});
afterAll(() => test.drop());
beforeEach(async () => {
  handlers.runs.length = 0;
  handlers.failures = 0;
  await test.database.query('truncate event restart identity');
});

function host() {
  const log = pino({ level: 'silent' });
  const queues = new Queues({ databaseUrl: test.url, redisUrl: null });
  const relay = new Relay(test.database, queues, registry, test.url, log);
  return { queues, relay, host: new WorkerHost(test.database, registry, queues, relay, log) };
}

const about = { subjectId, companyId, actor: { userId } };
const record = (yen: number) => events.record(paid, { yen }, about);
const lastId = async (): Promise<number> => {
  const [row] = await test.database.query<{ id: number }>('select max(id) id from event');
  return row?.id ?? 0;
};

describe('running a handler', () => {
  let worker: ReturnType<typeof host>;
  beforeAll(() => {
    worker = host();
  });
  afterAll(() => worker.queues.close());

  it('reads the event anew from the database, in the request that recorded it', async () => {
    await runInRequest({ requestId: 'request-1' }, () => record(1_000));
    const id = await lastId();
    await test.database.query(`update event set data = jsonb_set(data, '{yen}', '2000') where id = $1`, [id]);
    await worker.host.run('test.book', { eventId: id });
    expect(handlers.runs).toEqual([
      {
        handler: 'test.book',
        requestId: 'request-1',
        event: expect.objectContaining({
          id,
          name: 'test.paid',
          subjectId,
          companyId,
          actorId: userId,
          data: { yen: 2_000, note: 'なし' },
          createdAt: expect.any(Date),
        }),
      },
    ]);
  });

  it('of an event without a request, or of a recurring job, has a number of its own', async () => {
    await record(1);
    const id = await lastId();
    await worker.host.run('test.book', { eventId: id });
    await worker.host.run('test.sweep', { eventId: null });
    expect(handlers.runs.map((r) => r.requestId)).toEqual([`event-${id}`, 'test.sweep']);
  });

  it('refuses what it does not know', async () => {
    await record(1);
    const eventId = await lastId();
    await expect(worker.host.run('test.gone', { eventId })).rejects.toThrow('No handler is named test.gone.');
    await expect(worker.host.run('test.sweep', { eventId })).rejects.toThrow('does not handle events');
    await expect(worker.host.run('test.book', { eventId: null })).rejects.toThrow('needs an event');
    await expect(worker.host.run('test.book', { eventId: eventId + 1 })).rejects.toThrow('does not exist');
    expect(handlers.runs).toEqual([]);
  });

  it('fails loudly where the data no longer fits its schema', async () => {
    await test.database.query(`insert into event (name, data) values ('test.paid', '{"yen": "much"}')`);
    await expect(worker.host.run('test.book', { eventId: await lastId() })).rejects.toThrow(/yen/);
    expect(handlers.runs).toEqual([]);
  });
});

describe('recording an event', () => {
  it('refuses data that does not fit, and fills in what has a default', async () => {
    await expect(events.record(paid, { yen: 0.5 }, about)).rejects.toThrow(/yen/);
    await events.record(paid, { yen: 5 }, { actor: null });
    const rows = await test.database.query(
      'select name, subject_id, company_id, actor_id, data, request_id, relayed_at from event',
    );
    expect(rows).toEqual([
      {
        name: 'test.paid',
        subject_id: null,
        company_id: null,
        actor_id: null,
        data: { yen: 5, note: 'なし' },
        request_id: null,
        relayed_at: null,
      },
    ]);
  });
});

describe('a worker', () => {
  it('takes each event to each handler through the queue, again where one fails', async () => {
    handlers.failures = 1;
    const worker = host();
    await worker.host.onApplicationBootstrap();
    try {
      await record(10);
      await record(20);
      const done = () => handlers.runs.filter((r) => r.event).map((r) => `${r.handler} ${r.event?.data.yen}`);
      const wanted = ['test.book 10', 'test.book 20', 'test.thank 10', 'test.thank 20'];
      while (new Set(done()).size < 4 || (await worker.queues.pending()) > 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect([...new Set(done())].sort()).toEqual(wanted);
      expect(await worker.queues.failed()).toBe(0);
    } finally {
      await worker.host.onApplicationShutdown();
    }
  });
});
