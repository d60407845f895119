import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { NOT_WITHDRAWN, TEXT_NOW } from '../revisions.js';
import type { Decided } from './draft-decisions.js';

/** SQL: whether the last mark on entry `k` says that it was decided. */
const MARKED = `coalesce((
  select d.data->>'key' = 'decision-marked' from message d
  where d.room_id = k.room_id and d.kind = 'system' and d.data->>'key' in ('decision-marked', 'decision-unmarked')
    and (d.data->>'seq')::bigint = k.seq
  order by d.seq desc limit 1), false)`;

/** What a room's record says was decided. */
@Injectable()
export class DecisionsReader {
  constructor(private readonly database: Database) {}

  /**
   * After an entry's number, ascending. What the parties marked as between them is left out: minutes are read by the
   * coordinator too. A mark counts where it was set, so that what was said long ago and decided now is in the next minutes.
   */
  async since(roomId: string, seq: number): Promise<Decided[]> {
    const messages = await this.database.query<Decided>(
      `select 'message' kind, k.seq, coalesce(nullif(${TEXT_NOW}, ''), f.name, '') "text"
       from message k left join stored_file f on f.id = k.file_id
       where k.room_id = $1 and k.kind in ('text', 'file') and not k.data @> '{"between": true}'
         and ${NOT_WITHDRAWN} and ${MARKED} and exists (
           select from message d where d.room_id = k.room_id and d.seq > $2 and d.kind = 'system'
             and d.data->>'key' = 'decision-marked' and (d.data->>'seq')::bigint = k.seq)`,
      [roomId, seq],
    );
    const offers = await this.database.query<Decided>(
      `select 'offer' kind, k.seq, (k.data->>'no')::int "no", (k.data->>'totalYen')::bigint "totalYen",
         coalesce(k.data->'lots', 'null') <> 'null' lots
       from message k where k.room_id = $1 and k.seq > $2 and k.kind = 'offer' and k.data->>'what' = 'accepted'`,
      [roomId, seq],
    );
    const prices = await this.database.query<Decided>(
      `select 'price' kind, k.seq, p.no, p.document->>'item' item, p.answer->>'price' price,
         p.answer->>'decision' decision
       from message k join price_round p on p.room_id = k.room_id and p.id = (k.data->>'roundId')::uuid
       where k.room_id = $1 and k.seq > $2 and k.kind = 'system' and k.data->>'key' = 'price-answered'
         and p.answer is not null`,
      [roomId, seq],
    );
    return [...messages, ...offers, ...prices].sort((a, b) => a.seq - b.seq);
  }

  /** What the mark on an entry is about. */
  async entry(
    roomId: string,
    seq: number,
  ): Promise<{ kind: string; withdrawn: boolean; between: boolean; marked: boolean } | null> {
    const [entry] = await this.database.query<{
      kind: string;
      withdrawn: boolean;
      between: boolean;
      marked: boolean;
    }>(
      `select k.kind, not ${NOT_WITHDRAWN} withdrawn, k.data @> '{"between": true}' "between", ${MARKED} marked
       from message k where k.room_id = $1 and k.seq = $2`,
      [roomId, seq],
    );
    return entry ?? null;
  }
}
