import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Message, negotiationsApi } from '#contracts/negotiations.js';
import { Database } from '#platform/database/index.js';
import { StoredFiles, type OpenFile } from '#platform/files/index.js';
import { found } from '#platform/http/index.js';
import { asSeenBy, readsBetween } from './attendance/between-parties.js';
import type { Seat } from './rooms.reader.js';
import { ORGANISATION, ORGANISATION_JOINS } from './seated.js';

type MessagePage = OutputOf<typeof negotiationsApi.messages>;

/**
 * SQL: an entry `k` as finished JSON, over MESSAGE_JOINS: PostgreSQL builds it, nobody parses it into objects of ours on
 * the way. `text`, `data`: where others than the entry's own.
 */
export const messageJson = (text = 'k.text', data = 'k.data'): string => `jsonb_build_object(
    'roomId', k.room_id, 'seq', k.seq, 'clientId', k.client_id, 'kind', k.kind, 'text', ${text},
    'revises', k.revises, 'data', ${data},
    'sender', case when k.sender_id is not null then jsonb_build_object(
      'id', k.sender_id, 'name', u.name, 'organisation', coalesce(${ORGANISATION}, ''), 'role', m.role) end,
    'file', case when f.id is not null then jsonb_build_object(
      'id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size, 'createdAt', ${iso('f.created_at')}) end,
    'createdAt', ${iso('k.created_at')})`;
export const MESSAGE_JOINS = `
  join room r on r.id = k.room_id
  left join room_member m on m.room_id = k.room_id and m.user_id = k.sender_id
  left join app_user u on u.id = k.sender_id
  left join stored_file f on f.id = k.file_id
  ${ORGANISATION_JOINS}`;
const SELECT = `select ${messageJson()} message from message k ${MESSAGE_JOINS}`;

/** What was said and sent in rooms. */
@Injectable()
export class MessagesReader {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Messages that a member may see, ascending: those after a number, those before one, or the latest. `more` tells
   * whether that direction goes on.
   */
  async page(seat: Seat, query: { after?: number; before?: number; limit: number }): Promise<MessagePage> {
    const forward = query.after !== undefined;
    const rows = await this.database.query<{ message: Message }>(
      `${SELECT} where k.room_id = $1 and k.seq >= $2 and k.seq > $3 and ($4::bigint is null or k.seq < $4)
       order by k.seq ${forward ? 'asc' : 'desc'} limit $5`,
      [seat.roomId, seat.joinedSeq, query.after ?? 0, query.before ?? null, query.limit + 1],
    );
    const items = rows.slice(0, query.limit).map((row) => asSeenBy(seat.role, row.message));
    return {
      items: forward ? items : items.reverse(),
      lastSeq: seat.lastSeq,
      more: rows.length > query.limit,
    };
  }

  /** One message, whoever asks; 404 where there is none. */
  async one(roomId: string, seq: number): Promise<Message> {
    const [row] = await this.database.query<{ message: Message }>(
      `${SELECT} where k.room_id = $1 and k.seq = $2`,
      [roomId, seq],
    );
    return found(row).message;
  }

  /** A file that was sent since the member joined, and that they may read; one that was taken back, for the side that had sent it. */
  async file(seat: Seat, fileId: string): Promise<OpenFile> {
    const [sent] = await this.database.query(
      `select 1 from message k join room_member m on m.room_id = k.room_id and m.user_id = k.sender_id
       where k.file_id = $1 and k.room_id = $2 and k.seq >= $3
         and ($5 or not k.data @> '{"between": true}') and ((m.role = $4 and m.company_id is not distinct from $6) or not exists (
         select from message w where w.room_id = k.room_id and w.revises = k.seq and w.kind = 'withdrawal'))`,
      [fileId, seat.roomId, seat.joinedSeq, seat.role, readsBetween(seat.role), seat.companyId],
    );
    found(sent);
    return this.files.open(fileId);
  }
}

function iso(column: string): string {
  return `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
