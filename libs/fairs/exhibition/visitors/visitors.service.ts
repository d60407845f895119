import { Inject, Injectable } from '@nestjs/common';
import { toString as toQrCode } from 'qrcode';
import { CONSENT_VERSION, type VisitorEntry } from '#contracts/fair-visitors.js';
import { IdentityReader } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { takesVisitors } from '../fair.policy.js';
import { visitorConfirmed, visitorRegistered } from '../fairs.events.js';
import { FairsReader } from '../fairs.reader.js';
import { codeIn, newCode } from './ticket-code.js';
import { VisitorsReader } from './visitors.reader.js';

/** So long (s) after one mail no other goes to the same address. */
const MAIL_PAUSE = 60;

@Injectable()
export class VisitorsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly people: IdentityReader,
    private readonly fairs: FairsReader,
    private readonly reader: VisitorsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Registers a visitor. An address that is registered gets its ticket by mail again and stays as it was once it is
   * confirmed, so that nobody changes or learns of another's registration. Who is signed in with the address has proven
   * it. Error: `fair/closed`.
   */
  async register(
    actor: Actor | null,
    fairId: string,
    entry: VisitorEntry,
  ): Promise<{ mailed: boolean; token: string | null }> {
    const fair = await this.fairs.readable(actor, fairId);
    if (!takesVisitors(fair.state)) throw new AppError('fair/closed');
    const own = actor && (await this.isOwnAddress(actor, entry.email)) ? actor : null;
    return this.database.transaction(async () => {
      const id = await this.insert(fairId, entry, own);
      if (own) return { mailed: false, token: this.reader.tokenOf(id) };
      const [due] = await this.database.query(
        `update fair_visitor set mailed_at = now()
         where id = $1 and (mailed_at is null or mailed_at < now() - make_interval(secs => ${MAIL_PAUSE})) returning id`,
        [id],
      );
      if (due)
        await this.events.record(visitorRegistered, { fairId, visitorId: id }, { subjectId: id, actor });
      return { mailed: true, token: null };
    });
  }

  private async insert(fairId: string, entry: VisitorEntry, own: Actor | null): Promise<string> {
    const { email, name, organisation, job, need, attends, language, contact, news } = entry;
    const [row] = await this.database.query<{ id: string }>(
      `insert into fair_visitor as v (fair_id, email, name, organisation, job, need, attends, language, code,
         consent_version, consent_contact, consent_news, user_id, company_id, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, case when $13::uuid is not null then now() end)
       on conflict (fair_id, lower(email)) do update set name = excluded.name, organisation = excluded.organisation,
         job = excluded.job, need = excluded.need, attends = excluded.attends, language = excluded.language,
         consent_version = excluded.consent_version, consent_contact = excluded.consent_contact,
         consent_news = excluded.consent_news, user_id = coalesce(excluded.user_id, v.user_id),
         company_id = coalesce(excluded.company_id, v.company_id),
         confirmed_at = coalesce(v.confirmed_at, excluded.confirmed_at)
       where v.confirmed_at is null or excluded.user_id is not null
       returning id`,
      [
        ...[fairId, email, name, organisation, job, need, attends, language, newCode()],
        ...[CONSENT_VERSION, contact, news, own?.userId ?? null],
        own?.company?.approved ? own.company.id : null,
      ],
    );
    if (row) return row.id;
    const [known] = await this.database.query<{ id: string }>(
      'select id from fair_visitor where fair_id = $1 and lower(email) = lower($2)',
      [fairId, email],
    );
    return found(known).id;
  }

  private async isOwnAddress(actor: Actor, email: string): Promise<boolean> {
    const own = await this.people.person(actor.userId);
    return own?.email.toLowerCase() === email.toLowerCase();
  }

  /** The mailed link was followed: the address is its holder's. */
  async confirm(token: string): Promise<void> {
    const { id, fairId } = await this.reader.holder(token);
    await this.database.transaction(async () => {
      const [row] = await this.database.query(
        'update fair_visitor set confirmed_at = now() where id = $1 and confirmed_at is null returning id',
        [id],
      );
      if (row)
        await this.events.record(visitorConfirmed, { fairId, visitorId: id }, { subjectId: id, actor: null });
    });
  }

  /** Opens the form for a contact, with the code, on the telephone of whoever scans it. */
  async qr(token: string): Promise<string> {
    const { code, fair } = await this.reader.ticket(token);
    return toQrCode(`${this.config.http.publicUrl}/fairs/${fair.id}?code=${code}`, {
      type: 'svg',
      margin: 2,
    });
  }

  async favourite(token: string, exhibitorId: string, isFavourite: boolean): Promise<void> {
    const { id, fairId } = await this.reader.holder(token);
    const [exhibitor] = await this.database.query(
      `select 1 from fair_exhibitor where id = $1 and fair_id = $2 and state = 'approved'`,
      [exhibitorId, fairId],
    );
    found(exhibitor);
    await this.database.query(
      isFavourite
        ? 'insert into fair_favourite (visitor_id, exhibitor_id) values ($1, $2) on conflict do nothing'
        : 'delete from fair_favourite where visitor_id = $1 and exhibitor_id = $2',
      [id, exhibitorId],
    );
  }

  /** Notes that a visitor has come. Answers with whom. Errors: `fair/unknown-code`, `fair/closed`. */
  async checkIn(actor: Actor, fairId: string, text: string): Promise<string> {
    const fair = await this.fairs.organised(actor, fairId);
    if (fair.state !== 'running') throw new AppError('fair/closed');
    // Who stands there with the ticket has read the mail it came with.
    const [row] = await this.database.query<{ id: string }>(
      `update fair_visitor set checked_in_at = coalesce(checked_in_at, now()), confirmed_at = coalesce(confirmed_at, now())
       where fair_id = $1 and code = $2 returning id`,
      [fairId, codeIn(text)],
    );
    if (!row) throw new AppError('fair/unknown-code');
    return row.id;
  }
}
