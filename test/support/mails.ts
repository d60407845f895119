import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '#platform/mail/testing/read-mail.js';

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What is attached for calendars; empty where nothing is. */
  readonly calendar: string;
}

/** The mails in a folder of `.eml` files, the oldest first. */
export function sentMails(folder: string): SentMail[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return names.sort().map((name) => {
    const { headers, parts } = readMail(readFileSync(join(folder, name), 'latin1'));
    const textOf = (type: string) => parts.find((part) => part.type === type)?.content.toString('utf8') ?? '';
    return {
      to: headers['to'] ?? '',
      subject: headers['subject'] ?? '',
      text: textOf('text/plain'),
      html: textOf('text/html'),
      calendar: parts
        .filter(({ type }) => type === 'text/calendar')
        .map(({ content }) => content.toString('utf8'))
        .join('\n'),
    };
  });
}
