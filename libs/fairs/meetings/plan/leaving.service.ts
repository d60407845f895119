import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import type { EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { slotsOf } from '../slots.js';

/** What becomes of the meetings of a firm that takes part no more. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * Cancels what the firm still has before it; its partners are told, and nobody else. Why it left stays between it and
   * the organisers. Belongs into the transaction in which it leaves. Answers with how many.
   */
  async release(actor: Actor, event: EventRow, participantId: string): Promise<number> {
    const now = new Date().toISOString();
    const { days, rules } = event.content;
    const coming = slotsOf(days, rules).flatMap(({ no, startsAt }) => (startsAt > now ? [no] : []));
    const meetings = await this.database.query<{ id: string }>(
      `update meeting set state = 'cancelled', why = 'firm-left', sequence = sequence + 1, updated_at = now()
       where event_id = $1 and $2 in (orderer_id, supplier_id) and state = 'planned' and slot = any($3)
       returning id`,
      [event.id, participantId, coming],
    );
    for (const { id } of meetings)
      await this.events.record(
        happened.meetingChanged,
        { eventId: event.id, meetingId: id, what: 'cancelled' },
        { subjectId: id, actor },
      );
    return meetings.length;
  }
}
