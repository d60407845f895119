import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { visitorsTold, type VisitorNews } from '../fairs.events.js';

/** So many are told by one event: its handler does a piece of work that is done soon. */
const AT_ONCE = 50;

/** Records, in the caller's transaction, that visitors are to be told of something; the mails follow. */
@Injectable()
export class VisitorNewsDesk {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** All whose registration is confirmed. */
  async tellAll(fairId: string, what: VisitorNews): Promise<void> {
    const all = await this.database.query<{ id: string }>(
      'select id from fair_visitor where fair_id = $1 and confirmed_at is not null order by id',
      [fairId],
    );
    await this.tell(
      { fairId, what, sessionId: null },
      all.map(({ id }) => id),
    );
  }

  /** All who have a seat in a session or wait for one. */
  async tellSession(fairId: string, sessionId: string, what: VisitorNews): Promise<void> {
    const seated = await this.database.query<{ id: string }>(
      'select visitor_id id from fair_seat where session_id = $1 order by visitor_id',
      [sessionId],
    );
    await this.tell(
      { fairId, what, sessionId },
      seated.map(({ id }) => id),
    );
  }

  async tell(
    about: { fairId: string; what: VisitorNews; sessionId: string | null },
    visitorIds: readonly string[],
  ): Promise<void> {
    for (let i = 0; i < visitorIds.length; i += AT_ONCE) {
      const some = visitorIds.slice(i, i + AT_ONCE);
      await this.events.record(
        visitorsTold,
        { ...about, visitorIds: some },
        { subjectId: about.fairId, actor: null },
      );
    }
  }
}
