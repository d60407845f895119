import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { FairClock } from '../../fair-clock.js';
import { tellMeetingChanged } from '../changed-meeting.js';
import type { EventRow } from '../meeting-events.reader.js';
import { slotsOf } from '../slots.js';

/** What becomes of the meetings of a firm that takes part no more, or otherwise than it said. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: FairClock,
  ) {}

  /**
   * Cancels what the firm still has before it; its partners are told, and nobody else. Why it left stays between it and
   * the organisers. Belongs into the transaction in which it leaves. Answers with how many.
   */
  async release(actor: Actor, event: EventRow, participantId: string): Promise<number> {
    const meetings = await this.database.query<{ id: string }>(
      `update meeting set state = 'cancelled', why = 'firm-left', sequence = sequence + 1, updated_at = now()
       where event_id = $1 and $2 in (orderer_id, supplier_id) and state = 'planned' and slot = any($3)
       returning id`,
      [event.id, participantId, comingSlots(event, this.clock.now(event.id))],
    );
    for (const { id } of meetings) await tellMeetingChanged(this.events, actor, event, id, 'cancelled');
    return meetings.length;
  }

  /**
   * A firm of a hybrid event comes by a call after all: its meetings are held in rooms from now on, and an orderer's
   * table falls free. Belongs into the transaction in which it says so. The other way round needs a table, which the
   * secretary gives.
   */
  async goOnline(actor: Actor, event: EventRow, participantId: string): Promise<void> {
    const meetings = await this.database.query<{ id: string }>(
      `update meeting set is_online = true, table_no = case when orderer_id = $2 then null else table_no end,
         sequence = sequence + 1, updated_at = now()
       where event_id = $1 and $2 in (orderer_id, supplier_id) and state = 'planned' and slot = any($3)
         and (not is_online or (orderer_id = $2 and table_no is not null))
       returning id`,
      [event.id, participantId, comingSlots(event, this.clock.now(event.id))],
    );
    for (const { id } of meetings) await tellMeetingChanged(this.events, actor, event, id, 'moved');
  }
}

/** Slots that have not begun. */
export function comingSlots({ content: { days, rules } }: Pick<EventRow, 'content'>, now: Date): number[] {
  return slotsOf(days, rules).flatMap(({ no, startsAt }) =>
    Date.parse(startsAt) > now.getTime() ? [no] : [],
  );
}
