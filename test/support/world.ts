import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { companiesApi, companyProfile } from '#contracts/companies.js';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { ordersApi, type Order } from '#contracts/orders.js';
import type { Role } from '#contracts/permissions.js';
import { LinksService } from '#identity/links.service.js';
import { hashPassword } from '#identity/passwords.js';
import { linkToken } from '#identity/secrets.js';
import { MatchingService } from '#matching/index.js';
import { RoomsService } from '#negotiations/rooms.service.js';
import type { TestApp } from './app.js';
import { aCapacityToken, capacityRequests } from './capacity.js';
import type { Client } from './client.js';
import { corporateNumberOf } from './companies.js';
import { aGap, gapRequests } from './gaps.js';
import { PASSWORD } from './identity.js';
import { proposed } from './introductions.js';
import { someTerms } from './terms.js';
import { appointmentRequests, someAppointments } from './world-appointments.js';
import { aPausedRoom, attendanceRequests } from './world-attendance.js';
import { offerRequests, priceRequests, somePriceRounds } from './world-offers.js';
import { proofRequests, someProof } from './world-record.js';
import { fileRequests, someDocument } from './world-files.js';
import { vocabularyRequests } from './world-vocabulary.js';
import {
  aDraft,
  aFirm,
  aPatentDraft,
  aPublishedOrder,
  aPublishedPatent,
  someOrder,
  somePatent,
  type Firm,
} from './orders.js';
import { aBody, aPerson, type TestPerson } from './people.js';
import { aLearningRun, learningRequests } from './world-learning.js';
import { disputeRequests, someDisputes } from './world-disputes.js';
import { messageRequests, someMessages } from './world-messages.js';
import { fairRequests, someFairs } from './world-fairs.js';
import { meetingRequests, someMeetings } from './world-meetings.js';
import { someTeams, teamRequests } from './world-teams.js';
import { savedSearches, someSavedSearch, unsubscribeTokenOf } from './search.js';

/**
 * Who calls. `own`: of the company, or of the support body of the company, whose things are asked for; `other`: of
 * another company or body; null: of none.
 */
export interface Caller {
  readonly name: string;
  readonly role: Role | null;
  readonly side: 'own' | 'other' | null;
  readonly person: TestPerson | null;
  readonly api: Client;
}

export interface World {
  /** One of each role and side. */
  readonly callers: readonly Caller[];
  /** Owner of a company that is not approved yet. */
  readonly pending: Caller;
  readonly lockedOut: Caller;
  /** A request that is sound in form and would succeed for who may make it. `endpoint`: `orders.get` … */
  request(endpoint: string, caller: Caller): object;
}

interface People {
  readonly ownBody: string;
  readonly otherBody: string;
  readonly firm: Firm;
  readonly stranger: Firm;
  readonly supplier: Firm;
  readonly waiting: Firm;
  readonly callers: Caller[];
  readonly pending: Caller;
  readonly lockedOut: Caller;
  /** Not in any room. */
  readonly spareMember: TestPerson;
  readonly spareStaff: TestPerson;
}

/** One of everything: the things belong to one company and its support body, the callers stand on all sides. */
export async function aWorld(app: TestApp): Promise<World> {
  const people = await somePeople(app);
  const things = await someThings(app, people);
  const { callers, pending, lockedOut } = people;
  const requests = requestsFor(people, things);
  return {
    callers,
    pending,
    lockedOut,
    request: (endpoint, caller) => {
      const request = requests[endpoint];
      if (!request) throw new Error(`test/support/world.ts has no request for ${endpoint}.`);
      return typeof request === 'function' ? (request as (caller: Caller) => object)(caller) : request;
    },
  };
}

