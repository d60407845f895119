import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  BoothApplication,
  CatalogueItem,
  Exhibitor as Dto,
  ExhibitorState,
  exhibitorQuery,
  fairExhibitorsApi,
} from '#contracts/fair-exhibitors.js';
import type { Page } from '#contracts/shapes.js';
import { descendantsOf } from '#companies/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { SqlConditions } from '#platform/search/index.js';
import { ThesaurusReader } from '#vocabulary/index.js';
import * as policy from '../fair.policy.js';
import { isPublished } from '../fair.states.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import { addProductSearch, addSearch } from './exhibitor-search.js';

type Query = z.output<typeof exhibitorQuery>;
type CatalogueQuery = z.output<(typeof fairExhibitorsApi)['catalogue']['query']>;

export interface ExhibitorRow {
  readonly id: string;
  readonly fairId: string;
  readonly companyId: string;
  readonly state: ExhibitorState;
  readonly content: BoothApplication;
  readonly booths: string[];
  readonly company: Dto['company'];
  readonly body: Dto['body'];
  readonly done: Dto['done'] | null;
  readonly questionnaire: Dto['questionnaire'];
  readonly reason: string;
  readonly isProxy: boolean;
  readonly appliedAt: Date;
  readonly version: number;
  readonly sortKey: string;
}

const FROM = `fair_exhibitor x join company c on c.id = x.company_id join support_body b on b.id = x.body_id`;
const BOOTHS = `array(select t.no from fair_booth t where t.exhibitor_id = x.id order by t.no)`;
/** By the number of the first booth; who has none yet comes after, in the order of arrival. */
const ORDER = `coalesce((select min(t.no) from fair_booth t where t.exhibitor_id = x.id), '~' || to_char(x.applied_at at time zone 'utc', 'YYYYMMDDHH24MISSUS'))`;
const COLUMNS = `x.id, x.fair_id "fairId", x.company_id "companyId", x.state, x.content, x.reason, x.version,
  x.is_proxy "isProxy", x.applied_at "appliedAt", ${BOOTHS} booths, ${ORDER} "sortKey",
  json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'summary', c.summary,
    'processes', c.process_codes, 'certificates', c.certificate_kinds) company,
  json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) body,
  (select json_agg(json_build_object('key', k.key, 'at', to_char(k.done_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
   from fair_task k where k.exhibitor_id = x.id and k.done_at is not null) done,
  (select case when a.answered_at is null then 'open' else 'answered' end
   from fair_ask a where a.exhibitor_id = x.id) questionnaire`;

