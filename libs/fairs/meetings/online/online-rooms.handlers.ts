import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { meetingChanged, meetingEventAdvanced, meetingEventCancelled } from '../meetings.events.js';
import { OnlineRooms } from './online-rooms.service.js';

/** What happens to online meetings happens to their rooms. */
@Injectable()
export class OnlineRoomsHandlers {
  constructor(private readonly rooms: OnlineRooms) {}

  @OnEvent(meetingEventAdvanced, 'meetings.open-rooms')
  async published({ data, actorId }: RecordedEvent<typeof meetingEventAdvanced>): Promise<void> {
    if (data.state === 'published') await this.rooms.openAll(data.eventId, actorId);
  }

  @OnEvent(meetingChanged, 'meetings.keep-room')
  changed({ data, actorId }: RecordedEvent<typeof meetingChanged>): Promise<void> {
    return this.rooms.follow(data.eventId, data.meetingId, actorId);
  }

  @OnEvent(meetingEventCancelled, 'meetings.close-rooms')
  cancelled({ data }: RecordedEvent<typeof meetingEventCancelled>): Promise<void> {
    return this.rooms.closeAll(data.eventId);
  }
}