async function somePeople(app: TestApp): Promise<People> {
  const { database } = app.resources;
  const ownBody = await aBody(database, '甲支援センター', true);
  const otherBody = await aBody(database, '乙支援センター');
  const firm = await aFirm(app, { name: '自社', bodyId: ownBody });
  const stranger = await aFirm(app, { name: '他社', bodyId: otherBody });
  const supplier = await aFirm(app, { name: '相手先', bodyId: ownBody });
  const waiting = await aFirm(app, { name: '申請中', bodyId: ownBody, state: 'pending' });
  const caller = (name: string, role: Role, side: Caller['side'], person: TestPerson): Caller => ({
    ...{ name, role, side, person },
    api: app.as(person.cookie),
  });
  const made = async (role: Role, side: Caller['side'], belongsTo: object = {}) =>
    caller(`${side ?? ''} ${role}`.trim(), role, side, await aPerson(database, { role, ...belongsTo }));
  const callers = [
    { name: 'nobody', role: null, side: null, person: null, api: app.as() },
    await made('newcomer', null),
    caller('own company-owner', 'company-owner', 'own', firm.owner),
    await made('company-member', 'own', { companyId: firm.id }),
    await made('coordinator', 'own', { bodyId: ownBody }),
    await made('secretary', 'own', { bodyId: ownBody }),
    caller('other company-owner', 'company-owner', 'other', stranger.owner),
    await made('company-member', 'other', { companyId: stranger.id }),
    await made('coordinator', 'other', { bodyId: otherBody }),
    await made('secretary', 'other', { bodyId: otherBody }),
    await made('administrator', null),
  ];
  const lockedOut = await made('administrator', null);
  await database.query('update app_user set suspended_at = now() where id = $1', [lockedOut.person?.id]);
  await database.query('update app_user set password_hash = $1', [await hashPassword(PASSWORD)]);
  return {
    ...{ ownBody, otherBody, firm, stranger, supplier, waiting, callers, lockedOut },
    pending: caller('pending company-owner', 'company-owner', null, waiting.owner),
    spareMember: await aPerson(database, { role: 'company-member', companyId: firm.id }),
    spareStaff: await aPerson(database, { role: 'coordinator', bodyId: ownBody }),
  };
}

const find = (callers: readonly Caller[], name: string): Caller & { person: TestPerson } => {
  const found = callers.find((caller) => caller.name === name);
  if (!found?.person) throw new Error(`Nobody is ${name}.`);
  return { ...found, person: found.person };
};

/** A room where everybody of the own side sits, about an order of the firm. */
async function aRoom(app: TestApp, people: People) {
  const { firm, supplier, ownBody, callers } = people;
  const { person: coordinator, api: broker } = find(callers, 'own coordinator');
  const order = await aPublishedOrder(firm);
  const { id } = await proposed({ bodyId: ownBody, coordinator, broker, poster: firm, supplier, order });
  for (const side of [firm, supplier]) await side.api.ok(introductionsApi.consent, { params: { id } });
  await app.app.get(RoomsService, { strict: false }).open(id);
  const [room] = await app.resources.database.query<{ id: string }>(
    'select id from room where introduction_id = $1',
    [id],
  );
  const params = { id: room?.id ?? '' };
  const add = (who: Client, { person }: Caller) =>
    who.ok(negotiationsApi.addMember, { params, body: { userId: person?.id ?? '' } });
  await add(firm.api, find(callers, 'own company-member'));
  await add(broker, find(callers, 'own secretary'));
  const offer = (who: Firm) => who.api.ok(offersApi.make, { params, body: someTerms() });
  return { params, order, introductionId: id, offer };
}

