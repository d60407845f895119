import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, MailError, renderMail } from '#platform/mail/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { signingCodeAsked } from '../negotiations.events.js';
import { codeOf } from './signing-code.js';
import { signingCodeMail } from './signing.mails.js';

interface CodeToMail {
  readonly email: string;
  readonly language: Language;
  readonly agreementId: string;
  readonly no: string;
  readonly title: string;
}

@Injectable()
export class SigningHandlers {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Goes out whatever the person's mail setting is: they asked for it. */
  @OnEvent(signingCodeAsked, 'negotiations.mail-signing-code', 'mail')
  async mailCode({ data: { codeId } }: RecordedEvent<typeof signingCodeAsked>): Promise<void> {
    const [row] = await this.database.query<CodeToMail>(
      `select u.email, u.language, a.id "agreementId", a.no, a.document->>'title' title
       from signing_code c join app_user u on u.id = c.user_id join agreement a on a.id = c.agreement_id
       where c.id = $1 and c.mailed_at is null and c.used_at is null and c.expires_at > now()`,
      [codeId],
    );
    if (!row) return;
    const { email, language, agreementId, no, title } = row;
    const url = `${this.config.http.publicUrl}/agreements/${agreementId}`;
    const text = signingCodeMail[language]({ code: codeOf(this.config.secretKey, codeId), no, title, url });
    try {
      await this.mailer.send({ id: `signing-${codeId}`, to: email, ...renderMail(language, text) });
    } catch (error) {
      if (!(error instanceof MailError) || error.reason === 'unavailable') throw error;
      this.log.warn({ err: error, mail: codeId }, 'A mail was refused for good.');
    }
    await this.database.query('update signing_code set mailed_at = now() where id = $1', [codeId]);
  }
}
