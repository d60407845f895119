import { Inject, Injectable } from '@nestjs/common';
import type { SessionContent } from '#contracts/fair-sessions.js';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import type { MailContent } from '#platform/mail/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { FairMails } from '../fair-mails.js';
import { visitorRegistered, visitorsTold } from '../fairs.events.js';
import { newsMail, sessionWords } from './visitor-news.mails.js';
import { VisitorsReader } from './visitors.reader.js';

/** Of a seat and of a moved session ($2) nobody is told ($3) who has given the seat back since. */
const STILL_CONCERNS = `($3 not in ('seat-given', 'session-moved') or exists (select from fair_seat t
  where t.session_id = $2 and t.visitor_id = v.id and ($3 = 'session-moved' or not t.is_waiting)))`;

interface Facts {
  name: string;
  title: string;
  url: string;
}

const ticketMail: Record<Language, (facts: Facts) => MailContent> = {
  ja: ({ name, title, url }) => ({
    subject: `【仲立ち】「${title}」の来場登録を確定してください`,
    paragraphs: [
      `${name} 様`,
      `「${title}」の来場登録を受け付けました。下のボタンから登録を確定すると、入場証のQRコードが表示されます。`,
      'この入場証は、当日の受付と、小間での相談、セミナーの申し込みに使います。',
    ],
    action: { label: '登録を確定して入場証を開く', url },
    footer: 'お心当たりがない場合は、このメールを破棄してください。確定しなければ登録されません。',
  }),
  en: ({ name, title, url }) => ({
    subject: `[Nakadachi] Please confirm your registration for “${title}”`,
    paragraphs: [
      `Dear ${name},`,
      `We have your registration for “${title}”. Confirm it with the button below to see your ticket with its QR code.`,
      'The ticket is for the reception, for talks at the booths and for sessions.',
    ],
    action: { label: 'Confirm and open the ticket', url },
    footer: 'If this was not you, ignore this mail: nothing is registered without confirmation.',
  }),
};

/** Mails to visitors: their tickets, and what changed. */
@Injectable()
export class VisitorsHandlers {
  constructor(
    private readonly database: Database,
    private readonly reader: VisitorsReader,
    private readonly mails: FairMails,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @OnEvent(visitorRegistered, 'fairs.mail-ticket', 'mail')
  async mail({ id, data: { visitorId } }: RecordedEvent<typeof visitorRegistered>): Promise<void> {
    const [to] = await this.database.query<{
      email: string;
      name: string;
      language: Language;
      title: string;
      titleEn: string;
    }>(
      `select v.email, v.name, v.language, f.title, f.content->>'titleEn' "titleEn"
       from fair_visitor v join fair f on f.id = v.fair_id where v.id = $1`,
      [visitorId],
    );
    if (!to) return;
    const url = `${this.config.http.publicUrl}/fair-ticket?token=${encodeURIComponent(this.reader.tokenOf(visitorId))}`;
    const title = to.language === 'en' && to.titleEn ? to.titleEn : to.title;
    await this.mails.send(`fair-ticket-${id}`, to, ticketMail[to.language]({ name: to.name, title, url }));
  }

  @OnEvent(visitorsTold, 'fairs.mail-visitors', 'mail')
  async tell({ id, data }: RecordedEvent<typeof visitorsTold>): Promise<void> {
    const { fairId, sessionId, what } = data;
    const visitors = await this.database.query<{
      id: string;
      email: string;
      name: string;
      language: Language;
      title: string;
      titleEn: string;
      reason: string;
      session: SessionContent | null;
    }>(
      `select v.id, v.email, v.name, v.language, f.title, f.content->>'titleEn' "titleEn",
         coalesce(s.reason, f.reason) reason, s.content session
       from fair_visitor v join fair f on f.id = v.fair_id left join fair_session s on s.id = $2
       where v.id = any($1) and ${STILL_CONCERNS} order by v.id`,
      [data.visitorIds, sessionId, what],
    );
    const page = `${this.config.http.publicUrl}/fairs/${fairId}`;
    for (const to of visitors) {
      const title = to.language === 'en' && to.titleEn ? to.titleEn : to.title;
      const session = to.session && sessionWords(to.session, to.language);
      const url = session ? `${page}?tab=programme` : page;
      const content = newsMail(to.language, what, { name: to.name, title, reason: to.reason, url, session });
      await this.mails.send(`fair-news-${id}-${to.id}`, to, content);
    }
  }
}
