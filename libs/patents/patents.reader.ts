import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Poster } from '#contracts/orders.js';
import type {
  Patent as Dto,
  PatentCard,
  PatentContent,
  patentQuery,
  patentsApi,
} from '#contracts/patents.js';
import type { Facet } from '#contracts/shapes.js';
import { isStaff, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { likePattern, nearFirst, searchWords, SqlConditions } from '#platform/search/index.js';
import { withoutHolder } from './masked-patent.js';
import type { Patent } from './patent.entity.js';
import * as policy from './patent.policy.js';

type PatentQuery = z.output<typeof patentQuery>;
type PatentList = OutputOf<typeof patentsApi.list>;
type PatentRow = Patent & {
  disclosed: boolean;
  poster: Poster;
  interest: { reason: string; at: string } | null;
  interests: number;
};

const SINCE = 'coalesce(p.published_at, p.updated_at)';
const columns = `p.id, p.company_id "companyId", p.state, p.content, p.number, p.title, p.technical_fields "technicalFields",
  p.licence, p.visibility, p.published_at "publishedAt", p.reason, p.version, p.updated_at "updatedAt",
  json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'industry', c.industry) poster,
  exists (select 1 from patent_disclosure d where d.patent_id = p.id and d.company_id = $1) disclosed,
  (select json_build_object('reason', i.reason, 'at', to_char(i.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
   from patent_interest i where i.patent_id = p.id and i.company_id = $1) interest,
  (select count(*)::int from patent_interest i where i.patent_id = p.id) interests`;

@Injectable()
export class PatentsReader {
  constructor(private readonly database: Database) {}

  /** A patent as the viewer may see it; 404 for those who may not. */
  async get(actor: Actor, id: string): Promise<Dto> {
    return toDto(actor, await this.row(actor, id));
  }

  async list(actor: Actor, query: PatentQuery): Promise<PatentList> {
    const counted = conditionsOf(actor, query);
    const [total] = await this.database.query<{ n: number }>(
      `select count(*) n from open_patent p where ${counted.where()}`,
      counted.parameters,
    );
    const rows = await this.cards(actor, query);
    const page = pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.id],
      (row) => toCard(actor, row),
      total?.n ?? 0,
    );
    const facets = {
      field: await this.facet(actor, query, 'field', 'p.technical_fields'),
      theme: await this.facet(actor, query, 'theme', 'p.theme_codes'),
    };
    return { ...page, facets };
  }

  /** Who is interested; the holder learns a name only through an introduction. */
  async interests(actor: Actor, id: string): Promise<OutputOf<typeof patentsApi.interests>> {
    const patent = await this.row(actor, id);
    if (!policy.canReadInterests(actor, patent)) throw new AppError('auth/forbidden');
    const rows = await this.database.query<{
      id: string;
      companyId: string;
      name: string;
      prefecture: string | null;
      reason: string;
      at: Date;
    }>(
      `select i.id, c.id "companyId", c.name, c.prefecture, i.reason, i.created_at at
       from patent_interest i join company c on c.id = i.company_id where i.patent_id = $1 order by i.created_at desc`,
      [id],
    );
    const named = isStaff(actor);
    const items = rows.map(({ companyId, name, prefecture, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      company: { id: named ? companyId : null, name: named ? name : null, prefecture },
    }));
    return { items };
  }

  /** What an introduction needs of a patent. */
  async subject(id: string) {
    const [row] = await this.database.query<{ title: string; ownerCompanyId: string; isOpen: boolean }>(
      `select title, company_id "ownerCompanyId", state in ('published', 'licensed') "isOpen" from open_patent where id = $1`,
      [id],
    );
    return row ? { kind: 'patent' as const, id, revision: null, ...row } : null;
  }

  /** The content, whoever asks: what the holder has released through an introduction. */
  async content(id: string): Promise<PatentContent | null> {
    const [row] = await this.database.query<{ content: PatentContent }>(
      'select content from open_patent where id = $1',
      [id],
    );
    return row?.content ?? null;
  }

  /** Whether the actor may see the candidates found for a patent; 404 where they may not see the patent. */
  async mayReadCandidates(actor: Actor, id: string): Promise<boolean> {
    return policy.canReadCandidates(actor, await this.row(actor, id));
  }

  /** Patents to be matched: published, all or those given. */
  async published(ids?: readonly string[]) {
    return this.database.query<{ id: string; companyId: string; content: PatentContent; publishedAt: Date }>(
      `select id, company_id "companyId", content, published_at "publishedAt" from open_patent
       where state in ('published', 'licensed') and ($1::uuid[] is null or id = any($1)) order by id`,
      [ids ?? null],
    );
  }

  /** What is to be matched, with a version that changes with every change of it. */
  async publishedVersions(): Promise<{ id: string; version: number }[]> {
    return this.database.query(
      `select id, version from open_patent where state in ('published', 'licensed')`,
    );
  }

  private async row(actor: Actor, id: string): Promise<PatentRow> {
    const [row] = await this.database.query<PatentRow>(
      `select ${columns} from open_patent p join company c on c.id = p.company_id where p.id = $2`,
      [actor.company?.id ?? null, id],
    );
    if (!row || !policy.canRead(actor, row)) throw new AppError('request/not-found');
    return row;
  }

  private async cards(actor: Actor, query: PatentQuery): Promise<(PatentRow & { sortKey: string })[]> {
    const conditions = conditionsOf(actor, query, [actor.company?.id ?? null]);
    const after = decodeCursor(query.cursor);
    const [key, cast] =
      query.sort === 'newest'
        ? [SINCE, 'timestamptz']
        : [nearFirst('p.search_text', SINCE, query.q, conditions), 'numeric'];
    const paged = after
      ? `and (${key}, p.id) < (${conditions.bind(after[0])}::${cast}, ${conditions.bind(after[1])}::uuid)`
      : '';
    return this.database.query<PatentRow & { sortKey: string }>(
      `select ${columns}, ${key}::text "sortKey" from open_patent p join company c on c.id = p.company_id
       where ${conditions.where()} ${paged}
       order by ${key} desc, p.id desc limit ${conditions.bind(query.limit + 1)}`,
      conditions.parameters,
    );
  }

  private facet(actor: Actor, query: PatentQuery, name: 'field' | 'theme', column: string): Promise<Facet> {
    const conditions = conditionsOf(actor, query);
    return this.database.query(
      `select value, count(*)::int count from open_patent p cross join lateral unnest(${column}) v(value)
       where ${conditions.where(name)} group by value order by count desc, value limit 50`,
      conditions.parameters,
    );
  }
}

