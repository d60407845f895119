import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import { meetingDayApi } from '#contracts/meeting-day.js';
import { meetingParticipantsApi, type MeetingParticipant } from '#contracts/meeting-participants.js';
import { meetingTimetableApi as routes, type Timetable } from '#contracts/meeting-timetable.js';
import type { PublishedTimetable } from '#fairs/index.js';
import { PlanJob } from '#fairs/meetings/plan/plan-job.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { advanced, anOpenEvent, letIn, someParticipation } from '../support/meetings.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';
import { onlineMeetings } from './meetings-online.js';

let app: TestApp;
let lead: Client;
let orderers: Firm[];
let suppliers: Firm[];
let event: MeetingEvent;
let entries: MeetingParticipant[];
const params = () => ({ params: { id: event.id } });

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId });
  const firms = (names: string[], given: object) =>
    Promise.all(names.map((name) => aFirm(app, { name, bodyId, ...given })));
  orderers = await firms(['発注一', '発注二'], { isSupplier: false });
  suppliers = await firms(['受注一', '受注二', '受注三'], { isOrderer: false });
  event = await anOpenEvent(lead);
  entries = [];
  for (const firm of orderers) entries.push(await letIn(lead, firm, event, 'orderer'));
  for (const firm of suppliers) entries.push(await letIn(lead, firm, event, 'supplier'));
  event = await advanced(lead, event, 'wishes');
  // Every supplier wishes for both orderers; the first orderer refuses the last supplier.
  for (const from of [2, 3, 4]) for (const to of [0, 1]) await wish(from, to, 'like');
  await wish(0, 4, 'no');
  event = await advanced(lead, event, 'planning');
});
afterAll(() => app.close());

const entry = (i: number): string => entries[i]?.id ?? '';
const wish = (from: number, to: number, want: 'like' | 'no') =>
  lead.ok(meetingParticipantsApi.wish, {
    params: { id: event.id, participantId: entry(from), otherId: entry(to) },
    body: { want, note: '' },
  });
const timetable = (): Promise<Timetable> => lead.ok(routes.get, params());
const meetingOf = async (orderer: number, supplier: number) => {
  const { meetings } = await timetable();
  const found = meetings.find(
    (one) =>
      one.ordererId === entry(orderer) && one.supplierId === entry(supplier) && one.state !== 'cancelled',
  );
  if (!found) throw new Error(`${orderer} and ${supplier} do not meet.`);
  return found;
};

/** Does something once the next search has found its timetable and before that is taken; answers with what it came to. */
function whileSearching<T>(work: () => Promise<T>): Promise<T> {
  const job = app.app.get<PlanJob, Searching>(PlanJob, { strict: false });
  const search = job.search.bind(job);
  return new Promise((resolve, reject) => {
    job.search = async (...given) => {
      job.search = search;
      const found = await search(...given);
      await work().then(resolve, reject);
      return found;
    };
  });
}
interface Searching {
  search(...given: unknown[]): Promise<unknown>;
}

