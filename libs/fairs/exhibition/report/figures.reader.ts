import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  fairFigureKey,
  type FairFigure,
  type FairFigureKey,
  type fairLeadsApi,
} from '#contracts/fair-leads.js';
import type { OutputOf } from '#contracts/endpoint.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { isOrganiser } from '../fair.policy.js';
import { FairsReader } from '../fairs.reader.js';

type Query = z.output<(typeof fairLeadsApi)['records']['query']>;

const EXHIBITORS = `fair_exhibitor x join company c on c.id = x.company_id`;
const LEAD_BODY = `(select body_id from fair_body b where b.fair_id = $1 and b.is_lead)`;
const VISITOR = `select v.id::text id, v.name label, v.organisation detail, ${LEAD_BODY} "bodyId" from fair_visitor v
  where v.fair_id = $1 and v.confirmed_at is not null`;
/** Pairs of an exhibitor and a visitor that talked or gave a contact: each pair once. */
const MATCHES = `select k.exhibitor_id, k.visitor_id from fair_talk k where k.state in ('talking', 'ended')
  union select l.exhibitor_id, l.visitor_id from fair_lead l where l.visitor_id is not null`;

/** The records behind each figure, of the fair $1: a figure is their number, so that it always opens them. */
const RECORDS: Record<FairFigureKey, string> = {
  organisations: `select x.id::text id, c.name label, x.content->>'headline' detail, x.body_id "bodyId"
    from ${EXHIBITORS} where x.fair_id = $1 and x.state = 'approved'`,
  booths: `select t.no id, t.no label, c.name detail, x.body_id "bodyId"
    from fair_booth t join fair_exhibitor x on x.id = t.exhibitor_id join company c on c.id = x.company_id where t.fair_id = $1`,
  registered: VISITOR,
  visitors: `${VISITOR} and (v.checked_in_at is not null
    or exists (select from fair_booth_visit o where o.visitor_id = v.id))`,
  matches: `select m.exhibitor_id || ' ' || m.visitor_id id, c.name label, v.name || ' / ' || v.organisation detail,
      x.body_id "bodyId"
    from (${MATCHES}) m join fair_exhibitor x on x.id = m.exhibitor_id join company c on c.id = x.company_id
    join fair_visitor v on v.id = m.visitor_id where x.fair_id = $1`,
  leads: `select l.id::text id, c.name label, l.product detail, x.body_id "bodyId"
    from fair_lead l join fair_exhibitor x on x.id = l.exhibitor_id join company c on c.id = x.company_id where x.fair_id = $1`,
  deals: `select i.id::text id, c.name label, i.subject_title detail, x.body_id "bodyId"
    from introduction i join fair_talk k on k.introduction_id = i.id join fair_exhibitor x on x.id = k.exhibitor_id
    join company c on c.id = x.company_id where x.fair_id = $1 and i.outcome = 'deal'`,
};

@Injectable()
export class FairFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
  ) {}

  async figures(actor: Actor, fairId: string): Promise<FairFigure[]> {
    const fair = await this.fairs.readable(actor, fairId);
    authorize(isOrganiser(actor, fair));
    const { previousId } = fair.content;
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
        previous: previousId ? await this.count(key, previousId) : null,
      });
    }
    return figures;
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
    { figure, bodyId, cursor, limit }: Query,
  ): Promise<OutputOf<(typeof fairLeadsApi)['records']>> {
    const fair = await this.fairs.readable(actor, fairId);
    authorize(isOrganiser(actor, fair));
    const [after, afterId] = decodeCursor(cursor) ?? [null, null];
    const rows = await this.database.query<{ id: string; label: string; detail: string | null; all: number }>(
      `select r.id, r.label, r.detail, (select count(*) from (${RECORDS[figure]}) a where $2::uuid is null or a."bodyId" = $2) "all"
       from (${RECORDS[figure]}) r where ($2::uuid is null or r."bodyId" = $2)
         and ($3::text is null or (r.label, r.id) > ($3::text, $4::text)) order by r.label, r.id limit $5`,
      [fairId, bodyId ?? null, after, afterId, limit + 1],
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
