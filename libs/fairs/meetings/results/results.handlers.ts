import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { signedLink } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, MailError, renderMail } from '#platform/mail/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { meetingEventAdvanced, outcomeAsked } from '../meetings.events.js';
import { outcomeMail } from './results.mails.js';
import { OUTCOME_LINK, ResultsService } from './results.service.js';

const AN_HOUR = 3_600_000;

/** Asks both sides what became of their meetings: when the event is over, and months later. */
@Injectable()
export class ResultsHandlers {
  constructor(
    private readonly database: Database,
    private readonly service: ResultsService,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('meetings.ask-outcomes', AN_HOUR)
  async askDue(): Promise<void> {
    await this.service.askDue();
  }

  @OnEvent(meetingEventAdvanced, 'meetings.ask-when-over')
  async over({ data }: RecordedEvent<typeof meetingEventAdvanced>): Promise<void> {
    if (data.state === 'finished') await this.service.askDue();
  }

  /** To the person who registered the firm, else to its owner who joined first. */
  @OnEvent(outcomeAsked, 'meetings.mail-outcome-ask', 'mail')
  async mail({ data: { askId } }: RecordedEvent<typeof outcomeAsked>): Promise<void> {
    const [to] = await this.database.query<{
      email: string;
      name: string;
      language: Language;
      title: string;
      months: number;
    }>(
      `select u.email, u.name, u.language, e.title, q.months
       from meeting_ask q join meeting_participant p on p.id = q.participant_id
       join meeting_event e on e.id = p.event_id
       join lateral (
         select * from app_user u where u.company_id = p.company_id and u.suspended_at is null and u.mail <> 'off'
         order by u.id = p.created_by desc, u.role = 'company-owner' desc, u.joined_at, u.id limit 1
       ) u on true
       where q.id = $1`,
      [askId],
    );
    if (!to) return;
    const token = signedLink(this.config.secretKey, OUTCOME_LINK, askId);
    const url = `${this.config.http.publicUrl}/meeting-outcome?token=${encodeURIComponent(token)}`;
    const content = outcomeMail[to.language]({ ...to, url });
    try {
      await this.mailer.send({ id: `outcome-${askId}`, to: to.email, ...renderMail(to.language, content) });
    } catch (error) {
      if (!(error instanceof MailError) || error.reason === 'unavailable') throw error;
      this.log.warn({ err: error, askId }, 'A mail was refused for good.');
    }
  }
}
