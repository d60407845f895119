import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { fairAdvanced, questionnaireAsked } from '../fairs.events.js';
import { FairMails } from '../fair-mails.js';
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { answersUntil } from './questionnaire.policy.js';
import { questionnaireMail } from './questionnaire-mail.js';
import { QuestionnairesService } from './questionnaires.service.js';

const AN_HOUR = 3_600_000;

/** Sends questionnaires when a fair ends, and reminds of them; visitors get theirs by mail. */
@Injectable()
export class QuestionnairesHandlers {
  constructor(
    private readonly database: Database,
    private readonly service: QuestionnairesService,
    private readonly visitors: VisitorsReader,
    private readonly mails: FairMails,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @OnEvent(fairAdvanced, 'fairs.send-questionnaires')
  async over({ data }: RecordedEvent<typeof fairAdvanced>): Promise<void> {
    if (data.state === 'finished') await this.service.sendAll(data.fairId);
  }

  @Every('fairs.remind-questionnaires', AN_HOUR)
  async remind(): Promise<void> {
    await this.service.remindDue();
  }

  /** Exhibitors have accounts: they are told by notices. */
  @OnEvent(questionnaireAsked, 'fairs.mail-questionnaire', 'mail')
  async mail({ data }: RecordedEvent<typeof questionnaireAsked>): Promise<void> {
    if (data.audience !== 'visitor') return;
    const { isReminder } = data;
    const asked = await this.database.query<{
      id: string;
      visitorId: string;
      email: string;
      name: string;
      language: Language;
      title: string;
      titleEn: string;
      sentAt: Date;
    }>(
      `select a.id, v.id "visitorId", v.email, v.name, v.language, f.title, f.content->>'titleEn' "titleEn",
         q.sent_at "sentAt"
       from fair_ask a join fair_visitor v on v.id = a.visitor_id join fair f on f.id = a.fair_id
       join fair_questionnaire q on q.fair_id = a.fair_id and q.audience = a.audience
       where a.id = any($1) and a.answered_at is null order by a.id`,
      [data.askIds],
    );
    for (const to of asked) {
      const token = encodeURIComponent(this.visitors.tokenOf(to.visitorId));
      const url = `${this.config.http.publicUrl}/fair-questionnaire?token=${token}`;
      const title = to.language === 'en' && to.titleEn ? to.titleEn : to.title;
      const until = answersUntil(to.sentAt);
      const content = questionnaireMail[to.language]({ name: to.name, title, url, until, isReminder });
      await this.mails.send(`fair-questionnaire-${to.id}${isReminder ? '-again' : ''}`, to, content);
    }
  }
}
