import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import { EVENT_CHANNEL } from '../events/events.js';
import type { HandlerRegistry } from './handler-registry.js';
import type { QueuedJob, Queues } from './queues.js';

const BATCH = 200;
const POLL_MS = 2_000;

/**
 * Hands recorded events to the queue: one job per handler. Rows are taken with `for update skip locked`, so that any
 * number of relays may run; they are marked only after the queue has them, so that a relay killed in between adds the
 * same job ids again. Woken by NOTIFY, with a slow poll in case one is missed.
 */
export class Relay {
  private listener: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly handlers: HandlerRegistry,
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  start(): void {
    void this.listen();
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  /** Events that the queue does not have yet. */
  async waiting(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'select count(*) as n from event where relayed_at is null',
    );
    return row?.n ?? 0;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) => this.log.error({ err: error }, 'The event relay failed; it tries again.'))
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    while (!this.stopped && (await this.relayBatch()) === BATCH);
  }

  /** One batch; answers with how many events it held. */
  private relayBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const events = await this.database.query<{ id: number; name: string }>(
        'select id, name from event where relayed_at is null order by id limit $1 for update skip locked',
        [BATCH],
      );
      if (events.length === 0) return 0;
      const jobs = events.flatMap((event) =>
        this.handlers.forEvent(event.name).map(({ declaration }): QueuedJob => ({
          queue: declaration.queue,
          handler: declaration.name,
          eventId: event.id,
        })),
      );
      await this.queues.add(jobs);
      await this.database.query('update event set relayed_at = now() where id = any($1)', [
        events.map((e) => e.id),
      ]);
      return events.length;
    });
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'nakadachi-relay' });
    client.on('notification', () => this.wake());
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.stopped) setTimeout(() => void this.listen(), 1_000).unref();
    });
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
      // Stopped while it connected: nobody else would end it.
      if (this.stopped) return await client.end();
      this.listener = client;
      this.wake();
    } catch (error) {
      this.log.warn({ err: error }, 'The event relay cannot listen; it polls.');
      await client.end().catch(() => undefined);
    }
  }
}
