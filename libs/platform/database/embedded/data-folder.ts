import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Home } from './home.js';

/** Name of the superuser and of the database. */
export const databaseName = 'nakadachi';

const dataOf = (home: Home) => join(home.folder, 'data');
const passwordFileOf = (home: Home) => join(home.folder, 'password');

/**
 * The data folder, made by initdb where there is none yet. Text is compared by Unicode code point and classified by
 * Unicode properties: with the classes of the "C" locale, trigrams of Japanese text would be empty.
 * @returns its path
 */
export async function openDataFolder(home: Home, binaries: Binaries, durable: boolean): Promise<string> {
  const data = dataOf(home);
  if (existsSync(join(data, 'PG_VERSION'))) {
    checkVersion(data, binaries.major);
    return data;
  }
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makePassword(home);
  await initdb(home, binaries, [
    `--pgdata=${unfinished}`,
    `--username=${databaseName}`,
    `--pwfile=${passwordFileOf(home)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]);
  renameSync(unfinished, data);
  return data;
}

/** Address of the database of a server that listens on `port`. */
export function databaseUrl(home: Home, port: number, database = databaseName): string {
  const file = passwordFileOf(home);
  if (!existsSync(file))
    throw new EmbeddedPostgresError(
      `${file} is missing; it holds the password of the data beside it. Bring it back.`,
    );
  return `postgres://${databaseName}:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${port}/${database}`;
}

/** The port of the server that runs in this home, or undefined where none has written one. */
export function runningPort(home: Home): number | undefined {
  const file = join(dataOf(home), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return port > 0 ? port : undefined;
}

function checkVersion(data: string, major: string): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made !== major)
    throw new EmbeddedPostgresError(
      `${data} was made by PostgreSQL ${made}, this is ${major}. Export the data with the earlier version and ` +
        'import it into a new folder (DATA_DIR), or upgrade it with pg_upgrade.',
    );
}

function makePassword({ folder, user }: Home): void {
  const file = join(folder, 'password');
  if (existsSync(file)) return;
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
}

async function initdb(home: Home, { folder }: Binaries, args: string[]): Promise<void> {
  const child = spawn(join(folder, 'bin/initdb'), args, {
    ...home.user,
    cwd: home.folder,
    env: { TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail));
  const [code, output, errors] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  if (code !== 0)
    throw new EmbeddedPostgresError(`PostgreSQL could not make ${home.folder}/data:\n${output}${errors}`);
}