async function someThings(app: TestApp, people: People) {
  const { firm, supplier, callers, ownBody } = people;
  const { person: coordinator, api: broker } = find(callers, 'own coordinator');
  const order = await aPublishedOrder(firm);
  const file = { name: 'a.txt', bytes: Buffer.from('text') };
  const attachment = await firm.api.ok(ordersApi.attach, { params: { id: order.id }, file });
  await storeCandidates(app, order, supplier);
  const talks = await aRoom(app, people);
  const roomFile = await broker.ok(negotiationsApi.attach, {
    params: talks.params,
    body: { clientId: randomUUID() },
    file,
  });
  const amended = await aRoom(app, people);
  const ownOffer = await amended.offer(firm);
  await firm.api.ok(ordersApi.amend, {
    params: { id: amended.order.id },
    version: amended.order.version,
    body: { content: someOrder(), reason: '訂正' },
  });
  const agreed = await aRoom(app, people);
  const accepted = await agreed.offer(supplier);
  const agreement = await firm.api.ok(offersApi.accept, {
    params: { ...agreed.params, offerId: accepted.id },
  });
  return {
    ...{ order, talks, amended, ownOffer, agreement },
    appointments: await someAppointments(talks.params, { own: firm.api, other: supplier.api }),
    paused: await aPausedRoom((await aRoom(app, people)).params, broker),
    proof: await someProof(firm.api, talks.params, agreement),
    draft: await aDraft(firm),
    priceRounds: await somePriceRounds(talks.params, firm.api, supplier.api),
    document: await someDocument(talks, firm.api, await aPicture()),
    attachmentId: attachment.id,
    patent: await aPublishedPatent(firm),
    patentDraft: await aPatentDraft(firm),
    proposal: await proposed({ bodyId: ownBody, coordinator, broker, poster: firm, supplier, order }),
    unproposed: await aPublishedOrder(firm),
    theirOffer: await talks.offer(supplier),
    roomFileId: roomFile.file?.id ?? '',
    said: await someMessages(talks.params, callers),
    imageId: await anImage(firm),
    picture: await aPicture(),
    importId: await anImport(broker),
    ...(await aThingPerPerson(app, callers)),
    meetings: await someMeetings(app, { broker, firm, supplier }),
    learning: await aLearningRun(app.resources.database),
    fairs: await someFairs(app, { broker, firm, supplier }),
    disputes: await someDisputes(app, {
      ...{ room: agreed.params, councilRoom: talks.params, calmRoom: amended.params },
      ...{ own: firm.api, other: supplier.api, callers },
    }),
    teams: await someTeams(app, { broker, firm, supplier }),
    gaps: {
      open: await aGap(app.resources.database, gapIn(firm, talks)),
      closed: await aGap(app.resources.database, gapIn(firm, amended), 'closed'),
    },
    capacityToken: await aCapacityToken(app, firm.owner.id),
    signUpToken: await aToken(app, 'sign-up', `${randomUUID()}@example.test`),
    resetToken: await aToken(app, 'reset', firm.owner.email),
  };
}

const gapIn = (firm: Firm, talks: Awaited<ReturnType<typeof aRoom>>) => ({
  introductionId: talks.introductionId,
  companyId: firm.id,
  subjectId: talks.order.id,
});

async function storeCandidates(app: TestApp, order: Order, supplier: Firm): Promise<void> {
  const matching = app.app.get(MatchingService, { strict: false });
  await matching.markWaiting([{ kind: 'order', subjectId: order.id }]);
  await matching.store(
    {
      kind: 'order',
      subjectId: order.id,
      revision: 1,
      companies: 1,
      floor: 0,
      excluded: [],
      candidates: [{ companyId: supplier.id, score: 50, reasons: [], mustsMet: true }],
    },
    new Date().toISOString(),
  );
}

const aPicture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    .png()
    .toBuffer();

async function anImage(firm: Firm): Promise<string> {
  const { images } = await firm.api.ok(companiesApi.addImage, {
    params: { id: firm.id },
    body: { caption: '工場' },
    file: { name: 'a.png', bytes: await aPicture() },
  });
  return images[0]?.id ?? '';
}

const aTable = () => ({
  name: 'a.csv',
  bytes: Buffer.from(`法人番号,企業名\n${corporateNumberOf()},取込製作所\n`),
});

async function anImport(broker: Client): Promise<string> {
  return (await broker.ok(companiesApi.upload, { file: aTable() })).id;
}

async function aToken(app: TestApp, kind: 'sign-up' | 'reset', email: string): Promise<string> {
  const { id } = await app.app.get(LinksService, { strict: false }).create(kind, email, 'ja');
  return linkToken(app.resources.config.secretKey, id);
}

