import { createHash } from 'node:crypto';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { meetingParticipantsApi } from '#contracts/meeting-participants.js';
import { signedLink } from '#platform/auth/index.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { advanced, anOpenEvent, letIn, someEvent, someParticipation } from '../meetings.js';
import type { Firm } from '../orders.js';

interface Sides {
  /** Of the body that organises. */
  readonly broker: Client;
  readonly firm: Firm;
  readonly supplier: Firm;
}

/** Meeting events of the own body: a draft, one whose call is open, and one where wishes are made. */
export async function someMeetings(app: TestApp, { broker, firm, supplier }: Sides) {
  const draft = await broker.ok(meetingEventsApi.create, { body: someEvent() });
  const call = await anOpenEvent(broker);
  const wishing = await anOpenEvent(broker);
  const orderer = await letIn(broker, firm, wishing, 'orderer');
  const seller = await letIn(broker, supplier, wishing, 'supplier');
  const event = await advanced(broker, wishing, 'wishes');
  const own = await broker.ok(meetingParticipantsApi.get, {
    params: { id: event.id, participantId: orderer.id },
  });
  const planning = await anOpenEvent(broker);
  const buyer = await letIn(broker, firm, planning, 'orderer');
  const maker = await letIn(broker, supplier, planning, 'supplier');
  await advanced(broker, planning, 'planning');
  const add = (slot: number) =>
    broker.ok(meetingTimetableApi.add, {
      params: { id: planning.id },
      body: { ordererId: buyer.id, supplierId: maker.id, slot, table: 1, overrule: true },
    });
  const meeting = await add(1);
  const { id: planId } = await broker.ok(meetingTimetableApi.plan, { params: { id: planning.id }, body: {} });
  await broker.ok(meetingTimetableApi.cancelPlan, { params: { id: planning.id, planId } });
  const published = await anOpenEvent(broker);
  const one = await letIn(broker, firm, published, 'orderer');
  const other = await letIn(broker, supplier, published, 'supplier');
  await advanced(broker, published, 'planning');
  const body = { ordererId: one.id, supplierId: other.id, slot: 1, table: 1 };
  const held = await broker.ok(meetingTimetableApi.add, { params: { id: published.id }, body });
  await advanced(broker, published, 'published');
  await app.resources.database.query(
    `insert into meeting_publication (event_id, record, codes, hash) values ($1, '{}', '{}', '')`,
    [published.id],
  );
  return {
    ...{ draft, call, event, seller, orderer: own },
    planned: { id: planning.id, planId, meetingId: meeting.id, buyer: buyer.id, maker: maker.id },
    published: { id: published.id, participantId: one.id },
    held: { id: published.id, meetingId: held.id, participantId: one.id },
    askToken: await anAsk(app, one.id),
    boardToken: aBoardToken(app, published.id),
  };
}

/** Requests about them, by endpoint. `firm` takes part as an orderer, `supplier` as a supplier. */
export function meetingRequests(
  {
    draft,
    call,
    event,
    orderer,
    seller,
    planned,
    published,
    held,
    askToken,
    boardToken,
  }: Awaited<ReturnType<typeof someMeetings>>,
  { supplier }: Pick<Sides, 'supplier'>,
): Record<string, object> {
  const one = { params: { id: event.id }, version: event.version };
  const place = { id: event.id, participantId: orderer.id };
  const entry = { params: place, version: orderer.version };
  return {
    'meetingEvents.list': {},
    'meetingEvents.create': { body: someEvent() },
    'meetingEvents.get': one,
    'meetingEvents.update': { params: { id: draft.id }, version: draft.version, body: someEvent() },
    'meetingEvents.advance': { ...one, body: { to: 'planning' } },
    'meetingEvents.cancel': { ...one, body: { reason: '台風のため' } },
    'meetingEvents.setCost': { ...one, body: { costYen: 120_000 } },
    'meetingEvents.figures': one,
    'meetingParticipants.list': one,
    'meetingParticipants.register': { params: { id: call.id }, body: someParticipation('supplier') },
    'meetingParticipants.enter': {
      params: { id: call.id },
      body: { ...someParticipation('supplier'), companyId: supplier.id },
    },
    'meetingParticipants.get': entry,
    'meetingParticipants.update': { ...entry, body: someParticipation('orderer', { headline: '改めて' }) },
    'meetingParticipants.decide': { ...entry, body: { decision: 'decline', reason: '対象外' } },
    'meetingParticipants.withdraw': { ...entry, body: { reason: '都合により' } },
    'meetingParticipants.wishSheet': entry,
    'meetingParticipants.wish': {
      params: { ...place, otherId: seller.id },
      body: { want: 'like', note: '' },
    },
    'meetingParticipants.forecast': one,
    ...timetableRequests(planned, published),
    ...resultRequests(held, askToken, boardToken),
  };
}

