import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const stopSeconds = 60;
/** Linux gives no process an id above 2^22. */
const nobodysPid = 2 ** 22 + 1;

/**
 * Clears what a killed process left in a data folder, which this process must hold alone: a server that is still
 * running is stopped cleanly; the id in the lock file of a dead one may by now be another program's, and PostgreSQL
 * would take that for itself and refuse to start. The lock file stays, since PostgreSQL also reads from it whether
 * a dead server's children still use its memory.
 */
export async function clearLeftovers(data: string, log: (message: string) => void): Promise<void> {
  const lockFile = join(data, 'postmaster.pid');
  const pid = pidIn(lockFile);
  if (pid === undefined) return;
  if (serves(pid, data)) {
    log(`Stopping the PostgreSQL (process ${pid}) that an earlier run left behind.`);
    process.kill(pid, 'SIGINT');
    for (let waited = 0; serves(pid, data); waited += 0.05) {
      if (waited > stopSeconds)
        throw new EmbeddedPostgresError(
          `PostgreSQL (process ${pid}) of an earlier run does not stop. Stop it by hand.`,
        );
      await sleep(50);
    }
  }
  const lines = contentOf(lockFile)?.split('\n');
  if (lines) writeFileSync(lockFile, [nobodysPid, ...lines.slice(1)].join('\n'));
}

/** Whether the process is a PostgreSQL server on this data folder. */
function serves(pid: number, data: string): boolean {
  const args = contentOf(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  return args[args.indexOf('-D') + 1] === data && args.includes('-D');
}

function pidIn(lockFile: string): number | undefined {
  const pid = Number(contentOf(lockFile)?.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
