import { Inject, Injectable } from '@nestjs/common';
import { toString as toQrCode } from 'qrcode';
import type { MeetingBoard, MeetingDayView } from '#contracts/meeting-day.js';
import type { MeetingState, PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { Participation } from '#contracts/meeting-participants.js';
import { authorize, idOfSignedLink, signedLink, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { isOrganiser } from '../meeting-event.policy.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { isOwn } from '../participant.policy.js';
import { ParticipantsReader } from '../participants.reader.js';
import { TimetableReader } from '../plan/timetable.reader.js';
import { tablesOf } from '../slots.js';
import { FairClock } from '../../fair-clock.js';

const BOARD_LINK = 'meeting board';
type Attendance = Exclude<MeetingState, 'cancelled'>;

/** The day of an event: reception, attendance, the screen at the entrance, places that fell free. */
@Injectable()
export class DayService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    private readonly participants: ParticipantsReader,
    private readonly timetables: TimetableReader,
    private readonly clock: FairClock,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** For organisers, once the timetable is published. Error: `meeting/closed` before. */
  async day(actor: Actor, eventId: string): Promise<MeetingDayView> {
    const event = await this.meetings.organised(actor, eventId);
    if (!isPublished(event)) throw new AppError('meeting/closed');
    const facts = await this.timetables.facts(event);
    const rows = await this.database.query<{ id: string; content: Participation; checkedInAt: Date | null }>(
      'select id, content, checked_in_at "checkedInAt" from meeting_participant where event_id = $1',
      [eventId],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      ...{
        eventId,
        title: event.content.title,
        state: event.state,
        now: this.clock.now(eventId).toISOString(),
        pace: this.clock.pace(eventId),
      },
      ...{ slots: [...facts.slots], tables: tablesOf(event.content), meetings: facts.meetings },
      firms: facts.firms.map(({ participantId, name, side, attends }) => {
        const row = byId.get(participantId);
        return {
          ...{ participantId, name, side, attends },
          contact: row?.content.contact ?? '',
          phone: row?.content.phone ?? '',
          checkedInAt: row?.checkedInAt?.toISOString() ?? null,
          left: facts.left.has(participantId),
        };
      }),
    };
  }

  /**
   * The same again changes nothing. Also of an event that is over: what was done without a network may arrive after it.
   * Error: `meeting/illegal-transition` before publication and once it is cancelled.
   */
  async checkIn(
    actor: Actor,
    eventId: string,
    participantId: string,
    at: string | null,
  ): Promise<string | null> {
    return this.database.transaction(async () => {
      demandPublished(await this.meetings.organised(actor, eventId));
      const [row] = await this.database.query<{ companyId: string; checkedInAt: Date | null }>(
        `update meeting_participant set checked_in_at = case when $3::timestamptz is null then null
           else least(coalesce(checked_in_at, $3), $3, now()) end
         where id = $1 and event_id = $2 and state = 'approved'
         returning company_id "companyId", checked_in_at "checkedInAt"`,
        [participantId, eventId, at],
      );
      const { companyId, checkedInAt } = found(row);
      await this.events.record(
        happened.firmCheckedIn,
        { eventId, participantId, isHere: at !== null },
        { subjectId: participantId, companyId, actor },
      );
      return checkedInAt?.toISOString() ?? null;
    });
  }

  /** Also once it is over, as {@link checkIn}. Error: `meeting/illegal-transition` where the meeting was cancelled, too. */
  async attend(actor: Actor, eventId: string, meetingId: string, state: Attendance): Promise<PlannedMeeting> {
    await this.database.transaction(async () => {
      demandPublished(await this.meetings.organised(actor, eventId));
      found(await this.timetables.meeting(eventId, meetingId));
      const [row] = await this.database.query(
        `update meeting set state = $2, updated_at = now() where id = $1 and state <> 'cancelled' returning id`,
        [meetingId, state],
      );
      if (!row) throw new AppError('meeting/illegal-transition');
      await this.events.record(
        happened.meetingAttended,
        { eventId, meetingId, state },
        { subjectId: meetingId, actor },
      );
    });
    return this.timetables.meeting(eventId, meetingId);
  }

  /** The code that a firm shows at the reception; for the firm and the organisers. */
  async qr(actor: Actor, eventId: string, participantId: string): Promise<string> {
    const { event, row } = await this.participants.readable(actor, eventId, participantId);
    authorize(isOrganiser(actor, event) || isOwn(actor, row));
    const url = `${this.config.http.publicUrl}/meetings/${eventId}/day?firm=${participantId}`;
    return toQrCode(url, { type: 'svg', margin: 2 });
  }

  async boardLink(actor: Actor, eventId: string): Promise<string> {
    const event = await this.meetings.organised(actor, eventId);
    const token = signedLink(this.config.secretKey, BOARD_LINK, event.id);
    return `/meeting-board?token=${encodeURIComponent(token)}`;
  }

  /** By its secret link, without signing in. Errors: `auth/invalid-link`, `meeting/closed` before publication. */
  async board(token: string): Promise<MeetingBoard> {
    const id = idOfSignedLink(this.config.secretKey, BOARD_LINK, token);
    const event = id === null ? null : await this.meetings.row(id);
    if (!event) throw new AppError('auth/invalid-link');
    if (!isPublished(event)) throw new AppError('meeting/closed');
    const facts = await this.timetables.facts(event);
    const { title, place } = event.content;
    return {
      ...{
        title,
        place,
        state: event.state,
        now: this.clock.now(event.id).toISOString(),
        pace: this.clock.pace(event.id),
      },
      slots: facts.slots.filter(({ no }) => !event.closedSlots.includes(no)),
      ...{ tables: tablesOf(event.content), closedTables: [...event.closedTables] },
      meetings: facts.meetings
        .filter(({ state }) => state !== 'cancelled')
        .map(({ slot, table, isOnline, state, ordererId, supplierId }) => ({
          ...{ slot, table, isOnline, state },
          orderer: facts.nameOf(ordererId),
          supplier: facts.nameOf(supplierId),
        })),
    };
  }
}

const isPublished = ({ state }: EventRow): boolean =>
  state === 'published' || state === 'running' || state === 'finished';

function demandPublished(event: EventRow): void {
  if (!isPublished(event)) throw new AppError('meeting/illegal-transition');
}

/** Error: `meeting/illegal-transition` unless the timetable is published and the event is not over. */
export function demandDay({ state }: EventRow): void {
  if (state !== 'published' && state !== 'running') throw new AppError('meeting/illegal-transition');
}
