import type { AppConfig } from './config/index.js';
import type { Context } from './context.js';
import { Database } from './database/index.js';
import { createFileStore, type FileStore } from './files/index.js';
import { Metrics } from './health/index.js';
import { createLog, type Log } from './logging/index.js';
import { createMailer, type Mailer } from './mail/index.js';
import { Queues } from './queue/index.js';
import { LiveServer, openLive } from './realtime/index.js';
import type { Live } from './realtime/index.js';

/** Injection token of the configuration. */
export const CONFIG = Symbol('config');

/** What the outside world gives a process: opened before the application starts, closed after it has stopped. */
export interface Resources {
  readonly config: AppConfig;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly database: Database;
  readonly queues: Queues;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly metrics: Metrics;
  /** Only in the realtime role. */
  readonly liveServer: LiveServer | null;
  readonly live: Live;
  close(): Promise<void>;
}

/** Opens all of them. `realtime`: whether this process serves sockets itself. */
export async function openResources(
  config: AppConfig,
  databaseUrl: string,
  contexts: readonly Context[],
  { realtime }: { realtime: boolean },
): Promise<Resources> {
  const log = createLog(config.log.level);
  const database = await Database.connect(databaseUrl, contexts);
  const liveServer = realtime
    ? new LiveServer({ redisUrl: config.redis.url, allowsOrigin: originCheck(config) }, log)
    : null;
  const { live, close: closeLive } = openLive(liveServer, config.redis.url);
  const mailer = createMailer(config.mail);
  return {
    config,
    databaseUrl,
    log,
    database,
    queues: new Queues({ databaseUrl, redisUrl: config.redis.url ?? null }),
    files: createFileStore(config.files),
    mailer,
    metrics: new Metrics(),
    liveServer,
    live,
    close: async () => {
      await mailer.close();
      closeLive();
      await database.close();
    },
  };
}

/**
 * Whether a page may send changes: one of the configured origins, or the address the request itself came to (a phone
 * in the same network). Requests without an Origin come from programs, not from other people's pages.
 */
export const originCheck =
  (config: AppConfig) =>
  (origin: string | undefined, host: string | undefined): boolean =>
    origin === undefined ||
    config.http.allowedOrigins.includes(origin) ||
    (URL.canParse(origin) && new URL(origin).host === host);
