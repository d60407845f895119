import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { Database } from '../database/index.js';
import { defineEvent, Events } from '../events/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import type { Handler, HandlerRegistry } from './handler-registry.js';
import type { QueueName } from './handlers.js';
import type { QueuedJob, Queues } from './queues.js';
import { Relay } from './relay.js';

const opened = defineEvent('test.opened', z.object({ n: z.int() }));
const unheard = defineEvent('test.unheard', z.object({}));

const handler = (name: string, queue: QueueName): Handler => ({
  declaration: { kind: 'event', name, queue, event: opened },
  run: async () => undefined,
});
const registry = {
  forEvent: (name: string) =>
    name === opened.name ? [handler('test.mail', 'mail'), handler('test.match', 'heavy')] : [],
} as unknown as HandlerRegistry;

let test: TestDatabase;
let other: Database;
let events: Events;
/** What was given to the queue, as in "test.mail 12". */
let added: string[];
const relays: Relay[] = [];

beforeAll(async () => {
  test = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
  other = await Database.connect(test.url, [], 4);
  events = new Events(test.database);
});
afterAll(async () => {
  await other.close();
  await test.drop();
});
beforeEach(async () => {
  added = [];
  await test.database.query('truncate event restart identity');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

/** A relay to a queue that notes its jobs, and then does `afterAdd`. */
function relay(afterAdd: () => Promise<unknown> = async () => undefined, database = test.database): Relay {
  const add = async (jobs: readonly QueuedJob[]) => {
    added.push(...jobs.map((job) => `${job.handler} ${job.eventId}`));
    await afterAdd();
  };
  const made = new Relay(
    database,
    { add } as unknown as Queues,
    registry,
    test.url,
    pino({ level: 'silent' }),
  );
  relays.push(made);
  return made;
}

const record = (n: number) => events.record(opened, { n }, { actor: null });
const recordMany = (count: number) =>
  test.database.query(
    `insert into event (name, data) select 'test.opened', '{"n": 1}' from generate_series(1, $1::int)`,
    [count],
  );
const jobsOf = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => [`test.mail ${from + i}`, `test.match ${from + i}`]).flat();
const waiting = async (): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(
    'select count(*) n from event where relayed_at is null',
  );
  return row?.n ?? -1;
};

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not happen within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const empty = () => until(async () => (await waiting()) === 0);

