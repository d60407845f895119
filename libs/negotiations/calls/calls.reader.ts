import { Injectable } from '@nestjs/common';
import { CALL_OVER_MINUTES, type Call, type TimedMeeting } from '#contracts/calls.js';
import { Database } from '#platform/database/index.js';
import { ORGANISATION, ORGANISATION_JOINS, SEATED } from '../seated.js';
import { SILENCE_SECONDS } from './call.timing.js';

type CallRow = Omit<Call, 'startedAt' | 'endsAt'> & { startedAt: Date; endsAt: Date | null };

/** Who takes part in calls. */
@Injectable()
export class CallsReader {
  constructor(private readonly database: Database) {}

  /** The call that is going on in a room, whoever asks; null where there is none. Only who has a seat takes part. */
  async current(roomId: string): Promise<Call | null> {
    const [row] = await this.database.query<CallRow>(
      `select q.id, q.room_id "roomId", q.started_at "startedAt", q.ends_at "endsAt", coalesce((
         select jsonb_agg(jsonb_build_object('peerId', p.peer_id, 'userId', p.user_id, 'name', u.name,
           'organisation', coalesce(${ORGANISATION}, ''), 'role', m.role, 'speaks', m.speaks, 'media', p.media,
           'joinedAt', to_char(p.joined_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
           order by p.joined_at, p.peer_id)
         from call_participant p
         join room r on r.id = q.room_id
         join room_member m on m.room_id = r.id and m.user_id = p.user_id
         join app_user u on u.id = p.user_id
         ${ORGANISATION_JOINS}
         where p.call_id = q.id and p.left_at is null and ${SEATED}), '[]') participants
       from room_call q where q.room_id = $1 and q.ended_at is null`,
      [roomId],
    );
    if (!row) return null;
    const endsAt = row.endsAt?.toISOString() ?? null;
    return { ...row, startedAt: row.startedAt.toISOString(), endsAt };
  }

  /** The room's timed meetings that begin within a day and are not over for long, soonest first, whoever asks. */
  async timed(roomId: string): Promise<TimedMeeting[]> {
    const rows = await this.database.query<
      Omit<TimedMeeting, 'startsAt' | 'endsAt'> & Record<'startsAt' | 'endsAt', Date>
    >(
      `select id "appointmentId", title, starts_at "startsAt", ends_at "endsAt" from appointment
       where room_id = $1 and state = 'confirmed' and hard_end and means = 'call'
         and ends_at > now() - make_interval(mins => $2) and starts_at < now() + interval '1 day'
       order by starts_at, id limit 20`,
      [roomId, CALL_OVER_MINUTES],
    );
    return rows.map((row) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    }));
  }

  /**
   * The person behind a tab that this person's tab may say something to: both take part in the same call of the room,
   * and both still sit there. Null where that is not so.
   */
  async partner(
    userId: string,
    signal: { roomId: string; peerId: string; to: string },
  ): Promise<string | null> {
    const [row] = await this.database.query<{ userId: string }>(
      `select other.user_id "userId"
       from room_call q
       join call_participant own on own.call_id = q.id and own.peer_id = $3 and own.user_id = $1
       join call_participant other on other.call_id = q.id and other.peer_id = $4
       where q.room_id = $2 and q.ended_at is null and own.left_at is null and other.left_at is null
         and (select count(*) from room r join room_member m on m.room_id = r.id join app_user u on u.id = m.user_id
              where r.id = q.room_id and m.user_id in (own.user_id, other.user_id) and ${SEATED}) = 2`,
      [userId, signal.roomId, signal.peerId, signal.to],
    );
    return row?.userId ?? null;
  }

  /** Calls in which somebody was not heard from for a while; who that is has lost their seat. */
  async takeOutSilent(): Promise<string[]> {
    const rows = await this.database.query<{ roomId: string }>(
      `update call_participant p set left_at = now() from room_call q
       where q.id = p.call_id and q.ended_at is null and p.left_at is null
         and p.seen_at < now() - make_interval(secs => $1)
       returning q.room_id "roomId"`,
      [SILENCE_SECONDS],
    );
    return [...new Set(rows.map(({ roomId }) => roomId))];
  }

  /** Calls whose time is up, and those that everybody has left. */
  over(): Promise<{ roomId: string; reason: 'time' | 'left' }[]> {
    return this.database.query(
      `select q.room_id "roomId", case when q.ends_at <= now() then 'time' else 'left' end reason
       from room_call q where q.ended_at is null and (q.ends_at <= now() or not exists (
         select from call_participant p where p.call_id = q.id and p.left_at is null))`,
    );
  }
}