/** The token of the screen at an event's entrance. */
export const aBoardToken = ({ resources }: TestApp, eventId: string): string =>
  signedLink(resources.config.secretKey, 'meeting board', eventId);

/** The token of a mailed link that asks a firm for its results. */
export async function anAsk({ resources }: TestApp, participantId: string): Promise<string> {
  const [ask] = await resources.database.query<{ id: string }>(
    'insert into meeting_ask (participant_id, months) values ($1, 0) returning id',
    [participantId],
  );
  return signedLink(resources.config.secretKey, 'meeting outcome', ask?.id ?? '');
}

function resultRequests(held: Meetings['held'], token: string, board: string): Record<string, object> {
  const event = { params: { id: held.id } };
  const body = { outcome: 'no-deal', code: 'price', note: '' };
  return {
    'meetingResults.ask': { params: { token } },
    'meetingResults.answer': { params: { token, meetingId: held.meetingId }, body },
    'meetingResults.record': { params: held, body },
    'meetingResults.report': event,
    'meetingResults.list': event,
    'meetingResults.export': { ...event, query: { format: 'csv' } },
    'meetingDay.day': event,
    'meetingDay.checkIn': {
      params: { id: held.id, participantId: held.participantId },
      body: { at: '2026-04-01T00:00:00Z' },
    },
    'meetingDay.attend': { params: { id: held.id, meetingId: held.meetingId }, body: { state: 'no-show' } },
    'meetingDay.refillOffers': event,
    'meetingDay.refill': { ...event, body: { digest: digestOf([]) } },
    'meetingReplan.proposal': event,
    'meetingReplan.take': {
      ...event,
      body: { closedTables: [], closedSlots: [], addWishes: false, digest: digestOf([[], [], false, []]) },
    },
    'meetingDay.qr': { params: { id: held.id, participantId: held.participantId } },
    'meetingDay.boardLink': event,
    'meetingDay.board': { params: { token: board } },
  };
}

/** Of what a proposal shows where nothing is to be done. */
const digestOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('hex');

type Meetings = Awaited<ReturnType<typeof someMeetings>>;

function timetableRequests(
  { id, planId, meetingId, buyer, maker }: Meetings['planned'],
  published: Meetings['published'],
): Record<string, object> {
  const one = { params: { id } };
  const meeting = { params: { id, meetingId } };
  return {
    'meetingTimetable.get': one,
    'meetingTimetable.plan': { ...one, body: { limitSeconds: 5 } },
    'meetingTimetable.cancelPlan': { params: { id, planId } },
    'meetingTimetable.add': {
      ...one,
      body: { ordererId: buyer, supplierId: maker, slot: 2, table: 1, overrule: true },
    },
    'meetingTimetable.move': { ...meeting, body: { slot: 3, table: 1 } },
    'meetingTimetable.fix': { ...meeting, body: { isFixed: false } },
    'meetingTimetable.cancel': { ...meeting, body: { reason: '都合により' } },
    'meetingTimetable.own': { params: published },
    'meetingTimetable.record': { params: { id: published.id } },
    'meetingTimetable.calendar': { params: published },
  };
}
