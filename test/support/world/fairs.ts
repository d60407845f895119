import { fairsApi } from '#contracts/fair-exhibition.js';
import { fairLeadsApi } from '#contracts/fair-leads.js';
import { fairQuestionnairesApi } from '#contracts/fair-questionnaires.js';
import { fairSessionsApi } from '#contracts/fair-sessions.js';
import { fairTalksApi } from '#contracts/fair-talks.js';
import { fairVisitorsApi } from '#contracts/fair-visitors.js';
import type { Role } from '#contracts/permissions.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import {
  anOpenFair,
  aSession,
  aTicket,
  exhibits,
  fairAt,
  someBooth,
  someFair,
  someQuestions,
  someSession,
  someVisitor,
} from '../fairs.js';
import { aPublishedOrder, aPublishedPatent, type Firm } from '../orders.js';
import type { Caller } from './people.js';

interface Sides {
  /** Of the body that organises. */
  readonly broker: Client;
  readonly firm: Firm;
  readonly supplier: Firm;
}

/** Fairs of the own body: a draft, one whose call is open, and one that runs and where `firm` exhibits. */
export async function someFairs(app: TestApp, { broker, firm, supplier }: Sides) {
  const draft = await broker.ok(fairsApi.create, { body: someFair() });
  const call = await anOpenFair(broker);
  const open = await anOpenFair(broker);
  const exhibitor = await exhibits(broker, firm, open);
  const running = await fairAt(broker, open, 'running');
  return {
    draft,
    call,
    running,
    exhibitor,
    supplier,
    ...(await someTalks(app, running, exhibitor, { firm, supplier })),
    ...(await someSessions(app, broker, running)),
    over: await aFairThatIsOver(app, broker, firm),
  };
}

/** A fair that has ended, whose exhibitor and visitor are asked how it was. */
async function aFairThatIsOver(app: TestApp, broker: Client, firm: Firm) {
  const open = await anOpenFair(broker);
  const { id: exhibitorId } = await exhibits(broker, firm, open);
  const { id } = await fairAt(broker, open, 'running');
  const token = await aTicket(app, { id }, { email: 'guest@example.test' });
  const { code } = await app.as().ok(fairVisitorsApi.ticket, { params: { token } });
  await broker.ok(fairVisitorsApi.checkIn, { params: { id }, body: { code } });
  await fairAt(broker, { id }, 'finished');
  for (const audience of ['exhibitor', 'visitor'] as const) {
    const params = { id, audience };
    await broker.ok(fairQuestionnairesApi.save, { params, version: 0, body: someQuestions() });
    await broker.ok(fairQuestionnairesApi.send, { params });
  }
  return { id, exhibitorId, token };
}

/** A session of the programme with a question, a poll and a file. */
async function someSessions(app: TestApp, broker: Client, fair: { id: string }) {
  const session = await aSession(broker, fair);
  const params = { sessionId: session.id };
  const token = await aTicket(app, fair, { email: 'listener@example.test' });
  const [question] = await app.resources.database.query<{ id: string }>(
    `insert into fair_question (session_id, visitor_id, client_id, text)
     select $1, id, uuidv7(), '費用は' from fair_visitor where email = 'listener@example.test' returning id`,
    [session.id],
  );
  const poll = await broker.ok(fairSessionsApi.openPoll, {
    params,
    body: { question: '速さ', options: ['速い', '遅い'] },
  });
  const material = await broker.ok(fairSessionsApi.attach, { params, file: aText() });
  return { session, listener: token, questionId: question?.id ?? '', pollId: poll.id, fileId: material.id };
}

const aText = () => ({ name: 'a.txt', bytes: Buffer.from('text') });

