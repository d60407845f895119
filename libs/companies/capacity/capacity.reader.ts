import { Injectable } from '@nestjs/common';
import type { CapacityCall } from '#contracts/capacity.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { likePattern, searchWords } from '#platform/search/index.js';
import { HALF_LIFE_DAYS } from './told-capacity.js';

/**
 * Suppliers (`c`) with `oldest`: when the answer that is longest ago was told, null where one of the profile's
 * processes was never told.
 */
export const TOLD = `company c cross join lateral (
    select case when bool_or(t.told_at is null) then null else min(t.told_at) end oldest
    from jsonb_array_elements(c.processes) p
    left join lateral (
      select (told ->> 'toldAt')::timestamptz told_at from jsonb_array_elements(c.capacity) told
      where told ->> 'process' = p ->> 'code'
    ) t on true
  ) known`;

/** Whether such a supplier is to be asked again. */
export const STALE = `c.state = 'approved' and c.is_supplier and jsonb_array_length(c.processes) > 0
  and (known.oldest is null or known.oldest < now() - interval '${HALF_LIFE_DAYS} days')`;

type Row = CapacityCall & { sortKey: number };

@Injectable()
export class CapacityReader {
  constructor(private readonly database: Database) {}

  /** Whom to call: suppliers in the actor's charge that nobody has heard of lately, never told first, then longest ago. */
  async calls(
    actor: Actor,
    { q, cursor, limit }: { q: string; cursor?: string | undefined; limit: number },
  ): Promise<Page<CapacityCall>> {
    const where = `${STALE} and ($1::uuid is null or c.body_id is null or c.body_id = $1)
      and c.search_text like all ($2::text[])`;
    const parameters = [actor.body?.id ?? null, searchWords(q).map(likePattern)];
    const after = decodeCursor(cursor);
    const order = `extract(epoch from coalesce(known.oldest, 'epoch'))::float8`;
    const [rows, [counted]] = await Promise.all([
      this.database.query<Row>(
        `select c.id, c.name, c.phone, c.contact_name "contactName", c.prefecture, c.process_codes processes,
                to_char(known.oldest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "toldAt",
                to_char(last.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "askedAt",
                coalesce(last.note, '') "lastNote", ${order} "sortKey"
         from ${TOLD}
         left join lateral (
           select asked_at, note from capacity_ask a where a.company_id = c.id order by asked_at desc limit 1
         ) last on true
         where ${where} and ($3::float8 is null or (${order}, c.id) > ($3, $4::uuid))
         order by "sortKey", c.id limit $5`,
        [...parameters, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      ),
      this.database.query<{ n: number }>(`select count(*) n from ${TOLD} where ${where}`, parameters),
    ]);
    return pageFrom(
      rows,
      limit,
      (row) => [row.sortKey, row.id],
      ({ sortKey: _, ...call }) => call,
      counted?.n ?? 0,
    );
  }
}
