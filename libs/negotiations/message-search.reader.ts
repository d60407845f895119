import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { messagesApi } from '#contracts/messages.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { readsBetween } from './attendance/between-parties.js';
import { MESSAGE_JOINS, messageJson } from './messages.reader.js';
import { NOT_WITHDRAWN, NOTE_NOW, TEXT_NOW } from './revisions.js';
import type { Seat } from './rooms.reader.js';

type Hits = OutputOf<typeof messagesApi.search>;

/** More words than these (of `q`) are not looked for. */
const MAX_WORDS = 8;

/** Looks for words in what was said. A room is small enough to be read through; no index has to be kept. */
@Injectable()
export class MessageSearchReader {
  constructor(private readonly database: Database) {}

  /**
   * Texts and files, since the member joined, whose text as it reads now, or whose name, holds every word of `q`; latest
   * first. What was taken back is not found, nor what the member may not read.
   */
  async search(
    seat: Seat,
    { q, cursor, limit }: { q: string; cursor?: string | undefined; limit: number },
  ): Promise<Hits> {
    const [before] = decodeCursor(cursor) ?? [];
    const words = q.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
    const rows = await this.database.query<{ seq: number; message: Hits['items'][number]; total: number }>(
      `with said as (
         select k.seq, searchable(coalesce(nullif(${TEXT_NOW}, ''), f.name, '')) as said
         from message k left join stored_file f on f.id = k.file_id
         where k.room_id = $1 and k.seq >= $2 and k.kind in ('text', 'file') and ${NOT_WITHDRAWN}
           and ($6 or not k.data @> '{"between": true}')
       ), hit as materialized (
         select seq from said where (
           select bool_and(position(searchable(word) in said) > 0) from unnest($3::text[]) word)
       )
       select k.seq, ${messageJson(TEXT_NOW, NOTE_NOW)} message, (select count(*) from hit) total
       from hit join message k using (seq) ${MESSAGE_JOINS}
       where k.room_id = $1 and ($4::bigint is null or k.seq < $4) order by k.seq desc limit $5`,
      [
        seat.roomId,
        seat.joinedSeq,
        words,
        typeof before === 'number' ? before : null,
        limit + 1,
        readsBetween(seat.role),
      ],
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.seq],
      (row) => row.message,
      rows[0]?.total ?? 0,
    );
  }
}