/** A visitor of `supplier` who talks at the booth of `firm`, one who waits, and a talk that asks for an introduction. */
async function someTalks(
  app: TestApp,
  fair: { id: string },
  { id: exhibitorId }: { id: string },
  { firm, supplier }: Pick<Sides, 'firm' | 'supplier'>,
) {
  const queued = async (token: string) =>
    (await app.as().ok(fairTalksApi.queue, { params: { token }, body: { exhibitorId, topic: '' } })).id;
  const { email } = supplier.owner;
  await supplier.api.ok(fairVisitorsApi.register, { params: fair, body: someVisitor({ email }) });
  const token = await aTicket(app, fair, { email });
  const patent = await aPublishedPatent(firm);
  const order = await aPublishedOrder(supplier);
  const asked = await queued(token);
  const booth = { id: fair.id, exhibitorId };
  await firm.api.ok(fairTalksApi.next, { params: booth });
  const subject = { kind: 'patent' as const, subjectId: patent.id };
  await firm.api.ok(fairTalksApi.ask, { params: { ...booth, talkId: asked }, body: subject });
  await app.as().ok(fairTalksApi.leave, { params: { token, talkId: asked } });
  const talking = await queued(token);
  await firm.api.ok(fairTalksApi.next, { params: booth });
  await queued(await aTicket(app, fair, { email: 'waiting@example.test' }));
  const { code } = await app.as().ok(fairVisitorsApi.ticket, { params: { token } });
  const lead = await firm.api.ok(fairLeadsApi.create, { params: booth, body: { code, hasConsented: true } });
  return {
    token,
    code,
    leadId: lead.id,
    asked,
    talking,
    subject,
    own: { kind: 'order' as const, subjectId: order.id },
  };
}

type Fairs = Awaited<ReturnType<typeof someFairs>>;

/** Requests about them, by endpoint. `firm` exhibits; `supplier` is put in by organisers. */
export function fairRequests(fairs: Fairs): Record<string, object> {
  return {
    ...exhibitionRequests(fairs),
    ...visitRequests(fairs),
    ...sessionRequests(fairs),
    ...questionnaireRequests(fairs),
  };
}

function exhibitionRequests({ draft, call, running, exhibitor, supplier }: Fairs): Record<string, object> {
  const one = { params: { id: running.id }, version: running.version };
  const booth = { params: { id: running.id, exhibitorId: exhibitor.id }, version: exhibitor.version };
  return {
    'fairs.list': {},
    'fairs.create': { body: someFair() },
    'fairs.get': one,
    'fairs.update': { params: { id: draft.id }, version: draft.version, body: someFair() },
    'fairs.advance': { ...one, body: { to: 'finished' } },
    'fairs.cancel': { ...one, body: { reason: '台風のため' } },
    'fairs.setCost': { ...one, body: { costYen: 120_000 } },
    'fairExhibitors.list': one,
    'fairExhibitors.catalogue': one,
    'fairExhibitors.apply': ({ person }: Caller) => ({
      params: { id: call.id },
      body: { ...someBooth(), companyId: person ? supplier.id : null },
    }),
    'fairExhibitors.get': booth,
    'fairExhibitors.update': { ...booth, body: someBooth({ headline: '改めて' }) },
    'fairExhibitors.decide': { ...booth, body: { decision: 'decline', reason: '対象外' } },
    'fairExhibitors.withdraw': { ...booth, body: { reason: '都合により' } },
    'fairExhibitors.assign': { params: { id: running.id, no: 'A-01' }, body: { exhibitorId: exhibitor.id } },
    'fairExhibitors.fill': one,
    'fairExhibitors.tick': { params: { ...booth.params, key: 'panel' }, body: { isDone: true } },
  };
}

function visitRequests({
  running,
  exhibitor,
  token,
  code,
  asked,
  talking,
  subject,
  own,
}: Fairs): Record<string, object> {
  const one = { params: { id: running.id } };
  const booth = { params: { id: running.id, exhibitorId: exhibitor.id } };
  const ticket = { params: { token } };
  const ofTicket = { params: { token, talkId: talking } };
  const ofBooth = { params: { ...booth.params, talkId: talking } };
  return {
    'fairVisitors.register': { ...one, body: someVisitor({ email: 'another@example.test' }) },
    'fairVisitors.ticket': ticket,
    'fairVisitors.confirm': ticket,
    'fairVisitors.qr': ticket,
    'fairVisitors.favourite': {
      params: { token, exhibitorId: exhibitor.id },
      body: { isFavourite: true },
    },
    'fairVisitors.route': { ...one, query: { need: '切削' } },
    'fairVisitors.list': one,
    'fairVisitors.checkIn': { ...one, body: { code } },
    'fairTalks.queue': { ...ticket, body: { exhibitorId: exhibitor.id, topic: '試作について' } },
    'fairTalks.own': ofTicket,
    'fairTalks.leave': ofTicket,
    'fairTalks.askOwn': { ...ofTicket, body: own },
    'fairTalks.desk': booth,
    'fairTalks.duty': { ...booth, body: { isOnDuty: true } },
    'fairTalks.next': booth,
    'fairTalks.get': ofBooth,
    'fairTalks.end': { ...ofBooth, body: {} },
    'fairTalks.ask': { ...ofBooth, body: subject },
    'fairTalks.handOvers': one,
    'fairTalks.introduce': {
      params: { id: running.id, talkId: asked },
      body: { reason: '小間での相談から' },
    },
  };
}

