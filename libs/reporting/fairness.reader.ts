import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { sizeClass, type fairnessApi, type SizeShare, type UnaskedFirm } from '#contracts/fairness.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';

/** The class of company `c` (contracts/fairness.ts says by what rule). */
const SIZE = `case when c.staff is null then 'unknown' when c.staff <= 20 then 'small-scale'
  when c.staff <= 300 then 'small-medium' else 'large' end`;

/** Candidate places in the lists of what is open now; a row that stands only for its introduction is no place. */
const PLACES = `match_candidate m
  left join purchase_order o on o.id = m.subject_id and o.state = 'published'
  left join open_patent p on p.id = m.subject_id and p.state = 'published'`;
const IS_PLACE = `m.rank > 0 and (o.id is not null or p.id is not null)`;

/** `$1`: the body, null for all; a firm without a body is everybody's. */
const SUPPLIERS = `c.state = 'approved' and c.is_supplier
  and ($1::uuid is null or c.body_id is null or c.body_id = $1)`;

type Row = UnaskedFirm & { verifiedAt: Date | null; lastAskedAt: Date | null };

/** Whether matching and coordinators leave anybody out. */
@Injectable()
export class FairnessReader {
  constructor(private readonly database: Database) {}

  async shares(actor: Actor, days: number): Promise<{ items: SizeShare[] }> {
    const rows = await this.database.query<SizeShare>(
      `select ${SIZE} size, count(*) suppliers, sum(coalesce(shown.n, 0)) shown, sum(coalesce(asked.n, 0)) asked
       from company c
       left join (select m.company_id, count(*) n from ${PLACES} where ${IS_PLACE} group by 1) shown
         on shown.company_id = c.id
       left join (select candidate_company_id, count(*) n from introduction
         where created_at > now() - make_interval(days => $2) group by 1) asked on asked.candidate_company_id = c.id
       where ${SUPPLIERS} group by 1`,
      [actor.body?.id ?? null, days],
    );
    const none = { suppliers: 0, shown: 0, asked: 0 };
    return {
      items: sizeClass.options.map((size) => rows.find((row) => row.size === size) ?? { size, ...none }),
    };
  }

  /** Who stands in lists and is never asked: for a coordinator to look at. */
  async unasked(
    actor: Actor,
    { days, size, cursor, limit }: z.output<typeof fairnessApi.unasked.query>,
  ): Promise<Page<UnaskedFirm>> {
    const where = `${SUPPLIERS} and ($3::text is null or ${SIZE} = $3)
      and not exists (select 1 from introduction i where i.candidate_company_id = c.id
        and i.created_at > now() - make_interval(days => $2))`;
    const parameters = [actor.body?.id ?? null, days, size ?? null];
    const after = decodeCursor(cursor);
    const shown = `(select count(*) from ${PLACES} where m.company_id = c.id and ${IS_PLACE})`;
    const [rows, [counted]] = await Promise.all([
      this.database.query<Row>(
        `select * from (
           select c.id, c.name, c.prefecture, c.staff, c.process_codes processes, c.verified_at "verifiedAt",
             ${shown} shown,
             (select max(created_at) from introduction i where i.candidate_company_id = c.id) "lastAskedAt",
             (select json_build_object('kind', case when o.id is null then 'patent' else 'order' end,
                'id', m.subject_id, 'title', coalesce(o.title, p.title), 'score', m.score, 'rank', m.rank)
              from ${PLACES} where m.company_id = c.id and ${IS_PLACE} order by m.score desc, m.id limit 1) best
           from company c where ${where}
         ) firm
         where $4::bigint is null or (shown, id) < ($4, $5::uuid)
         order by shown desc, id desc limit $6`,
        [...parameters, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      ),
      this.database.query<{ n: number }>(`select count(*) n from company c where ${where}`, parameters),
    ]);
    return pageFrom(
      rows,
      limit,
      (row) => [row.shown, row.id],
      (row) => ({
        ...row,
        verifiedAt: row.verifiedAt?.toISOString() ?? null,
        lastAskedAt: row.lastAskedAt?.toISOString() ?? null,
      }),
      counted?.n ?? 0,
    );
  }
}
