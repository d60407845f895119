import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import {
  meetingParticipantsApi as routes,
  type MeetingParticipant,
} from '#contracts/meeting-participants.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { advanced, anOpenEvent, inDays, letIn, registered, someParticipation } from '../support/meetings.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let body: string;
let orderer: Firm;
let sellers: Firm[];
const params = ({ id }: { id: string }) => ({ params: { id } });

beforeAll(async () => {
  app = await startApp();
  body = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId: body });
  orderer = await aFirm(app, { name: '発注社', bodyId: body, isSupplier: false });
  sellers = [];
  for (const name of ['甲製作所', '乙製作所', '丙製作所'])
    sellers.push(await aFirm(app, { name, bodyId: body, isOrderer: false }));
});
afterAll(() => app.close());

const seller = (i: number): Firm => {
  const firm = sellers[i];
  if (!firm) throw new Error(`There is no supplier ${i}.`);
  return firm;
};
const entryOf = (event: MeetingEvent, entry: { id: string }) => ({
  params: { id: event.id, participantId: entry.id },
});

describe('registration', () => {
  it('is checked against the conditions; the secretary sees what is missing', async () => {
    const event = await anOpenEvent(lead, { eligibility: { supplierPrefectures: ['27'], note: '' } });
    const entry = await registered(seller(0), event, 'supplier', { headline: '' });
    expect(entry.problems).toEqual(['prefecture', 'sheet-not-ready']);
    expect(entry.readiness.filter(({ isDone }) => !isDone).map(({ key }) => key)).toContain('headline');
    const wrong = await seller(1).api.call(routes.register, {
      ...params(event),
      body: someParticipation('orderer'),
    });
    expect(wrong.error.code).toBe('meeting/not-registrable');
    const again = await seller(0).api.call(routes.register, {
      ...params(event),
      body: someParticipation('supplier'),
    });
    expect(again.error.code).toBe('meeting/already-registered');
  });

  it('gives seats in order of arrival, and a seat that is left to the first who waits', async () => {
    const event = await anOpenEvent(lead, { supplierSeats: 1 });
    const [first, second, third] = [
      await letIn(lead, seller(0), event, 'supplier'),
      await letIn(lead, seller(1), event, 'supplier'),
      await letIn(lead, seller(2), event, 'supplier'),
    ];
    expect([first.state, second.state, third.waitingNo]).toEqual(['approved', 'waitlisted', 2]);
    await seller(0).api.ok(routes.withdraw, { ...entryOf(event, first), body: { reason: '都合' } });
    const seen = await lead.ok(routes.list, { ...params(event), query: {} });
    expect(seen.items.map(({ company, state }) => [company.name, state])).toEqual([
      ['甲製作所', 'withdrawn'],
      ['乙製作所', 'approved'],
      ['丙製作所', 'waitlisted'],
    ]);
    expect((await registered(seller(0), event, 'supplier')).state).toBe('applied');
  });

  it('closes after its last day, but an organiser may still enter a firm', async () => {
    const event = await anOpenEvent(lead);
    await app.resources.database.query(
      `update meeting_event set content = content || jsonb_build_object('registrationUntil', $2::text) where id = $1`,
      [event.id, inDays(-1)],
    );
    const late = await seller(0).api.call(routes.register, {
      ...params(event),
      body: someParticipation('supplier'),
    });
    expect(late.error.code).toBe('meeting/closed');
    const entered = await lead.ok(routes.enter, {
      ...params(event),
      body: { ...someParticipation('supplier'), companyId: seller(0).id },
    });
    expect(entered.isProxy).toBe(true);
  });

  it('names the field that is wrong', async () => {
    const event = await anOpenEvent(lead);
    const { status, error } = await orderer.api.call(routes.register, {
      ...params(event),
      body: {
        ...someParticipation('orderer', { forbiddenSlots: [99] }),
        needs: [{ title: '部品', text: '', processes: ['no-such-process'], materials: [] }],
      },
    });
    expect([status, Object.keys(error.fields ?? {}).sort()]).toEqual([
      400,
      ['forbiddenSlots', 'needs.0.processes'],
    ]);
  });
});

