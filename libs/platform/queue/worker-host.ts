import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import type { RecordedEvent } from '../events/define-event.js';
import { runInRequest } from '../logging/request-context.js';
import { HandlerRegistry } from './handler-registry.js';
import { Queues, type JobData } from './queues.js';
import { Relay } from './relay.js';

interface EventRow {
  id: number;
  name: string;
  subjectId: string | null;
  companyId: string | null;
  actorId: string | null;
  data: unknown;
  requestId: string | null;
  createdAt: Date;
}

/** The worker role: relays events, runs their handlers and the recurring ones. */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly handlers: HandlerRegistry,
    private readonly queues: Queues,
    readonly relay: Relay,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const warning of await this.queues.warnings()) this.log.warn(warning);
    const recurring = [...this.handlers.all().values()]
      .map((h) => h.declaration)
      .filter((d) => d.kind === 'recurring');
    for (const job of recurring) await this.queues.every(job.name, job.queue, job.everyMs);
    this.queues.work(
      (handler, data) => this.run(handler, data),
      (handler, err) => this.log.error({ err, handler }, 'A job failed.'),
    );
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.queues.close();
  }

  /** Runs one handler now, outside the queue. */
  async run(name: string, { eventId }: JobData): Promise<void> {
    const handler = this.handlers.all().get(name);
    if (!handler) throw new Error(`No handler is named ${name}.`);
    const { declaration } = handler;
    if (declaration.kind === 'recurring') {
      if (eventId !== null) throw new Error(`${name} does not handle events.`);
      return runInRequest({ requestId: name }, () => handler.run());
    }
    if (eventId === null) throw new Error(`${name} needs an event.`);
    const [row] = await this.database.query<EventRow>(
      `select id, name, subject_id "subjectId", company_id "companyId", actor_id "actorId", data,
              request_id "requestId", created_at "createdAt"
       from event where id = $1`,
      [eventId],
    );
    if (!row) throw new Error(`Event ${eventId} does not exist.`);
    const event: RecordedEvent = { ...row, data: declaration.event.data.parse(row.data) };
    await runInRequest({ requestId: row.requestId ?? `event-${row.id}` }, () => handler.run(event));
  }
}
