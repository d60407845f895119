import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMailer, renderMail } from './index.js';
import type { Mailer, MailMessage } from './index.js';
import { readMail } from './testing/read-mail.js';
import { SmtpStandIn } from './testing/smtp-stand-in.js';

const from = '仲立ち <no-reply@nakadachi.example>';
const root = mkdtempSync(join(tmpdir(), 'mail-'));
const folder = join(root, 'mail');
const server = new SmtpStandIn({ user: 'sender', password: 'p@ss/word' });
let port: number;

interface Tried {
  mailer: Mailer;
  /** All mails so far, as they would reach the recipient. */
  received: () => string[];
}
const tried: Record<string, Tried> = {};

const emlFiles = () =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
const smtpMailer = (user = 'sender') =>
  createMailer({
    folder,
    from,
    smtpUrl: `smtp://${user}:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}`,
  });

beforeAll(async () => {
  port = await server.start();
  tried['eml files'] = {
    mailer: createMailer({ folder, from }),
    received: () => emlFiles().map((name) => readFileSync(join(folder, name), 'latin1')),
  };
  tried['SMTP'] = { mailer: smtpMailer(), received: () => server.received.map((mail) => mail.message) };
});
afterAll(async () => {
  for (const { mailer } of Object.values(tried)) await mailer.close();
  await server.stop();
  rmSync(root, { recursive: true });
});

const message: MailMessage = {
  to: 'tanaka@example.co.jp',
  subject: '【Nakadachi】商談のご案内：精密切削部品の試作について（第12回）',
  text: '髙﨑様\n\n①ご確認ください。\n.\n..先頭の点\nFrom here\n',
};

/** What every mailer does; the SMTP one talks to a small server over a real socket (testing/smtp-stand-in.ts). */
describe.each(['eml files', 'SMTP'])('mailer: %s', (kind) => {
  async function sent(change: Partial<MailMessage> = {}) {
    const { mailer, received } = tried[kind]!;
    const before = received().length;
    await mailer.send({ ...message, ...change });
    expect(received()).toHaveLength(before + 1);
    return readMail(received().at(-1)!);
  }

  it('sends Japanese subject, sender and text unchanged', async () => {
    const { headers, parts } = await sent();
    expect(headers['to']).toBe('tanaka@example.co.jp');
    expect(headers['from']).toBe(from);
    expect(headers['subject']).toBe(message.subject);
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(headers['message-id']).toMatch(/^<[\w-]+@nakadachi\.example>$/);
    expect(parts).toHaveLength(1);
    expect(parts[0]!.content.toString().replace(/\r\n/g, '\n').trimEnd()).toBe(message.text.trimEnd());
  });

  it('sends text and HTML as alternatives, with attachments and headers', async () => {
    const pdf = Buffer.from('%PDF-1.7\n\0\xff\r\n.\r\n', 'latin1');
    const { headers, parts } = await sent({
      ...renderMail('ja', { subject: 'ご案内', paragraphs: ['本文'] }),
      attachments: [{ filename: 'agreement.pdf', content: pdf, mime: 'application/pdf' }],
      headers: { 'List-Unsubscribe': '<https://nakadachi.example/settings>' },
      id: 'evt-12-mail',
    });
    expect(parts.map((part) => part.type)).toEqual(['text/plain', 'text/html', 'application/pdf']);
    expect(parts[1]!.content.toString()).toContain('<p style="margin:0 0 16px">本文</p>');
    expect(parts[2]!.filename).toBe('agreement.pdf');
    expect(parts[2]!.content).toEqual(pdf);
    expect(headers['list-unsubscribe']).toBe('<https://nakadachi.example/settings>');
    expect(headers['message-id']).toBe('<evt-12-mail@nakadachi.example>');
  });

  it.each<[string, Partial<MailMessage>]>([
    ['a line break in the subject', { subject: 'x\r\nBcc: other@example.com' }],
    ['a bare line feed in the subject', { subject: 'x\nBcc: other@example.com' }],
    ['a line break in the recipient', { to: 'a@example.com\r\nBcc: other@example.com' }],
    ['a line break after the recipient', { to: 'a@example.com\n' }],
    ['two recipients in one', { to: 'a@example.com,b@example.com' }],
    ['a recipient with a name', { to: 'A <a@example.com>' }],
    ['a recipient without a domain', { to: 'a' }],
    ['a command in the recipient', { to: 'a@example.com> SIZE=1 <b@example.com' }],
    ['a line break in a header', { headers: { 'X-A': 'x\r\nBcc: other@example.com' } }],
    ['a line break in a header name', { headers: { 'X-A\r\nBcc': 'other@example.com' } }],
    ['a header that adds recipients', { headers: { bcc: 'other@example.com' } }],
    [
      'a line break in a file name',
      { attachments: [{ filename: 'a\r\nX: y', content: Buffer.alloc(1), mime: 'text/plain' }] },
    ],
    [
      'a line break in a content type',
      { attachments: [{ filename: 'a', content: Buffer.alloc(1), mime: 'text/plain\r\nX: y' }] },
    ],
    ['an id that is none', { id: 'a> <b' }],
  ])('refuses %s, and sends nothing', async (_, change) => {
    const { mailer, received } = tried[kind]!;
    const before = received().length;
    await expect(mailer.send({ ...message, ...change })).rejects.toMatchObject({ reason: 'invalid' });
    expect(received()).toHaveLength(before);
  });

  it('sends many at once', async () => {
    const { mailer, received } = tried[kind]!;
    const before = received().length;
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => mailer.send({ ...message, to: `m${i}@example.com` })),
    );
    expect(
      new Set(
        received()
          .slice(before)
          .map((mail) => readMail(mail).headers['to']),
      ).size,
    ).toBe(20);
  });
});

