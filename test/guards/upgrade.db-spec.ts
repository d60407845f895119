import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Context } from '#platform/context.js';
import { Database } from '#platform/database/index.js';
import { createTestDatabase, type TestDatabase } from '#platform/testing/index.js';
import { contexts } from '../../apps/contexts.js';
import { testDatabase } from '../support/database.js';

/** A whole database of an earlier version: the names of its migrations, and the rows of each table as JSON. */
interface Previous {
  readonly migrations: string[];
  readonly rows: Record<string, object[]>;
}

const folder = 'test/guards/previous-version';
/** By the day on which each was the newest. */
const days = readdirSync(folder).flatMap((name) => /^(.+)\.json\.gz$/.exec(name)?.[1] ?? []);

/** The contexts as that version had them. */
const contextsOf = (previous: Previous): Context[] =>
  contexts.map((context) => ({
    ...context,
    entities: [],
    migrations: context.migrations.filter(({ name }) => previous.migrations.includes(name)),
  }));

const count = async (database: Database, table: string): Promise<number> => {
  const [row] = await database.query<{ n: number }>(`select count(*) n from "${table}"`);
  return row?.n ?? 0;
};

/** Columns, constraints and indexes, as PostgreSQL writes them. */
const shapeOf = async (database: Database): Promise<string[]> => {
  const rows = await database.query<{ line: string }>(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
           || case when a.attnotnull then ' not null' else '' end
           || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') line
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    union all
    select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select indexdef from pg_indexes where schemaname = 'public'
    order by 1`);
  return rows.map(({ line }) => line);
};

describe.each(days)('a database of the version of %s', (day) => {
  const previous = JSON.parse(
    gunzipSync(readFileSync(join(folder, `${day}.json.gz`))).toString(),
  ) as Previous;
  let then: TestDatabase;
  let now: Database;
  beforeAll(async () => {
    then = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', contextsOf(previous));
    await fill(then.database, previous);
    now = await Database.connect(then.url, contexts, 2);
  });
  afterAll(async () => {
    await now?.close();
    await then?.drop();
  });

  it('is filled as it was', async () => {
    for (const [table, rows] of Object.entries(previous.rows))
      expect([table, await count(then.database, table)]).toEqual([table, rows.length]);
  });

  it('becomes what a new one is, and keeps every row', async () => {
    await now.migrate();
    const fresh = await testDatabase();
    expect(await shapeOf(now)).toEqual(await shapeOf(fresh.database));
    await fresh.drop();
    for (const [table, rows] of Object.entries(previous.rows))
      expect(await count(now, table)).toBeGreaterThanOrEqual(rows.length);
  });
});

async function fill(database: Database, previous: Previous): Promise<void> {
  await database.transaction(async () => {
    // The tables come in the order of their names: foreign keys are not looked at meanwhile.
    await database.query(`set local session_replication_role = 'replica'`);
    for (const [table, rows] of Object.entries(previous.rows)) {
      const columns = await database.query<{ name: string }>(
        `select quote_ident(attname) name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const list = columns.map(({ name }) => name).join(', ');
      // Some migrations fill in rows of their own.
      await database.query(`delete from "${table}"`);
      await database.query(
        `insert into "${table}" (${list}) overriding system value
         select ${list} from jsonb_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(rows)],
      );
    }
  });
}
