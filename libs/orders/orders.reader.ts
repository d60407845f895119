import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  Order as Dto,
  OrderCard,
  OrderContent,
  orderQuery,
  orderRevision,
  Poster,
} from '#contracts/orders.js';
import type { Facet, Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { StoredFiles, type OpenFile } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import type { Order } from './order.entity.js';
import * as policy from './order.policy.js';
import { orderConditions, orderSort } from './order-search.js';

export type OrderFacet = 'process' | 'material' | 'theme' | 'prefecture';
type OrderList = Page<OrderCard> & { facets: Record<OrderFacet, Facet> };

type OrderRow = Order & { disclosed: boolean; poster: Poster & { id: string; name: string } };

const columns = `o.id, o.company_id "companyId", o.state, o.revision, o.content, o.visibility, o.published_at "publishedAt",
  o.closed_at "closedAt", o.outcome, o.reason, o.version, o.updated_at "updatedAt", o.title, o.answer_by "answerBy",
  o.process_codes "processCodes", o.material_codes "materialCodes",
  json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'industry', c.industry) poster,
  exists (select 1 from order_disclosure d where d.order_id = o.id and d.company_id = $1) disclosed`;

@Injectable()
export class OrdersReader {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** An order as the viewer may see it; 404 for those who may not. */
  async get(actor: Actor, id: string): Promise<Dto> {
    const row = await this.row(actor, id);
    const attachments = policy.canReadInFull(actor, row)
      ? await this.database.query<{ id: string }>(
          'select file_id id from order_attachment where order_id = $1 order by file_id',
          [id],
        )
      : [];
    const infos = await this.files.infos(attachments.map((a) => a.id));
    return toDto(actor, row, [...infos.values()]);
  }

  async list(actor: Actor, query: z.output<typeof orderQuery>): Promise<OrderList> {
    const conditions = orderConditions(actor, query);
    const after = decodeCursor(query.cursor);
    const [total, rows, facets] = await Promise.all([
      this.database.query<{ n: number }>(
        `select count(*) n from purchase_order o where ${conditions.where()}`,
        conditions.parameters,
      ),
      this.cards(actor, query, after),
      this.facets(actor, query),
    ]);
    const page = pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.id],
      (row) => toCard(actor, row),
      total[0]?.n ?? 0,
    );
    return { ...page, facets };
  }

  async revisions(actor: Actor, id: string): Promise<{ items: z.output<typeof orderRevision>[] }> {
    const order = await this.row(actor, id);
    const full = policy.canReadInFull(actor, order);
    const rows = await this.database.query<{
      revision: number;
      content: OrderContent;
      reason: string;
      by: string;
      at: Date;
    }>(
      `select r.revision, r.content, r.reason, coalesce(u.name, '') "by", r.created_at at
       from order_revision r left join app_user u on u.id = r.created_by
       where r.order_id = $1 order by r.revision desc`,
      [id],
    );
    return { items: rows.map((row) => ({ ...row, by: full ? row.by : '', at: row.at.toISOString() })) };
  }

  /** An attached file, for those who may read the order in full. */
  async attachment(actor: Actor, id: string, fileId: string): Promise<OpenFile> {
    const order = await this.row(actor, id);
    if (!policy.canReadInFull(actor, order)) throw new AppError('request/not-found');
    const [attached] = await this.database.query(
      'select 1 from order_attachment where order_id = $1 and file_id = $2',
      [id, fileId],
    );
    found(attached);
    return this.files.open(fileId);
  }

  /** What an introduction needs of an order. */
  async subject(id: string) {
    const [row] = await this.database.query<{
      title: string;
      revision: number;
      ownerCompanyId: string;
      isOpen: boolean;
    }>(
      `select title, revision, company_id "ownerCompanyId", state = 'published' "isOpen" from purchase_order where id = $1`,
      [id],
    );
    return row ? { kind: 'order' as const, id, ...row } : null;
  }

  /** The current content, whoever asks: what the owner has released through an introduction. */
  async content(id: string): Promise<OrderContent | null> {
    const [row] = await this.database.query<{ content: OrderContent }>(
      'select content from purchase_order where id = $1',
      [id],
    );
    return row?.content ?? null;
  }

  async currentRevision(id: string): Promise<number | null> {
    const [row] = await this.database.query<{ revision: number }>(
      'select revision from purchase_order where id = $1',
      [id],
    );
    return row?.revision ?? null;
  }

  /** The order that a file is attached to, whoever asks; null for every other file. */
  async withAttachment(fileId: string): Promise<string | null> {
    const [row] = await this.database.query<{ orderId: string }>(
      'select order_id "orderId" from order_attachment where file_id = $1',
      [fileId],
    );
    return row?.orderId ?? null;
  }

  /** Whether the actor may see the candidates found for an order; 404 where they may not see the order. */
  async mayReadCandidates(actor: Actor, id: string): Promise<boolean> {
    return policy.canReadCandidates(actor, await this.row(actor, id));
  }

  /** Orders to be matched: published, all or those given. */
  async published(ids?: readonly string[]) {
    return this.database.query<{
      id: string;
      companyId: string;
      revision: number;
      content: OrderContent;
      publishedAt: Date;
    }>(
      `select id, company_id "companyId", revision, content, published_at "publishedAt" from purchase_order
       where state = 'published' and ($1::uuid[] is null or id = any($1)) order by id`,
      [ids ?? null],
    );
  }

  /** What is to be matched, with a version that changes with every change of it. */
  async publishedVersions(): Promise<{ id: string; version: number }[]> {
    return this.database.query(`select id, version from purchase_order where state = 'published'`);
  }

  private async row(actor: Actor, id: string): Promise<OrderRow> {
    const [row] = await this.database.query<OrderRow>(
      `select ${columns} from purchase_order o join company c on c.id = o.company_id where o.id = $2`,
      [actor.company?.id ?? null, id],
    );
    if (!row || !policy.canRead(actor, row)) throw new AppError('request/not-found');
    return row;
  }

  private async cards(
    actor: Actor,
    query: z.output<typeof orderQuery>,
    after: (string | number | null)[] | undefined,
  ): Promise<CardRow[]> {
    const conditions = orderConditions(actor, query, [actor.company?.id ?? null]);
    const { key, cast, direction } = orderSort(query, conditions);
    const paged = after
      ? `and (${key}, o.id) ${direction === 'desc' ? '<' : '>'} (${conditions.bind(after[0])}::${cast}, ${conditions.bind(after[1])}::uuid)`
      : '';
    return this.database.query<CardRow>(
      `select ${columns}, ${key}::text "sortKey"
       from purchase_order o join company c on c.id = o.company_id
       where ${conditions.where()} ${paged}
       order by ${key} ${direction}, o.id ${direction} limit ${conditions.bind(query.limit + 1)}`,
      conditions.parameters,
    );
  }

  private async facets(actor: Actor, query: z.output<typeof orderQuery>): Promise<Record<OrderFacet, Facet>> {
    const count = (name: OrderFacet, expression: string): Promise<Facet> => {
      const conditions = orderConditions(actor, query);
      return this.database.query(
        `select value, count(*)::int count from purchase_order o cross join lateral ${expression} v(value)
         where ${conditions.where(name)} and value is not null group by value order by count desc, value limit 50`,
        conditions.parameters,
      );
    };
    const [process, material, theme, prefecture] = await Promise.all([
      count('process', 'unnest(o.process_codes)'),
      count('material', 'unnest(o.material_codes)'),
      count('theme', 'unnest(o.theme_codes)'),
      count('prefecture', '(select o.prefecture)'),
    ]);
    return { process, material, theme, prefecture };
  }
}

type CardRow = OrderRow & { sortKey: string };

const shownPoster = (actor: Actor, row: OrderRow): Poster =>
  policy.canReadInFull(actor, row) ? row.poster : { ...row.poster, id: null, name: null };

function toDto(actor: Actor, row: OrderRow, attachments: Dto['attachments']): Dto {
  const own = policy.isOwn(actor, row);
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    content: row.content,
    poster: shownPoster(actor, row),
    attachments,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome: row.outcome as Dto['outcome'],
    reason: row.reason,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    can: {
      edit: policy.canEdit(actor, row),
      publish: policy.canEdit(actor, row),
      amend: policy.canAmend(actor, row),
      close: policy.canEnd(actor, row),
      cancel: policy.canCancel(actor, row),
      readCandidates: policy.canReadCandidates(actor, row),
      propose: row.state === 'published' && (own || actor.body !== null),
    },
  };
}

function toCard(actor: Actor, row: CardRow): OrderCard {
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    title: row.title,
    summary: row.content.summary.slice(0, 300),
    processes: row.processCodes,
    materials: row.materialCodes,
    poster: shownPoster(actor, row),
    answerBy: row.answerBy,
    budgetYen: row.content.budgetYen,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}
