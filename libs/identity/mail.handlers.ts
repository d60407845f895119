import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, MailError, renderMail, type MailContent } from '#platform/mail/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { linkAsked, passwordChanged, twoFactorChanged } from './identity.events.js';
import { linkMail, passwordChangedMail, twoFactorChangedMail, type LinkFacts } from './identity.mails.js';
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
    @Inject(LOG) private readonly log: Log,
  ) {}

  @OnEvent(linkAsked, 'identity.mail-link', 'mail')
  async mailLink({ data }: RecordedEvent<typeof linkAsked>): Promise<void> {
    const link = await this.linkToMail(data.linkId);
    if (!link) return;
    const token = linkToken(this.config.secretKey, data.linkId);
    const text = linkMail({ ...link, token }, link.language, this.config.http.publicUrl);
    if (text) await this.send(`link-${data.linkId}`, link.email, link.language, text);
    await this.database.query('update mailed_link set mailed_at = now() where id = $1', [data.linkId]);
  }

  @OnEvent(passwordChanged, 'identity.mail-password-changed', 'mail')
  async mailPasswordChanged(event: RecordedEvent<typeof passwordChanged>): Promise<void> {
    await this.tell(event, (language) => passwordChangedMail[language]({ url: this.resetUrl }));
  }

  @OnEvent(twoFactorChanged, 'identity.mail-two-factor-changed', 'mail')
  async mailTwoFactorChanged(event: RecordedEvent<typeof twoFactorChanged>): Promise<void> {
    const facts = { active: event.data.active, url: this.resetUrl };
    await this.tell(event, (language) => twoFactorChangedMail[language](facts));
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

  private async tell(
    event: { id: number; data: { userId: string } },
    textIn: (language: Language) => MailContent,
  ): Promise<void> {
    const person = await this.reader.person(event.data.userId);
    if (!person) return;
    const { email, language } = person;
    await this.send(`identity-${event.id}`, email, language, textIn(language));
  }

  /** Sends; an address that no server will take is noted and not tried again. */
  private async send(id: string, to: string, language: Language, text: MailContent): Promise<void> {
    try {
      await this.mailer.send({ id, to, ...renderMail(language, text) });
    } catch (error) {
      if (!(error instanceof MailError) || error.reason === 'unavailable') throw error;
      this.log.warn({ err: error, mail: id }, 'A mail was refused for good.');
    }
  }
}
