import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { companiesApi } from '#contracts/companies.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { ordersApi, type Order } from '#contracts/orders.js';
import { LinksService } from '#identity/links.service.js';
import { linkToken } from '#identity/secrets.js';
import { MatchingService } from '#matching/index.js';
import type { TestApp } from '../app.js';
import { aCapacityToken } from '../capacity.js';
import type { Client } from '../client.js';
import { aGap } from '../gaps.js';
import { proposed } from '../introductions.js';
import { aDraft, aPatentDraft, aPublishedOrder, aPublishedPatent, someOrder, type Firm } from '../orders.js';
import { savedSearches, unsubscribeTokenOf } from '../search.js';
import { someAppointments } from './appointments.js';
import { aPausedRoom } from './attendance.js';
import { aTable } from './companies.js';
import { someDisputes } from './disputes.js';
import { someFairs } from './fairs.js';
import { someDocument } from './files.js';
import { aLearningRun } from './learning.js';
import { someMeetings } from './meetings.js';
import { someMessages } from './messages.js';
import { somePriceRounds } from './offers.js';
import { find, type Caller, type People } from './people.js';
import { someProof } from './record.js';
import { aRoom } from './room.js';
import { someTeams } from './teams.js';

export async function someThings(app: TestApp, people: People) {
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

export type Things = Awaited<ReturnType<typeof someThings>>;
