import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { notFound } from '#platform/http/index.js';
import { withChanges, type PublishedTimetable } from '../../timetable/index.js';
import type { EventRow } from '../meeting-events.reader.js';
import { withLatecomers, type Codes } from './codes.js';
import { handChanges } from './hand-changes.js';
import { TimetableReader } from './timetable.reader.js';

/** What an event publishes so that anybody can compute its timetable again. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Database,
    private readonly timetables: TimetableReader,
  ) {}

  /**
   * Keeps the record of the last search with what was changed by hand since; nothing where no search was run. Belongs
   * into the transaction in which the timetable is published.
   */
  async publish(event: EventRow): Promise<void> {
    const [plan] = await this.database.query<{ record: PublishedTimetable; codes: Codes }>(
      `select record, codes from meeting_plan where event_id = $1 and state = 'finished' and record is not null
       order by id desc limit 1`,
      [event.id],
    );
    if (!plan) return;
    const { firms, meetings } = await this.timetables.facts(event);
    const codes = withLatecomers(plan.codes, firms);
    const live = meetings.filter(({ state }) => state !== 'cancelled');
    const record = withChanges(plan.record, handChanges(plan.record, live, codes));
    await this.database.query(
      `insert into meeting_publication (event_id, record, codes, hash) values ($1, $2, $3, $4)
       on conflict (event_id) do nothing`,
      [event.id, JSON.stringify(record), JSON.stringify(codes), record.publishedHash],
    );
  }

  /** For anybody: it names nobody. 404 before publication, and where the timetable was made by hand alone. */
  async record(eventId: string): Promise<PublishedTimetable> {
    const [row] = await this.database.query<{ record: PublishedTimetable }>(
      'select record from meeting_publication where event_id = $1',
      [eventId],
    );
    if (!row) throw notFound();
    return row.record;
  }
}
