import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessRole } from '../../apps/process-roles.js';

/** A process of the built product, or Redis. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Ends it in order. Answers with its exit code. */
  stop(): Promise<number | null>;
}

/** Below what the system gives to connections and to whoever asks for any port: nobody takes one between look and use. */
const PORTS = { from: 10_000, perWorker: 2_500 };
const ownPorts = PORTS.from + (Number(process.env['JEST_WORKER_ID'] ?? 0) % 2) * PORTS.perWorker;
let looks = process.pid;

/** A port for a process that is about to start. Each Jest worker has its own to choose from, and gives none twice in a row. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS.perWorker; tries++) {
    const port = ownPorts + (looks++ % PORTS.perWorker);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('listening', () => resolve(true)).once('error', () => resolve(false));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error(`No port is free from ${ownPorts} on.`);
}

/** Starts a built process and waits until it is ready. `port` lets it come back at the same address. */
export async function startProcess(
  role: ProcessRole | 'standalone',
  env: Record<string, string>,
  port?: number,
): Promise<Running & { port: number }> {
  const main = `dist/apps/${role}/main.js`;
  if (!existsSync(main)) throw new Error(`${main} is not built: run the tests with npm test.`);
  const at = port ?? (await freePort());
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      SECRET_KEY: 'a-secret-of-the-tests-that-is-long-enough',
      PORT: String(at),
      REALTIME_PORT: String(at),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'nakadachi-process-')),
      ...env,
    },
  });
  const url = `http://127.0.0.1:${at}`;
  const output = collect(child);
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null || tries > 1_200) throw new Error(`${role} did not start:\n${output()}`);
    await sleep(100);
  }
  return { url, pid: child.pid ?? 0, port: at, ...endings(child) };
}

/** A Redis of its own that keeps what it was told, as the cluster needs it; null where none is installed. */
export async function startRedis(): Promise<Running | null> {
  if (!['/usr/bin/redis-server', '/usr/local/bin/redis-server'].some((path) => existsSync(path))) return null;
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'nakadachi-redis-'));
  const settings = [
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
  ];
  const child = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'pipe' });
  const output = collect(child);
  for (let tries = 0; !output().includes('Ready to accept connections'); tries++) {
    if (child.exitCode !== null || tries > 1_200) throw new Error(`Redis did not start:\n${output()}`);
    await sleep(50);
  }
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0, ...endings(child) };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  return () => text.slice(-4_000);
}

function endings(child: ChildProcess): Pick<Running, 'kill' | 'stop'> {
  const end = (signal: 'SIGKILL' | 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  return { kill: () => end('SIGKILL').then(() => undefined), stop: () => end('SIGTERM') };
}