/** A notification and a session of each person, by the person's id. */
async function aThingPerPerson(app: TestApp, callers: readonly Caller[]) {
  const ids = callers.flatMap(({ person }) => (person ? [person.id] : []));
  const { database } = app.resources;
  const notifications = await database.query<{ owner: string; id: string }>(
    `insert into notification (user_id, kind, words, link, event_id)
     select id, 'room-closed', '{"ja": "お知らせ", "en": "News"}', '/rooms', -1 from unnest($1::uuid[]) p(id)
     returning user_id owner, id`,
    [ids],
  );
  const sessions = await database.query<{ owner: string; id: string }>(
    `insert into user_session (user_id, token_hash, device)
     select id, 'another session of ' || id, 'another' from unnest($1::uuid[]) p(id)
     returning user_id owner, id`,
    [ids],
  );
  const byOwner = (rows: { owner: string; id: string }[]) =>
    new Map(rows.map(({ owner, id }) => [owner, id]));
  const saved = await savedSearches(app, ids);
  const unsubscribe = unsubscribeTokenOf(app, [...saved.values()][0] ?? '');
  return { notifications: byOwner(notifications), sessions: byOwner(sessions), saved, unsubscribe };
}

type Things = Awaited<ReturnType<typeof someThings>>;
type Request = object | ((caller: Caller) => object);

const requestsFor = (people: People, things: Things): Record<string, Request> => ({
  ...identityRequests(people, things),
  ...companyRequests(people, things),
  ...capacityRequests(people.firm.id, things.capacityToken),
  ...orderRequests(things),
  ...patentRequests(things),
  ...introductionRequests(people, things),
  ...gapRequests(things.gaps),
  ...learningRequests(things.learning),
  ...teamRequests(things.teams),
  ...disputeRequests(things.disputes),
  ...negotiationRequests(people, things),
  ...appointmentRequests(things.appointments),
  ...attendanceRequests(things.talks.params, things.paused),
  ...messageRequests(things.talks.params, things.said),
  ...meetingRequests(things.meetings, people),
  ...fairRequests(things.fairs),
  ...offerRequests(things),
  ...proofRequests(things),
  ...priceRequests(things.priceRounds, people.firm.id),
  ...fileRequests(things.document),
  ...vocabularyRequests,
  ...otherRequests(people, things),
});

const someEmail = () => `${randomUUID()}@example.test`;
const withParams = (params: object) => ({ params });

function identityRequests(
  { ownBody, firm, callers, spareStaff }: People,
  things: Things,
): Record<string, Request> {
  const body = { params: { id: ownBody } };
  const company = { params: { id: firm.id } };
  const member = find(callers, 'own company-member').person;
  const account = { params: { id: member.id } };
  const profile = { name: '丙支援センター', nameEn: 'Centre C', orderersMayPropose: true };
  const newPassword = 'another long 電池';
  return {
    'identity.signUp': () => ({ body: { email: someEmail() } }),
    'identity.readLink': { query: { token: things.signUpToken } },
    'identity.completeSignUp': { body: { token: things.signUpToken, name: '新人', password: PASSWORD } },
    'identity.signIn': { body: { email: firm.owner.email, password: PASSWORD } },
    'identity.signOut': {},
    'identity.askReset': () => ({ body: { email: someEmail() } }),
    'identity.completeReset': { body: { token: things.resetToken, password: newPassword } },
    'identity.me': {},
    'identity.updateMe': { body: { name: '改名' } },
    'identity.changePassword': { body: { current: PASSWORD, password: newPassword } },
    'identity.sessions': {},
    'identity.revokeSession': (caller: Caller) => withParams({ id: thingOf(things.sessions, caller, firm) }),
    'identity.startTwoFactor': {},
    'identity.confirmTwoFactor': { body: { code: '000000' } },
    'identity.stopTwoFactor': { body: { password: PASSWORD } },
    'identity.companyMembers': company,
    'identity.inviteToCompany': () => ({ ...company, body: { email: someEmail(), role: 'company-member' } }),
    'identity.removeFromCompany': { params: { id: firm.id, userId: member.id } },
    'identity.bodies': {},
    'identity.createBody': { body: profile },
    'identity.getBody': body,
    'identity.updateBody': { ...body, version: 1, body: profile },
    'identity.bodyMembers': body,
    'identity.inviteToBody': () => ({ ...body, body: { email: someEmail(), role: 'coordinator' } }),
    'identity.removeFromBody': { params: { id: ownBody, userId: spareStaff.id } },
    'identity.accounts': {},
    'identity.suspendAccount': account,
    'identity.restoreAccount': account,
  };
}

