import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createPostgresBackend, Queue, type createRedisBackend } from 'bullmq';
import { loadConfig } from '#platform/config/index.js';
import { queueNames, Relay } from '#platform/queue/index.js';
import { openResources, type Resources } from '#platform/resources.js';
import { createApplication } from '../../apps/application.js';
import { processRoles, type ProcessRole } from '../../apps/process-roles.js';
import { contexts } from '../../apps/contexts.js';
import { client, type Client } from './client.js';
import { testDatabase } from './database.js';

const HALF_A_MINUTE = 30_000;
const A_DAY = 86_400_000;

export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly resources: Resources;
  /** Folder of the mails that were sent. */
  readonly mailFolder: string;
  /** Calls the API with a session cookie, or as nobody. */
  as(cookie?: string | null): Client;
  /** Waits until every recorded event has been handled. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The whole product in one process over real HTTP and sockets, on a database of its own. */
export async function startApp(
  roles: readonly ProcessRole[] = processRoles,
  env: Record<string, string> = {},
): Promise<TestApp> {
  const { url: databaseUrl, drop, database } = await testDatabase();
  await database.close();
  const dataDir = mkdtempSync(join(tmpdir(), 'nakadachi-test-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    ...env,
  });
  const resources = await openResources(config, databaseUrl, contexts, {
    realtime: roles.includes('realtime'),
  });
  onceAtTheStart(resources);
  const app = await createApplication(resources, roles, contexts);
  await app.listen(0, '127.0.0.1');
  if (roles.includes('worker')) await settle(app, resources);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    url,
    app,
    resources,
    mailFolder: config.mail.folder,
    as: (cookie = null) => client(url, cookie),
    settle: () => settle(app, resources),
    close: async () => {
      await resources.liveServer?.stop();
      await app.close();
      await resources.close();
      await drop();
    },
  };
}

/**
 * What recurs every half minute or more has run when a test begins, and does not again while it lasts: how long a test
 * takes must not matter to what it finds. Tests run such a job by its name.
 */
function onceAtTheStart({ queues }: Resources): void {
  const every = queues.every.bind(queues);
  queues.every = (name, queue, ms) => every(name, queue, ms < HALF_A_MINUTE ? ms : A_DAY);
}

/** Handlers record events themselves, so that quiet means: nothing waits twice in a row. */
async function settle(app: NestFastifyApplication, { queues, databaseUrl }: Resources): Promise<void> {
  const relay = app.get(Relay, { strict: false });
  const deadline = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2;) {
    relay.wake();
    const [events, jobs] = [await relay.waiting(), await queues.pending()];
    const busy = events + jobs;
    if (busy > 0 && Date.now() > deadline)
      throw new Error(
        `After a minute ${events} events and ${jobs} jobs wait:\n${await unfinished(databaseUrl)}`,
      );
    quiet = busy === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What waits in the queues or runs, for whoever looks for the reason. */
async function unfinished(databaseUrl: string): Promise<string> {
  const options = { connection: { connectionString: databaseUrl, max: 1 } };
  const lines = queueNames.map(async (name) => {
    const queue = new Queue(name, options, createPostgresBackend as unknown as typeof createRedisBackend);
    const jobs = await queue.getJobs(['waiting', 'active', 'prioritized', 'delayed']);
    const told = jobs.map(async (job) => `${await job.getState()} ${JSON.stringify(job)}`);
    return [...(await Promise.all(told)), await queue.close()].join('\n');
  });
  return (await Promise.all(lines)).join('');
}
