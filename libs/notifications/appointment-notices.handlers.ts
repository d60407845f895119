import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import {
  AppointmentAudienceReader,
  appointmentChanged,
  appointmentDue,
  type AppointmentAudience,
} from '#negotiations/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { NotificationsService } from './notifications.service.js';

const told: Partial<Record<string, NotificationKind>> = {
  proposed: 'appointment-proposed',
  'move-asked': 'appointment-move-asked',
  confirmed: 'appointment-confirmed',
  moved: 'appointment-moved',
  cancelled: 'appointment-cancelled',
};

/** Notices about appointments: to those who sit in the room, each with the time in their own zone. */
@Injectable()
export class AppointmentNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly appointments: AppointmentAudienceReader,
  ) {}

  /** Not of one that an organiser set: the change of the organiser's own timetable is told. */
  @OnEvent(appointmentChanged, 'notifications.appointment-changed')
  async changed(event: RecordedEvent<typeof appointmentChanged>): Promise<void> {
    const about = await this.appointments.of(event.data.appointmentId);
    const kind = told[event.data.what];
    if (about && kind && !about.fixed) await this.tell(event, kind, about);
  }

  /** Not of one that was moved or called off meanwhile, or that has begun. */
  @OnEvent(appointmentDue, 'notifications.appointment-due')
  async due(event: RecordedEvent<typeof appointmentDue>): Promise<void> {
    const { appointmentId, kind, sequence } = event.data;
    const about = await this.appointments.of(appointmentId);
    if (about?.state !== 'confirmed' || about.sequence !== sequence) return;
    if (!about.startsAt || about.startsAt.getTime() <= Date.now()) return;
    await this.tell(event, `appointment-${kind}`, about);
  }

  private async tell(
    event: RecordedEvent & { data: { roomId: string; appointmentId: string } },
    kind: NotificationKind,
    { title, roomTitle, members }: AppointmentAudience,
  ): Promise<void> {
    const link = `/rooms/${event.data.roomId}?tab=appointments&appointment=${event.data.appointmentId}`;
    for (const { userId, when } of members.filter((member) => member.userId !== event.actorId)) {
      const values = { title: roomTitle, name: title, when };
      await this.notifications.tell([userId], { eventId: event.id, kind, values, link });
    }
  }
}
