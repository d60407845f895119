import { randomUUID } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { MailError } from './mailer.js';
import type { MailMessage } from './mailer.js';

/** One address without a name: no blanks, brackets or separators that would make it two. RFC 5321: 254 characters. */
const ADDRESS = /^[^\s<>()[\],;:\\"@]{1,64}@[^\s<>()[\],;:\\"@]+$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** What the message itself says; and Bcc, which would add recipients. */
const RESERVED = /^(from|sender|reply-to|to|cc|bcc|subject|date|message-id|mime-version|content-.*)$/i;
/** Line breaks among them, with which a value would write headers of its own. */
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/**
 * The message in nodemailer's terms.
 * @throws MailError `invalid`, where a line break or the like would let a value write headers or recipients
 */
export function compose(message: MailMessage, from: string): SendMailOptions {
  check(message);
  const { to, subject, text, html, attachments = [], headers, id = randomUUID() } = message;
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    attachments: attachments.map(({ filename, content, mime }) => ({ filename, content, contentType: mime })),
    // RFC 3834: keeps holiday notices from answering.
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    messageId: `<${id}@${domain}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function check({ to, subject, attachments = [], headers = {}, id = 'x' }: MailMessage): void {
  if (to.length > 254 || !ADDRESS.test(to) || CONTROL.test(to)) refuse('to');
  if (CONTROL.test(subject)) refuse('subject');
  if (!/^[\w.-]+$/.test(id)) refuse('id');
  for (const { filename, mime } of attachments) {
    if (CONTROL.test(filename) || !/^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?(; ?method=[A-Z]+)?$/.test(mime))
      refuse('attachments');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || RESERVED.test(name) || CONTROL.test(value)) refuse('headers');
  }
}

function refuse(field: string): never {
  throw new MailError('invalid', `The mail's "${field}" is not acceptable.`);
}
