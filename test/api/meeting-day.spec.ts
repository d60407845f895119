import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meetingDayApi as routes } from '#contracts/meeting-day.js';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { meetingParticipantsApi } from '#contracts/meeting-participants.js';
import { meetingReplanApi } from '#contracts/meeting-replan.js';
import { meetingTimetableApi, type PlannedMeeting } from '#contracts/meeting-timetable.js';
import { FairClock } from '#fairs/fair-clock.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { advanced, anOpenEvent, letIn } from '../support/meetings.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let orderer: Firm;
let suppliers: Firm[];
let eventId: string;
const firms: string[] = [];
const meetings: string[] = [];
const params = () => ({ params: { id: eventId } });

beforeAll(async () => {
  app = await startApp(['api']);
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId });
  orderer = await aFirm(app, { name: '発注社', bodyId, isSupplier: false });
  suppliers = await Promise.all(
    ['甲', '乙', '丙'].map((name) => aFirm(app, { name, bodyId, isOrderer: false })),
  );
  const event = await anOpenEvent(lead, { supplierSeats: 2 });
  eventId = event.id;
  firms.push((await letIn(lead, orderer, event, 'orderer')).id);
  // The third waits.
  for (const firm of suppliers) firms.push((await letIn(lead, firm, event, 'supplier')).id);
  await advanced(lead, event, 'wishes');
  await lead.ok(meetingParticipantsApi.wish, {
    params: { id: eventId, participantId: firms[2] ?? '', otherId: firms[0] ?? '' },
    body: { want: 'like', note: '' },
  });
  await advanced(lead, event, 'planning');
  for (const slot of [1, 2])
    meetings.push(
      (
        await lead.ok(meetingTimetableApi.add, {
          ...params(),
          body: {
            ...{ ordererId: firms[0] ?? '', supplierId: firms[1] ?? '' },
            ...{ slot, table: 1, overrule: true },
          },
        })
      ).id,
    );
});
afterAll(() => app.close());

describe('the day of an event', () => {
  it('begins with the published timetable', async () => {
    expect((await lead.call(routes.day, params())).error.code).toBe('meeting/closed');
    const { path } = await lead.ok(routes.boardLink, params());
    const token = new URL(path, app.url).searchParams.get('token') ?? '';
    expect((await app.as().call(routes.board, { params: { token } })).error.code).toBe('meeting/closed');
    await advanced(lead, { id: eventId }, 'running');
    const board = await app.as().ok(routes.board, { params: { token } });
    expect(board.meetings.map(({ slot, orderer, supplier }) => [slot, orderer, supplier])).toEqual([
      [1, '発注社', '甲'],
      [2, '発注社', '甲'],
    ]);
    const forged = await app.as().call(routes.board, { params: { token: `${eventId}.x` } });
    expect(forged.error.code).toBe('auth/invalid-link');
  });

  it('takes check-ins that come late and twice, and keeps the earliest', async () => {
    const of = { params: { id: eventId, participantId: firms[1] ?? '' } };
    const early = new Date(Date.now() - 60_000).toISOString();
    await lead.ok(routes.checkIn, { ...of, body: { at: new Date().toISOString() } });
    await lead.ok(routes.checkIn, { ...of, body: { at: early } });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const { checkedInAt } = await lead.ok(routes.checkIn, { ...of, body: { at: later } });
    expect(checkedInAt).toBe(early);
    expect((await lead.ok(routes.checkIn, { ...of, body: { at: null } })).checkedInAt).toBeNull();
  });

  it('notes who did not come', async () => {
    const of = { params: { id: eventId, meetingId: meetings[0] ?? '' } };
    expect((await lead.ok(routes.attend, { ...of, body: { state: 'no-show' } })).state).toBe('no-show');
    expect((await lead.ok(routes.attend, { ...of, body: { state: 'held' } })).state).toBe('held');
    const firm = await suppliers[0]?.api.call(routes.attend, { ...of, body: { state: 'held' } });
    expect(firm?.status).toBe(403);
  });

  it('gives the place of a cancelled meeting to who wished, then to who waits, and moves nobody', async () => {
    const cancel = (meetingId: string) =>
      lead.ok(meetingTimetableApi.cancel, { params: { id: eventId, meetingId }, body: { reason: '急病' } });
    const refill = async () => {
      const { digest } = await lead.ok(routes.refillOffers, params());
      return lead.ok(routes.refill, { ...params(), body: { digest } });
    };
    await cancel(meetings[1] ?? '');
    const { digest: shown } = await lead.ok(routes.refillOffers, params());
    const first = await refill();
    expect(first.added).toMatchObject([{ supplierId: firms[2], slot: 2, table: 1, origin: 'refill' }]);
    await cancel(first.added[0]?.id ?? '');
    // What was shown is no more what would happen: nothing happens.
    const { digest } = await lead.ok(routes.refillOffers, params());
    expect((await lead.call(routes.refill, { ...params(), body: { digest: shown } })).error.code).toBe(
      'meeting/refill-changed',
    );
    expect(digest).not.toBe(shown);
    const second = await refill();
    expect(second.added.map(({ supplierId }) => supplierId)).toEqual([firms[3]]);
    const third = await lead.ok(meetingParticipantsApi.get, {
      params: { id: eventId, participantId: firms[3] ?? '' },
    });
    expect(third.state).toBe('approved');
    expect((await refill()).added).toEqual([]);
    const { meetings: all } = await lead.ok(routes.day, params());
    expect(all.find(({ id }) => id === meetings[0])).toMatchObject({ slot: 1, table: 1, state: 'held' });
  });

  it('shows each firm a code for the reception', async () => {
    const of = { params: { id: eventId, participantId: firms[1] ?? '' } };
    const own = await suppliers[0]?.api.call(routes.qr, of);
    expect([own?.status, own?.bytes.toString('utf8').includes('<svg')]).toEqual([200, true]);
    expect((await suppliers[1]?.api.call(routes.qr, of))?.status).toBe(404);
  });
});

