import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { Home } from './home.js';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // As in docker/compose.yaml: six processes of a cluster with twenty each, and more.
  max_connections: '300',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** For data that need not outlive a crash. */
const withoutDurability = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const largestLog = 10 * 1024 * 1024;
/** After this, a stopping server is told to leave its last writes to the recovery of the next start. */
const patienceMs = 30_000;

export interface ServerProcess {
  /** What the server has written to its log since this start. */
  output(): string;
  hasEnded(): boolean;
  /** Called once, when the process ends without having been told to. */
  onFailure(listener: () => void): void;
  /** Shuts down in order, without waiting for connections to close; settles when the process has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the server process. It has a session of its own, so that Ctrl-C reaches only the program, which then stops
 * it after its own work is done. Its log goes to a file: it must not depend on who reads a pipe.
 */
export function spawnServer(
  home: Home,
  binaries: Binaries,
  data: string,
  port: number,
  durable: boolean,
): ServerProcess {
  const logFile = join(home.folder, 'server.log');
  const logStart = rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  if (home.user) fchownSync(log, home.user.uid, home.user.gid);
  const chosen = { ...settings, port: String(port), ...(durable ? {} : withoutDurability) };
  const child = spawn(
    join(binaries.folder, 'bin/postgres'),
    ['-D', data, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...home.user,
      cwd: data,
      env: { TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.unref();
  return watch(child, () => readFileSync(logFile).subarray(logStart).toString());
}

function watch(child: ChildProcess, output: () => string): ServerProcess {
  let state: 'running' | 'stopping' | 'ended' = 'running';
  const failure = new EventEmitter();
  const stopWithProgram = () => void child.kill('SIGINT');
  process.once('exit', stopWithProgram);
  const ended = new Promise<void>((done) => {
    const end = () => {
      const expected = state === 'stopping';
      state = 'ended';
      process.removeListener('exit', stopWithProgram);
      if (!expected) failure.emit('failure');
      done();
    };
    child.once('exit', end).once('error', end);
  });
  const stop = async () => {
    if (state === 'ended') return;
    state = 'stopping';
    child.ref();
    child.kill('SIGINT');
    const hurry = setTimeout(() => child.kill('SIGQUIT'), patienceMs);
    await ended;
    clearTimeout(hurry);
  };
  return {
    output,
    hasEnded: () => state === 'ended',
    onFailure: (listener) => void failure.once('failure', listener),
    stop,
  };
}

/** Puts a large log aside. Returns the length of what stays. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < largestLog) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}
