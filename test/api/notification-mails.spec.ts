import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppointmentCalendar } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { NotificationMails } from '../../libs/notifications/notification-mails.js';
import { NotificationsService, type Telling } from '../../libs/notifications/notifications.service.js';
import { contexts } from '../../apps/contexts.js';
import { startApp, type TestApp } from '../support/app.js';
import { sentMails } from '../support/mails.js';
import { aPerson, type TestPerson } from '../support/people.js';

let app: TestApp;
/** The same database, in whose sessions `now()` is what `clock` says. */
let clocked: Database;
let mails: NotificationMails;
let reader: TestPerson;

beforeAll(async () => {
  // No worker: mails go out only when the tests send them.
  app = await startApp(['api']);
  const { database, databaseUrl, mailer, config } = app.resources;
  await database.query('create schema clock');
  await database.query('create table clock.hand (at timestamptz)');
  await database.query('insert into clock.hand values (now())');
  await database.query(
    `create function clock.now() returns timestamptz language sql stable as 'select at from clock.hand'`,
  );
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c search_path=clock,public,pg_catalog');
  clocked = await Database.connect(url.href, contexts, 2);
  mails = new NotificationMails(clocked, mailer, noCalendars, config);
});
afterAll(async () => {
  await clocked.close();
  await app.close();
});
beforeEach(async () => {
  reader = await aPerson(app.resources.database, { name: '受注 太郎' });
});

const query = (sql: string, parameters: unknown[] = []) => app.resources.database.query(sql, parameters);
const setClock = (at: string) => query('update clock.hand set at = $1', [at]);
const setMail = (mail: string, language = 'ja') =>
  query('update app_user set mail = $2, language = $3 where id = $1', [reader.id, mail, language]);

/** No notice here is about an appointment. */
const noCalendars = {} as AppointmentCalendar;

let events = 0;
/** Tells the reader of something at an instant. */
async function tell(at: string, given: Partial<Telling> = {}): Promise<void> {
  events += 1;
  await app.app.get(NotificationsService, { strict: false }).tell([reader.id], {
    eventId: events,
    kind: 'opportunity-found',
    values: { title: `案件${events}` },
    link: `/orders/${events}`,
    ...given,
  });
  await query('update notification set created_at = $2 where event_id = $1', [events, at]);
}

/** Sends what is due at an instant; answers with the reader's mails of this sending. */
async function sendAt(at: string) {
  const before = sentMails(app.mailFolder).length;
  await setClock(at);
  await mails.sendDue();
  return sentMails(app.mailFolder)
    .slice(before)
    .filter((mail) => mail.to.includes(reader.email));
}

describe('at once', () => {
  it('comes after ten seconds, once, with its words and the way to it', async () => {
    await tell('2026-06-01T12:00:00+09:00');
    expect(await sendAt('2026-06-01T12:00:10+09:00')).toEqual([]);
    const [mail, ...more] = await sendAt('2026-06-01T12:00:11+09:00');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`【仲立ち】貴社に合いそうな案件があります：「案件${events}」`);
    expect(mail?.text).toContain('受注 太郎 様');
    expect(mail?.text).toContain(`${app.resources.config.http.publicUrl}/orders/${events}`);
    expect(await sendAt('2026-06-01T12:01:00+09:00')).toEqual([]);
  });

  it('is one mail however much there is, in the language of the reader', async () => {
    await setMail('instant', 'en');
    for (const second of ['00', '01', '02']) await tell(`2026-06-02T12:00:${second}+09:00`);
    const sent = await sendAt('2026-06-02T12:00:30+09:00');
    expect(sent.map((mail) => mail.subject)).toEqual(['[Nakadachi] 3 notifications']);
    expect(sent[0]?.text.match(/This seems to fit your company/g)).toHaveLength(3);
    expect(sent[0]?.text).toContain('/notifications');
  });

  it('tells of chat messages only what is still unread after three minutes', async () => {
    await tell('2026-06-03T12:00:00+09:00', { kind: 'message-received', values: { title: '部品' } });
    expect(await sendAt('2026-06-03T12:02:59+09:00')).toEqual([]);
    const [mail] = await sendAt('2026-06-03T12:03:01+09:00');
    expect(mail?.subject).toContain('「部品」に新しいメッセージがあります');
  });

  it('does not tell what was read, nor anything to who wants no mail or is locked out', async () => {
    const at = '2026-06-04T12:00:00+09:00';
    const later = '2026-06-04T13:00:00+09:00';
    await tell(at);
    await query('update notification set read_at = now() where user_id = $1', [reader.id]);
    expect(await sendAt(later)).toEqual([]);
    await tell(at);
    await setMail('off');
    expect(await sendAt(later)).toEqual([]);
    await setMail('instant');
    await query('update app_user set suspended_at = now() where id = $1', [reader.id]);
    expect(await sendAt(later)).toEqual([]);
    await query('update app_user set suspended_at = null where id = $1', [reader.id]);
    expect(await sendAt(later)).toHaveLength(1);
  });

  it('goes out once where two processes send', async () => {
    await tell('2026-06-05T12:00:00+09:00');
    const before = sentMails(app.mailFolder).length;
    await setClock('2026-06-05T12:01:00+09:00');
    await Promise.all([mails.sendDue(), mails.sendDue()]);
    expect(sentMails(app.mailFolder)).toHaveLength(before + 1);
  });

  it('to one who cannot be mailed to is tried again later, and keeps nobody waiting', async () => {
    const at = '2026-06-06T12:00:00+09:00';
    const unreachable = reader;
    await tell(at);
    reader = await aPerson(app.resources.database, {});
    await tell(at);
    const { mailer, config } = app.resources;
    const failing = new NotificationMails(
      clocked,
      {
        send: async (message) => {
          if (message.to === unreachable.email) throw new Error('No such mailbox');
          await mailer.send(message);
        },
        close: async () => undefined,
      },
      noCalendars,
      config,
    );
    const before = sentMails(app.mailFolder).length;
    await setClock('2026-06-06T12:01:00+09:00');
    await expect(failing.sendDue()).rejects.toThrow('No such mailbox');
    const sent = sentMails(app.mailFolder).slice(before);
    expect(sent.map((mail) => mail.to).join()).toContain(reader.email);
    expect(sent).toHaveLength(1);
    reader = unreachable;
    expect(await sendAt('2026-06-06T12:02:00+09:00')).toHaveLength(1);
  });
});

describe('each morning', () => {
  it('comes once a day from seven in Japan, with all that is unread', async () => {
    await setMail('daily');
    await tell('2026-06-30T20:00:00+09:00');
    await tell('2026-07-01T06:00:00+09:00');
    expect(await sendAt('2026-07-01T06:59:59+09:00')).toEqual([]);
    const sent = await sendAt('2026-07-01T07:00:00+09:00');
    expect(sent.map((mail) => mail.subject)).toEqual(['【仲立ち】2件のお知らせ']);
    await tell('2026-07-01T08:00:00+09:00');
    expect(await sendAt('2026-07-01T23:59:59+09:00')).toEqual([]);
    expect(await sendAt('2026-07-02T06:00:00+09:00')).toEqual([]);
    expect(await sendAt('2026-07-02T07:30:00+09:00')).toHaveLength(1);
  });

  it('does not come where nothing is unread', async () => {
    await setMail('daily');
    await tell('2026-07-03T20:00:00+09:00');
    await query('update notification set read_at = now() where user_id = $1', [reader.id]);
    expect(await sendAt('2026-07-04T07:00:00+09:00')).toEqual([]);
  });
});
