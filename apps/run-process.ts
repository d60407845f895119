import { loadConfigOrExit, type AppConfig } from '#platform/config/index.js';
import { openResources, type Resources } from '#platform/resources.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application.js';
import { type ProcessRole } from './process-roles.js';
import { contexts } from './contexts.js';

export interface RunningProcess {
  readonly app: NestFastifyApplication;
  readonly resources: Resources;
  readonly config: AppConfig;
}

export interface ProcessPlan {
  readonly roles: readonly ProcessRole[];
  /** The port to listen on, and the variable that sets it. */
  readonly port: (config: AppConfig) => { number: number; variable: string };
  /** Where the database is; `stop` is called after everything else has stopped. */
  readonly database?: (config: AppConfig) => Promise<{ url: string; stop: () => Promise<void> }>;
  /** Runs after the schema is up to date, before the process listens. */
  readonly prepare?: (app: NestFastifyApplication, config: AppConfig) => Promise<void>;
}

const IMPATIENCE_MS = 2_000;

/** Starts a process of some roles, and stops it in order at SIGINT or SIGTERM. A failed start ends with code 1. */
export async function runProcess(plan: ProcessPlan): Promise<RunningProcess> {
  const config = loadConfigOrExit();
  const stops: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | null = null;
  // Last opened, first closed.
  const stop = () =>
    (stopping ??= stops.reduceRight((before, next) => before.then(next).then(), Promise.resolve()));
  const leave = (code: number) => void stop().finally(() => process.exit(code));
  let askedAt: number | null = null;
  const onSignal = () => {
    // Ctrl-C reaches a program under npm twice, from the terminal and from npm; only somebody who asks again later
    // does not want to wait.
    if (askedAt !== null && Date.now() - askedAt > IMPATIENCE_MS) process.exit(1);
    if (askedAt === null) leave(0);
    askedAt ??= Date.now();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  try {
    return await start(plan, config, stops);
  } catch (error) {
    process.stderr.write(`${messageOf(error, plan, config)}\n`);
    await stop().catch(() => undefined);
    process.exit(1);
  }
}

async function start(
  plan: ProcessPlan,
  config: AppConfig,
  stops: (() => Promise<unknown>)[],
): Promise<RunningProcess> {
  const database = plan.database
    ? await plan.database(config)
    : { url: config.database.url ?? '', stop: undefined };
  if (!database.url)
    throw new Error('DATABASE_URL is not set; only the standalone program has a database of its own.');
  if (database.stop) stops.push(database.stop);
  const resources = await openResources(config, database.url, contexts, {
    realtime: plan.roles.includes('realtime'),
  });
  stops.push(() => resources.close());
  await resources.database.migrate();
  const app = await createApplication(resources, plan.roles, contexts);
  stops.push(() => app.close());
  if (resources.liveServer) stops.push(() => resources.liveServer?.stop() ?? Promise.resolve());
  await plan.prepare?.(app, config);
  await app.listen(plan.port(config).number, config.http.host);
  return { app, resources, config };
}

function messageOf(error: unknown, plan: ProcessPlan, config: AppConfig): string {
  const { code, message, stack } = error as { code?: string; message: string; stack?: string };
  const { number, variable } = plan.port(config);
  if (code === 'EADDRINUSE') {
    return `Port ${number} is already in use. Stop the other program, or choose another port: ${variable}=${number + 1}`;
  }
  if (code === 'EACCES')
    return `Port ${number} may not be used by this user. Choose a port above 1023: ${variable}=3000`;
  return error instanceof Error && error.name.endsWith('PostgresError') ? message : (stack ?? message);
}
