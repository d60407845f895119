import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { signedLink, idOfSignedLink } from '#platform/auth/index.js';
import { calendarOf, type CalendarMeeting, type CalendarPerson } from '#platform/calendar/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, notFound } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { AppointmentsReader, type AppointmentRow } from './appointments.reader.js';

export interface CalendarFile {
  readonly name: string;
  readonly text: string;
  /** With the method as its parameter, by which mail programs know an invitation (RFC 6047, 2.4). */
  readonly mime: string;
}

const PURPOSE = 'calendar feed';

/** Appointments as files for calendars, and the address that calendar programs read. */
@Injectable()
export class AppointmentCalendar {
  constructor(
    private readonly database: Database,
    private readonly reader: AppointmentsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** One appointment, as an invitation or its cancellation; 404 before it was confirmed and for who may not see it. */
  async file(userId: string, id: string, language: Language): Promise<CalendarFile> {
    const row = await this.reader.row(userId, id);
    if (!row.startsAt) throw notFound();
    const organizer = { name: texts[language].organizer, email: this.sender() };
    const meeting = { ...this.entry(row, language), organizer, attendees: await this.invited(userId) };
    const isOff = row.state === 'cancelled';
    return {
      name: `${row.title.replaceAll(/[\\/:*?"<>|]/g, '_')}.ics`,
      text: calendarOf(row.title, [meeting], 'REQUEST'),
      mime: `text/calendar; charset=utf-8; method=${isOff ? 'CANCEL' : 'REQUEST'}`,
    };
  }

  /** A new secret address; the one before opens nothing from then on. */
  async makeFeed(userId: string): Promise<string> {
    const [row] = await this.database.query<{ key: string }>(
      `insert into calendar_feed (user_id) values ($1)
       on conflict (user_id) do update set key = gen_random_uuid() returning key`,
      [userId],
    );
    return this.address(row?.key ?? '');
  }

  async feed(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ key: string }>(
      'select key from calendar_feed where user_id = $1',
      [userId],
    );
    return row ? this.address(row.key) : null;
  }

  /** All appointments of the person whose address it is. Error: `auth/invalid-link`. */
  async subscription(token: string): Promise<string> {
    const key = idOfSignedLink(this.config.secretKey, PURPOSE, token);
    const [person] = await this.database.query<{ id: string; language: Language }>(
      `select u.id, u.language from calendar_feed f join app_user u on u.id = f.user_id
       where f.key::text = $1 and u.suspended_at is null`,
      [key ?? ''],
    );
    if (!person) throw new AppError('auth/invalid-link');
    const rows = await this.reader.ofPerson(person.id);
    return calendarOf(
      texts[person.language].name,
      rows.map((row) => this.entry(row, person.language)),
    );
  }

  private address(key: string): string {
    const token = encodeURIComponent(signedLink(this.config.secretKey, PURPOSE, key));
    return `${this.config.http.publicUrl}/api/calendar/appointments.ics?token=${token}`;
  }

  private entry(row: AppointmentRow, language: Language): CalendarMeeting {
    const words = texts[language];
    const link = `${this.config.http.publicUrl}/rooms/${row.roomId}?tab=appointments`;
    const place = row.means === 'call' ? words.call : row.address;
    return {
      ...{ id: row.id, title: words.title(row.title, row.counterpart), place },
      startsAt: (row.startsAt as Date).toISOString(),
      endsAt: (row.endsAt as Date).toISOString(),
      ...{ sequence: row.sequence, isCancelled: row.state === 'cancelled', updatedAt: row.updatedAt },
      description: [row.note, row.cancelReason, link].filter((part) => part !== '').join('\n'),
      url: row.means === 'link' ? row.address : link,
    };
  }

  /** The reader alone: nobody's mail address is told to the other company by this. */
  private async invited(userId: string): Promise<CalendarPerson[]> {
    return this.database.query<{ name: string; email: string }>(
      'select name, email from app_user where id = $1',
      [userId],
    );
  }

  private sender(): string {
    return /<([^>]+)>/.exec(this.config.mail.from)?.[1] ?? this.config.mail.from;
  }
}

const texts = {
  ja: {
    name: '仲立ちの日程',
    organizer: '仲立ち',
    call: '商談ルームの通話',
    title: (title: string, other: string) => `${title}（${other}）`,
  },
  en: {
    name: 'Nakadachi appointments',
    organizer: 'Nakadachi',
    call: 'Call in the negotiation room',
    title: (title: string, other: string) => `${title} (${other})`,
  },
} satisfies Record<Language, object>;
