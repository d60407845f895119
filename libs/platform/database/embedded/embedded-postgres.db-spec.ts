import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { allowed } from './home.js';
import { EmbeddedPostgresError, startEmbeddedPostgres, useEmbeddedPostgres } from './index.js';
import type { EmbeddedPostgres } from './index.js';

const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

let folder: string;
const children: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(folder, 0o777);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const options = () => ({ dataDir: join(folder, 'postgres'), port: 0, durable: false, log: () => {} });

async function start(more: { port?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ ...options(), ...more });
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A program of its own that starts the server, durable, and stays until it is stopped. */
async function startProgram(user?: {
  uid: number;
  gid: number;
}): Promise<{ url: string; program: ChildProcess }> {
  const script = `
    import { startEmbeddedPostgres } from '${pathToFileURL(launcher).href}';
    const server = await startEmbeddedPostgres({ dataDir: '${folder}/postgres', port: 0, log: () => {} });
    process.on('SIGTERM', () => server.stop().then(() => process.exit()));
    console.log(server.url);
    setInterval(() => {}, 1000);
  `;
  const program = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(program);
  const [url] = (await once(createInterface(program.stdout), 'line')) as [string];
  return { url, program };
}

async function kill(program: ChildProcess): Promise<void> {
  program.kill('SIGKILL');
  await once(program, 'exit');
}

async function stop(program: ChildProcess): Promise<void> {
  program.kill('SIGTERM');
  await once(program, 'exit');
}

const serverPid = () =>
  Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

describe('startEmbeddedPostgres', () => {
  it('makes a database that searches Japanese text, and keeps it over a stop', async () => {
    const first = await start();
    expect(await ask(first.url, `select show_trgm('商談') <> '{}' as found`)).toEqual([{ found: true }]);
    await ask(first.url, 'create table kept as select 1 as number');
    await first.stop();
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('listens on this machine only, with a password that others cannot read', async () => {
    const { url } = await start();
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(folder, 'postgres/password')).mode & 0o777).toBe(0o600);
    const wrong = url.replace(/:[0-9a-f]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('names the variable where the port is busy', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(start({ port: (other.address() as AddressInfo).port })).rejects.toThrow(
        /EMBEDDED_PG_PORT/,
      );
    } finally {
      other.close();
    }
  });

  it('refuses a folder that is in use, where a command beside the program may join', async () => {
    const { url } = await start();
    await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
    const joined = await useEmbeddedPostgres(options());
    expect(joined.url).toBe(url);
    await joined.stop();
    expect(await ask(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('refuses data of another version', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(EmbeddedPostgresError);
    await expect(start()).rejects.toThrow(/PostgreSQL 17, this is 18/);
  });

  it('shows what the server said where it does not start', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres/data/postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/no_such_setting/);
  });
});

const launcher = resolve('dist/libs/platform/database/embedded/index.js');
const others = asRoot ? [{ name: 'an ordinary user', user: nobody }] : [];
const users = [{ name: asRoot ? 'root' : 'an ordinary user', user: undefined }, ...others].filter(
  ({ name, user }) => {
    const possible = !user || allowed('-r', launcher, user);
    if (!possible) console.warn(`Not tested as ${name}, who cannot read ${launcher}`);
    return possible;
  },
);
describe.each(users)('after kill -9 of a program of $name', ({ user }) => {
  it('stops the server left behind and starts with all data', async () => {
    const first = await startProgram(user);
    await ask(first.url, 'create table kept as select 1 as number');
    const leftBehind = serverPid();
    await kill(first.program);
    expect(() => process.kill(leftBehind, 0)).not.toThrow();
    const second = await startProgram(user);
    expect(serverPid()).not.toBe(leftBehind);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
    await stop(second.program);
  });

  it('starts with all data where the server was killed too, even if its number is now another program’s', async () => {
    const first = await startProgram(user);
    await ask(first.url, 'create table kept as select 1 as number');
    process.kill(serverPid(), 'SIGKILL');
    await kill(first.program);
    const other = spawn('sleep', ['600'], asRoot ? nobody : {});
    children.push(other);
    const lockFile = join(folder, 'postgres/data/postmaster.pid');
    const [, ...rest] = readFileSync(lockFile, 'utf8').split('\n');
    writeFileSync(lockFile, [other.pid, ...rest].join('\n'));
    const second = await startProgram(user);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
    await stop(second.program);
  });
});