describe('an event that is cancelled', () => {
  const cancel = async (id: string) => {
    const { version } = await lead.ok(meetingEventsApi.get, { params: { id } });
    await lead.ok(meetingEventsApi.cancel, {
      ...{ params: { id }, version },
      body: { reason: '停電のため', costYen: null },
    });
  };
  const add = (slot: number) =>
    lead.ok(meetingTimetableApi.add, {
      ...params(),
      body: { ordererId: firms[0] ?? '', supplierId: firms[1] ?? '', slot, table: 1, overrule: true },
    });

  it('calls off the meetings that have not begun, and no other', async () => {
    const [begun, coming] = [await add(3), await add(8)];
    const { slots } = await lead.ok(meetingEventsApi.get, params());
    const clock = app.app.get(FairClock, { strict: false });
    const from = new Date(Date.parse(slots[2]?.startsAt ?? '') + 60_000);
    clock.runFast([eventId], { from, until: new Date(+from + 60_000), seconds: 60 });
    const of = { params: { id: eventId, participantId: firms[1] ?? '' } };
    await cancel(eventId);
    const own = (await suppliers[0]?.api.ok(meetingTimetableApi.own, of))?.meetings ?? [];
    expect(own.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      [meetings[0], 'held', ''],
      [meetings[1], 'cancelled', '急病'],
      [begun.id, 'planned', ''],
      [coming.id, 'cancelled', '停電のため'],
    ]);
    clock.forget([eventId]);
  });

  it('promised nobody anything while it was planned', async () => {
    const { id } = await anOpenEvent(lead);
    const buyer = await letIn(lead, orderer, { id }, 'orderer');
    const maker = await letIn(lead, suppliers[0]!, { id }, 'supplier');
    await advanced(lead, { id }, 'planning');
    await lead.ok(meetingTimetableApi.add, {
      params: { id },
      body: { ordererId: buyer.id, supplierId: maker.id, slot: 1, table: 1 },
    });
    await cancel(id);
    expect((await lead.ok(meetingTimetableApi.get, { params: { id } })).meetings).toEqual([]);
  });
});

