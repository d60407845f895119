import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RecordHead } from '#contracts/verification.js';
import { Database } from '#platform/database/index.js';
import { MESSAGES, OTHERS, type SourceRow } from './chain-sources.js';
import { hashOfEntry, headBefore, linkAfter, type ChainEntry } from './record-chain.js';

/** Messages that are chained in one transaction. */
const BATCH = 2_000;
/** Rooms that one run of the job looks after. */
const ROOMS = 500;
/** Between two rooms of a run. */
const PAUSE_MS = 20;

/**
 * The chains of rooms. A message is not chained in the statement that writes it: that statement's speed is what a busy
 * room lives from, and the message table itself refuses changes. The chain follows its rows in the order of their
 * numbers, every few minutes, and at once before anything that rests on it is made (a signature, a PDF, an export). One
 * writer at a time per room, under a lock of its own, so that talks never wait for it.
 */
@Injectable()
export class RoomChain {
  constructor(private readonly database: Database) {}

  /** Appends all that has happened; answers with the head. A second time changes nothing. */
  async catchUp(roomId: string): Promise<RecordHead> {
    for (;;) {
      const { head, complete } = await this.database.transaction(() => this.appendSome(roomId));
      if (complete) return head;
    }
  }

  /** Follows the rooms whose talks have gone on. Answers with how many. */
  async followAll(): Promise<number> {
    const rooms = await this.database.query<{ id: string }>(
      `select r.id from room r where r.last_seq > coalesce(
         (select max(c.seq) from room_chain c where c.room_id = r.id and c.seq is not null), 0)
       order by r.last_at limit $1`,
      [ROOMS],
    );
    for (const { id } of rooms) {
      await this.catchUp(id);
      // There is time: talks that go on meanwhile come first.
      await sleep(PAUSE_MS);
    }
    return rooms.length;
  }

  /** The head right after an entry; null where that is not chained. */
  async headAt(roomId: string, kind: ChainEntry['kind'], entryId: string): Promise<RecordHead | null> {
    const [row] = await this.database.query<RecordHead>(
      'select position, link from room_chain where room_id = $1 and kind = $2 and entry_id = $3',
      [roomId, kind, entryId],
    );
    return row ?? null;
  }

  async head(roomId: string): Promise<RecordHead> {
    const [row] = await this.database.query<RecordHead>(
      'select position, link from room_chain where room_id = $1 order by position desc limit 1',
      [roomId],
    );
    return row ?? headBefore(roomId);
  }

  private async appendSome(roomId: string): Promise<{ head: RecordHead; complete: boolean }> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('room-chain ' || $1, 0))`, [
      roomId,
    ]);
    const [last] = await this.database.query<{ seq: number }>(
      'select coalesce(max(seq), 0) seq from room_chain where room_id = $1 and seq is not null',
      [roomId],
    );
    const messages = await this.database.query<SourceRow>(MESSAGES, [roomId, last?.seq ?? 0, BATCH]);
    const complete = messages.length < BATCH;
    // What is no message comes with the last batch, so that nothing stands before the talk that led to it.
    const others = complete ? await this.database.query<SourceRow>(OTHERS, [roomId]) : [];
    const head = await this.append(roomId, merged(messages, others));
    return { head, complete };
  }

  private async append(roomId: string, rows: readonly SourceRow[]): Promise<RecordHead> {
    let { position, link } = await this.head(roomId);
    const links = rows.map((row) => {
      position += 1;
      const nonce = randomBytes(16).toString('hex');
      const at = row.at.toISOString();
      const hash = hashOfEntry({ position, kind: row.kind, id: row.id, at, nonce, body: row.body });
      link = linkAfter(link, hash);
      return { position, kind: row.kind, id: row.id, seq: row.seq, at, nonce, body: row.body, hash, link };
    });
    if (links.length > 0)
      await this.database.query(
        `insert into room_chain (room_id, position, kind, entry_id, seq, at, nonce, body, hash, link)
         select $1, position, kind, id, seq, at, nonce, body, hash, link
         from jsonb_to_recordset($2) l(position bigint, kind text, id text, seq bigint, at timestamptz, nonce text,
           body jsonb, hash text, link text)`,
        [roomId, JSON.stringify(links)],
      );
    return { position, link };
  }
}

/** Both by time; messages among themselves by number, even where a clock was set back between them. */
export function merged(messages: readonly SourceRow[], others: readonly SourceRow[]): SourceRow[] {
  const rows: SourceRow[] = [];
  let next = 0;
  for (const message of messages) {
    while (next < others.length && (others[next] as SourceRow).at <= message.at) {
      rows.push(others[next] as SourceRow);
      next += 1;
    }
    rows.push(message);
  }
  return [...rows, ...others.slice(next)];
}
