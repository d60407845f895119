import { Injectable } from '@nestjs/common';
import type { TalkLine } from '#contracts/fair-talks.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';

export interface NewLine {
  readonly talkId: string;
  readonly clientId: string;
  readonly side: 'visitor' | 'booth';
  readonly name: string;
  readonly text: string;
}

interface Waiting {
  readonly line: NewLine;
  readonly resolve: (line: TalkLine & { isNew: boolean }) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_BATCH = 500;
const MAX_WAITING = 20_000;

/**
 * Writes a batch. Talks are locked in the order of their ids, so that batches of several processes do not lock each
 * other; a line that is known is answered with the number it has.
 */
const WRITE = `
with sent as materialized (
  select * from jsonb_to_recordset($1) s(n int, "talkId" uuid, "clientId" uuid, side text, name text, text text)
), talk as materialized (
  select id, last_seq from fair_talk where id in (select "talkId" from sent) and state = 'talking' order by id for update
), fresh as (
  select s.*, t.last_seq + row_number() over (partition by s."talkId" order by s.n) seq
  from sent s join talk t on t.id = s."talkId"
  where not exists (select from fair_talk_line l where l.talk_id = s."talkId" and l.client_id = s."clientId")
), written as (
  insert into fair_talk_line (talk_id, seq, client_id, side, name, text)
  select "talkId", seq, "clientId", side, name, text from fresh
  returning talk_id, seq, client_id, created_at
), counted as (
  update fair_talk t set last_seq = w.last from (select talk_id, max(seq) last from written group by talk_id) w
  where t.id = w.talk_id
)
select s.n, w.seq, w.created_at "at", true "isNew" from sent s join written w on w.talk_id = s."talkId" and w.client_id = s."clientId"
union all
select s.n, l.seq, l.created_at, false from sent s join fair_talk_line l on l.talk_id = s."talkId" and l.client_id = s."clientId"`;

/** Lines of talks, gathered into one statement at a time: a day at a fair has many small ones. */
@Injectable()
export class TalkWriter {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly database: Database) {}

  /** Resolves once the line is stored. Errors: `fair/closed` where the talk is over, `server/unavailable` under too much load. */
  say(line: NewLine): Promise<TalkLine & { isNew: boolean }> {
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new AppError('server/unavailable'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) {
      // The same line twice in one batch would break its uniqueness: the second waits for the next.
      const batch: Waiting[] = [];
      const later: Waiting[] = [];
      const seen = new Set<string>();
      for (const one of this.waiting) {
        const key = `${one.line.talkId} ${one.line.clientId}`;
        if (batch.length >= MAX_BATCH || seen.has(key)) later.push(one);
        else batch.push(one);
        seen.add(key);
      }
      this.waiting = later;
      await this.write(batch);
    }
    this.isWriting = false;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.database.query<{ n: number; seq: number; at: Date; isNew: boolean }>(WRITE, [
        JSON.stringify(batch.map(({ line }, n) => ({ n, ...line }))),
      ]);
      const answers = new Map(rows.map((row) => [row.n, row]));
      batch.forEach(({ line, resolve, reject }, n) => {
        const row = answers.get(n);
        if (!row) return reject(new AppError('fair/closed'));
        resolve({ ...line, seq: row.seq, at: row.at.toISOString(), isNew: row.isNew });
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
