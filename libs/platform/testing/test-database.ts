import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Context } from '../context.js';
import { Database } from '../database/index.js';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 7_015_262;

const administer = async <T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const withName = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/**
 * A database of its own for one test file, cloned from a template that the first file migrates. `serverUrl` is any
 * database of the test server (TEST_DATABASE_URL).
 */
export async function createTestDatabase(
  serverUrl: string,
  contexts: readonly Context[],
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await migratedTemplate(client, serverUrl, contexts);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = withName(serverUrl, name);
  const database = await Database.connect(url, contexts, 8);
  return {
    url,
    database,
    drop: async () => {
      await database.close();
      await administer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function migratedTemplate(
  client: pg.Client,
  serverUrl: string,
  contexts: readonly Context[],
): Promise<string> {
  const names = contexts.flatMap((c) => c.migrations.map((m) => m.toString())).join('\n');
  const template = `template_${createHash('sha256').update(names).digest('hex').slice(0, 16)}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
    template,
  ]);
  if (rowCount) return template;
  await client.query(`drop database if exists ${template} with (force)`);
  await client.query(`create database ${template}`);
  const database = await Database.connect(withName(serverUrl, template), contexts, 2);
  await database.migrate();
  await database.close();
  await client.query(`alter database ${template} is_template true`);
  return template;
}
