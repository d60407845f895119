import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { Mailer, renderMail } from '#platform/mail/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { linkAsked, passwordChanged, twoFactorChanged } from './identity.events.js';
import {
  linkMail,
  passwordChangedMail,
  twoFactorChangedMail,
  type LinkFacts,
  type MailText,
} from './identity.mails.js';
import { IdentityReader } from './identity.reader.js';
import { linkToken } from './secrets.js';

interface LinkToMail extends Omit<LinkFacts, 'token'> {
  readonly email: string;
  readonly language: Language;
}

/** Mails about the account itself; they go out whatever the person's mail setting is. */
@Injectable()
export class MailHandlers {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly reader: IdentityReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @OnEvent(linkAsked, 'identity.mail-link', 'mail')
  async mailLink({ data }: RecordedEvent<typeof linkAsked>): Promise<void> {
    const link = await this.linkToMail(data.linkId);
    if (!link) return;
    const token = linkToken(this.config.secretKey, data.linkId);
    const text = linkMail({ ...link, token }, link.language, this.config.http.publicUrl);
    if (text) await this.send(link.email, link.language, text);
    await this.database.query('update mailed_link set mailed_at = now() where id = $1', [data.linkId]);
  }

  @OnEvent(passwordChanged, 'identity.mail-password-changed', 'mail')
  async mailPasswordChanged({ data }: RecordedEvent<typeof passwordChanged>): Promise<void> {
    await this.tell(data.userId, (language) => passwordChangedMail[language]({ url: this.resetUrl }));
  }

  @OnEvent(twoFactorChanged, 'identity.mail-two-factor-changed', 'mail')
  async mailTwoFactorChanged({ data }: RecordedEvent<typeof twoFactorChanged>): Promise<void> {
    const facts = { active: data.active, url: this.resetUrl };
    await this.tell(data.userId, (language) => twoFactorChangedMail[language](facts));
  }

  private get resetUrl(): string {
    return `${this.config.http.publicUrl}/reset`;
  }

  /** A link that is still to be mailed, and what its mail depends on. */
  private async linkToMail(linkId: string): Promise<LinkToMail | null> {
    const [link] = await this.database.query<LinkToMail>(
      `select l.kind, l.email, coalesce(u.language, l.language) "language",
              coalesce(c.name, b.name, '') organisation, coalesce(inviter.name, '') inviter,
              case when u.id is null then 'none' when u.suspended_at is not null then 'suspended'
                   when u.role = 'newcomer' then 'newcomer' else 'member' end account
       from mailed_link l
       left join app_user u on u.email = l.email
       left join app_user inviter on inviter.id = l.invited_by
       left join company c on c.id = l.company_id
       left join support_body b on b.id = l.body_id
       where l.id = $1 and l.mailed_at is null and l.used_at is null and l.expires_at > now()`,
      [linkId],
    );
    return link ?? null;
  }

  private async tell(userId: string, textIn: (language: Language) => MailText): Promise<void> {
    const person = await this.reader.person(userId);
    if (person) await this.send(person.email, person.language, textIn(person.language));
  }

  private async send(to: string, language: Language, text: MailText): Promise<void> {
    await this.mailer.send({ to, ...renderMail(language, text) });
  }
}
