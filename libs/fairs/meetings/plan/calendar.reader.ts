import { Injectable } from '@nestjs/common';

import type { Language } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { calendarOf } from '#platform/calendar/index.js';
import { Database } from '#platform/database/index.js';
import { MeetingEventsReader } from '../meeting-events.reader.js';
import { TimetableReader } from './timetable.reader.js';

/** Timetables as files for calendars. */
@Injectable()
export class CalendarReader {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsReader,
    private readonly timetables: TimetableReader,
  ) {}

  /** A firm's own, for those who may read it. */
  async ics(actor: Actor, eventId: string, participantId: string): Promise<{ name: string; text: string }> {
    const own = await this.timetables.own(actor, eventId, participantId);
    const event = await this.events.readable(actor, eventId);
    const changed = await this.database.query<{ id: string; sequence: number; updatedAt: Date }>(
      `select id, sequence, updated_at "updatedAt" from meeting where event_id = $1 and $2 in (orderer_id, supplier_id)`,
      [eventId, participantId],
    );
    const changes = new Map(changed.map((row) => [row.id, row]));
    const words = texts[actor.language];
    const { title, place } = event.content;
    const meetings = own.meetings.map((meeting) => {
      const { sequence = 0, updatedAt = new Date() } = changes.get(meeting.id) ?? {};
      // An orderer in the hall has its table there, also where the supplier is called.
      const table = own.attends === 'on-site' ? meeting.table : null;
      const atTable = table === null ? place : words.table(place, table);
      const at = !meeting.isOnline ? atTable : table === null ? words.online : words.tableOnline(atTable);
      return {
        ...{ id: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: at, updatedAt },
        title: words.meeting(meeting.other.name, title),
        sequence,
        isCancelled: meeting.state === 'cancelled',
      };
    });
    return { name: `${title}.ics`, text: calendarOf(title, meetings) };
  }
}

const texts = {
  ja: {
    online: 'オンライン',
    table: (place: string, no: number) => `${place} テーブル${no}`,
    tableOnline: (table: string) => `${table}（オンライン）`,
    meeting: (name: string, title: string) => `商談：${name}（${title}）`,
  },
  en: {
    online: 'Online',
    table: (place: string, no: number) => `${place}, table ${no}`,
    tableOnline: (table: string) => `${table}, online`,
    meeting: (name: string, title: string) => `Meeting with ${name} (${title})`,
  },
} satisfies Record<Language, object>;
