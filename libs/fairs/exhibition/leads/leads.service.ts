import { Injectable } from '@nestjs/common';
import type { Lead, NewLead } from '#contracts/fair-leads.js';
import { CONSENT_VERSION } from '#contracts/fair-visitors.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { ExhibitorsReader } from '../exhibitors/exhibitors.reader.js';
import { isOwn } from '../fair.policy.js';
import { codeIn } from '../visitors/ticket-code.js';

const COLUMNS = `l.id, l.name, l.organisation, l.email, l.note, l.product, u.name "takenBy",
  to_char(l.consent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "consentAt"`;

/** Contacts that a booth takes. They are the firm's alone: visitors gave them to it, not to the organisers. */
@Injectable()
export class LeadsService {
  constructor(
    private readonly database: Database,
    private readonly exhibitors: ExhibitorsReader,
  ) {}

  /** With the visitor's consent, which is kept. Error: `fair/unknown-code`. */
  async create(actor: Actor, fairId: string, exhibitorId: string, given: NewLead): Promise<Lead> {
    await this.demandOwn(actor, fairId, exhibitorId);
    const { name, organisation, email, note, product } = given;
    const visitor = given.code === '' ? null : await this.visitor(fairId, given.code);
    const [row] = await this.database.query<{ id: string }>(
      `insert into fair_lead as l (exhibitor_id, visitor_id, name, organisation, email, note, product, consent_version, taken_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (exhibitor_id, visitor_id) do update set
         note = concat_ws(e'\\n', nullif(l.note, ''), nullif(excluded.note, '')),
         product = coalesce(nullif(excluded.product, ''), l.product)
       returning id`,
      [
        ...[exhibitorId, visitor?.id ?? null, visitor?.name ?? name, visitor?.organisation ?? organisation],
        ...[visitor?.email ?? email, note, product, CONSENT_VERSION, actor.userId],
      ],
    );
    const [lead] = await this.rows('l.id = $1', [row?.id]);
    if (!lead) throw new AppError('request/not-found');
    return lead;
  }

  async list(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<Lead>> {
    await this.demandOwn(actor, fairId, exhibitorId);
    const [counted] = await this.database.query<{ n: number }>(
      'select count(*) n from fair_lead where exhibitor_id = $1',
      [exhibitorId],
    );
    const after = decodeCursor(cursor)?.[0] ?? null;
    const rows = await this.rows(
      'l.exhibitor_id = $1 and ($2::uuid is null or l.id < $2) order by l.id desc limit $3',
      [exhibitorId, after, limit + 1],
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
      counted?.n ?? 0,
    );
  }

  private rows(where: string, parameters: unknown[]): Promise<Lead[]> {
    return this.database.query(
      `select ${COLUMNS} from fair_lead l join app_user u on u.id = l.taken_by where ${where}`,
      parameters,
    );
  }

  private async visitor(fairId: string, text: string) {
    const [row] = await this.database.query<{
      id: string;
      name: string;
      organisation: string;
      email: string;
    }>(
      'select id, name, organisation, email from fair_visitor where fair_id = $1 and code = $2 and confirmed_at is not null',
      [fairId, codeIn(text)],
    );
    if (!row) throw new AppError('fair/unknown-code');
    return row;
  }

  private async demandOwn(actor: Actor, fairId: string, exhibitorId: string): Promise<void> {
    const { row } = await this.exhibitors.readable(actor, fairId, exhibitorId);
    authorize(isOwn(actor, row) && row.state === 'approved');
  }
}
