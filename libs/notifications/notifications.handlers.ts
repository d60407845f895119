import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { notificationsCreated } from './notifications.events.js';
import { NotificationsService } from './notifications.service.js';

@Injectable()
export class NotificationsHandlers {
  constructor(private readonly notifications: NotificationsService) {}

  @OnEvent(notificationsCreated, 'notifications.push')
  async push({ data }: RecordedEvent<typeof notificationsCreated>): Promise<void> {
    for (const userId of data.userIds) await this.notifications.push(userId);
  }
}
