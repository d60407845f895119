import { Inject, Injectable } from '@nestjs/common';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Mailer, renderMail } from '#platform/mail/index.js';
import { Every } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';

interface Due {
  userId: string;
  email: string;
  name: string;
  language: Language;
  items: { id: string; words: BothLanguages; link: string }[];
}

const HALF_MINUTE = 30_000;

/** Who gets mail when: at once (a chat message only if it is still unread after three minutes), or each morning. */
const due = {
  instant: `u.mail = 'instant'
    and n.created_at < now() - case when n.kind = 'message-received' then interval '3 minutes' else interval '10 seconds' end`,
  daily: `u.mail = 'daily' and extract(hour from now() at time zone 'Asia/Tokyo') >= 7
    and not exists (select 1 from notification m where m.user_id = u.id
      and m.mailed_at >= date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo')`,
};

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
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Every('notifications.mail', HALF_MINUTE, 'mail')
  async sendDue(): Promise<void> {
    for (const when of ['instant', 'daily'] as const) while (await this.sendNext(when));
  }

  /** Sends one person's mail. The rows are marked in the transaction that sends: a failure leaves them for later. */
  private sendNext(when: keyof typeof due): Promise<boolean> {
    return this.database.transaction(async () => {
      const [person] = await this.database.query<Due>(
        `with person as (
           select u.id from app_user u
           where u.suspended_at is null and exists (
             select 1 from notification n
             where n.user_id = u.id and n.mailed_at is null and n.read_at is null and ${due[when]})
           order by u.id limit 1 for update skip locked
         )
         select u.id "userId", u.email, u.name, u.language,
           (select json_agg(json_build_object('id', n.id, 'words', n.words, 'link', n.link) order by n.id)
            from notification n where n.user_id = u.id and n.mailed_at is null and n.read_at is null and ${due[when]}) items
         from app_user u join person on person.id = u.id`,
      );
      if (!person) return false;
      await this.database.query('update notification set mailed_at = now() where id = any($1)', [
        person.items.map((item) => item.id),
      ]);
      await this.mailer.send({ to: person.email, ...this.mail(person) });
      return true;
    });
  }

  private mail({ language, name, items }: Due) {
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