function conditionsOf(actor: Actor, query: PatentQuery, first: unknown[] = []): SqlConditions {
  const sql = new SqlConditions();
  for (const value of first) sql.bind(value);
  const own = actor.company?.id ?? null;
  if (query.mine) sql.add('own', (p) => `p.company_id = ${p}`, own);
  else sql.add('visible', (p) => `p.published_at is not null or p.company_id = ${p}`, own);
  for (const word of searchWords(query.q)) sql.add('q', (p) => `p.search_text like ${p}`, likePattern(word));
  if (query.field.length > 0) sql.add('field', (p) => `p.technical_fields && ${p}::text[]`, query.field);
  if (query.theme.length > 0) sql.add('theme', (p) => `p.theme_codes && ${p}::text[]`, query.theme);
  if (query.licence) sql.add('licence', (p) => `p.licence = ${p}`, query.licence);
  if (query.state) sql.add('state', (p) => `p.state = ${p}`, query.state);
  return sql;
}

const shownPoster = (actor: Actor, row: PatentRow): Poster =>
  policy.canKnowHolder(actor, row) ? row.poster : { ...row.poster, id: null, name: null };

function toDto(actor: Actor, row: PatentRow): Dto {
  const knowsHolder = policy.canKnowHolder(actor, row);
  return {
    id: row.id,
    state: row.state,
    content: knowsHolder ? row.content : withoutHolder(row.content),
    poster: shownPoster(actor, row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    reason: row.reason,
    interest: row.interest,
    interests: policy.canReadInterests(actor, row) ? row.interests : null,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    can: {
      edit: policy.canEdit(actor, row),
      publish: policy.canPublish(actor, row),
      withdraw: policy.canWithdraw(actor, row),
      showInterest: policy.canShowInterest(actor, row),
      readCandidates: policy.canReadCandidates(actor, row),
      propose:
        row.state !== 'draft' &&
        row.state !== 'withdrawn' &&
        (policy.isOwn(actor, row) || actor.body !== null),
    },
  };
}

function toCard(actor: Actor, row: PatentRow): PatentCard {
  return {
    id: row.id,
    state: row.state,
    number: policy.canKnowHolder(actor, row) ? (row.number ?? '') : '',
    title: row.title,
    effect: row.content.effect.slice(0, 300),
    technicalFields: row.technicalFields,
    licence: row.licence,
    poster: shownPoster(actor, row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    interests: policy.canReadInterests(actor, row) ? row.interests : null,
  };
}
