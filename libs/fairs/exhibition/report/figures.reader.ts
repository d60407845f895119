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
import { FairClock } from '../../fair-clock.js';
import { isOrganiser } from '../fair.policy.js';
import { FairsReader } from '../fairs.reader.js';
import { RECORDS } from './records.js';

type Query = z.output<(typeof fairLeadsApi)['records']['query']>;

/** Booths in the chart: the most visited. */
const CHARTED = 20;
const AN_HOUR = 3_600_000;

@Injectable()
export class FairFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    private readonly clock: FairClock,
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

  /** When visitors came, by the hour of the fair's clock, and what each booth had of them. */
  async charts(actor: Actor, fairId: string): Promise<FairCharts> {
    await this.fairs.organised(actor, fairId);
    const came = await this.database.query<{ at: Date }>(
      `select r."at" from (${RECORDS.visitors}) r order by 1`,
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
    const hours = new Map<number, number>();
    for (const { at } of came) {
      const hour = Math.floor(this.clock.at(fairId, at).getTime() / AN_HOUR) * AN_HOUR;
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    return { hours: [...hours].map(([at, n]) => ({ at: new Date(at).toISOString(), n })), booths };
  }

  /** The instants between which the fair's clock showed an hour. */
  private hourFrom(fairId: string, hour: Date): [Date, Date] {
    const end = new Date(hour.getTime() + AN_HOUR);
    return [this.clock.since(fairId, hour), this.clock.since(fairId, end)];
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
           and ($7::timestamptz is null or r."at" >= $7 and r."at" < $8)
       )
       select id, label, detail, (select count(*) from chosen) "all" from chosen
       where $3::text is null or (label, id) > ($3::text, $4::text) order by label, id limit $5`,
      [
        ...[fairId, bodyId ?? null, after, afterId, limit + 1, exhibitorId ?? null],
        ...(hour ? this.hourFrom(fairId, new Date(hour)) : [null, null]),
      ],
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
