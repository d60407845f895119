import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Mailer, MailError, renderMail, type MailContent } from '#platform/mail/index.js';

/** Mails about fairs. An address that is refused for good keeps nobody else waiting. */
@Injectable()
export class FairMails {
  constructor(
    private readonly mailer: Mailer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** `id` names the mail: the same again is the same mail. */
  async send(id: string, to: { email: string; language: Language }, content: MailContent): Promise<void> {
    try {
      await this.mailer.send({ id, to: to.email, ...renderMail(to.language, content) });
    } catch (error) {
      if (!(error instanceof MailError) || error.reason === 'unavailable') throw error;
      this.log.warn({ err: error, id }, 'A mail was refused for good.');
    }
  }
}
