export interface MailAttachment {
  filename: string;
  content: Buffer;
  mime: string;
}

export interface MailMessage {
  /** One bare address; each recipient gets a mail of their own. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly MailAttachment[];
  /** Further ones, such as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Becomes the Message-ID. A job that runs twice gives the same one both times, so that the recipient's mail
   * program shows one mail. Letters, digits, `.`, `_`, `-`.
   */
  id?: string;
}

/** Sends mails. Returns once the mail is on disk or taken over by the mail server. */
export abstract class Mailer {
  /** @throws MailError */
  abstract send(message: MailMessage): Promise<void>;
  /** Ends open connections. Mails that are being sent are finished first. */
  abstract close(): Promise<void>;
}

/**
 * `invalid`: the message itself is refused, before anything is sent. `rejected`: the server will not take it, now
 * or later. `unavailable`: worth another try.
 */
export class MailError extends Error {
  constructor(
    readonly reason: 'invalid' | 'rejected' | 'unavailable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
