import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPostgresBackend, createRedisBackend, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Queues, type QueueName } from '#platform/queue/index.js';
import type { QueueSettings } from '#platform/queue/queues.js';
import type { TestDatabase } from '#platform/testing/index.js';
import { testDatabase } from '../support/database.js';
import { startRedis } from '../support/processes.js';

const redis = await startRedis();
if (!redis)
  console.warn('SKIPPED: the queue tests on Redis need redis-server (Debian package redis-server).');
afterAll(() => redis?.kill());

/** What the port is over: nothing is in it when a test begins. */
interface Adapter {
  readonly name: string;
  open(): Promise<QueueSettings>;
  close(): Promise<void>;
  /** A look behind the port, for what only time would show. */
  look(settings: QueueSettings, queue: QueueName): Queue;
}

let database: TestDatabase;
const onPostgres: Adapter = {
  name: 'PostgreSQL',
  open: async () => {
    database = await testDatabase();
    return { databaseUrl: database.url, redisUrl: null };
  },
  close: () => database.drop(),
  look: ({ databaseUrl }, queue) =>
    new Queue(
      queue,
      { connection: { connectionString: databaseUrl, max: 2 } },
      createPostgresBackend as unknown as typeof createRedisBackend,
    ),
};

const onRedis: Adapter = {
  name: 'Redis',
  open: async () => {
    await askRedis((connection) => connection.flushall());
    return { databaseUrl: '', redisUrl: redis?.url ?? '' };
  },
  close: async () => undefined,
  look: ({ redisUrl }, queue) => new Queue(queue, { connection: { url: redisUrl ?? '' } }),
};

