import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  fairFigureKey,
  type FairCharts,
  type FairFigure,
  type FairFigureKey,
  type fairLeadsApi,
} from '#contracts/fair-leads.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { isOrganiser } from '../fair.policy.js';
import { FairsReader } from '../fairs.reader.js';
import { RECORDS } from './records.js';

type Query = z.output<(typeof fairLeadsApi)['records']['query']>;

/** Booths in the chart: the most visited. */
const CHARTED = 20;

@Injectable()
export class FairFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
  ) {}

  async figures(actor: Actor, fairId: string): Promise<OutputOf<(typeof fairLeadsApi)['figures']>> {
    const { previousId } = (await this.fairs.organised(actor, fairId)).content;
    const previous = previousId ? await this.fairs.row(previousId) : null;
    const figures: FairFigure[] = [];
    for (const key of fairFigureKey.options) {
      const bodies = await this.database.query<FairFigure['bodies'][number]>(
        `select b.id "bodyId", b.name, b.name_en "nameEn", count(r.id)::int n
         from fair_body o join support_body b on b.id = o.body_id
         left join (${RECORDS[key]}) r on r."bodyId" = b.id
         where o.fair_id = $1 group by b.id, o.is_lead order by o.is_lead desc, b.name`,
        [fairId],
      );
      figures.push({
        ...{ key, bodies },
        total: bodies.reduce((sum, { n }) => sum + n, 0),
        previous: previous && (await this.count(key, previous.id)),
      });
    }
    return {
      items: figures,
      previous: previous && { fairId: previous.id, canOpen: isOrganiser(actor, previous) },
    };
  }

  /** When visitors came, by the hour, and what each booth had of them. */
  async charts(actor: Actor, fairId: string): Promise<FairCharts> {
    await this.fairs.organised(actor, fairId);
    const hours = await this.database.query<{ at: Date; n: number }>(
      `select date_trunc('hour', r."at") "at", count(*)::int n from (${RECORDS.visitors}) r group by 1 order by 1`,
      [fairId],
    );
    const of = (key: FairFigureKey) =>
      `(select count(*)::int from (${RECORDS[key]}) r where r."exhibitorId" = x.id)`;
    const booths = await this.database.query<FairCharts['booths'][number]>(
      `select x.id "exhibitorId", c.name, ${of('visits')} visits, ${of('talks')} talks, ${of('leads')} leads,
         ${of('inquiries')} inquiries
       from fair_exhibitor x join company c on c.id = x.company_id where x.fair_id = $1 and x.state = 'approved'
       order by visits desc, leads desc, c.name limit ${CHARTED}`,
      [fairId],
    );
    return { hours: hours.map(({ at, n }) => ({ at: at.toISOString(), n })), booths };
  }

  private async count(key: FairFigureKey, fairId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(`select count(*) n from (${RECORDS[key]}) r`, [
      fairId,
    ]);
    return row?.n ?? 0;
  }

  async records(
    actor: Actor,
    fairId: string,
    { figure, bodyId, exhibitorId, hour, cursor, limit }: Query,
  ): Promise<OutputOf<(typeof fairLeadsApi)['records']>> {
    await this.fairs.organised(actor, fairId);
    const [after, afterId] = decodeCursor(cursor) ?? [null, null];
    const rows = await this.database.query<{ id: string; label: string; detail: string | null; all: number }>(
      `with chosen as (
         select * from (${RECORDS[figure]}) r where ($2::uuid is null or r."bodyId" = $2)
           and ($6::uuid is null or r."exhibitorId" = $6)
           and ($7::timestamptz is null or r."at" >= $7 and r."at" < $7 + interval '1 hour')
       )
       select id, label, detail, (select count(*) from chosen) "all" from chosen
       where $3::text is null or (label, id) > ($3::text, $4::text) order by label, id limit $5`,
      [fairId, bodyId ?? null, after, afterId, limit + 1, exhibitorId ?? null, hour ?? null],
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.label, row.id],
      ({ id, label, detail }) => ({ id, label, detail: detail ?? '' }),
      rows[0]?.all ?? (cursor ? null : 0),
    );
  }
}
