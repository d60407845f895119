import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Fair as Dto, FairCard, FairContent, fairQuery, FairState } from '#contracts/fair-exhibition.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { likePattern, searchWords, SqlConditions } from '#platform/search/index.js';
import * as policy from './fair.policy.js';
import { isPublished } from './fair.states.js';

type Query = z.output<typeof fairQuery>;

/** A fair as other parts of the context need it. */
export interface FairRow {
  readonly id: string;
  readonly state: FairState;
  readonly content: FairContent;
  readonly openedAt: Date | null;
  readonly bodyIds: string[];
  readonly version: number;
}

interface Row extends Omit<FairRow, 'bodyIds'> {
  organisers: Dto['organisers'];
  booths: Dto['booths'] | null;
  own: Dto['own'];
  reason: string;
  costYen: number | null;
  cancelledAt: Date | null;
  updatedAt: Date;
}

const ORGANISERS = `(select json_agg(json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en, 'isLead', o.is_lead)
    order by o.is_lead desc, b.name)
  from fair_body o join support_body b on b.id = o.body_id where o.fair_id = f.id)`;

/** Fairs to come by day, nearest first, then those that are over, latest first; in days since 1970. */
const ORDER = `case when f.state in ('finished', 'cancelled') or f.ends_on < $2::date
    then 1000000 - (f.starts_on - date '1970-01-01') else f.starts_on - date '1970-01-01' end`;

@Injectable()
export class FairsReader {
  constructor(private readonly database: Database) {}

  /** 404 for those who may not read it. */
  async get(actor: Actor | null, id: string): Promise<Dto> {
    const [row] = await this.database.query<Row>(
      `select f.id, f.state, f.content, f.opened_at "openedAt", f.reason, f.cost_yen "costYen",
         f.cancelled_at "cancelledAt", f.version, f.updated_at "updatedAt", ${ORGANISERS} organisers,
         (select json_build_object('id', x.id, 'state', x.state) from fair_exhibitor x
          where x.fair_id = f.id and x.company_id = $1) own,
         (select json_agg(json_build_object('no', t.no, 'exhibitorId', x.id, 'name', c.name,
            'pavilionKey', x.content->>'pavilionKey') order by t.no)
          from fair_booth t join fair_exhibitor x on x.id = t.exhibitor_id join company c on c.id = x.company_id
          where t.fair_id = f.id) booths
       from fair f where f.id = $2`,
      [actor?.company?.id ?? null, id],
    );
    if (!row || !policy.canRead(actor, factsOf(row))) throw new AppError('request/not-found');
    return toDto(actor, row);
  }

  /** The fair that something belongs to; 404 for those who may not read it. */
  async readable(actor: policy.Viewer, id: string): Promise<FairRow> {
    const fair = await this.row(id);
    if (!fair || !policy.canRead(actor, fair)) throw new AppError('request/not-found');
    return fair;
  }

  /** The fair, for staff of the bodies that organise it; else 403, or 404 for those who may not read it. */
  async organised(actor: Actor, id: string): Promise<FairRow> {
    const fair = await this.readable(actor, id);
    authorize(policy.isOrganiser(actor, fair));
    return fair;
  }

  /** A fair, whoever asks. */
  async row(id: string): Promise<FairRow | null> {
    const [row] = await this.database.query<FairRow>(
      `select f.id, f.state, f.content, f.opened_at "openedAt", f.version,
         array(select body_id from fair_body o where o.fair_id = f.id order by is_lead desc) "bodyIds"
       from fair f where f.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async list(actor: Actor | null, query: Query): Promise<Page<FairCard>> {
    const sql = conditions(actor, query);
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from fair f where ${sql.where()} and ($1::uuid is null or true) and $2::date is not null`,
      sql.parameters,
    );
    const after = decodeCursor(query.cursor);
    const paged = after
      ? `and (${ORDER}, f.id) > (${sql.bind(after[0])}::int, ${sql.bind(after[1])}::uuid)`
      : '';
    const rows = await this.database.query<FairCard & { sortKey: number }>(
      `select f.id, f.state, f.title, f.content->>'titleEn' "titleEn", f.format, f.content->>'place' place,
         f.starts_on "startsOn", f.ends_on "endsOn", f.content->>'applicationUntil' "applicationUntil",
         ${ORGANISERS} organisers, ${ORDER} "sortKey",
         case when f.state in ('draft', 'open') then 0 else
           (select count(*)::int from fair_exhibitor x where x.fair_id = f.id and x.state = 'approved') end exhibitors
       from fair f where ${sql.where()} and ($1::uuid is null or true) ${paged}
       order by ${ORDER}, f.id limit ${sql.bind(query.limit + 1)}`,
      sql.parameters,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.id],
      ({ sortKey, ...card }) => card,
      counted?.n ?? 0,
    );
  }
}

function conditions(actor: Actor | null, query: Query): SqlConditions {
  const sql = new SqlConditions();
  sql.bind(actor?.company?.id ?? null);
  sql.bind(todayInJapan());
  const organised = (p: string) =>
    `exists (select 1 from fair_body o where o.fair_id = f.id and o.body_id = ${p}::uuid)`;
  sql.add('visible', (p) => `f.opened_at is not null or ${organised(p)}`, actor?.body?.id ?? null);
  if (query.mine)
    sql.add(
      'mine',
      (p) =>
        `${organised(p)} or exists (select 1 from fair_exhibitor x where x.fair_id = f.id and x.company_id = $1::uuid)`,
      actor?.body?.id ?? null,
    );
  for (const word of searchWords(query.q)) sql.add('q', (p) => `f.search_text like ${p}`, likePattern(word));
  if (query.state.length > 0) sql.add('state', (p) => `f.state = any(${p})`, query.state);
  if (query.format.length > 0) sql.add('format', (p) => `f.format = any(${p})`, query.format);
  return sql;
}

const factsOf = (row: Row): policy.FairFacts => ({
  state: row.state,
  openedAt: row.openedAt,
  bodyIds: row.organisers.map((body) => body.id),
});

function toDto(actor: Actor | null, row: Row): Dto {
  const facts = factsOf(row);
  const { content, state } = row;
  const organises = policy.isOrganiser(actor, facts);
  const isFree = !row.own || row.own.state === 'withdrawn';
  return {
    ...{ id: row.id, state, content, organisers: row.organisers, reason: row.reason, own: row.own },
    booths: organises || isPublished(state) ? (row.booths ?? []) : [],
    costYen: organises || state === 'cancelled' ? row.costYen : null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    can: {
      edit: policy.canEdit(actor, facts),
      advance: policy.nextFor(actor, facts),
      cancel: policy.canCancel(actor, facts),
      organise: organises,
      apply:
        actor?.company?.approved === true &&
        isFree &&
        policy.takesApplications(state, content, todayInJapan()),
      visit: policy.takesVisitors(state),
    },
  };
}