describe('EmlMailer', () => {
  it('names its files in the order of sending, and leaves no half-written ones', async () => {
    const { mailer } = tried['eml files']!;
    const before = emlFiles().length;
    for (let i = 0; i < 5; i += 1) await mailer.send({ ...message, subject: `${i}` });
    const subjects = emlFiles()
      .sort()
      .slice(before)
      .map((name) => readMail(readFileSync(join(folder, name), 'latin1')).headers['subject']);
    expect(subjects).toEqual(['0', '1', '2', '3', '4']);
    expect(readdirSync(join(folder, '.incoming'))).toEqual([]);
  });

  it('writes lines as the format asks, with CRLF', () => {
    const text = readFileSync(join(folder, emlFiles()[0]!), 'latin1');
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('tells when it cannot write', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    await expect(createMailer({ folder: file, from }).send(message)).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });
});

describe('SmtpMailer', () => {
  it('gives the server sender and recipient, and keeps its connections', () => {
    expect(server.received[0]).toMatchObject({
      from: 'no-reply@nakadachi.example',
      to: ['tanaka@example.co.jp'],
    });
    expect(server.connections).toBeLessThanOrEqual(3);
  });

  it('tells a final refusal from one that is worth another try', async () => {
    const { mailer } = tried['SMTP']!;
    await expect(mailer.send({ ...message, to: 'unknown@example.com' })).rejects.toMatchObject({
      reason: 'rejected',
    });
    server.nextAnswer = '451 try later';
    await expect(mailer.send(message)).rejects.toMatchObject({ reason: 'unavailable' });
    server.nextAnswer = '554 looks like spam';
    await expect(mailer.send(message)).rejects.toMatchObject({ reason: 'rejected' });
    await mailer.send(message);
    const stranger = smtpMailer('stranger');
    await expect(stranger.send(message)).rejects.toMatchObject({ reason: 'unavailable' });
    await stranger.close();
  });

  it('tells when no server answers', async () => {
    const nobody = createMailer({ folder, from, smtpUrl: 'smtp://127.0.0.1:9' });
    await expect(nobody.send(message)).rejects.toMatchObject({ reason: 'unavailable' });
    await nobody.close();
  });

  it('finishes what it is sending before it closes', async () => {
    const mailer = smtpMailer();
    const before = server.received.length;
    const sending = Promise.all([mailer.send(message), mailer.send(message)]);
    await mailer.close();
    await sending;
    expect(server.received).toHaveLength(before + 2);
  });
});