async function askRedis<T>(ask: (connection: Redis) => Promise<T>): Promise<T> {
  const connection = new Redis(redis?.url ?? '');
  try {
    return await ask(connection);
  } finally {
    connection.disconnect();
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not happen within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const job = (eventId: number, queue: QueueName = 'quick', handler = `test.${queue}`) => ({
  queue,
  handler,
  eventId,
});

describe.each(redis ? [onPostgres, onRedis] : [onPostgres])('the queues on $name', (adapter) => {
  let settings: QueueSettings;
  const opened: { close(): Promise<unknown> }[] = [];
  /** One process' queues. */
  const process = (): Queues => {
    const queues = new Queues(settings);
    opened.push(queues);
    return queues;
  };
  const behind = (queue: QueueName): Queue => {
    const look = adapter.look(settings, queue);
    opened.push(look);
    return look;
  };

  beforeEach(async () => {
    settings = await adapter.open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await adapter.close();
  });

  it('bring each job to a worker, with its handler and its event', async () => {
    const jobs = Array.from({ length: 30 }, (_, i) =>
      (['quick', 'heavy', 'mail'] as const).map((q) => job(i + 1, q)),
    ).flat();
    const done = new Set<string>();
    for (const queues of [process(), process()])
      queues.work(async (handler, { eventId }) => void done.add(`${handler} ${eventId}`), fail);
    await process().add(jobs);
    await until(() => done.size >= jobs.length);
    expect([...done].sort()).toEqual(jobs.map((j) => `${j.handler} ${j.eventId}`).sort());
    await until(async () => (await process().pending()) === 0);
    expect(await process().failed()).toBe(0);
  });

  it('take the same job once, whoever adds it, also after it was done', async () => {
    const one = process();
    const other = process();
    await Promise.all([one.add([job(1), job(1), job(2)]), other.add([job(2), job(1)])]);
    await other.add([job(1, 'quick', 'test.another-handler')]);
    expect(await one.pending()).toBe(3);
    const runs: string[] = [];
    one.work(async (handler, { eventId }) => void runs.push(`${handler} ${eventId}`), fail);
    await until(async () => (await one.pending()) === 0);
    await other.add([job(1), job(2), job(3)]);
    await until(() => runs.includes('test.quick 3'));
    expect(runs.sort()).toEqual(['test.another-handler 1', 'test.quick 1', 'test.quick 2', 'test.quick 3']);
  });

  it('try a failing job again, and count it as failed in the end', async () => {
    const queues = process();
    let runs = 0;
    const told: string[] = [];
    queues.work(
      async () => {
        runs++;
        throw new Error('It does not work.');
      },
      (handler, error) => told.push(`${handler}: ${error.message}`),
    );
    await queues.add([job(1)]);
    await until(() => told.length === 1);
    expect([await queues.pending(), await queues.failed()]).toEqual([1, 0]);
    const look = behind('quick');
    await until(async () => {
      // Between two tries lie seconds and at last minutes; the test has them follow each other at once.
      for (const delayed of await look.getDelayed()) await delayed.promote().catch(() => undefined);
      return (await queues.failed()) === 1;
    });
    expect(runs).toBe(8);
    // A worker tells of a failure after it has been stored.
    await until(() => told.length >= 8);
    expect(told).toEqual(Array<string>(8).fill('test.quick: It does not work.'));
    expect(await queues.pending()).toBe(0);
  });

  it('end a job that succeeds at a later try as done', async () => {
    const queues = process();
    let runs = 0;
    queues.work(
      async () => {
        if (++runs === 1) throw new Error('Not yet.');
      },
      () => undefined,
    );
    await queues.add([job(1, 'mail')]);
    await until(async () => runs === 2 && (await queues.pending()) === 0);
    expect(await queues.failed()).toBe(0);
  });

  it('run a recurring job again and again, not twice where several processes declare it', async () => {
    const all = [process(), process(), process()];
    await Promise.all(all.map((queues) => queues.every('test.tick', 'quick', 100)));
    let runs = 0;
    for (const queues of all) {
      queues.work(async (handler, data) => {
        expect([handler, data]).toEqual(['test.tick', { eventId: null }]);
        runs++;
      }, fail);
    }
    await until(() => runs >= 5);
    const again = process();
    await again.every('test.tick', 'quick', 100);
    const before = runs;
    await until(() => runs >= before + 5);
    // Nothing moves once nobody works.
    for (const queues of all) {
      await queues.close();
      opened.splice(opened.indexOf(queues), 1);
    }
    const look = behind('quick');
    expect(await look.getJobSchedulersCount()).toBe(1);
    // One run waits, whoever declared it: the chains did not become two.
    expect((await look.getJobs(['delayed', 'waiting'])).length).toBeLessThanOrEqual(1);
    expect(await again.failed()).toBe(0);
  });

  it('keep one recurring job where its period changed', async () => {
    await process().every('test.tick', 'quick', 100_000);
    await process().every('test.tick', 'quick', 3_600_000);
    const schedulers = await behind('quick').getJobSchedulers();
    expect(schedulers.map((s) => [s.name, Number(s.every)])).toEqual([['test.tick', 3_600_000]]);
  });

  it('count what waits, without the next run of a recurring job', async () => {
    const queues = process();
    expect([await queues.pending(), await queues.failed()]).toEqual([0, 0]);
    await queues.every('test.tick', 'heavy', 3_600_000);
    let ticks = 0;
    queues.work(async () => void ticks++, fail);
    await until(async () => ticks > 0 && (await queues.pending()) === 0);
    await queues.close();
    opened.splice(opened.indexOf(queues), 1);
    const later = process();
    await later.add([job(1, 'quick'), job(2, 'heavy'), job(3, 'mail')]);
    expect(await later.pending()).toBe(3);
  });

  it('finish what runs before they close, and leave the rest for others', async () => {
    const queues = process();
    let begun = 0;
    let finished = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    queues.work(async () => {
      begun++;
      await held;
      finished++;
    }, fail);
    // "heavy" runs one at a time: the second waits.
    await queues.add([job(1, 'heavy'), job(2, 'heavy')]);
    await until(() => begun === 1);
    opened.splice(opened.indexOf(queues), 1);
    let closed = false;
    const closing = queues.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([closed, finished]).toEqual([false, 0]);
    release();
    await closing;
    expect([begun, finished]).toEqual([1, 1]);
    const next = process();
    const taken: (number | null)[] = [];
    next.work(async (_, { eventId }) => void taken.push(eventId), fail);
    await until(async () => taken.length > 0 && (await next.pending()) === 0);
    expect(taken).toEqual([2]);
  });
});

describe('the warnings of the queues', () => {
  it('are none on PostgreSQL', async () => {
    const queues = new Queues({ databaseUrl: 'postgres://127.0.0.1:1/none', redisUrl: null });
    expect(await queues.warnings()).toEqual([]);
    await queues.close();
  });

  (redis ? describe : describe.skip)('on Redis', () => {
    const warningsAt = async (url = redis?.url ?? '') => {
      const queues = new Queues({ databaseUrl: '', redisUrl: url });
      try {
        return await queues.warnings();
      } finally {
        await queues.close();
      }
    };
    const set = (appendonly: string, policy: string) =>
      askRedis(async (connection) => {
        await connection.config('SET', 'appendonly', appendonly);
        await connection.config('SET', 'maxmemory-policy', policy);
      });
    afterEach(() => set('yes', 'noeviction'));

    it('are none where it keeps what it was told', async () => {
      expect(await warningsAt()).toEqual([]);
    });

    it.each([
      ['no', 'noeviction', [expect.stringContaining('appendonly is off')]],
      ['yes', 'allkeys-lru', [expect.stringContaining('maxmemory-policy should be noeviction')]],
      ['no', 'volatile-ttl', [expect.stringContaining('appendonly'), expect.stringContaining('maxmemory')]],
    ])('tell of appendonly %s and maxmemory-policy %s', async (appendonly, policy, expected) => {
      await set(appendonly, policy);
      expect(await warningsAt()).toEqual(expected);
    });

    it('say so where it does not tell its settings, and do not keep a worker from starting', async () => {
      await askRedis((connection) =>
        connection.call('ACL', 'SETUSER', 'limited', 'on', '>word', '~*', '&*', '+@all', '-config'),
      );
      const url = new URL(redis?.url ?? '');
      url.username = 'limited';
      url.password = 'word';
      expect(await warningsAt(url.href)).toEqual([expect.stringContaining('does not tell')]);
    });
  });
});

function fail(handler: string, error: Error): void {
  console.error(handler, error);
}