/** What belongs to a person is asked for by that person on the own side, and by the others as the owner's. */
const thingOf = (things: Map<string, string>, { side, person }: Caller, firm: Firm): string =>
  things.get(side === 'other' || !person ? firm.owner.id : person.id) ?? randomUUID();

function companyRequests({ firm, waiting, ownBody }: People, things: Things): Record<string, Request> {
  const company = { params: { id: firm.id } };
  const applicant = { params: { id: waiting.id } };
  const image = { params: { id: firm.id, fileId: things.imageId } };
  const upload = { params: { id: things.importId } };
  const profile = companyProfile.parse({ name: '自社', isOrderer: true, isSupplier: true });
  const registration = { isOrderer: true, isSupplier: false, prefecture: '13', bodyId: ownBody };
  const mapping = { corporateNumber: '法人番号', name: '企業名' };
  return {
    'companies.taxonomy': {},
    'companies.list': {},
    'companies.register': () => ({
      body: { ...registration, name: '新興', corporateNumber: corporateNumberOf() },
    }),
    'companies.get': company,
    // The picture was a change of the company.
    'companies.updateProfile': { ...company, version: 2, body: profile },
    'companies.tellCapacity': { ...company, body: { items: [] } },
    'companies.changes': company,
    'companies.approve': applicant,
    'companies.reject': { ...applicant, body: { reason: '確認できない' } },
    'companies.verify': company,
    'companies.addImage': {
      ...company,
      body: { caption: '' },
      file: { name: 'b.png', bytes: things.picture },
    },
    'companies.removeImage': image,
    'companies.image': image,
    'companies.sheet': company,
    'companies.export': { query: { format: 'csv' } },
    'companies.imports': {},
    'companies.upload': { file: aTable() },
    'companies.getImport': upload,
    'companies.runImport': { ...upload, body: { mapping, dryRun: true } },
    'companies.importErrors': upload,
  };
}

function orderRequests({ order, draft, attachmentId }: Things): Record<string, Request> {
  const published = { params: { id: order.id }, version: order.version };
  const unpublished = { params: { id: draft.id }, version: draft.version };
  const attached = { params: { id: order.id, fileId: attachmentId } };
  return {
    'orders.list': {},
    'orders.create': { body: someOrder() },
    'orders.get': published,
    'orders.updateDraft': { ...unpublished, body: someOrder({ title: '改題' }) },
    'orders.publish': unpublished,
    'orders.amend': { ...published, body: { content: someOrder(), reason: '訂正' } },
    'orders.close': { ...published, body: { outcome: 'not-placed', reason: '' } },
    'orders.cancel': { ...published, body: { reason: '中止' } },
    'orders.revisions': published,
    'orders.attach': { ...published, file: { name: 'b.txt', bytes: Buffer.from('text') } },
    'orders.detach': attached,
    'orders.attachment': attached,
  };
}

function patentRequests({ patent, patentDraft }: Things): Record<string, Request> {
  const published = { params: { id: patent.id }, version: patent.version };
  return {
    'patents.list': {},
    'patents.create': { body: somePatent() },
    'patents.get': published,
    'patents.update': { ...published, body: somePatent({ title: '改題' }) },
    'patents.publish': { params: { id: patentDraft.id }, version: patentDraft.version },
    'patents.withdraw': { ...published, body: { reason: '自社で実施' } },
    'patents.showInterest': { ...published, body: { reason: '使いたい' } },
    'patents.dropInterest': published,
    'patents.interests': published,
  };
}

