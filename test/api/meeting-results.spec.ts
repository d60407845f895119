import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '#contracts/introductions.js';
import { meetingDayApi } from '#contracts/meeting-day.js';
import { meetingResultsApi as routes } from '#contracts/meeting-results.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { notificationsApi } from '#contracts/notifications.js';
import { ResultsService, type meetingChanged } from '#fairs/index.js';
import { MeetingNotices } from '#notifications/meeting-notices.handlers.js';
import { signedLink } from '#platform/auth/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { sentMails } from '../support/mails.js';
import { advanced, anOpenEvent, inDays, letIn } from '../support/meetings.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let orderer: Firm;
let suppliers: Firm[];
let eventId: string;
const meetings: string[] = [];
const participants: string[] = [];
const params = () => ({ params: { id: eventId } });

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId });
  orderer = await aFirm(app, { name: '発注社', bodyId, isSupplier: false });
  suppliers = await Promise.all(
    ['甲', '乙', '丙'].map((name) => aFirm(app, { name, bodyId, isOrderer: false })),
  );
  const event = await anOpenEvent(lead);
  eventId = event.id;
  participants.push((await letIn(lead, orderer, event, 'orderer')).id);
  for (const firm of suppliers) participants.push((await letIn(lead, firm, event, 'supplier')).id);
  await advanced(lead, event, 'planning');
  for (const i of [1, 2, 3])
    meetings.push(
      (
        await lead.ok(meetingTimetableApi.add, {
          ...params(),
          body: { ordererId: participants[0] ?? '', supplierId: participants[i] ?? '', slot: i, table: 1 },
        })
      ).id,
    );
  // In the draft it was elsewhere first.
  await lead.ok(meetingTimetableApi.move, {
    params: { id: eventId, meetingId: meetings[2] ?? '' },
    body: { slot: 4, table: 1 },
  });
  await advanced(lead, event, 'published');
});
afterAll(() => app.close());

const tokenOf = async (participantId: string | undefined, months: number): Promise<string> => {
  const [ask] = await app.resources.database.query<{ id: string }>(
    'select id from meeting_ask where participant_id = $1 and months = $2',
    [participantId, months],
  );
  return signedLink(app.resources.config.secretKey, 'meeting outcome', ask?.id ?? '');
};
const told = (token: string, meeting: number, outcome: Outcome) =>
  app.as().call(routes.answer, {
    params: { token, meetingId: meetings[meeting] ?? '' },
    body: { outcome, code: outcome === 'no-deal' ? 'price' : null, note: '' },
  });
const kindsOf = async (firm: Firm | undefined) =>
  ((await firm?.api.ok(notificationsApi.list, { query: {} }))?.items ?? []).map(({ kind }) => kind);

describe('changes after publication', () => {
  it('are told to the two firms of the meeting and to nobody else', async () => {
    await app.settle();
    await lead.ok(meetingTimetableApi.move, {
      params: { id: eventId, meetingId: meetings[0] ?? '' },
      body: { slot: 5, table: 1 },
    });
    await app.settle();
    expect(await kindsOf(orderer)).toContain('meeting-moved');
    expect(await kindsOf(suppliers[0])).toContain('meeting-moved');
    expect(await kindsOf(suppliers[1])).not.toContain('meeting-moved');
    expect(await kindsOf(suppliers[1])).toContain('meeting-timetable');
  });
});

describe('a change of the draft', () => {
  it('is told to nobody, also where its turn comes after publication', async () => {
    const [late] = await app.resources.database.query<RecordedEvent<typeof meetingChanged>>(
      `select id, name, data, actor_id "actorId" from event
       where name = 'meeting.changed' and subject_id = $1 and data->>'what' = 'moved'`,
      [meetings[2]],
    );
    if (!late) throw new Error('It was not recorded.');
    await app.app.get(MeetingNotices, { strict: false }).meeting(late);
    expect(await kindsOf(suppliers[2])).not.toContain('meeting-moved');
  });
});

