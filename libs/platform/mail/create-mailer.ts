import { EmlMailer } from './eml-mailer.js';
import type { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

export interface MailSettings {
  folder: string;
  /** Not set: mails as files in the folder. */
  smtpUrl?: string | undefined;
  /** Sender of all mails, with or without a name. */
  from: string;
}

export function createMailer({ folder, smtpUrl, from }: MailSettings): Mailer {
  return smtpUrl ? new SmtpMailer(smtpUrl, from) : new EmlMailer(folder, from);
}