function introductionRequests(
  { supplier }: People,
  { order, proposal, unproposed, talks }: Things,
): Record<string, Request> {
  const waiting = { params: { id: proposal.id } };
  const subject = { params: { kind: 'order', id: order.id } };
  const met = (introduction: Pick<Introduction, 'version'>) => ({
    params: { id: talks.introductionId },
    version: introduction.version,
  });
  // Two consents after the proposal.
  const negotiating = met({ version: 3 });
  return {
    'matching.candidates': subject,
    'matching.rerun': subject,
    'matching.opportunities': {},
    'introductions.list': {},
    'introductions.propose': {
      body: { kind: 'order', subjectId: unproposed.id, companyId: supplier.id, reason: '合うため' },
    },
    'introductions.get': waiting,
    'introductions.consent': waiting,
    'introductions.decline': { ...waiting, body: { code: 'price', text: '' } },
    'introductions.withdraw': { ...waiting, body: { reason: '見直し' } },
    'introductions.followUp': {
      ...negotiating,
      body: { nextAction: '電話', nextActionOn: null, coordinatorId: null },
    },
    'introductions.recordOutcome': {
      ...negotiating,
      body: { outcome: 'likely', reason: '', on: '2026-04-01' },
    },
    'introductions.coordinators': {},
  };
}

function negotiationRequests(
  { spareMember, spareStaff, firm }: People,
  { talks, roomFileId }: Things,
): Record<string, Request> {
  const room = { params: talks.params };
  const isStaff = ({ role }: Caller) => role === 'coordinator' || role === 'secretary';
  const leaving = ({ side, person }: Caller) => (side === 'own' ? person?.id : firm.owner.id);
  return {
    'negotiations.list': {},
    'negotiations.get': room,
    'negotiations.messages': room,
    'negotiations.post': () => ({ ...room, body: { clientId: randomUUID(), text: 'こんにちは' } }),
    'negotiations.read': { ...room, body: { seq: 1 } },
    'negotiations.attach': () => ({
      ...room,
      body: { clientId: randomUUID() },
      file: { name: 'b.txt', bytes: Buffer.from('text') },
    }),
    'negotiations.file': { params: { ...talks.params, fileId: roomFileId } },
    'negotiations.colleagues': room,
    'negotiations.addMember': (caller: Caller) => ({
      ...room,
      body: { userId: isStaff(caller) ? spareStaff.id : spareMember.id },
    }),
    'negotiations.removeMember': (caller: Caller) => withParams({ ...talks.params, userId: leaving(caller) }),
    'negotiations.close': { ...room, body: { reason: '条件が合わず' } },
  };
}

function otherRequests({ ownBody, firm }: People, things: Things): Record<string, Request> {
  const scope = { fiscalYear: 2026, bodyId: ownBody };
  const savedOf = (caller: Caller) => withParams({ id: thingOf(things.saved, caller, firm) });
  return {
    'search.search': { query: { q: '軸受け' } },
    'search.quick': { query: { q: '軸受け' } },
    'search.saved': {},
    'search.save': () => ({ body: someSavedSearch() }),
    'search.changeSaved': (caller: Caller) => ({
      ...savedOf(caller),
      version: 1,
      body: { name: '改名', alert: 'off' },
    }),
    'search.seenSaved': savedOf,
    'search.removeSaved': savedOf,
    'search.unsubscribe': { body: { token: things.unsubscribe } },
    'notifications.list': {},
    'notifications.read': (caller: Caller) => withParams({ id: thingOf(things.notifications, caller, firm) }),
    'notifications.readAll': {},
    'reporting.dashboard': { query: scope },
    'reporting.records': { query: { ...scope, figure: 'orders' } },
    'reporting.export': { query: { ...scope, figure: 'orders', format: 'csv' } },
  };
}
