import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { memberRemoved, roomClosed, roomPaused } from '../negotiations.events.js';
import { RoomsRepository } from '../rooms.repository.js';
import { CallsService } from './calls.service.js';

/** What ends calls, or somebody's part in one. */
@Injectable()
export class CallsHandlers {
  constructor(
    private readonly calls: CallsService,
    private readonly rooms: RoomsRepository,
  ) {}

  /** Not where the room goes on again by now. */
  @OnEvent(roomPaused, 'negotiations.end-call-paused')
  async paused({ data }: RecordedEvent<typeof roomPaused>): Promise<void> {
    const room = await this.rooms.find(data.roomId);
    if (room?.pausedAt) await this.calls.end(data.roomId, 'paused');
  }

  @OnEvent(roomClosed, 'negotiations.end-call-closed')
  async closed({ data }: RecordedEvent<typeof roomClosed>): Promise<void> {
    await this.calls.end(data.roomId, 'closed');
  }

  /** Who has come back meanwhile stays. */
  @OnEvent(memberRemoved, 'negotiations.leave-call')
  async removed({ data: { roomId, userId } }: RecordedEvent<typeof memberRemoved>): Promise<void> {
    const member = await this.rooms.member(roomId, userId);
    if (member?.leftAt) await this.calls.leave(userId, roomId);
  }
}
