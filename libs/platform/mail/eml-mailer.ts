import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { LocalFileStore } from '#platform/files/index.js';
import { compose } from './compose.js';
import { Mailer, MailError } from './mailer.js';
import type { MailMessage } from './mailer.js';

/**
 * Each mail as an `.eml` file, which mail programs open: for a trial without a mail server. File names sort by the
 * time of sending: `20260401T003000.123Z-000001-….eml`.
 */
export class EmlMailer extends Mailer {
  private readonly store: LocalFileStore;
  private readonly transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  });
  private sent = 0;

  constructor(
    folder: string,
    private readonly from: string,
  ) {
    super();
    this.store = new LocalFileStore(folder);
  }

  async send(message: MailMessage): Promise<void> {
    const composed = compose(message, this.from);
    // The number keeps the order of mails within one millisecond.
    this.sent += 1;
    const time = new Date().toISOString().replace(/[-:]/g, '');
    const name = `${time}-${String(this.sent).padStart(6, '0')}-${randomUUID().slice(0, 8)}.eml`;
    try {
      const { message: bytes } = await this.transport.sendMail(composed);
      await this.store.put(name, bytes);
    } catch (cause) {
      throw new MailError('unavailable', 'The mail could not be written.', cause);
    }
  }

  close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}
