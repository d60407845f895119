import { Injectable } from '@nestjs/common';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { roomPaused, roomResumed } from '../negotiations.events.js';
import { Room, RoomMember } from '../room.entity.js';
import { RoomsRepository } from '../rooms.repository.js';

/** How coordinators sit in rooms: what they do there is seen by all, and in the record. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
  ) {}

  /** Whether a coordinator speaks in this room from now on; the same again changes nothing. */
  async speak(actor: Actor, roomId: string, speaks: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.enter(actor, roomId);
      if (me.speaks === speaks) return;
      await this.database.repository(RoomMember).update({ roomId, userId: actor.userId }, { speaks });
      const key = speaks ? 'speaks' : 'silent';
      await this.rooms.write(room, { kind: 'system', sender: actor, data: { key }, changed: ['members'] });
    });
  }

  /** Keeps everybody from writing until `resume`. Errors: `negotiation/room-closed`, `negotiation/room-paused`. */
  async pause(actor: Actor, roomId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room } = await this.enter(actor, roomId);
      if (room.pausedAt !== null) throw new AppError('negotiation/room-paused');
      const pause = { pausedAt: new Date(), pausedBy: actor.userId, pauseReason: reason };
      await this.change(room, actor, pause, { key: 'room-paused', reason });
      await this.events.record(roomPaused, { roomId, reason }, { subjectId: roomId, actor });
    });
  }

  /** Error: `negotiation/not-paused`. */
  async resume(actor: Actor, roomId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room } = await this.enter(actor, roomId);
      if (room.pausedAt === null) throw new AppError('negotiation/not-paused');
      const pause = { pausedAt: null, pausedBy: null, pauseReason: '' };
      await this.change(room, actor, pause, { key: 'room-resumed' });
      await this.events.record(roomResumed, { roomId }, { subjectId: roomId, actor });
    });
  }

  private async enter(actor: Actor, roomId: string): Promise<{ room: Room; me: RoomMember }> {
    const entered = await this.rooms.enter(actor, roomId, { whilePaused: true });
    authorize(entered.me.role === 'coordinator');
    if (entered.room.state === 'closed') throw new AppError('negotiation/room-closed');
    return entered;
  }

  private async change(
    room: Room,
    sender: Actor,
    pause: Pick<Room, 'pausedAt' | 'pausedBy' | 'pauseReason'>,
    data: { key: string; reason?: string },
  ): Promise<void> {
    await this.database.repository(Room).update({ id: room.id }, { ...pause, version: room.version + 1 });
    await this.rooms.write(room, { kind: 'system', sender, data, changed: ['state', 'offers'] });
  }
}
