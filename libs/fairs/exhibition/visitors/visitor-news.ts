import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { visitorsTold, type VisitorNews } from '../fairs.events.js';

/**
 * Records, in the caller's transaction, that visitors are to be told of something; the mails follow, each by an event of
 * its own, so that one that is tried again sends no other one again.
 */
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
    const each = visitorIds.map((id) => ({ ...about, visitorIds: [id] }));
    await this.events.recordAll(visitorsTold, each, { subjectId: about.fairId, actor: null });
  }
}
