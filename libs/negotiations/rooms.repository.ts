import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Message as MessageDto, RoomState } from '#contracts/negotiations.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, notFound } from '#platform/http/index.js';
import { entryWritten } from './negotiations.events.js';
import { Room, RoomMember } from './room.entity.js';
import { isSeated } from './room.policy.js';

export interface NewEntry {
  readonly kind: Exclude<MessageDto['kind'], 'text'>;
  /** Null where the system itself speaks. */
  readonly sender: Actor | null;
  readonly data?: Record<string, unknown>;
  readonly fileId?: string;
  readonly text?: string;
  /** For `edit` and `withdrawal`: the number of the entry that they are about. */
  readonly revises?: number;
  /** Where the same entry might be asked for again; find it with `numberOf` first. */
  readonly clientId?: string;
  /** What else of the room changed with it. */
  readonly changed?: ('members' | 'offers' | 'state' | 'files' | 'appointments' | 'record')[];
}

/** The write side of rooms. All of it belongs into a transaction. */
@Injectable()
export class RoomsRepository {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** A room as it is just now. */
  find(roomId: string): Promise<Room | null> {
    return this.database.repository(Room).findOneBy({ id: roomId });
  }

  /** A room, its row locked, so that nobody else writes into it meanwhile. */
  locked(roomId: string): Promise<Room | null> {
    return this.database
      .repository(Room)
      .findOne({ where: { id: roomId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * A room, locked, and the actor's own place in it; 404 for who is no member. Error: `negotiation/room-paused`, except
   * for what goes on `whilePaused`.
   */
  async enter(
    actor: Actor,
    roomId: string,
    { whilePaused = false } = {},
  ): Promise<{ room: Room; me: RoomMember }> {
    const room = await this.locked(roomId);
    const me = room && (await this.member(roomId, actor.userId));
    if (!room || !isSeated(actor, room, me)) throw notFound();
    if (room.pausedAt !== null && !whilePaused) throw new AppError('negotiation/room-paused');
    return { room, me };
  }

  member(roomId: string, userId: string): Promise<RoomMember | null> {
    return this.database.repository(RoomMember).findOne({ where: { roomId, userId } });
  }

  /** The number that a message has already; null for a new one. */
  async numberOf(roomId: string, clientId: string): Promise<number | null> {
    const [row] = await this.database.query<{ seq: number }>(
      'select seq from message where room_id = $1 and client_id = $2',
      [roomId, clientId],
    );
    return row?.seq ?? null;
  }

  /** Adds to the record of a locked room, and has its sockets told. Answers with the number. */
  async write(room: Room, entry: NewEntry): Promise<number> {
    const [row] = await this.database.query<{ seq: number }>(
      `with moved as (
         update room set last_seq = last_seq + 1, last_at = date_trunc('milliseconds', clock_timestamp())
         where id = $1 returning last_seq, last_at
       )
       insert into message (room_id, seq, client_id, kind, sender_id, file_id, data, text, revises, created_at)
       select $1, last_seq, $2, $3, $4, $5, $6, $7, $8, last_at from moved returning seq`,
      [
        room.id,
        entry.clientId ?? randomUUID(),
        entry.kind,
        entry.sender?.userId ?? null,
        entry.fileId ?? null,
        JSON.stringify(entry.data ?? {}),
        entry.text ?? '',
        entry.revises ?? null,
      ],
    );
    if (!row) throw notFound();
    room.lastSeq = row.seq;
    await this.events.record(
      entryWritten,
      { roomId: room.id, seq: row.seq, changed: entry.changed ?? [] },
      { subjectId: room.id, companyId: entry.sender?.company?.id ?? null, actor: entry.sender },
    );
    return row.seq;
  }

  async setState(room: Room, state: RoomState, closeReason = ''): Promise<void> {
    room.state = state;
    room.version += 1;
    await this.database
      .repository(Room)
      .update({ id: room.id }, { state, closeReason, version: room.version });
  }
}
