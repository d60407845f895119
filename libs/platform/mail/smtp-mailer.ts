import nodemailer from 'nodemailer';
import { compose } from './compose.js';
import { Mailer, MailError } from './mailer.js';
import type { MailMessage } from './mailer.js';

const SECOND = 1_000;

/**
 * Mails through a server, over a few connections that are kept open. The address may carry user and password, and
 * nodemailer's settings as a query: `smtp://user:password@mail.example.jp:587?requireTLS=true`.
 */
export class SmtpMailer extends Mailer {
  private readonly transport;
  private readonly sending = new Set<Promise<void>>();

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: 15 * SECOND,
      greetingTimeout: 15 * SECOND,
      socketTimeout: 60 * SECOND,
    });
  }

  async send(message: MailMessage): Promise<void> {
    const composed = compose(message, this.from);
    const sending = this.transport.sendMail(composed).then(
      () => undefined,
      (cause: unknown) => {
        throw asMailError(cause);
      },
    );
    this.sending.add(sending);
    try {
      await sending;
    } finally {
      this.sending.delete(sending);
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.sending);
    this.transport.close();
  }
}

/** A 5xx answer to a sender, recipient or message is final; one to the log-in is a setting that somebody corrects. */
function asMailError(cause: unknown): MailError {
  const {
    responseCode = 0,
    code,
    message,
  } = cause as { responseCode?: number; code?: string; message?: string };
  const aboutMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== 530;
  const reason = aboutMail && responseCode >= 500 ? 'rejected' : 'unavailable';
  return new MailError(reason, message ?? 'The mail was not sent.', cause);
}
