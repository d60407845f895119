import type { Actor } from '#platform/auth/index.js';
import type { Database } from '#platform/database/index.js';
import type { Events } from '#platform/events/index.js';
import type { EventRow } from './meeting-events.reader.js';
import * as happened from './meetings.events.js';

/** Holds an event until the transaction ends: who changes its meetings or its seats does so one after the other. */
export async function holdEvent(database: Database, eventId: string): Promise<void> {
  await database.query('select 1 from meeting_event where id = $1 for update', [eventId]);
}

/** Has both firms of a meeting told of it. Belongs into the transaction of the change. */
export async function tellMeetingChanged(
  events: Events,
  actor: Actor,
  { id: eventId, state }: EventRow,
  meetingId: string,
  what: 'added' | 'moved' | 'cancelled',
): Promise<void> {
  await events.record(
    happened.meetingChanged,
    { eventId, meetingId, what, state },
    { subjectId: meetingId, actor },
  );
}
