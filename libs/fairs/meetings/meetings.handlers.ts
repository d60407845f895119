import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { MeetingEventsReader } from './meeting-events.reader.js';
import { meetingEventAdvanced, participantChanged, participantMoved } from './meetings.events.js';
import { ProposalsService } from './proposals.service.js';

@Injectable()
export class MeetingsHandlers {
  constructor(
    private readonly events: MeetingEventsReader,
    private readonly proposals: ProposalsService,
  ) {}

  @OnEvent(meetingEventAdvanced, 'meetings.propose-to-all', 'heavy')
  advanced({ data }: RecordedEvent<typeof meetingEventAdvanced>): Promise<void> {
    return this.renew(data.eventId);
  }

  @OnEvent(participantMoved, 'meetings.propose-after-decision', 'heavy')
  moved({ data }: RecordedEvent<typeof participantMoved>): Promise<void> {
    return this.renew(data.eventId);
  }

  @OnEvent(participantChanged, 'meetings.propose-after-change', 'heavy')
  changed({ data }: RecordedEvent<typeof participantChanged>): Promise<void> {
    return this.renew(data.eventId);
  }

  /** Only while wishes are made does anybody read them. */
  private async renew(eventId: string): Promise<void> {
    const event = await this.events.row(eventId);
    if (event?.state === 'wishes') await this.proposals.renew(eventId);
  }
}