/** Exhibitors as their readers may see them. */
@Injectable()
export class ExhibitorsReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    private readonly vocabulary: ThesaurusReader,
  ) {}

  async get(actor: Actor | null, fairId: string, id: string): Promise<Dto> {
    const { fair, row } = await this.readable(actor, fairId, id);
    return toDto(actor, fair, row);
  }

  /** An exhibitor and its fair, for those who may read both; else 404. */
  async readable(
    actor: policy.Viewer,
    fairId: string,
    id: string,
  ): Promise<{ fair: FairRow; row: ExhibitorRow }> {
    const fair = await this.fairs.readable(actor, fairId);
    const [row] = await this.database.query<ExhibitorRow>(
      `select ${COLUMNS} from ${FROM} where x.fair_id = $1 and x.id = $2`,
      [fairId, id],
    );
    if (!row || !policy.canReadExhibitor(actor, fair, row)) throw new AppError('request/not-found');
    return { fair, row };
  }

  async list(actor: Actor | null, fairId: string, query: Query): Promise<Page<Dto>> {
    const fair = await this.fairs.readable(actor, fairId);
    const sql = visible(actor, fair);
    if (query.state.length > 0) sql.add('state', (p) => `x.state = any(${p})`, query.state);
    if (query.process.length > 0)
      sql.add('process', (p) => `c.process_codes && ${p}::text[]`, query.process.flatMap(descendantsOf));
    if (query.pavilion.length > 0)
      sql.add('pavilion', (p) => `x.content->>'pavilionKey' = any(${p})`, query.pavilion);
    if (query.hall.length > 0)
      sql.add(
        'hall',
        (p) =>
          `exists (select 1 from fair_booth t where t.exhibitor_id = x.id and split_part(t.no, '-', 1) = any(${p}))`,
        query.hall,
      );
    if (query.kind.length > 0)
      sql.add(
        'kind',
        (p) => `jsonb_path_query_array(x.content, '$.products[*].kind') ?| ${p}::text[]`,
        query.kind,
      );
    addSearch(sql, query.q, await this.vocabulary.thesaurus());
    return this.page(actor, fair, sql, query);
  }

  private async page(
    actor: Actor | null,
    fair: FairRow,
    sql: SqlConditions,
    { cursor, limit }: Pick<Query, 'cursor' | 'limit'>,
  ): Promise<Page<Dto>> {
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from ${FROM} where ${sql.where()}`,
      sql.parameters,
    );
    const after = decodeCursor(cursor);
    const paged = after
      ? `and (${ORDER}, x.id) > (${sql.bind(after[0])}::text, ${sql.bind(after[1])}::uuid)`
      : '';
    const rows = await this.database.query<ExhibitorRow>(
      `select ${COLUMNS} from ${FROM} where ${sql.where()} ${paged} order by ${ORDER}, x.id limit ${sql.bind(limit + 1)}`,
      sql.parameters,
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.sortKey, row.id],
      (row) => toDto(actor, fair, row),
      counted?.n ?? 0,
    );
  }

  /** All products shown at a fair, by booth. */
  async catalogue(actor: Actor | null, fairId: string, query: CatalogueQuery): Promise<Page<CatalogueItem>> {
    const fair = await this.fairs.readable(actor, fairId);
    const sql = visible(actor, fair);
    sql.add('approved', (p) => `x.state = ${p}`, 'approved');
    if (query.kind.length > 0) sql.add('kind', (p) => `i.product->>'kind' = any(${p})`, query.kind);
    addProductSearch(sql, query.q, await this.vocabulary.thesaurus());
    const from = `${FROM} cross join jsonb_array_elements(x.content->'products') with ordinality i(product, no)`;
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from ${from} where ${sql.where()}`,
      sql.parameters,
    );
    const after = decodeCursor(query.cursor);
    const place = after
      ? `and (${ORDER}, x.id, i.no) > (${sql.bind(after[0])}::text, ${sql.bind(after[1])}::uuid, ${sql.bind(after[2])}::bigint)`
      : '';
    const rows = await this.database.query<CatalogueRow>(
      `with asked as (
         select l.exhibitor_id, q.product, count(*)::int n from fair_inquiry q join fair_lead l on l.id = q.lead_id
         join fair_exhibitor o on o.id = l.exhibitor_id where o.fair_id = ${sql.bind(fair.id)}::uuid group by 1, 2
       )
       select x.id "exhibitorId", x.company_id "companyId", x.state, c.name company, ${BOOTHS} booths, i.product,
         i.no::int no, ${ORDER} "sortKey", coalesce(asked.n, 0) inquiries
       from ${from} left join asked on asked.exhibitor_id = x.id and asked.product = i.product->>'name'
       where ${sql.where()} ${place} order by ${ORDER}, x.id, i.no limit ${sql.bind(query.limit + 1)}`,
      sql.parameters,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.exhibitorId, row.no],
      ({ exhibitorId, company, booths, no, product, ...row }) => ({
        ...{ exhibitorId, company, booths, no, ...product },
        inquiries: policy.isStaffOf(actor, fair, row) ? row.inquiries : null,
      }),
      counted?.n ?? 0,
    );
  }
}

interface CatalogueRow {
  exhibitorId: string;
  companyId: string;
  state: ExhibitorState;
  company: string;
  booths: string[];
  product: BoothApplication['products'][number];
  no: number;
  inquiries: number;
  sortKey: string;
}

/** All for organisers; else who exhibits once the fair is published, and the own firm always. */
function visible(actor: policy.Viewer, fair: FairRow): SqlConditions {
  const sql = new SqlConditions();
  sql.add('fair', (p) => `x.fair_id = ${p}`, fair.id);
  if (policy.isOrganiser(actor, fair)) return sql;
  const shown = isPublished(fair.state) ? `x.state = 'approved'` : 'false';
  return sql.add('visible', (p) => `${shown} or x.company_id = ${p}::uuid`, actor?.company?.id ?? null);
}

function toDto(actor: Actor | null, fair: FairRow, row: ExhibitorRow): Dto {
  const isInside = policy.isStaffOf(actor, fair, row);
  const { id, fairId, state, company, body, booths, content, isProxy, version } = row;
  return {
    ...{ id, fairId, state, company, body, booths, isProxy, version },
    content: isInside ? content : { ...content, contact: '', phone: '' },
    done: isInside ? (row.done ?? []) : [],
    reason: isInside ? row.reason : '',
    questionnaire: policy.isOwn(actor, row) ? row.questionnaire : null,
    appliedAt: row.appliedAt.toISOString(),
    can: {
      edit: policy.canEditExhibitor(actor, fair, row),
      decide: policy.canDecide(actor, fair, row),
      withdraw: policy.canWithdraw(actor, fair, row),
      staff: isInside && state === 'approved',
    },
  };
}
