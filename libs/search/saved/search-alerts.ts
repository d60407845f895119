import { Inject, Injectable } from '@nestjs/common';
import type { SavedQuery } from '#contracts/search.js';
import { CompaniesReader } from '#companies/index.js';
import { IdentityReader, type Person } from '#identity/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, renderMail } from '#platform/mail/index.js';
import { Every } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { SearchReader } from '../search.reader.js';
import { viewerTokens } from '../viewer.policy.js';
import { alertMail } from './alert-mails.js';
import { freshKeys } from './fresh-keys.js';
import { SavedSearchRow } from './saved-search.entity.js';
import { unsubscribeToken } from './unsubscribe-token.js';

const HALF_MINUTE = 30_000;
/** A mail names so many. */
const NAMED = 10;

/** Instant ones always; daily ones once a day, from seven in Japan on. */
const DUE = `alert = 'instant' or (alert = 'daily' and extract(hour from now() at time zone 'Asia/Tokyo') >= 7
  and (mailed_at is null
    or mailed_at < date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo'))`;

/** Mails what fits a saved search newly: only what its owner may see at that moment. */
@Injectable()
export class SearchAlerts {
  constructor(
    private readonly database: Database,
    private readonly reader: SearchReader,
    private readonly people: IdentityReader,
    private readonly companies: CompaniesReader,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One that fails keeps no other waiting; it is tried again the next time. */
  @Every('search.mail-alerts', HALF_MINUTE, 'mail')
  async sendDue(): Promise<void> {
    const rows = await this.database.query<{ id: string; userId: string; query: SavedQuery }>(
      `select s.id, s.user_id "userId", s.query from saved_search s join app_user u on u.id = s.user_id
       where u.suspended_at is null and (${DUE}) order by s.id`,
    );
    for (const row of rows)
      await this.send(row).catch((err: unknown) => this.log.error({ err }, 'A search alert failed.'));
  }

  private async send({
    id,
    userId,
    query,
  }: {
    id: string;
    userId: string;
    query: SavedQuery;
  }): Promise<void> {
    const person = await this.people.person(userId);
    if (!person) return;
    const viewer = await this.viewerOf(person);
    const keys = await this.reader.keys(viewer, query);
    await this.database.transaction(async () => {
      // Held until the mail is out: of two processes one sends.
      const row = await this.database
        .repository(SavedSearchRow)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } });
      if (!row || row.alert === 'off') return;
      const fresh = freshKeys(keys, row.mailed);
      await this.database.query('update saved_search set mailed = $2, mailed_at = $3 where id = $1', [
        id,
        keys,
        fresh.length > 0 ? new Date() : row.mailedAt,
      ]);
      if (fresh.length > 0) await this.mail(person, row, fresh, viewerTokens(viewer));
    });
  }

  private async mail(
    { email, language }: Person,
    { id, name, query }: SavedSearchRow,
    fresh: readonly string[],
    viewer: readonly string[],
  ): Promise<void> {
    const named = fresh.slice(0, NAMED).map((key) => ({ key, distanceKm: null, highlights: [] }));
    const { publicUrl } = this.config.http;
    const token = unsubscribeToken(this.config.secretKey, id);
    const unsubscribeUrl = `${publicUrl}/search/unsubscribe?token=${token}`;
    const hits = await this.reader.cards(viewer, named);
    const content = alertMail[language]({
      ...{ name, hits, total: fresh.length, unsubscribeUrl },
      url: `${publicUrl}/search?${addressOf(query)}`,
    });
    await this.mailer.send({ to: email, ...renderMail(language, content) });
  }

  private async viewerOf({ role, companyId }: Person): Promise<Parameters<SearchReader['keys']>[0]> {
    const company = companyId ? await this.companies.membership(companyId) : null;
    if (!company) return { role, company: null };
    const { id, isOrderer, isSupplier, state } = company;
    return { role, company: { id, isOrderer, isSupplier, approved: state === 'approved' } };
  }
}

/** The search in the web app's address: lists joined by commas. */
function addressOf(query: SavedQuery): string {
  const set = Object.entries(query).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    return text === '' ? [] : [[name, text] as [string, string]];
  });
  return new URLSearchParams([...set, ['sort', 'newest']]).toString();
}