describe('what is left of a published timetable', () => {
  let id: string;
  let planned: PlannedMeeting[];
  const of = () => ({ params: { id } });
  const timetable = () => lead.ok(meetingTimetableApi.get, of());
  const ask = { closedTables: [1], closedSlots: [1], addWishes: true };
  const asked = { closedTables: ['1'], closedSlots: ['1'], addWishes: 'true' };
  const shown = () => lead.ok(meetingReplanApi.proposal, { ...of(), query: asked });

  beforeAll(async () => {
    const event = await anOpenEvent(lead);
    id = event.id;
    const buyer = (await letIn(lead, orderer, event, 'orderer')).id;
    const makers: string[] = [];
    for (const firm of suppliers) makers.push((await letIn(lead, firm, event, 'supplier')).id);
    await advanced(lead, event, 'wishes');
    await lead.ok(meetingParticipantsApi.wish, {
      params: { id, participantId: makers[2] ?? '', otherId: buyer },
      body: { want: 'like', note: '' },
    });
    await advanced(lead, event, 'planning');
    expect((await lead.call(meetingReplanApi.proposal, { ...of(), query: asked })).error.code).toBe(
      'meeting/illegal-transition',
    );
    planned = [];
    for (const [i, slot] of [1, 2].entries()) {
      const where = { ordererId: buyer, supplierId: makers[i] ?? '', slot, table: 1, overrule: true };
      planned.push(await lead.ok(meetingTimetableApi.add, { ...of(), body: where }));
    }
    await advanced(lead, event, 'published');
  });

  it('is shown before it is taken over: the fewest moves, a table for all, and room for a wish', async () => {
    const proposal = await shown();
    expect(proposal).toMatchObject({ outcome: 'proven', moves: 1, bound: 1, stays: 0, wishesLeft: 0 });
    expect(proposal.changes.map(({ supplier, from, to }) => [supplier, from?.slot, to?.table])).toEqual([
      ['甲', 1, 2],
      ['乙', 2, 2],
      ['丙', undefined, 2],
    ]);
    expect((await timetable()).meetings).toEqual(planned);
  });

  it('is taken over as it was shown or not at all, and tells of what has changed and of nothing else', async () => {
    const stale = { ...of(), body: { ...ask, closedTables: [], digest: (await shown()).digest } };
    expect((await lead.call(meetingReplanApi.take, stale)).error.code).toBe('meeting/replan-changed');
    const { digest, changes } = await shown();
    expect(await lead.ok(meetingReplanApi.take, { ...of(), body: { ...ask, digest } })).toEqual({
      ...{ moved: 2, added: 1, cancelled: 0 },
    });
    const after = await timetable();
    expect(after).toMatchObject({ closedTables: [1], closedSlots: [1], missed: [] });
    const told = await app.resources.database.query<{ meetingId: string; what: string }>(
      `select data->>'meetingId' "meetingId", data->>'what' what from event
       where name = 'meeting.changed' and data->>'eventId' = $1 and data->>'state' = 'published' order by id`,
      [id],
    );
    expect(told.map(({ what }) => what)).toEqual(['moved', 'moved', 'added']);
    for (const { meetingId, supplierId, to } of changes) {
      const now = after.meetings.find((one) => one.supplierId === supplierId);
      expect(now).toMatchObject({ slot: to?.slot, table: to?.table, state: 'planned' });
      if (meetingId) expect(now?.id).toBe(meetingId);
      expect(told.map((one) => one.meetingId)).toContain(now?.id);
    }
    // The same again: nothing is left to do.
    expect(await shown()).toMatchObject({ moves: 0, changes: [] });
  });

  it('lets nobody use again what fell away', async () => {
    const [first] = (await timetable()).meetings;
    const back = (slot: number, table: number) =>
      lead.call(meetingTimetableApi.move, {
        params: { id, meetingId: first?.id ?? '' },
        body: { slot, table, overrule: true },
      });
    expect((await back(5, 1)).error.code).toBe('meeting/conflict');
    expect((await back(1, 3)).error.code).toBe('meeting/conflict');
    expect((await back(5, 3)).status).toBe(200);
  });
});
