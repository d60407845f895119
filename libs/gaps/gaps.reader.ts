import { Injectable } from '@nestjs/common';
import type { Gap as GapDto, OpeningChange } from '#contracts/gaps.js';
import type { Page } from '#contracts/shapes.js';
import { NearestChanges } from '#matching/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';

const SHOWN_ORDERS = 20;
const SHOWN_CHANGES = 20;

type Row = Omit<GapDto, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null; sortKey: string };

/** `$1`: the company. */
const GAPS = `
  select g.id, g.introduction_id "introductionId", g.code, g.text, g.state, g.note, g.version,
    g.opened_at "openedAt", g.closed_at "closedAt", g.opened_at::text "sortKey",
    json_build_object('kind', g.subject_kind, 'id', g.subject_id, 'title', i.subject_title, 'isOpen',
      case g.subject_kind
        when 'order' then exists (select 1 from purchase_order o where o.id = g.subject_id and o.state = 'published')
        else exists (select 1 from open_patent p where p.id = g.subject_id and p.state = 'published') end) subject
  from gap g join introduction i on i.id = g.introduction_id
  where g.company_id = $1`;

/** What a company sees of its gaps; nobody else does. */
@Injectable()
export class GapsReader {
  constructor(
    private readonly database: Database,
    private readonly changes: NearestChanges,
  ) {}

  /** One gap of the own company; 404 for everybody else's. */
  async get(actor: Actor, id: string): Promise<GapDto> {
    const [row] = await this.database.query<Row>(`${GAPS} and g.id = $2`, [actor.company?.id ?? null, id]);
    return toDto(found(row));
  }

  async list(
    actor: Actor,
    query: { state?: GapDto['state'] | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Page<GapDto>> {
    const own = [actor.company?.id ?? null, query.state ?? null];
    const after = decodeCursor(query.cursor);
    const [rows, [counted]] = await Promise.all([
      this.database.query<Row>(
        `${GAPS} and ($2::text is null or g.state = $2)
           and ($3::timestamptz is null or (g.opened_at, g.id) < ($3, $4::uuid))
         order by g.opened_at desc, g.id desc limit $5`,
        [...own, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
      ),
      this.database.query<{ n: number }>(
        'select count(*) n from gap where company_id = $1 and ($2::text is null or state = $2)',
        own,
      ),
    ]);
    return pageFrom(rows, query.limit, (row) => [row.sortKey, row.id], toDto, counted?.n ?? 0);
  }

  /** What one addition would open among all open orders, and how many orders in all it would. */
  async nearest(actor: Actor): Promise<{ items: OpeningChange[]; orders: number }> {
    const all = actor.company ? await this.changes.of(actor.company.id) : [];
    const items = all.slice(0, SHOWN_CHANGES).map(({ kind, words, orders, budgetYen }) => ({
      ...{ kind, words, budgetYen, count: orders.length },
      orders: orders.slice(0, SHOWN_ORDERS),
    }));
    return { items, orders: new Set(all.flatMap(({ orders }) => orders.map(({ id }) => id))).size };
  }
}

const toDto = ({ sortKey: _, openedAt, closedAt, ...gap }: Row): GapDto => ({
  ...gap,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});