function sessionRequests(fairs: Fairs): Record<string, object> {
  const { running, session, listener, questionId, pollId, fileId } = fairs;
  const one = { params: { id: running.id } };
  const ofFair = { params: { id: running.id, sessionId: session.id }, version: session.version };
  const ofSession = { params: { sessionId: session.id } };
  return {
    ...leadRequests(fairs),
    'fairSessions.list': one,
    'fairSessions.create': { ...one, body: someSession() },
    'fairSessions.update': { ...ofFair, body: someSession({ capacity: 9 }) },
    'fairSessions.cancel': { ...ofFair, body: { reason: '講師の急病' } },
    'fairSessions.room': ofSession,
    'fairSessions.seat': { params: { token: listener, sessionId: session.id }, body: { isComing: true } },
    'fairSessions.moderate': { params: { ...ofSession.params, questionId }, body: { state: 'answered' } },
    'fairSessions.openPoll': { ...ofSession, body: { question: '次回', options: ['春', '秋'] } },
    'fairSessions.closePoll': { params: { ...ofSession.params, pollId } },
    'fairSessions.attach': { ...ofSession, file: aText() },
    'fairSessions.detach': { params: { ...ofSession.params, fileId } },
    'fairSessions.material': { params: { ...ofSession.params, fileId } },
  };
}

function leadRequests({
  running: { id },
  exhibitor: { id: exhibitorId },
  token,
  leadId,
}: Pick<Fairs, 'running' | 'exhibitor' | 'token' | 'leadId'>): Record<string, object> {
  const booth = { params: { id, exhibitorId } };
  return {
    'fairLeads.list': booth,
    'fairLeads.create': { ...booth, body: { name: '来場 三郎', hasConsented: true } },
    'fairLeads.export': { ...booth, query: { format: 'csv' } },
    'fairLeads.figures': { params: { id } },
    'fairLeads.erase': { params: { ...booth.params, leadId } },
    'fairLeads.given': { params: { token } },
    'fairLeads.inquire': {
      params: { token },
      body: { exhibitorId, product: '流路ブロック', text: '', hasConsented: true },
    },
    'fairLeads.withdraw': { params: { token, leadId } },
    'fairLeads.charts': { params: { id } },
    'fairLeads.records': { params: { id }, query: { figure: 'booths' } },
    'fairWatch.watch': { params: { id } },
    'demonstration.get': {},
    'demonstration.play': { body: {} },
    'demonstration.stop': {},
  };
}

function questionnaireRequests({ running, over }: Fairs): Record<string, object> {
  const exhibitors = { params: { id: over.id, audience: 'exhibitor' } };
  const visitors = { params: { id: over.id, audience: 'visitor' } };
  const exhibitor = { params: { id: over.id, exhibitorId: over.exhibitorId } };
  const ticket = { params: { token: over.token } };
  const body = { answers: { satisfaction: 4 } };
  return {
    'fairQuestionnaires.get': visitors,
    'fairQuestionnaires.save': {
      params: { id: running.id, audience: 'visitor' },
      version: 0,
      body: someQuestions(),
    },
    'fairQuestionnaires.send': visitors,
    'fairQuestionnaires.results': exhibitors,
    'fairQuestionnaires.asked': visitors,
    'fairQuestionnaires.answers': { ...exhibitors, query: { key: 'satisfaction', value: '4' } },
    'fairQuestionnaires.export': { ...exhibitors, query: { table: 'comparison', format: 'csv' } },
    'fairQuestionnaires.ofTicket': ticket,
    'fairQuestionnaires.answerByTicket': { ...ticket, body },
    'fairQuestionnaires.ofExhibitor': exhibitor,
    'fairQuestionnaires.answerAsExhibitor': { ...exhibitor, body },
  };
}

