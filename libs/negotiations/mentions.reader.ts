import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { MAY_READ } from './attendance/between-parties.js';
import { SEATED } from './seated.js';

/** Somebody who was addressed by name. */
export interface Mention {
  readonly userId: string;
  /** Number of the text, also where an edit of it addresses them. */
  readonly seq: number;
  /** Name of who wrote it. */
  readonly by: string;
  readonly title: string;
}

/** Who was addressed in what was said. */
@Injectable()
export class MentionsReader {
  constructor(private readonly database: Database) {}

  /**
   * Mentions in the entries from one number to another, whoever asks, in their order: of people who still sit in the room
   * and may see the text, not of the sender; by an edit only where no version before addressed them.
   */
  between(roomId: string, fromSeq: number, toSeq: number): Promise<Mention[]> {
    return this.database.query<Mention>(
      `select named.id "userId", coalesce(k.revises, k.seq) seq, coalesce(by.name, '') by, r.title
       from message k
       join room r on r.id = k.room_id
       cross join lateral (
         select value::uuid id from jsonb_array_elements_text(k.data->'mentions')
       ) named
       join room_member m on m.room_id = k.room_id and m.user_id = named.id
       join app_user u on u.id = m.user_id
       left join app_user by on by.id = k.sender_id
       where k.room_id = $1 and k.seq between $2 and $3 and k.kind in ('text', 'edit')
         and jsonb_typeof(k.data->'mentions') = 'array'
         and ${SEATED} and ${MAY_READ} and coalesce(k.revises, k.seq) >= m.joined_seq and named.id <> k.sender_id
         and not exists (
           select from message before
           where before.room_id = k.room_id and before.seq < k.seq
             and (before.seq = k.revises or before.revises = k.revises)
             and before.data->'mentions' ? named.id::text)
       order by k.seq`,
      [roomId, fromSeq, toSeq],
    );
  }
}