describe('what firms see of each other', () => {
  it('are needs from their day on, and suppliers once an orderer chooses', async () => {
    const event = await anOpenEvent(lead, { needsOn: inDays(5) });
    await letIn(lead, orderer, event, 'orderer');
    await letIn(lead, seller(0), event, 'supplier');
    const names = async (firm: Firm) =>
      (await firm.api.ok(routes.list, { ...params(event), query: {} })).items.map(
        ({ company }) => company.name,
      );
    expect(await names(seller(1))).toEqual([]);
    await advanced(lead, event, 'wishes');
    expect(await names(seller(1))).toEqual(['発注社']);
    expect(await names(orderer)).toEqual(['発注社', '甲製作所']);
    const [need] = (await seller(1).api.ok(routes.list, { ...params(event), query: {} })).items;
    expect(need?.content).toMatchObject({ contact: '', needs: [{ title: '流路部品' }] });
  });
});

describe('wishes', () => {
  it('are made within the limits, with proposals of matching, and forecast against the slots', async () => {
    const event = await anOpenEvent(lead, {
      rules: {
        ...{ minutes: 20, moveMinutes: 0, ordererMeetings: 6, supplierMeetings: 6 },
        ...{ ordererWishes: 2, supplierWishes: 3, musts: 1 },
      },
    });
    const customer = await letIn(lead, orderer, event, 'orderer', {
      needs: [{ title: '切削部品', text: 'ステンレスの切削部品を作りたい。', processes: ['turning'] }],
    });
    await app.resources.database.query(
      `update company set processes = '[{"code": "turning"}]', process_codes = '{turning}', updated_at = now() where id = $1`,
      [seller(1).id],
    );
    const others: MeetingParticipant[] = [];
    for (const firm of sellers) others.push(await letIn(lead, firm, event, 'supplier'));
    expect((await orderer.api.call(routes.wishSheet, entryOf(event, customer))).error.code).toBe(
      'meeting/closed',
    );
    await advanced(lead, event, 'wishes');
    await app.settle();
    const sheet = await orderer.api.ok(routes.wishSheet, entryOf(event, customer));
    expect(sheet.items[0]).toMatchObject({ participant: { company: { name: '乙製作所' } }, want: null });
    expect(sheet.items[0]?.score).toBeGreaterThan(0);
    expect(sheet.items[0]?.reasons.length).toBeGreaterThan(0);

    const wish = (i: number, want: 'must' | 'like' | 'no' | null) =>
      orderer.api.call(routes.wish, {
        params: { ...entryOf(event, customer).params, otherId: others[i]?.id ?? '' },
        body: { want, note: '' },
      });
    expect((await wish(0, 'must')).body.used).toEqual({ wishes: 1, musts: 1 });
    expect((await wish(1, 'must')).error.code).toBe('meeting/too-many-musts');
    await wish(1, 'like');
    expect((await wish(2, 'like')).error.code).toBe('meeting/too-many-wishes');
    expect((await wish(2, 'no')).body.used).toEqual({ wishes: 2, musts: 1 });
    await wish(1, null);
    const forecast = await lead.ok(routes.forecast, params(event));
    expect(forecast).toMatchObject({ slots: 9, offered: 6, asked: 1, mutual: 0, perSupplier: 2 });
  });

  it('are the firm’s own affair, and over after the last day', async () => {
    const event = await anOpenEvent(lead);
    const customer = await letIn(lead, orderer, event, 'orderer');
    const entry = await letIn(lead, seller(0), event, 'supplier');
    await advanced(lead, event, 'wishes');
    const of = { ...entryOf(event, entry).params, otherId: customer.id };
    const body = { want: 'like' as const, note: '' };
    expect((await orderer.api.call(routes.wish, { params: of, body })).status).toBe(403);
    const stranger = { ...of, otherId: entry.id };
    expect((await seller(0).api.call(routes.wish, { params: stranger, body })).status).toBe(404);
    await app.resources.database.query(
      `update meeting_event set content = content || jsonb_build_object('wishesUntil', $2::text) where id = $1`,
      [event.id, inDays(-1)],
    );
    expect((await seller(0).api.call(routes.wish, { params: of, body })).error.code).toBe('meeting/closed');
    expect((await lead.ok(routes.wish, { params: of, body })).used.wishes).toBe(1);
    const seen = await seller(0).api.ok(meetingEventsApi.get, params(event));
    expect(seen.can.wish).toBe(false);
  });
});
