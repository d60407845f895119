import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#platform/config/index.js';
import { Relay } from '#platform/queue/index.js';
import { openResources, type Resources } from '#platform/resources.js';
import { createApplication } from '../../apps/application.js';
import { processRoles, type ProcessRole } from '../../apps/process-roles.js';
import { contexts } from '../../apps/contexts.js';
import { client, type Client } from './client.js';
import { testDatabase } from './database.js';

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
  const app = await createApplication(resources, roles, contexts);
  await app.listen(0, '127.0.0.1');
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

/** Handlers record events themselves, so that quiet means: nothing waits twice in a row. */
async function settle(app: NestFastifyApplication, { queues }: Resources): Promise<void> {
  const relay = app.get(Relay, { strict: false });
  const deadline = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2;) {
    if (Date.now() > deadline) throw new Error('The events did not settle within a minute.');
    relay.wake();
    const busy = (await relay.waiting()) + (await queues.pending());
    quiet = busy === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
