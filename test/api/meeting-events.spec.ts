import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { meetingEventsApi, rulePresets } from '#contracts/meeting-events.js';
import { meetingParticipantsApi } from '#contracts/meeting-participants.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { advanced, anOpenEvent, inDays, letIn, registered, someEvent } from '../support/meetings.js';
import { aFirm, eventsAbout, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let partner: Client;
let partnerBody: string;
let orderer: Firm;
let seller: Firm;
const params = ({ id }: { id: string }) => ({ params: { id } });

beforeAll(async () => {
  app = await startApp(['api']);
  const { database } = app.resources;
  const leadBody = await aBody(database, '主催センター');
  partnerBody = await aBody(database, '共催センター');
  lead = await signedIn(app, { role: 'secretary', bodyId: leadBody });
  partner = await signedIn(app, { role: 'coordinator', bodyId: partnerBody });
  orderer = await aFirm(app, { name: '発注社', bodyId: leadBody, isSupplier: false });
  seller = await aFirm(app, { name: '受注社', bodyId: partnerBody, isOrderer: false });
});
afterAll(() => app.close());

describe('an event', () => {
  it('is a draft of its organisers until it opens', async () => {
    const draft = await lead.ok(meetingEventsApi.create, {
      body: someEvent({ title: '広域商談会', kind: 'wide-area', coOrganiserIds: [partnerBody] }),
    });
    expect(draft.organisers.map(({ name, isLead }) => [name, isLead])).toEqual([
      ['主催センター', true],
      ['共催センター', false],
    ]);
    expect((await seller.api.call(meetingEventsApi.get, params(draft))).status).toBe(404);
    expect((await partner.ok(meetingEventsApi.get, params(draft))).can.edit).toBe(true);
    const open = await advanced(partner, draft, 'open');
    expect((await seller.api.ok(meetingEventsApi.get, params(open))).can.register).toEqual(['supplier']);
    const cards = await seller.api.ok(meetingEventsApi.list, { query: { q: '広域', kind: ['wide-area'] } });
    expect(cards.items.map(({ id }) => id)).toEqual([draft.id]);
  });

  it('commits to its seed when it opens and shows it with the timetable', async () => {
    const event = await anOpenEvent(lead);
    await letIn(lead, orderer, event, 'orderer');
    await letIn(lead, seller, event, 'supplier');
    expect(event.seed).toBeNull();
    expect((await lead.ok(meetingEventsApi.get, params(event))).seedHash).toMatch(/^[0-9a-f]{64}$/);
    await advanced(lead, event, 'planning');
    await app.resources.database.query(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin)
       select $1, o.id, s.id, 1, 1, false, 'secretary' from meeting_participant o, meeting_participant s
       where o.event_id = $1 and s.event_id = $1 and o.side = 'orderer' and s.side = 'supplier'`,
      [event.id],
    );
    const published = await advanced(lead, event, 'published');
    const hash = createHash('sha256')
      .update(published.seed ?? '')
      .digest('hex');
    expect(hash).toBe(event.seedHash);
  });

  it.each([
    ['days.0.until', { days: [{ on: inDays(30), from: '10:00', until: '09:00' }] }],
    [
      'days.0.breakUntil',
      { days: [{ on: inDays(30), from: '10:00', until: '15:00', breakFrom: '12:00', breakUntil: null }] },
    ],
    ['hostCompanyId', { kind: 'made-to-order' as const }],
    ['place', { place: '' }],
    ['tables', { tables: 0 }],
    ['wishesUntil', { wishesUntil: inDays(30) }],
    ['rules.musts', { rules: { ...rulePresets['12'], musts: 4 } }],
    ['coOrganiserIds', { coOrganiserIds: [crypto.randomUUID()] }],
    ['title', { title: ' ' }],
  ])('says that %s is wrong', async (field, wrong) => {
    const { status, error } = await lead.call(meetingEventsApi.create, {
      body: { ...someEvent(), ...wrong },
      headers: { 'accept-language': 'ja' },
    });
    expect([status, Object.keys(error.fields ?? {})]).toEqual([400, [field]]);
    expect(error.fields?.[field]).toMatch(/[\u3040-\u30ff]/);
  });

  it('goes no other way than forward, needs firms on both sides, and refuses a stale edit', async () => {
    const event = await anOpenEvent(lead);
    const go = (to: 'wishes' | 'planning', version = event.version) =>
      lead.call(meetingEventsApi.advance, { ...params(event), version, body: { to } });
    expect((await go('planning')).error.code).toBe('meeting/illegal-transition');
    expect((await go('wishes')).error.code).toBe('meeting/nobody-approved');
    expect((await go('wishes', 1)).error).toMatchObject({ code: 'request/stale', current: { id: event.id } });
  });

  it('stays visible when it is cancelled, with reason and cost', async () => {
    const event = await anOpenEvent(lead, { title: '中止になる商談会' });
    const { version } = await lead.ok(meetingEventsApi.cancel, {
      ...params(event),
      version: event.version,
      body: { reason: '感染症の拡大', costYen: 2_388 },
    });
    await lead.ok(meetingEventsApi.setCost, { ...params(event), version, body: { costYen: 5_000 } });
    const seen = await seller.api.ok(meetingEventsApi.get, params(event));
    expect(seen).toMatchObject({ state: 'cancelled', reason: '感染症の拡大', costYen: 5_000 });
    const listed = await seller.api.ok(meetingEventsApi.list, { query: { q: '中止になる' } });
    expect(listed.items).toHaveLength(1);
    expect(await eventsAbout(app, event.id)).toContain('meeting-event.cancelled');
  });

  it('gives every figure also by organising body', async () => {
    const event = await anOpenEvent(lead, { coOrganiserIds: [partnerBody] });
    await letIn(lead, orderer, event, 'orderer');
    await registered(seller, event, 'supplier');
    const { items } = await partner.ok(meetingEventsApi.figures, params(event));
    const figure = (key: string) => items.find((item) => item.key === key);
    expect(figure('orderers')?.bodies.map(({ name, n }) => [name, n])).toEqual([
      ['主催センター', 1],
      ['共催センター', 0],
    ]);
    expect(figure('applied')).toMatchObject({ total: 1, bodies: [{ n: 0 }, { n: 1 }] });
    const opened = await lead.ok(meetingParticipantsApi.list, {
      ...params(event),
      query: { state: ['applied'], bodyId: partnerBody },
    });
    expect(opened.items.map(({ company }) => company.name)).toEqual(['受注社']);
  });
});