const company: Role[] = ['company-member', 'company-owner'];
const body: Role[] = ['coordinator', 'secretary'];
const anyone: Role[] = ['newcomer', ...company, ...body, 'administrator'];
const none: Role[] = [];

/** Who may call each, as in the table of the matrix. What is `anyone` is open to visitors without an account, too. */
export const fairCallers: Record<string, [own: Role[], other: Role[]]> = {
  'fairs.list': [anyone, anyone],
  'fairs.create': [body, body],
  'fairs.get': [anyone, anyone],
  'fairs.update': [body, none],
  'fairs.advance': [body, none],
  'fairs.cancel': [body, none],
  'fairs.setCost': [body, none],
  'fairExhibitors.list': [anyone, anyone],
  'fairExhibitors.catalogue': [anyone, anyone],
  // Every company applies for itself, the organisers for any.
  'fairExhibitors.apply': [[...company, ...body], company],
  'fairExhibitors.get': [anyone, anyone],
  'fairExhibitors.update': [[...company, ...body], none],
  'fairExhibitors.decide': [body, none],
  'fairExhibitors.withdraw': [[...company, ...body], none],
  'fairExhibitors.assign': [body, none],
  'fairExhibitors.fill': [body, none],
  'fairExhibitors.tick': [[...company, ...body], none],

  // A ticket is for whoever holds it, with an account or without.
  'fairVisitors.register': [anyone, anyone],
  'fairVisitors.ticket': [anyone, anyone],
  'fairVisitors.confirm': [anyone, anyone],
  'fairVisitors.qr': [anyone, anyone],
  'fairVisitors.favourite': [anyone, anyone],
  'fairVisitors.route': [anyone, anyone],
  'fairVisitors.list': [body, none],
  'fairVisitors.checkIn': [body, none],
  'fairTalks.queue': [anyone, anyone],
  'fairTalks.own': [anyone, anyone],
  'fairTalks.leave': [anyone, anyone],
  'fairTalks.askOwn': [anyone, anyone],
  'fairTalks.desk': [[...company, ...body], none],
  'fairTalks.duty': [[...company, ...body], none],
  'fairTalks.next': [[...company, ...body], none],
  'fairTalks.get': [[...company, ...body], none],
  'fairTalks.end': [[...company, ...body], none],
  'fairTalks.ask': [[...company, ...body], none],
  'fairTalks.handOvers': [body, none],
  'fairTalks.introduce': [body, none],

  'fairSessions.list': [anyone, anyone],
  'fairSessions.create': [body, none],
  'fairSessions.update': [body, none],
  'fairSessions.cancel': [body, none],
  'fairSessions.room': [anyone, anyone],
  'fairSessions.seat': [anyone, anyone],
  'fairSessions.moderate': [body, none],
  'fairSessions.openPoll': [body, none],
  'fairSessions.closePoll': [body, none],
  'fairSessions.attach': [body, none],
  'fairSessions.detach': [body, none],
  'fairSessions.material': [anyone, anyone],

  // What visitors gave to a firm is not the organisers'.
  'fairLeads.list': [company, none],
  'fairLeads.create': [company, none],
  'fairLeads.export': [company, none],
  'fairLeads.figures': [body, none],
  'fairLeads.erase': [company, none],
  'fairLeads.given': [anyone, anyone],
  'fairLeads.inquire': [anyone, anyone],
  'fairLeads.withdraw': [anyone, anyone],
  'fairLeads.charts': [body, none],
  'fairLeads.records': [body, none],

  'fairQuestionnaires.get': [body, none],
  'fairQuestionnaires.save': [body, none],
  'fairQuestionnaires.send': [body, none],
  'fairQuestionnaires.results': [body, none],
  'fairQuestionnaires.asked': [body, none],
  'fairQuestionnaires.answers': [body, none],
  'fairQuestionnaires.export': [body, none],
  'fairQuestionnaires.ofTicket': [anyone, anyone],
  'fairQuestionnaires.answerByTicket': [anyone, anyone],
  // The firm's own answer.
  'fairQuestionnaires.ofExhibitor': [company, none],
  'fairQuestionnaires.answerAsExhibitor': [company, none],
  'fairWatch.watch': [body, none],
  'demonstration.get': [body, body],
  'demonstration.play': [body, body],
  'demonstration.stop': [body, body],
};
