import { Inject, Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { AppointmentCalendar } from '#negotiations/index.js';
import { Mailer, renderMail, type MailAttachment } from '#platform/mail/index.js';
import { Every } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';

interface Person {
  email: string;
  name: string;
  language: Language;
}

interface Item {
  id: string;
  kind: NotificationKind;
  words: BothLanguages;
  link: string;
}

/** Notices after which a calendar holds something else. */
const forCalendars: readonly NotificationKind[] = [
  'appointment-confirmed',
  'appointment-moved',
  'appointment-cancelled',
];
const appointmentOf = (link: string): string | null =>
  /[?&]appointment=([0-9a-f-]{36})/.exec(link)?.[1] ?? null;

const HALF_MINUTE = 30_000;

/** Who gets mail when: at once (a chat message only if it is still unread after three minutes), or each morning. */
const due = {
  instant: `u.mail = 'instant'
    and n.created_at < now() - case when n.kind = 'message-received' then interval '3 minutes' else interval '10 seconds' end`,
  daily: `u.mail = 'daily' and extract(hour from now() at time zone 'Asia/Tokyo') >= 7
    and not exists (select 1 from notification m where m.user_id = u.id
      and m.mailed_at >= date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo')`,
};

/** SQL: the notifications that user `u` is to be mailed now. */
const unmailed = (when: keyof typeof due): string =>
  `select n.id, n.kind, n.words, n.link from notification n
   where n.user_id = u.id and n.mailed_at is null and n.read_at is null and ${due[when]}`;

const frame = {
  ja: {
    one: '【仲立ち】{text}',
    many: '【仲立ち】{count}件のお知らせ',
    hello: '{name} 様',
    open: '仲立ちを開く',
    footer: 'このメールの受け取り方は「アカウント設定」で変えられます。',
  },
  en: {
    one: '[Nakadachi] {text}',
    many: '[Nakadachi] {count} notifications',
    hello: 'Dear {name},',
    open: 'Open Nakadachi',
    footer: 'You can change how you get these mails in your account settings.',
  },
} satisfies Record<Language, Record<string, string>>;

/** Mails what is unread, one mail per person however much there is. */
@Injectable()
export class NotificationMails {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly calendars: AppointmentCalendar,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** One who cannot be mailed to keeps nobody else waiting; the job is tried again as failed. */
  @Every('notifications.mail', HALF_MINUTE, 'mail')
  async sendDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const when of ['instant', 'daily'] as const) {
      const people = await this.database.query<{ id: string }>(
        `select u.id from app_user u where u.suspended_at is null and exists (${unmailed(when)}) order by u.id`,
      );
      for (const { id } of people)
        await this.sendTo(id, when).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Sends one person's mail. The rows are marked in the transaction that sends: a failure leaves them for later. */
  private sendTo(userId: string, when: keyof typeof due): Promise<void> {
    return this.database.transaction(async () => {
      // Held until the mail is out: of two processes one sends, and the other finds nothing unmailed.
      const [person] = await this.database.query<Person>(
        `select email, name, language from app_user where id = $1 and suspended_at is null
         for update skip locked`,
        [userId],
      );
      const items = await this.database.query<Item>(
        `select n.* from app_user u cross join lateral (${unmailed(when)}) n where u.id = $1 order by n.id`,
        [userId],
      );
      if (!person || items.length === 0) return;
      await this.database.query('update notification set mailed_at = now() where id = any($1)', [
        items.map((item) => item.id),
      ]);
      const attachments = await this.invitations(userId, person.language, items);
      await this.mailer.send({ to: person.email, ...this.mail(person, items), attachments });
    });
  }

  /** What changes a calendar comes as a file for it; for those who still sit in the room. */
  private async invitations(
    userId: string,
    language: Language,
    items: readonly Item[],
  ): Promise<MailAttachment[]> {
    const ids = items
      .filter(({ kind }) => forCalendars.includes(kind))
      .map(({ link }) => appointmentOf(link));
    const files: MailAttachment[] = [];
    for (const id of new Set(ids.filter((one) => one !== null))) {
      try {
        const { name, text, mime } = await this.calendars.file(userId, id, language);
        files.push({ filename: name, content: Buffer.from(text), mime });
      } catch (error) {
        // Who was taken out of the room meanwhile gets the notice alone.
        if (!(error instanceof AppError)) throw error;
      }
    }
    return files;
  }

  private mail({ language, name }: Person, items: readonly Item[]) {
    const words = frame[language];
    const [first] = items;
    const text = first?.words[language] ?? '';
    const only = items.length === 1;
    return renderMail(language, {
      subject: only
        ? words.one.replace('{text}', () => text)
        : words.many.replace('{count}', String(items.length)),
      paragraphs: [
        words.hello.replace('{name}', () => name),
        ...items.map((item) => `・${item.words[language]}`),
      ],
      action: {
        label: words.open,
        url: `${this.config.http.publicUrl}${only ? (first?.link ?? '') : '/notifications'}`,
      },
      footer: words.footer,
    });
  }
}