describe('what became of the meetings', () => {
  it('is asked of both sides by a link when the event is over', async () => {
    await advanced(lead, { id: eventId }, 'finished');
    await app.settle();
    // What was done at the reception without a network arrives after the end, too.
    const participantId = participants[1] ?? '';
    const at = new Date(Date.now() - 60_000).toISOString();
    const received = { params: { id: eventId, participantId }, body: { at } };
    expect((await lead.ok(meetingDayApi.checkIn, received)).checkedInAt).toBe(at);
    const of = { params: { id: eventId, meetingId: meetings[0] ?? '' } };
    expect((await lead.ok(meetingDayApi.attend, { ...of, body: { state: 'held' } })).state).toBe('held');
    const mails = sentMails(app.mailFolder).filter(({ to }) => to === orderer.owner.email);
    expect(mails.some(({ text }) => text.includes('/meeting-outcome?token='))).toBe(true);
    const ask = await app.as().ok(routes.ask, { params: { token: await tokenOf(participants[0], 0) } });
    expect(ask.items.map(({ other }) => other)).toEqual(['乙', '丙', '甲']);
    expect((await app.as().call(routes.ask, { params: { token: 'x.forged' } })).error.code).toBe(
      'auth/invalid-link',
    );
  });

  it('counts as a success only what both sides call so', async () => {
    const [buyer, first, second] = [
      await tokenOf(participants[0], 0),
      await tokenOf(participants[1], 0),
      await tokenOf(participants[2], 0),
    ];
    await told(buyer, 0, 'deal');
    await told(first, 0, 'deal');
    await told(buyer, 1, 'no-deal');
    await told(second, 1, 'likely');
    const strangers = await told(first, 1, 'deal');
    expect(strangers.status).toBe(404);
    const withoutReason = await app.as().call(routes.answer, {
      params: { token: buyer, meetingId: meetings[2] ?? '' },
      body: { outcome: 'no-deal', note: '' },
    });
    expect(Object.keys(withoutReason.error.fields ?? {})).toEqual(['code']);
    const { figures, rounds } = await lead.ok(routes.report, params());
    const counts = Object.fromEntries(figures.map(({ key, total }) => [key, total]));
    expect(counts).toMatchObject({ deal: 1, differs: 1, silent: 1, likely: 0, 'no-deal': 0 });
    expect(rounds).toEqual([
      { months: 0, asked: 6, deal: 2, likely: 1, continuing: 0, 'no-deal': 1, silent: 2 },
    ]);
    const differing = await lead.ok(routes.list, { ...params(), query: { result: ['differs'] } });
    expect(
      differing.items.map(({ orderer: o, supplier }) => [o.answer?.outcome, supplier.answer?.outcome]),
    ).toEqual([['no-deal', 'likely']]);
  });

  it('is asked again after months, of those only who have not settled all', async () => {
    await app.resources.database.query('update meeting_event set ends_on = $2 where id = $1', [
      eventId,
      inDays(-35),
    ]);
    const service = app.app.get(ResultsService, { strict: false });
    expect(await service.askDue()).toBe(3);
    expect(await service.askDue()).toBe(0);
    await told(await tokenOf(participants[2], 1), 1, 'no-deal');
    const { figures, rounds } = await lead.ok(routes.report, params());
    expect(figures.find(({ key }) => key === 'no-deal')?.total).toBe(1);
    // What the buyer had settled of two meetings is no question any more, and no silence.
    expect(rounds).toEqual([
      { months: 0, asked: 6, deal: 2, likely: 1, continuing: 0, 'no-deal': 1, silent: 2 },
      { months: 1, asked: 3, deal: 0, likely: 0, continuing: 0, 'no-deal': 1, silent: 2 },
    ]);
    const table = await lead.call(routes.export, { ...params(), query: { format: 'csv' } });
    expect(table.bytes.toString('utf8')).toContain('不成立');
  });
});
