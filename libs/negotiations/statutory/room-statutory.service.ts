import { Injectable } from '@nestjs/common';
import type { WorkKind } from '#contracts/statutory.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, StaleError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { workStated } from '../negotiations.events.js';
import type { Room } from '../room.entity.js';
import { canWrite, sideOf } from '../room.policy.js';
import { RoomsRepository } from '../rooms.repository.js';
import { askId } from './ask-id.js';
import { RoomStatutoryReader } from './room-statutory.reader.js';
import { RoomWork } from './room-work.entity.js';

@Injectable()
export class RoomStatutoryService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly reader: RoomStatutoryReader,
  ) {}

  /** States what kind of work is entrusted, over the version that was read (0: nobody stated it yet). */
  async setWork(actor: Actor, roomId: string, version: number, work: WorkKind): Promise<void> {
    await this.database.transaction(async () => {
      const room = await this.enter(actor, roomId);
      const works = this.database.repository(RoomWork);
      const known = await works.findOne({ where: { roomId } });
      if ((known?.version ?? 0) !== version) {
        const current = await this.reader.get(actor, roomId);
        throw new StaleError({ ...current, version: current.workVersion });
      }
      await works.save({ roomId, work, version: version + 1, setBy: actor.userId, setAt: new Date() });
      await this.rooms.write(room, {
        ...{ kind: 'system', sender: actor, changed: ['offers'] },
        data: { key: 'work-stated', work },
      });
      await this.events.record(workStated, { roomId, work }, about(roomId, actor));
    });
  }

  /** Asks the other side to complete what decides; a second time on the same day changes nothing. */
  async ask(actor: Actor, roomId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const side = sideOf(me.role);
      authorize(side !== null);
      if (!canWrite(room)) throw new AppError('negotiation/room-closed');
      const clientId = askId(roomId, side ?? 'owner', todayInJapan());
      if ((await this.rooms.numberOf(roomId, clientId)) !== null) return;
      await this.rooms.write(room, { kind: 'system', sender: actor, data: { key: 'facts-asked' }, clientId });
    });
  }

  private async enter(actor: Actor, roomId: string): Promise<Room> {
    const { room, me } = await this.rooms.enter(actor, roomId);
    authorize(sideOf(me.role) !== null);
    if (!canWrite(room)) throw new AppError('negotiation/room-closed');
    return room;
  }
}

const about = (roomId: string, actor: Actor) => ({
  subjectId: roomId,
  companyId: actor.company?.id ?? null,
  actor,
});
