import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { signedLink } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type RecordedEvent } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, MailError, renderMail } from '#platform/mail/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { capacityAsked } from '../companies.events.js';
import { capacityMail } from './capacity.mails.js';
import { STALE, TOLD } from './capacity.reader.js';
import { CAPACITY_LINK } from './capacity.service.js';
import { HALF_LIFE_DAYS } from './told-capacity.js';

const HALF_AN_HOUR = 1_800_000;
/** So many mails a run: a mail server must not take us for somebody else. */
const BATCH = 200;

/** Asks suppliers for their spare capacity when the last answer has grown old. */
@Injectable()
export class CapacityHandlers {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** On weekdays from 9 to 17 h in Japan: the mail is answered at work, or not at all. */
  @Every('companies.ask-capacity', HALF_AN_HOUR)
  async askInWorkingHours(): Promise<void> {
    const [now] = await this.database.query<{ working: boolean }>(
      `select extract(isodow from at) < 6 and extract(hour from at) between 9 and 16 working
       from (select now() at time zone 'Asia/Tokyo' at) clock`,
    );
    if (now?.working) await this.ask();
  }

  /** Notes whom to ask, the owner who joined first; the mails follow. Who was asked lately is left out. */
  async ask(): Promise<number> {
    return this.database.transaction(async () => {
      const asked = await this.database.query<{ id: string; companyId: string }>(
        `insert into capacity_ask (company_id, channel, user_id)
         select c.id, 'mail', owner.id
         from ${TOLD}
         join lateral (
           select u.id from app_user u
           where u.company_id = c.id and u.role = 'company-owner' and u.suspended_at is null
           order by u.joined_at, u.id limit 1
         ) owner on true
         where ${STALE} and c.asks_capacity
           and not exists (select 1 from capacity_ask a
             where a.company_id = c.id and a.asked_at > now() - interval '${HALF_LIFE_DAYS} days')
         order by known.oldest nulls first, c.id limit ${BATCH}
         returning id, company_id "companyId"`,
      );
      for (const { id, companyId } of asked)
        await this.events.record(capacityAsked, { askId: id }, { subjectId: id, companyId, actor: null });
      return asked.length;
    });
  }

  @OnEvent(capacityAsked, 'companies.mail-capacity-ask', 'mail')
  async mail({ data: { askId } }: RecordedEvent<typeof capacityAsked>): Promise<void> {
    const [to] = await this.database.query<{
      email: string;
      name: string;
      language: Language;
      company: string;
    }>(
      `select u.email, u.name, u.language, c.name company
       from capacity_ask a join app_user u on u.id = a.user_id join company c on c.id = a.company_id
       where a.id = $1 and a.answered_at is null and u.suspended_at is null and u.mail <> 'off'`,
      [askId],
    );
    if (!to) return;
    const token = signedLink(this.config.secretKey, CAPACITY_LINK, askId);
    const url = `${this.config.http.publicUrl}/capacity?token=${encodeURIComponent(token)}`;
    const content = capacityMail[to.language]({ name: to.name, company: to.company, url });
    try {
      await this.mailer.send({
        id: `capacity-${askId}`,
        to: to.email,
        ...renderMail(to.language, content),
      });
    } catch (error) {
      if (!(error instanceof MailError) || error.reason === 'unavailable') throw error;
      this.log.warn({ err: error, askId }, 'A mail was refused for good.');
    }
  }
}