/** Connections of relays whose last statement began like this. */
const listeners = (statement: string) =>
  test.database.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database()
     and application_name = 'nakadachi-relay' and query like $1`,
    [`${statement}%`],
  );

/** A wall that nobody passes before `open` is called. */
function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

/** Keeps the poll from running by itself; `tick` runs it. */
function heldPoll(): { tick: () => void } {
  const held = { tick: (): void => undefined };
  jest.spyOn(globalThis, 'setInterval').mockImplementation(((run: () => void) => {
    held.tick = run;
    return undefined;
  }) as never);
  return held;
}

describe('handing over', () => {
  it('gives what was committed to each handler once', async () => {
    await test.database.transaction(async () => {
      for (const n of [1, 2, 3]) await record(n);
    });
    const one = relay();
    expect(await one.waiting()).toBe(3);
    one.wake();
    await empty();
    one.wake();
    await one.stop();
    expect(added).toEqual(jobsOf(1, 3));
    expect(await one.waiting()).toBe(0);
  });

  it('gives nothing of a transaction that was rolled back', async () => {
    const broken = test.database.transaction(async () => {
      await record(1);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await record(2);
    const one = relay();
    one.wake();
    await empty();
    expect(added).toEqual(jobsOf(2, 2));
  });

  it('marks an event that nobody handles', async () => {
    await events.record(unheard, {}, { actor: null });
    relay().wake();
    await empty();
    expect(added).toEqual([]);
  });

  it('takes more events than one batch holds, in their order', async () => {
    await recordMany(450);
    relay().wake();
    await empty();
    expect(added).toEqual(jobsOf(1, 450));
  });
});

describe('a failure', () => {
  it('between the queue and the mark adds the same jobs again, and loses none', async () => {
    await recordMany(3);
    let crashes = 1;
    const one = relay(async () => {
      if (crashes-- <= 0) return;
      // The relay's own connection goes, as when its process is killed: what it marks after this is rolled back.
      const [row] = await test.database.query<{ pid: number }>('select pg_backend_pid() pid');
      await other.query('select pg_terminate_backend($1)', [row?.pid]);
    });
    one.wake();
    await until(() => added.length === 6);
    await until(async () => {
      one.wake();
      return (await waiting()) === 0;
    });
    expect(added).toEqual([...jobsOf(1, 3), ...jobsOf(1, 3)]);
  });

  it('of the queue leaves the events for the next try', async () => {
    await recordMany(2);
    let failures = 2;
    const one = relay(async () => {
      if (failures-- > 0) throw new Error('The queue is away.');
    });
    await until(async () => {
      one.wake();
      return (await waiting()) === 0;
    });
    expect(added).toEqual([...jobsOf(1, 2), ...jobsOf(1, 2), ...jobsOf(1, 2)]);
  });
});

describe('two relays at once', () => {
  it('share the events and double none', async () => {
    await recordMany(450);
    const met = gate();
    let inside = 0;
    // Both are inside a batch before either goes on: the second skipped what the first had locked.
    const meet = async () => {
      if (++inside === 2) met.open();
      await met.passed;
    };
    const both = [relay(meet), relay(meet, other)];
    for (const one of both) one.wake();
    await empty();
    expect([...added].sort()).toEqual(jobsOf(1, 450).sort());
  });
});

describe('waking', () => {
  it('follows a notification, without the poll', async () => {
    heldPoll();
    const one = relay();
    one.start();
    // Start and listening wake it twice by themselves; each of these needs a waking of its own.
    for (let n = 1; n <= 6; n++) {
      await record(n);
      await empty();
    }
    expect(added).toEqual(jobsOf(1, 6));
  });

  it('follows the poll, where nothing was notified', async () => {
    const poll = heldPoll();
    const one = relay();
    one.start();
    for (let n = 1; n <= 6; n++) {
      await recordMany(1);
      await until(async () => {
        poll.tick();
        return (await waiting()) === 0;
      });
    }
    expect(added).toEqual(jobsOf(1, 6));
  });

  it('listens again when its connection was cut', async () => {
    heldPoll();
    relay().start();
    await until(async () => (await listeners('listen')).length === 1);
    const [first] = await listeners('listen');
    await test.database.query('select pg_terminate_backend($1)', [first?.pid]);
    await until(async () => {
      const [now] = await listeners('listen');
      return now !== undefined && now.pid !== first?.pid;
    });
    for (let n = 1; n <= 4; n++) {
      await record(n);
      await empty();
    }
    expect(added).toEqual(jobsOf(1, 4));
  });

  it('while it works is not forgotten', async () => {
    await recordMany(1);
    const held = gate();
    const one = relay(() => held.passed);
    one.wake();
    await until(() => added.length === 2);
    await recordMany(1);
    one.wake();
    held.open();
    await empty();
    expect(added).toEqual(jobsOf(1, 2));
  });
});

describe('stopping', () => {
  it('in the middle ends the present batch, marked, and begins no other', async () => {
    await recordMany(450);
    const held = gate();
    const one = relay(() => held.passed);
    one.wake();
    await until(() => added.length > 0);
    let stopped = false;
    const stopping = one.stop().then(() => (stopped = true));
    one.wake();
    expect(stopped).toBe(false);
    held.open();
    await stopping;
    expect(added).toEqual(jobsOf(1, 200));
    expect(await waiting()).toBe(250);
    relay().wake();
    await empty();
    expect(added).toEqual(jobsOf(1, 450));
  });

  it('while it connects leaves no connection behind', async () => {
    const held = gate();
    const connect = pg.Client.prototype.connect as unknown as (
      this: pg.Client,
      answer?: unknown,
    ) => Promise<void>;
    const connected = new Promise<void>((resolve) => {
      jest.spyOn(pg.Client.prototype, 'connect').mockImplementation(function (
        this: pg.Client,
        answer?: unknown,
      ): unknown {
        // Only the listener connects without a callback; the others are the pool's.
        if (answer) return connect.call(this, answer);
        return held.passed.then(() => connect.call(this)).then(resolve);
      });
    });
    const one = relay();
    one.start();
    await one.stop();
    held.open();
    await connected;
    await until(async () => (await listeners('')).length === 0);
  });
});
