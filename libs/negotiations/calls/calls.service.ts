import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CALL_SEATS, type Call, type CallEnd, type CallMedia, type IceServer } from '#contracts/calls.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { CONFIG } from '#platform/resources.js';
import { Room } from '../room.entity.js';
import { RoomsRepository } from '../rooms.repository.js';
import { CallParticipant, RoomCall } from './call.entity.js';
import { restLeft, SILENCE_SECONDS, spanFor, warningDue, type TimedSpan } from './call.timing.js';
import { CallsReader } from './calls.reader.js';
import { iceServersFor } from './ice-servers.js';

/** A seat in a call, as its holder gets it. */
export interface CallSeat {
  readonly peerId: string;
  readonly call: Call;
  readonly iceServers: IceServer[];
  readonly now: string;
}

/** After its socket is gone a tab has so long (s) to come back before its seat is free. */
const GRACE_SECONDS = 5;

/**
 * Who takes part in calls, and when they end: PostgreSQL holds it, so that any number of processes agree. Whoever
 * changes who takes part holds the room's row.
 */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsRepository,
    private readonly reader: CallsReader,
    private readonly live: Live,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Takes a seat; begins a call where there is none. Another tab of the same person loses its own. Errors: `call/full`,
   * `call/time-over`, `negotiation/room-paused`, `negotiation/room-closed`, `request/not-found`.
   */
  async join(actor: Actor, roomId: string, media: CallMedia): Promise<CallSeat> {
    const peerId = await this.database.transaction(async () => {
      const { room } = await this.rooms.enter(actor, roomId);
      if (room.state === 'closed') throw new AppError('negotiation/room-closed');
      const now = new Date();
      const spans = await this.timedSpans(roomId);
      const before = await this.openCall(roomId);
      if (before?.endsAt && before.endsAt <= now) await this.finish(room, before, 'time');
      const callId =
        before && before.endedAt === null ? before.id : await this.begin(room, actor, spans, now);
      return this.seat(callId, actor.userId, media);
    });
    const call = found(await this.reader.current(roomId));
    this.tell(roomId, call);
    const now = new Date();
    const iceServers = iceServersFor(this.config.calls, actor.userId, now);
    return { peerId, call, iceServers, now: now.toISOString() };
  }

  /** Its browser is there, and lets the others see and hear this. Error: `call/ended` for who has no seat any more. */
  async alive(actor: Actor, roomId: string, peerId: string, media: CallMedia): Promise<void> {
    const [row] = await this.database.query<{ isNews: boolean }>(
      `with before as (
         select p.peer_id, p.media from call_participant p join room_call q on q.id = p.call_id
         where p.peer_id = $1 and p.user_id = $2 and q.room_id = $3 and p.left_at is null and q.ended_at is null
       )
       update call_participant p set seen_at = now(), media = $4 from before
       where p.peer_id = before.peer_id and p.left_at is null
       returning before.media <> $4::jsonb "isNews"`,
      [peerId, actor.userId, roomId, JSON.stringify(media)],
    );
    if (!row) throw new AppError('call/ended');
    if (row.isNews) await this.tellNow(roomId);
  }

  /** Gives a seat back; where nobody is left the call is over. No error for who has none. */
  async leave(userId: string, roomId: string, peerId: string | null = null): Promise<void> {
    const left = await this.database.query(
      `update call_participant p set left_at = now() from room_call q
       where q.id = p.call_id and q.room_id = $2 and p.user_id = $1 and p.left_at is null
         and ($3::uuid is null or p.peer_id = $3) returning 1`,
      [userId, roomId, peerId],
    );
    if (left.length === 0) return;
    await this.tellNow(roomId);
    await this.endWhereOver();
  }

  /** The socket of a tab is gone: it may come back within seconds, else its seat is free. */
  async lost(peerId: string): Promise<void> {
    await this.database.query(
      `update call_participant set seen_at = least(seen_at, now() - make_interval(secs => $2))
       where peer_id = $1 and left_at is null`,
      [peerId, SILENCE_SECONDS - GRACE_SECONDS],
    );
  }

  /** Ends the call of a room, if there is one, whoever is in it. */
  async end(roomId: string, reason: CallEnd): Promise<void> {
    const callId = await this.database.transaction(async () => {
      const room = await this.rooms.locked(roomId);
      const call = room && (await this.openCall(roomId));
      if (!room || !call || !(await this.isStillOver(call, reason))) return null;
      await this.finish(room, call, reason);
      return call.id;
    });
    if (callId === null) return;
    this.live.toRoom(roomId, 'call:ended', { roomId, callId, reason });
    this.tell(roomId, null);
  }

  /**
   * What the clock does: takes out who is not heard from, ends what is over, warns before the end. Any number of
   * processes may do it at once; each thing happens once.
   */
  async watch(): Promise<void> {
    for (const roomId of await this.reader.takeOutSilent()) await this.tellNow(roomId);
    await this.endWhereOver();
    await this.warn();
  }

  private async endWhereOver(): Promise<void> {
    for (const { roomId, reason } of await this.reader.over()) await this.end(roomId, reason);
  }

  /** Whether what was seen before the lock still holds: somebody may have come back meanwhile. */
  private async isStillOver(call: RoomCall, reason: CallEnd): Promise<boolean> {
    if (reason === 'time') return call.endsAt !== null && call.endsAt <= new Date();
    if (reason !== 'left') return true;
    const there = { callId: call.id, leftAt: IsNull() };
    return (await this.database.repository(CallParticipant).countBy(there)) === 0;
  }

  private async warn(): Promise<void> {
    const calls = await this.database.query<{
      id: string;
      roomId: string;
      endsAt: Date;
      warned: number | null;
    }>(
      `select id, room_id "roomId", ends_at "endsAt", warned from room_call
       where ended_at is null and ends_at <= now() + interval '3 minutes'`,
    );
    for (const { id, roomId, endsAt, warned } of calls) {
      const minutes = warningDue(endsAt, warned, new Date());
      if (minutes === null) continue;
      const mine = await this.database.query(
        `update room_call set warned = $2 where id = $1 and ended_at is null and (warned is null or warned > $2)
         returning 1`,
        [id, minutes],
      );
      if (mine.length > 0) this.live.toRoom(roomId, 'call:warning', { roomId, callId: id, minutes });
    }
  }

  private openCall(roomId: string): Promise<RoomCall | null> {
    return this.database.repository(RoomCall).findOne({ where: { roomId, endedAt: IsNull() } });
  }

  private async begin(room: Room, actor: Actor, spans: TimedSpan[], now: Date): Promise<string> {
    const minutes = restLeft(spans, now);
    if (minutes > 0) throw new AppError('call/time-over', { minutes });
    const span = spanFor(spans, now);
    const calls = this.database.repository(RoomCall);
    const ends = { appointmentId: span?.id ?? null, endsAt: span?.endsAt ?? null };
    const call = calls.create({ roomId: room.id, startedBy: actor.userId, ...ends });
    await calls.insert(call);
    await this.rooms.write(room, { kind: 'system', sender: actor, data: { key: 'call-started' } });
    return call.id;
  }

  private async seat(callId: string, userId: string, media: CallMedia): Promise<string> {
    await this.database.query(
      `update call_participant set left_at = now() where call_id = $1 and left_at is null
         and (user_id = $2 or seen_at < now() - make_interval(secs => $3))`,
      [callId, userId, SILENCE_SECONDS],
    );
    const participants = this.database.repository(CallParticipant);
    const taken = await participants.countBy({ callId, leftAt: IsNull() });
    if (taken >= CALL_SEATS) throw new AppError('call/full');
    const participant = participants.create({ callId, userId, media });
    await participants.insert(participant);
    return participant.peerId;
  }

  private async finish(room: Room, call: RoomCall, reason: CallEnd): Promise<void> {
    call.endedAt = new Date();
    call.endReason = reason;
    await this.database.repository(RoomCall).save(call);
    await this.database.query(
      'update call_participant set left_at = now() where call_id = $1 and left_at is null',
      [call.id],
    );
    const minutes = Math.max(1, Math.round((call.endedAt.getTime() - call.startedAt.getTime()) / 60_000));
    const data = { key: `call-ended-${reason}`, no: minutes };
    await this.rooms.write(room, { kind: 'system', sender: null, data });
  }

  /** Appointments with a hard end around now. */
  private timedSpans(roomId: string): Promise<TimedSpan[]> {
    return this.database.query<TimedSpan>(
      `select id, starts_at "startsAt", ends_at "endsAt" from appointment
       where room_id = $1 and state = 'confirmed' and hard_end and means = 'call'
         and ends_at > now() - interval '1 hour' and starts_at < now() + interval '1 hour' order by starts_at`,
      [roomId],
    );
  }

  private async tellNow(roomId: string): Promise<void> {
    this.tell(roomId, await this.reader.current(roomId));
  }

  private tell(roomId: string, call: Call | null): void {
    this.live.toRoom(roomId, 'call:changed', { roomId, call, now: new Date().toISOString() });
  }
}
