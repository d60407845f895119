import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Context } from '../context.js';
import { StoredEvent } from '../events/event.entity.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { PlatformMigrations } from './migrations/index.js';
import { Database } from './database.js';

const serverUrl = process.env['TEST_DATABASE_URL'] ?? '';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase(serverUrl, []);
  database = test.database;
  await database.query(
    'create table thing (id int primary key, name text not null, price numeric, seen bigint, day date, at timestamptz)',
  );
});
afterAll(() => test.drop());
beforeEach(() => database.query('truncate thing'));

const insert = (id: number, name = 'もの') =>
  database.query('insert into thing (id, name) values ($1, $2)', [id, name]);
const ids = async () =>
  (await database.query<{ id: number }>('select id from thing order by id')).map((row) => row.id);

describe('a transaction', () => {
  it('is committed with what it answers', async () => {
    const answer = await database.transaction(async () => {
      await insert(1);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await ids()).toEqual([1]);
  });

  it('is rolled back as a whole where it throws, repositories included', async () => {
    const work = database.transaction(async () => {
      await insert(1);
      await database
        .repository(StoredEvent)
        .insert({ name: 'test.event', data: {}, createdAt: new Date(), relayedAt: null });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
    expect(await database.repository(StoredEvent).count()).toBe(0);
  });

  it('inside another joins it: both are kept or none', async () => {
    const outer = database.transaction(async () => {
      await insert(1);
      await database.transaction(() => insert(2));
      expect(await ids()).toEqual([1, 2]);
      throw new Error('no');
    });
    await expect(outer).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
    await database.transaction(async () => {
      await insert(1);
      await database.transaction(() => insert(2));
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('is one connection through its whole call chain, and another one for a neighbour', async () => {
    const pid = async () => (await database.query<{ pid: number }>('select pg_backend_pid() pid'))[0]?.pid;
    const chain = () =>
      database.transaction(async () => {
        const first = await pid();
        await new Promise((resolve) => setImmediate(resolve));
        return [first, await pid(), await database.transaction(pid)];
      });
    const [one, other] = await Promise.all([chain(), chain()]);
    expect(new Set(one).size).toBe(1);
    expect(new Set(other).size).toBe(1);
    expect(one?.[0]).not.toBe(other?.[0]);
  });

  it('is not seen from outside before it is committed', async () => {
    let seenInside: number[] = [];
    let written = (): void => undefined;
    let release = (): void => undefined;
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const work = database.transaction(async () => {
      await insert(1);
      seenInside = await ids();
      written();
      await isReleased;
    });
    await isWritten;
    expect([seenInside, await ids()]).toEqual([[1], []]);
    release();
    await work;
    expect(await ids()).toEqual([1]);
  });
});

describe('afterCommit', () => {
  it('runs after the commit, in order, where another connection sees the rows', async () => {
    const order: string[] = [];
    let seen: Promise<number[]> | undefined;
    await database.transaction(async () => {
      await insert(1);
      database.afterCommit(() => order.push('first'));
      await database.transaction(async () => {
        database.afterCommit(() => void (seen = ids()));
        database.afterCommit(() => order.push('second'));
      });
      order.push('work');
    });
    expect(order).toEqual(['work', 'first', 'second']);
    expect(await seen).toEqual([1]);
  });

  it('does not run after a rollback, nor after a commit that failed', async () => {
    const ran: string[] = [];
    const thrown = database.transaction(async () => {
      database.afterCommit(() => ran.push('thrown'));
      throw new Error('no');
    });
    await expect(thrown).rejects.toThrow('no');
    await database.query('create table late (id int, unique (id) deferrable initially deferred)');
    const late = database.transaction(async () => {
      database.afterCommit(() => ran.push('late'));
      await database.query('insert into late values (1), (1)');
    });
    await expect(late).rejects.toThrow(/duplicate key/);
    expect(ran).toEqual([]);
  });

  it('runs at once where there is no transaction', () => {
    let ran = false;
    database.afterCommit(() => (ran = true));
    expect(ran).toBe(true);
  });
});

describe('query', () => {
  const asked = async (sql: string, parameters?: unknown[]) => database.query(sql, parameters);

  it('answers with rows, whatever the statement', async () => {
    expect(await asked(`insert into thing (id, name) values (1, 'a'), (2, 'b')`)).toEqual([]);
    expect(await asked(`insert into thing (id, name) values (3, 'c'), (4, 'd') returning id`)).toEqual([
      { id: 3 },
      { id: 4 },
    ]);
    expect(
      await asked(`insert into thing (id, name) values (3, 'c') on conflict do nothing returning id`),
    ).toEqual([]);
    expect(await asked('select id, name from thing where id < 3 order by id')).toEqual([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
    expect(await asked(`update thing set name = 'x' where id = 1`)).toEqual([]);
    expect(await asked(`update thing set name = 'y' where id < 3 returning id, name`)).toHaveLength(2);
    expect(await asked(`update thing set name = 'y' where id = 99 returning id`)).toEqual([]);
    expect(await asked('delete from thing where id = 1 returning name')).toEqual([{ name: 'y' }]);
    expect(await asked('delete from thing where id = 2')).toEqual([]);
    expect(await asked('with gone as (delete from thing returning id) select count(*) n from gone')).toEqual([
      { n: 2 },
    ]);
  });

  it('reads amounts and counts as numbers, days as text, instants as dates', async () => {
    const rows = await asked(
      `insert into thing values (1, 'a', 1234.50, 9000000000000, '2026-03-31', '2026-03-31T15:00:00Z')
       returning price, seen, day, at`,
    );
    expect(rows).toEqual([
      {
        price: 1234.5,
        seen: 9_000_000_000_000,
        day: '2026-03-31',
        at: new Date('2026-03-31T15:00:00Z'),
      },
    ]);
    expect(await asked('select count(*) n, sum(seen) total, avg(price) mean from thing')).toEqual([
      { n: 1, total: 9_000_000_000_000, mean: 1234.5 },
    ]);
    expect(await asked('select price, seen, day, at from thing where false')).toEqual([]);
    expect(await asked('select null::numeric price, null::bigint seen, null::date as day')).toEqual([
      { price: null, seen: null, day: null },
    ]);
  });
});

describe('migrate', () => {
  class CreateSlow1800000000001 implements MigrationInterface {
    name = 'CreateSlow1800000000001';
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('create table slow (id int)');
    }
    async down(): Promise<void> {}
  }
  class FillSlow1800000000002 implements MigrationInterface {
    name = 'FillSlow1800000000002';
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('insert into slow values (7)');
    }
    async down(): Promise<void> {}
  }
  class Broken1800000000003 implements MigrationInterface {
    name = 'Broken1800000000003';
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('insert into slow values (8)');
      await runner.query('no such statement');
    }
    async down(): Promise<void> {}
  }
  const contextOf = (...migrations: Context['migrations']): Context[] => [
    { name: 'test', entities: [], migrations },
  ];
  const wanted = [...PlatformMigrations, CreateSlow1800000000001, FillSlow1800000000002].map((m) => m.name);

  let url: string;
  const opened: Database[] = [];
  const connect = async (contexts: Context[]): Promise<Database> => {
    const one = await Database.connect(url, contexts, 3);
    opened.push(one);
    return one;
  };
  const administer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const name = `test_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    await administer(`create database ${name}`);
    const at = new URL(serverUrl);
    at.pathname = `/${name}`;
    url = at.href;
  });
  afterAll(async () => {
    await Promise.all(opened.map((one) => one.close()));
    await administer(`drop database ${name} with (force)`);
  });

  it('runs each migration once, in whichever of several processes comes first', async () => {
    const context = contextOf(CreateSlow1800000000001, FillSlow1800000000002);
    const processes = await Promise.all([1, 2, 3, 4].map(() => connect(context)));
    const ran = await Promise.all(processes.map((one) => one.migrate()));
    expect(ran.filter((names) => names.length > 0)).toEqual([wanted]);
    expect(await processes[0]?.query('select count(*) n from slow where id = 7')).toEqual([{ n: 1 }]);
    expect(await processes[0]?.query('select name from migrations order by id')).toEqual(
      wanted.map((one) => ({ name: one })),
    );
  });

  it('does nothing the second time', async () => {
    const again = await connect(contextOf(CreateSlow1800000000001, FillSlow1800000000002));
    expect(await again.migrate()).toEqual([]);
  });

  it('leaves nothing of a migration that failed, and keeps nobody waiting', async () => {
    const broken = await connect(contextOf(CreateSlow1800000000001, Broken1800000000003));
    // TypeORM says it on standard output as well.
    const said = jest.spyOn(console, 'log').mockReturnValue();
    await expect(broken.migrate()).rejects.toThrow(/syntax error/);
    said.mockRestore();
    expect(await broken.query('select count(*) n from slow where id = 8')).toEqual([{ n: 0 }]);
    const next = await connect(contextOf(CreateSlow1800000000001, FillSlow1800000000002));
    expect(await next.migrate()).toEqual([]);
  });
});
