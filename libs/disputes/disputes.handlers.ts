import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Every } from '#platform/queue/index.js';
import { WillingnessService } from './council/willingness.service.js';
import { disputeDue } from './disputes.events.js';
import { DisputesService } from './disputes.service.js';

const TEN_MINUTES = 600_000;
const HOUR = 3_600_000;

@Injectable()
export class DisputesHandlers {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly disputes: DisputesService,
    private readonly willingness: WillingnessService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Times that are over, and times that nearly are; a second run changes nothing. */
  @Every('disputes.follow-deadlines', TEN_MINUTES)
  async followDeadlines(): Promise<void> {
    const overdue = await this.database.query<{ id: string }>(
      `select id from dispute where due_at <= now()
       union select d.id from council_seat s join dispute d on d.id = s.dispute_id
         where s.state = 'asked' and s.due_at <= now() and d.state = 'asking'`,
    );
    // One that cannot go on holds up no other; it is tried again the next time.
    for (const { id } of overdue)
      await this.disputes
        .overdue(id)
        .catch((err: unknown) => this.log.error({ err, disputeId: id }, "A dispute's time could not pass."));
    await this.remind();
  }

  @Every('disputes.ask-for-ties', HOUR)
  askForTies(): Promise<void> {
    return this.willingness.askForTies();
  }

  /** Once per state, two days before its end. */
  private remind(): Promise<void> {
    return this.database.transaction(async () => {
      const near = await this.database.query<{ id: string; dueAt: Date }>(
        `update dispute set reminded_at = now()
         where due_at between now() and now() + interval '2 days' and reminded_at is null
         returning id, due_at "dueAt"`,
      );
      for (const { id, dueAt } of near)
        await this.events.record(
          disputeDue,
          { disputeId: id, dueAt: dueAt.toISOString() },
          { subjectId: id, actor: null },
        );
    });
  }
}
