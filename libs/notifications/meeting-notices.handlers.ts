import { Injectable } from '@nestjs/common';
import type { MeetingEventState } from '#contracts/meeting-events.js';
import type { NotificationKind } from '#contracts/notifications.js';
import {
  MeetingAudienceReader,
  meetingChanged,
  meetingEventAdvanced,
  meetingEventCancelled,
  participantMoved,
  type MeetingAudience,
} from '#fairs/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { Audience } from './audience.js';
import { NotificationsService } from './notifications.service.js';

const decided = {
  approved: 'meeting-let-in',
  waitlisted: 'meeting-waitlisted',
  declined: 'meeting-declined',
} as const;
const changed = {
  added: 'meeting-added',
  moved: 'meeting-moved',
  cancelled: 'meeting-cancelled',
} as const;

const isOn = (state: MeetingEventState | undefined): boolean => state === 'published' || state === 'running';

/** Notices about meeting events: to those whom they concern, and to nobody else. */
@Injectable()
export class MeetingNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly meetings: MeetingAudienceReader,
    private readonly live: Live,
  ) {}

  @OnEvent(participantMoved, 'notifications.meeting-participant')
  async participant(event: RecordedEvent<typeof participantMoved>): Promise<void> {
    const { participantId, state } = event.data;
    const about = await this.meetings.ofParticipant(participantId);
    if (!about) return;
    const link = `/meetings/${about.eventId}/participants/${participantId}`;
    if (state === 'applied' || state === 'withdrawn') {
      const staff = await Promise.all(about.bodyIds.map((id) => this.audience.ofBody(id, event.actorId)));
      const kind = state === 'applied' ? 'meeting-registered' : 'meeting-withdrawn';
      const values = { title: about.title, company: about.firms[0]?.name ?? '' };
      // Once there is a timetable, its places are to be given to others.
      const to = state === 'withdrawn' && isOn(about.state) ? `/meetings/${about.eventId}/day` : link;
      await this.notifications.tell(staff.flat(), { eventId: event.id, kind, values, link: to });
    } else await this.tellFirms(event, about, decided[state], link);
  }

  @OnEvent(meetingEventAdvanced, 'notifications.meeting-event-advanced')
  async advanced(event: RecordedEvent<typeof meetingEventAdvanced>): Promise<void> {
    const about = await this.meetings.ofEvent(event.data.eventId);
    const { state } = event.data;
    if (!about || (state !== 'wishes' && state !== 'published')) return;
    const kind = state === 'wishes' ? 'meeting-wishes-open' : 'meeting-timetable';
    const part = state === 'wishes' ? 'wishes' : 'timetable';
    for (const firm of about.firms.filter((one) => one.state === 'approved')) {
      const link = `/meetings/${about.eventId}/${part}/${firm.participantId}`;
      await this.tellFirms(event, { ...about, firms: [firm] }, kind, link);
    }
  }

  @OnEvent(meetingEventCancelled, 'notifications.meeting-event-cancelled')
  async cancelled(event: RecordedEvent<typeof meetingEventCancelled>): Promise<void> {
    const about = await this.meetings.ofEvent(event.data.eventId);
    if (about) await this.tellFirms(event, about, 'meeting-event-cancelled', `/meetings/${about.eventId}`);
  }

  /**
   * A draft is nobody's yet, also where its change is told of after publication; once it is published, exactly the two firms of a meeting are told of its change. Of a
   * meeting that is off because a firm left only the other is: whoever left knows.
   */
  @OnEvent(meetingChanged, 'notifications.meeting-changed')
  async meeting(event: RecordedEvent<typeof meetingChanged>): Promise<void> {
    const about = await this.meetings.ofMeeting(event.data.meetingId);
    const { what, state = about?.state } = event.data;
    if (!about || !isOn(about.state) || !isOn(state)) return;
    for (const [i, firm] of about.firms.entries()) {
      if (what === 'cancelled' && firm.state !== 'approved') continue;
      const other = about.firms[1 - i]?.name ?? '';
      const link = `/meetings/${about.eventId}/timetable/${firm.participantId}`;
      await this.tellFirms(event, { ...about, firms: [firm] }, changed[what], link, { other });
    }
  }

  private async tellFirms(
    event: RecordedEvent,
    about: MeetingAudience,
    kind: NotificationKind,
    link: string,
    values: Record<string, string> = {},
  ): Promise<void> {
    const to = await this.audience.ofCompanies(
      about.firms.map((firm) => firm.companyId),
      event.actorId,
    );
    await this.notifications.tell(to, {
      ...{ eventId: event.id, kind, link },
      values: { title: about.title, ...values },
    });
    for (const userId of to)
      this.live.toUser(userId, 'resource:changed', { kind: 'meeting-event', id: about.eventId });
  }
}
