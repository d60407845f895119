import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.js';
import { databaseName, databaseUrl, openDataFolder, runningPort } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { openHome, type Home } from './home.js';
import { clearLeftovers } from './leftover-server.js';
import { spawnServer, type ServerProcess } from './server-process.js';
import { takeFolder } from './single-use.js';

/** How long a program that is just ending may take to let go of the folder. */
const patienceMs = 5000;

export interface EmbeddedPostgresOptions {
  /** Absolute path of a folder for this server alone. */
  dataDir: string;
  /** 0 takes any free port. */
  port: number;
  /** false: a crash may lose everything, for tests. Default true. */
  durable?: boolean;
  log: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** Address of the database, with the superuser's password. */
  url: string;
  /** Stops the server in order. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm package, as a process of its own that ends with this one. Makes the data at the
 * first start. What a killed run left behind, its server included, is cleared first.
 * @throws EmbeddedPostgresError where the folder is in use, the port is busy or the data is of another version
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = openHome(options.dataDir, options.log);
  let taken = await takeFolder(home.folder);
  for (let waited = 0; 'by' in taken && waited < patienceMs; waited += 200) {
    await sleep(200);
    taken = await takeFolder(home.folder);
  }
  if ('by' in taken)
    throw new EmbeddedPostgresError(
      `The database in ${options.dataDir} is in use by process ${taken.by ?? 'of another program'}. ` +
        'Stop that one first, or set DATA_DIR to another folder.',
    );
  return startIn(home, options, taken.release);
}

/**
 * The server of `dataDir` for a command that may run beside the program: the one that another process has started,
 * or else one started here. `stop` stops only the latter.
 */
export async function useEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = openHome(options.dataDir, options.log);
  const taken = await takeFolder(home.folder);
  if (!('by' in taken)) return startIn(home, options, taken.release);
  const port = runningPort(home);
  if (!port)
    throw new EmbeddedPostgresError(
      `The database in ${options.dataDir} is just being started. Try again in a moment.`,
    );
  const url = databaseUrl(home, port);
  const giveUpAt = Date.now() + 60_000;
  await answers(url, () => {
    if (Date.now() > giveUpAt)
      throw new EmbeddedPostgresError(`The PostgreSQL that process ${taken.by} has started does not answer.`);
  });
  return { url, stop: () => Promise.resolve() };
}

async function startIn(
  home: Home,
  options: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  try {
    const { durable = true, log } = options;
    const began = Date.now();
    const binaries = findBinaries(home);
    const data = await openDataFolder(home, binaries, durable);
    await clearLeftovers(data, log);
    const { port, server } = await startServer(home, options.port, (at) =>
      spawnServer(home, binaries, data, at, durable),
    );
    server.onFailure(() => log(`PostgreSQL has ended unexpectedly. Its log is ${home.folder}/server.log.`));
    const version = await prepareDatabase(home, port).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    log(`PostgreSQL ${version} on port ${port}, started in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    return { url: databaseUrl(home, port), stop: () => server.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The children of a killed server need a moment to end; until then its data folder is refused. Where any port will do
 * (`wished` is 0), somebody else may have taken the one that was free a moment ago.
 */
async function startServer(
  home: Home,
  wished: number,
  spawn: (port: number) => ServerProcess,
): Promise<{ port: number; server: ServerProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wished);
    const server = spawn(port);
    const ended = () => {
      if (server.hasEnded())
        throw new EmbeddedPostgresError(`PostgreSQL could not start:\n${server.output()}`);
    };
    try {
      await answers(databaseUrl(home, port, 'postgres'), ended);
      return { port, server };
    } catch (error) {
      await server.stop();
      const passing = ['pre-existing shared memory block', ...(wished === 0 ? ['could not bind'] : [])];
      if (attempt === 50 || !passing.some((said) => server.output().includes(said))) throw error;
      await sleep(200);
    }
  }
}

/** Waits until the server takes connections: after a crash it first replays its log, for as long as that takes. */
async function answers(url: string, check: () => void): Promise<void> {
  for (;;) {
    check();
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (!isNotYet(error)) throw error;
      await sleep(30);
    } finally {
      await client.end();
    }
  }
}

function isNotYet(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const startingUp = '57P03';
  const databaseNotMadeYet = '3D000';
  const slow = message === 'timeout expired';
  return slow || ['ECONNREFUSED', 'ECONNRESET', startingUp, databaseNotMadeYet].includes(code);
}

/** Makes the database and asserts that it can search Japanese text. Returns the server's version. */
async function prepareDatabase(home: Home, port: number): Promise<string> {
  await asked(databaseUrl(home, port, 'postgres'), async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  });
  return asked(databaseUrl(home, port), async (client) => {
    await client.query('create extension if not exists pg_trgm');
    const { rows } = await client.query<{ trigrams: number; version: string }>(
      `select cardinality(show_trgm('商談')) as trigrams, current_setting('server_version') as version`,
    );
    if (!rows[0]?.trigrams)
      throw new EmbeddedPostgresError(
        `The data in ${home.folder} cannot search Japanese text: its locale is wrong.`,
      );
    return rows[0].version;
  });
}

async function asked<Answer>(url: string, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** @throws EmbeddedPostgresError where the wished port is busy */
async function freePort(wished: number): Promise<number> {
  const probe = createServer();
  return new Promise((done, fail) => {
    probe.once('error', () =>
      fail(
        new EmbeddedPostgresError(
          `Port ${wished}, which the embedded PostgreSQL needs, is in use. Set EMBEDDED_PG_PORT to a free one.`,
        ),
      ),
    );
    probe.listen(wished, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
