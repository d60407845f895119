import { Injectable } from '@nestjs/common';
import type { TalkLine } from '#contracts/fair-talks.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { Gatherer } from './gatherer.js';

export interface NewLine {
  readonly talkId: string;
  readonly clientId: string;
  readonly side: 'visitor' | 'booth';
  readonly name: string;
  readonly text: string;
}

interface Written {
  readonly seq: number;
  readonly at: Date;
  readonly isNew: boolean;
}

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
  private readonly lines: Gatherer<NewLine, Written | null>;

  constructor(private readonly database: Database) {
    this.lines = new Gatherer((lines) => this.write(lines));
  }

  /** Resolves once the line is stored. Errors: `fair/closed` where the talk is over, `server/unavailable` under too much load. */
  async say(line: NewLine): Promise<TalkLine & { isNew: boolean }> {
    const written = await this.lines.ask(line);
    if (!written) throw new AppError('fair/closed');
    return { ...line, ...written, at: written.at.toISOString() };
  }

  private async write(lines: readonly NewLine[]): Promise<(Written | null)[]> {
    // The same line twice in one batch is written once: the second is known then.
    const first = new Map<string, number>();
    lines.forEach((line, n) => first.has(keyOf(line)) || first.set(keyOf(line), n));
    const rows = await this.database.query<Written & { n: number }>(WRITE, [
      JSON.stringify([...first.values()].map((n) => ({ n, ...lines[n] }))),
    ]);
    const written = new Map(rows.map((row) => [row.n, row]));
    return lines.map((line, n) => {
      const row = written.get(first.get(keyOf(line)) ?? n);
      return row ? { seq: row.seq, at: row.at, isNew: row.isNew && row.n === n } : null;
    });
  }
}

const keyOf = ({ talkId, clientId }: NewLine): string => `${talkId} ${clientId}`;