/** What the command line says of a published timetable. */
const verified = (path: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/apps/cli/main.js', 'timetable', 'verify', path],
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe('the timetable', () => {
  it('is made by a job that says what it found', async () => {
    const ask = () => lead.call(routes.plan, { ...params(), body: { limitSeconds: 30 } });
    const again = whileSearching(ask);
    const { id, state } = (await ask()).body;
    expect(state).toBe('waiting');
    await app.settle();
    const second = await again;
    expect([second.status, second.error.code]).toEqual([409, 'meeting/plan-running']);
    const { plan, meetings, missed } = await timetable();
    expect(plan).toMatchObject({ state: 'finished', best: 0, isProven: true, meetings: 5, fewest: 1 });
    expect(plan?.id).toBe(id);
    expect(meetings).toHaveLength(5);
    expect(missed).toEqual([
      { ordererId: entry(0), supplierId: entry(4), orderer: 'no', supplier: 'like', reason: 'own-declined' },
    ]);
  });

  it('is changed by hand, but nobody is put in two places', async () => {
    const meeting = await meetingOf(0, 2);
    const other = await meetingOf(0, 3);
    const move = (slot: number, table = meeting.table) =>
      lead.call(routes.move, { params: { id: event.id, meetingId: meeting.id }, body: { slot, table } });
    expect((await move(other.slot)).error.code).toBe('meeting/conflict');
    expect((await move(99)).status).toBe(400);
    const { meetings } = await timetable();
    const busy = meetings.filter(
      ({ ordererId, supplierId }) => ordererId === entry(0) || supplierId === entry(2),
    );
    const free = event.slots.findLast(({ no }) => !busy.some(({ slot }) => slot === no))?.no ?? 0;
    const moved = await move(free);
    expect(moved.body).toMatchObject({ slot: free, isFixed: true });
    await lead.ok(routes.plan, { ...params(), body: { limitSeconds: 30 } });
    await app.settle();
    expect(await meetingOf(0, 2)).toMatchObject({ slot: free, origin: 'plan' });
    const stranger = await lead.call(routes.add, {
      ...params(),
      body: { ordererId: entry(2), supplierId: entry(3), slot: 1, table: 1 },
    });
    expect(stranger.status).toBe(404);
  });

  it('asks before the two meet a second time', async () => {
    const meeting = await meetingOf(1, 3);
    const { meetings } = await timetable();
    const busy = new Set(
      meetings.flatMap((one) =>
        one.ordererId === entry(1) || one.supplierId === entry(3) ? [one.slot] : [],
      ),
    );
    const slot = event.slots.find(({ no }) => !busy.has(no))?.no ?? 0;
    const add = (overrule: boolean) =>
      lead.call(routes.add, {
        ...params(),
        body: { ordererId: entry(1), supplierId: entry(3), slot, table: meeting.table, overrule },
      });
    expect((await add(false)).error.code).toBe('meeting/must-overrule');
    const second = await add(true);
    expect(second.status).toBe(201);
    await lead.ok(routes.cancel, {
      params: { id: event.id, meetingId: second.body.id },
      body: { reason: '重複' },
    });
  });

  it('asks before two meet of which one refused the other', async () => {
    const { meetings, refusals } = await timetable();
    const pair = { ordererId: entry(0), supplierId: entry(4) };
    expect(refusals).toEqual([pair]);
    const busy = meetings.filter(
      ({ ordererId, supplierId }) => ordererId === pair.ordererId || supplierId === pair.supplierId,
    );
    const slot = event.slots.find(({ no }) => !busy.some((one) => one.slot === no))?.no ?? 0;
    const body = { ...pair, slot, table: event.content.tables };
    expect((await lead.call(routes.add, { ...params(), body })).error.code).toBe('meeting/must-overrule');
  });

  it('is each firm’s own once it is published, with why it meets whom', async () => {
    const own = (firm: Firm | undefined, i: number) =>
      (firm?.api ?? lead).call(routes.own, { params: { id: event.id, participantId: entry(i) } });
    expect((await own(suppliers[0], 2)).error.code).toBe('meeting/closed');
    expect((await app.as().call(routes.record, params())).status).toBe(404);
    event = await advanced(lead, event, 'published');
    const seen = await own(suppliers[2], 4);
    expect(seen.body.meetings.map(({ other }) => other.name)).toEqual(['発注二']);
    const reasons = seen.body.pairs.map(({ other, reason }) => `${other.name} ${reason}`);
    expect(reasons.sort()).toEqual(['発注一 they-declined', '発注二 own-wish']);
    expect((await own(suppliers[0], 4)).status).toBe(404);
    expect(
      (await orderers[0]?.api.call(routes.own, { params: { id: event.id, participantId: entry(4) } }))
        ?.status,
    ).toBe(403);
    expect((await lead.ok(meetingEventsApi.get, params())).seed).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is published without names, so that anybody computes it again', async () => {
    const { bytes } = await app.as().call(routes.record, params());
    const record = JSON.parse(bytes.toString('utf8')) as PublishedTimetable;
    for (const { id, company } of entries)
      for (const name of [id, company.id, company.name]) expect(bytes.toString('utf8')).not.toContain(name);
    const seen = await lead.ok(meetingEventsApi.get, params());
    expect([record.commitment, record.input.seed]).toEqual([seen.seedHash, seen.seed]);
    expect([record.publishedHash, record.changes]).toEqual([seen.timetableHash, []]);
    const own = await suppliers[0]!.api.ok(routes.own, {
      params: { id: event.id, participantId: entry(2) },
    });
    const met = record.pairs.filter(({ supplier }) => supplier === own.code);
    expect(met).toHaveLength(own.meetings.length);
    const path = join(mkdtempSync(join(tmpdir(), 'nakadachi-record-')), 'timetable.json');
    writeFileSync(path, bytes);
    expect(await verified(path)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Repeated:  ${record.resultHash}`),
    });
    const changes = [{ meeting: record.placements[0]?.meeting ?? '', to: null }];
    writeFileSync(path, JSON.stringify({ ...record, changes }));
    expect(await verified(path)).toMatchObject({ code: 1, err: expect.stringContaining('changes by hand') });
  });

  it('goes into calendars, and out of them under the same UID', async () => {
    const of = { params: { id: event.id, participantId: entry(4) } };
    const read = async () => {
      const { bytes, headers } = (await suppliers[2]?.api.call(routes.calendar, of)) ?? {};
      expect(headers?.get('content-type')).toContain('text/calendar');
      const calendar = new ICAL.Component(ICAL.parse(bytes?.toString('utf8') ?? '') as never);
      const component = calendar.getFirstSubcomponent('vevent');
      if (!component) throw new Error('The calendar is empty.');
      const { uid, sequence } = new ICAL.Event(component);
      return { uid, sequence, status: component.getFirstPropertyValue('status') };
    };
    const before = await read();
    expect(before).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
    const { id: meetingId } = await meetingOf(1, 4);
    await lead.ok(routes.cancel, { params: { id: event.id, meetingId }, body: { reason: '発注側の都合' } });
    expect(await read()).toEqual({ uid: before.uid, sequence: 1, status: 'CANCELLED' });
  });
});

onlineMeetings(() => ({ app, lead, orderers, suppliers }));

describe('a search for a timetable', () => {
  it('puts nobody in who leaves while it runs, and who goes online meanwhile without a table', async () => {
    const hybrid = await anOpenEvent(lead, { format: 'hybrid' });
    const of = { params: { id: hybrid.id } };
    const buyers = [];
    for (const firm of orderers) buyers.push(await letIn(lead, firm, hybrid, 'orderer'));
    const makers = [];
    for (const firm of suppliers) makers.push(await letIn(lead, firm, hybrid, 'supplier'));
    await advanced(lead, hybrid, 'wishes');
    const [buyer, caller] = buyers.map(({ id }) => id);
    const [leaver, other] = makers.map(({ id }) => id);
    for (const participantId of [leaver, other])
      for (const otherId of [buyer, caller])
        await lead.ok(meetingParticipantsApi.wish, {
          params: { id: hybrid.id, participantId: participantId ?? '', otherId: otherId ?? '' },
          body: { want: 'like', note: '' },
        });
    await advanced(lead, hybrid, 'planning');
    const changed = whileSearching(async () => {
      await suppliers[0]!.api.ok(meetingParticipantsApi.withdraw, {
        params: { id: hybrid.id, participantId: leaver ?? '' },
        body: { reason: '急用のため' },
      });
      const place = { params: { id: hybrid.id, participantId: caller ?? '' } };
      const { version } = await lead.ok(meetingParticipantsApi.get, place);
      const body = someParticipation('orderer', { attends: 'online' });
      await lead.ok(meetingParticipantsApi.update, { ...place, version, body });
    });
    await lead.ok(routes.plan, { ...of, body: { limitSeconds: 30 } });
    await app.settle();
    await changed;
    const { meetings, plan } = await lead.ok(routes.get, of);
    const placed = meetings.map(({ ordererId, supplierId, isOnline, table }) => ({
      ...{ ordererId, supplierId, isOnline },
      isAtTable: table !== null,
    }));
    expect(placed).toHaveLength(2);
    expect(placed).toEqual(
      expect.arrayContaining([
        { ordererId: buyer, supplierId: other, isOnline: false, isAtTable: true },
        { ordererId: caller, supplierId: other, isOnline: true, isAtTable: false },
      ]),
    );
    expect(plan).toMatchObject({ state: 'finished', meetings: 2, isProven: false });
  });
});

describe('a firm that leaves after publication', () => {
  const told = (kind: string) =>
    app.resources.database.query<{ company: string }>(
      `select distinct c.name company from notification n join app_user u on u.id = n.user_id
       join company c on c.id = u.company_id where n.kind = $1 and n.link like $2 order by c.name`,
      [kind, `/meetings/${event.id}/%`],
    );
  const shown = () => lead.ok(meetingDayApi.refillOffers, params());
  const offers = async () => (await shown()).items;

  it('takes its meetings along; exactly their other firms are told, and the places are offered', async () => {
    await app.resources.database.query('delete from notification');
    // A colleague of who withdraws it knows as well.
    await aPerson(app.resources.database, { role: 'company-member', companyId: suppliers[0]!.id });
    const before = await timetable();
    const gone = before.meetings.filter(
      ({ supplierId, state }) => supplierId === entry(2) && state === 'planned',
    );
    expect(gone).toHaveLength(2);
    expect(await offers()).toEqual([]);
    await suppliers[0]!.api.ok(meetingParticipantsApi.withdraw, {
      params: { id: event.id, participantId: entry(2) },
      body: { reason: '社内の都合で' },
    });
    await app.settle();
    const after = await timetable();
    for (const one of before.meetings) {
      const now = after.meetings.find(({ id }) => id === one.id);
      const isGone = gone.some(({ id }) => id === one.id);
      expect(now).toEqual(isGone ? { ...one, state: 'cancelled', why: 'firm-left' } : one);
    }
    expect((await told('meeting-cancelled')).map(({ company }) => company)).toEqual(['発注一', '発注二']);
    const read = await orderers[0]!.api.ok(routes.own, {
      params: { id: event.id, participantId: entry(0) },
    });
    expect(read.pairs.find(({ other }) => other.name === '受注一')?.reason).toBe('other-left');
    expect(JSON.stringify(read)).not.toContain('社内の都合で');
    const { bytes } = await orderers[0]!.api.call(routes.calendar, {
      params: { id: event.id, participantId: entry(0) },
    });
    expect(bytes.toString('utf8')).toMatch(/STATUS:CANCELLED/);
    const back = { ordererId: entry(0), supplierId: entry(2), slot: 8, table: 1, overrule: true };
    expect((await lead.call(routes.add, { ...params(), body: back })).error.code).toBe('meeting/conflict');
  });

  it('leaves its places to the waiting list, in which the next firm reads why it got one', async () => {
    const late = await aFirm(app, {
      name: '受注四',
      bodyId: (await lead.ok(meetingEventsApi.get, params())).organisers[0]?.id ?? '',
      isOrderer: false,
    });
    const { id } = await lead.ok(meetingParticipantsApi.enter, {
      ...params(),
      body: { ...someParticipation('supplier'), companyId: late.id },
    });
    await lead.ok(meetingParticipantsApi.decide, {
      params: { id: event.id, participantId: id },
      body: { decision: 'waitlist', reason: '' },
    });
    // It had been let in before; an orderer that refused it then gets it no more.
    const refuse = 'insert into meeting_wish (from_id, to_id, want) values ($1, $2, $3)';
    await app.resources.database.query(refuse, [entry(0), id, 'no']);
    expect((await offers()).map(({ ordererId }) => ordererId)).toEqual([entry(1)]);
    await app.resources.database.query('delete from meeting_wish where to_id = $1', [id]);
    const { items: proposed, digest } = await shown();
    expect(proposed).toMatchObject([
      { supplier: '受注四', why: 'waiting-list' },
      { supplier: '受注四', why: 'waiting-list' },
    ]);
    const { added } = await lead.ok(meetingDayApi.refill, { ...params(), body: { digest } });
    expect(added.map(({ ordererId, slot }) => [ordererId, slot])).toEqual(
      proposed.map(({ ordererId, slot }) => [ordererId, slot]),
    );
    const own = await late.api.ok(routes.own, { params: { id: event.id, participantId: id } });
    expect(new Set(own.pairs.map(({ reason }) => reason))).toEqual(new Set(['refill-waiting-list']));
    expect(await offers()).toEqual([]);
  });
});

describe('wishes that came to nothing', () => {
  it('are credited at the next event of the same organisers, which the firm and the secretary read', async () => {
    event = await advanced(lead, event, 'finished');
    const next = await anOpenEvent(lead);
    await letIn(lead, orderers[0]!, next, 'orderer');
    const { id } = await letIn(lead, suppliers[2]!, next, 'supplier');
    await letIn(lead, suppliers[1]!, next, 'supplier');
    await advanced(lead, next, 'wishes');
    // One of its two wishes was refused, which nobody owes it; the meeting of the other was cancelled.
    const of = { params: { id: next.id, participantId: id } };
    expect((await suppliers[2]!.api.ok(meetingParticipantsApi.wishSheet, of)).lossCredits).toBe(1);
    const owed = async () => {
      const { firms } = await lead.ok(meetingParticipantsApi.forecast, { params: { id: next.id } });
      return firms.map(({ name, lossCredits }) => [name, lossCredits]);
    };
    const nothing = ['発注一', 0];
    expect(await owed()).toEqual([nothing, ['受注三', 1], ['受注二', 0]]);
    // Who came and waited in vain is owed that, too; who did not come is not.
    const missed = { params: { id: event.id, meetingId: (await meetingOf(1, 3)).id } };
    await lead.ok(meetingDayApi.attend, { ...missed, body: { state: 'no-show' } });
    expect(await owed()).toEqual([nothing, ['受注三', 1], ['受注二', 0]]);
    const came = { params: { id: event.id, participantId: entry(3) } };
    await lead.ok(meetingDayApi.checkIn, { ...came, body: { at: new Date().toISOString() } });
    expect(await owed()).toEqual([nothing, ['受注三', 1], ['受注二', 1]]);
  });
});
