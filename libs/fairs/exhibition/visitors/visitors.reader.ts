import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { FairContent, FairState } from '#contracts/fair-exhibition.js';
import type { FairTicket, FairVisitor, fairVisitorsApi } from '#contracts/fair-visitors.js';
import type { Page } from '#contracts/shapes.js';
import { idOfSignedLink, signedLink, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { likePattern, searchWords, SqlConditions } from '#platform/search/index.js';
import { CONFIG } from '#platform/resources.js';
import { FairsReader } from '../fairs.reader.js';

/** Purpose of the links that are mailed. */
const TICKET_LINK = 'fair ticket';

/** Whose ticket it is. */
export interface TicketHolder {
  readonly id: string;
  readonly fairId: string;
  readonly state: FairState;
  readonly name: string;
  readonly organisation: string;
  readonly companyId: string | null;
  readonly isConfirmed: boolean;
}

type Query = z.output<(typeof fairVisitorsApi)['list']['query']>;
type VisitorRow = Omit<FairVisitor, 'checkedInAt' | 'createdAt'> & {
  checkedInAt: Date | null;
  createdAt: Date;
};

const COLUMNS = `v.id, v.name, v.organisation, v.job, v.email, v.attends, v.code,
  v.confirmed_at is not null "isConfirmed", v.checked_in_at "checkedInAt", v.created_at "createdAt"`;

@Injectable()
export class VisitorsReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  tokenOf(visitorId: string): string {
    return signedLink(this.config.secretKey, TICKET_LINK, visitorId);
  }

  /** The holder of a ticket. Error: `auth/invalid-link`. */
  async holder(token: string): Promise<TicketHolder> {
    const [row] = await this.holders([this.visitorOf(token)]);
    if (!row) throw new AppError('auth/invalid-link');
    return row;
  }

  /** The id of the visitor whose ticket it is. Error: `auth/invalid-link`. */
  visitorOf(token: string): string {
    const id = idOfSignedLink(this.config.secretKey, TICKET_LINK, token);
    if (id === null) throw new AppError('auth/invalid-link');
    return id;
  }

  holders(visitorIds: readonly string[]): Promise<TicketHolder[]> {
    return this.database.query(
      `select v.id, v.fair_id "fairId", f.state, v.name, v.organisation, v.company_id "companyId",
         v.confirmed_at is not null "isConfirmed"
       from fair_visitor v join fair f on f.id = v.fair_id where v.id = any($1)`,
      [visitorIds],
    );
  }

  async ticket(token: string): Promise<FairTicket> {
    const { id, fairId } = await this.holder(token);
    const [row] = await this.database.query<TicketRow>(
      `select v.id "visitorId", v.name, v.organisation, v.email, v.code, v.confirmed_at is not null "isConfirmed",
         v.checked_in_at "checkedInAt", v.need, f.state, f.content,
         json_build_object('version', v.consent_version, 'contact', v.consent_contact, 'news', v.consent_news) consent,
         coalesce((select json_agg(json_build_object('exhibitorId', x.id, 'name', c.name, 'booths',
             array(select t.no from fair_booth t where t.exhibitor_id = x.id order by t.no)) order by c.name)
           from fair_favourite a join fair_exhibitor x on x.id = a.exhibitor_id join company c on c.id = x.company_id
           where a.visitor_id = v.id and x.state = 'approved'), '[]') favourites,
         coalesce((select json_agg(json_build_object('id', k.id, 'exhibitorId', x.id, 'company', c.name, 'state', k.state,
             'before', case when k.state = 'waiting' then (select count(*) from fair_talk o
               where o.exhibitor_id = k.exhibitor_id and o.state = 'waiting' and (o.queued_at, o.id) < (k.queued_at, k.id)) end)
             order by k.queued_at desc)
           from fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id join company c on c.id = x.company_id
           where k.visitor_id = v.id), '[]') talks,
         (select case when a.answered_at is null then 'open' else 'answered' end
          from fair_ask a where a.visitor_id = v.id) questionnaire
       from fair_visitor v join fair f on f.id = v.fair_id where v.id = $1`,
      [id],
    );
    if (!row) throw new AppError('auth/invalid-link');
    const { state, content, checkedInAt, ...rest } = row;
    const { title, titleEn, startsOn, endsOn, from, until, place } = content;
    return {
      ...rest,
      checkedInAt: checkedInAt?.toISOString() ?? null,
      fair: { id: fairId, state, title, titleEn, startsOn, endsOn, from, until, place },
    };
  }

  async list(actor: Actor, fairId: string, query: Query): Promise<Page<FairVisitor>> {
    await this.fairs.organised(actor, fairId);
    const sql = new SqlConditions();
    sql.add('fair', (p) => `v.fair_id = ${p}`, fairId);
    for (const word of searchWords(query.q))
      sql.add(
        'q',
        (p) => `lower(concat_ws(' ', v.name, v.organisation, v.email, v.code)) like ${p}`,
        likePattern(word),
      );
    if (query.here !== undefined) sql.add('here', (p) => `(v.checked_in_at is not null) = ${p}`, query.here);
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from fair_visitor v where ${sql.where()}`,
      sql.parameters,
    );
    const after = decodeCursor(query.cursor);
    const paged = after ? `and v.id < ${sql.bind(after[0])}::uuid` : '';
    const rows = await this.database.query<VisitorRow>(
      `select ${COLUMNS} from fair_visitor v where ${sql.where()} ${paged} order by v.id desc limit ${sql.bind(query.limit + 1)}`,
      sql.parameters,
    );
    return pageFrom(rows, query.limit, (row) => [row.id], toVisitor, counted?.n ?? 0);
  }

  async visitor(id: string): Promise<FairVisitor> {
    const [row] = await this.database.query<VisitorRow>(
      `select ${COLUMNS} from fair_visitor v where v.id = $1`,
      [id],
    );
    if (!row) throw new AppError('request/not-found');
    return toVisitor(row);
  }
}

type TicketRow = Omit<FairTicket, 'fair' | 'checkedInAt'> & {
  state: FairState;
  content: FairContent;
  checkedInAt: Date | null;
};

const toVisitor = ({ checkedInAt, createdAt, ...row }: VisitorRow): FairVisitor => ({
  ...row,
  checkedInAt: checkedInAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
