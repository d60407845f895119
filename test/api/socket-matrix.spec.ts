import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { fairClientEvents, type FairClientEvent } from '#contracts/fair-live.js';
import { fairExhibitorsApi } from '#contracts/fair-exhibitors.js';
import { fairSessionsApi } from '#contracts/fair-sessions.js';
import { fairTalksApi } from '#contracts/fair-talks.js';
import { clientEvents, type ClientEvent, type ClientEventData } from '#contracts/live.js';
import { startApp, type TestApp } from '../support/app.js';
import { anOpenFair, aSession, aTicket, exhibits, fairAt } from '../support/fairs.js';
import { enterRoom, openTab, openTalks, type Tab, type Talks } from '../support/negotiations.js';
import { aFirm } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

/**
 * Every event that a browser may send, from everybody who may not have its effect, and from some who may: a new event
 * without an entry here does not compile.
 */
let app: TestApp;
const tabs: Tab[] = [];
const sockets: Socket[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  for (const tab of tabs) tab.close();
  for (const socket of sockets) socket.disconnect();
  await app.close();
});

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
}
const outcome = ({ ok, code }: Answer): string => (ok ? 'ok' : (code ?? ''));

describe('what is sent to a room', () => {
  type Samples = { readonly [E in ClientEvent]: { data: ClientEventData<E>; answer: string } };
  const media = { microphone: true, camera: false, screen: false };
  /** To a stranger: refused, or of no effect. */
  const samples = (roomId: string, peerId: string): Samples => ({
    'room:join': { data: { roomId }, answer: 'auth/forbidden' },
    'room:leave': { data: { roomId }, answer: 'ok' },
    'room:typing': { data: { roomId }, answer: 'auth/forbidden' },
    'message:send': { data: { roomId, clientId: randomUUID(), text: 'x' }, answer: 'auth/forbidden' },
    'call:join': { data: { roomId, media }, answer: 'auth/forbidden' },
    'call:signal': {
      data: { roomId, peerId, to: peerId, signal: { kind: 'restart' } },
      answer: 'auth/forbidden',
    },
    'call:alive': { data: { roomId, peerId, media }, answer: 'call/ended' },
    'call:leave': { data: { roomId, peerId }, answer: 'ok' },
  });
  let talks: Talks;
  let member: Tab;
  let peerId: string;
  beforeAll(async () => {
    talks = await openTalks(app);
    member = await enterRoom(app.url, talks.owner, talks.roomId);
    tabs.push(member);
    peerId = (await member.send('call:join', { roomId: talks.roomId, media })).peerId ?? '';
    for (const told of ['message:new', 'room:presence', 'call:changed'] as const) await member.until(told);
    await app.settle();
    await member.caughtUp();
  });

  it.each([
    ['a colleague', () => ({ role: 'company-owner' as const, companyId: talks.ownerCompany.id })],
    [
      'a member of another company',
      async () => ({ role: 'company-owner' as const, companyId: (await aFirm(app)).id }),
    ],
    ['another coordinator of the body', () => ({ role: 'coordinator' as const, bodyId: talks.bodyId })],
    ['a secretary', () => ({ role: 'secretary' as const, bodyId: talks.bodyId })],
    ['an administrator', () => ({ role: 'administrator' as const })],
  ])('by %s is refused, or of no effect', async (_, given) => {
    const person = await aPerson(app.resources.database, await given());
    const tab = await openTab(app.url, person.cookie);
    tabs.push(tab);
    const all = samples(talks.roomId, peerId);
    const before = member.heard.length;
    for (const event of Object.keys(clientEvents) as ClientEvent[]) {
      const { data, answer } = all[event];
      expect([event, outcome(await tab.send(event, data as never))]).toEqual([event, answer]);
    }
    await member.caughtUp();
    expect(member.heard.slice(before)).toEqual([]);
    expect(tab.heard).toEqual([]);
    const alive = await member.send('call:alive', { roomId: talks.roomId, peerId, media });
    expect(alive).toMatchObject({ ok: true });
  });
});

describe('what is sent to a fair', () => {
  const viewers = [
    'visitor',
    'other visitor',
    'visitor elsewhere',
    'exhibitor',
    'other company',
    'organiser',
  ] as const;
  type Viewer = (typeof viewers)[number];
  const everybody = viewers;
  const visitors: readonly Viewer[] = ['visitor', 'other visitor'];
  /** Who may; others are refused. */
  const may: Readonly<Record<FairClientEvent, readonly Viewer[]>> = {
    'booth:enter': everybody,
    'booth:leave': everybody,
    // Organisers help out at booths.
    'talk:join': ['visitor', 'exhibitor', 'organiser'],
    'talk:say': ['visitor', 'exhibitor', 'organiser'],
    'session:join': everybody,
    'session:leave': everybody,
    'question:ask': visitors,
    'question:vote': visitors,
    'poll:vote': visitors,
    'watch:join': ['organiser'],
    'watch:leave': everybody,
  };
  let people: Readonly<Record<Viewer, Socket>>;
  let samples: Readonly<Record<FairClientEvent, object>>;

  async function connected(given: { ticket?: string; cookie?: string }): Promise<Socket> {
    const socket = io(`${app.url}/fair`, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      ...(given.ticket && { auth: { ticket: given.ticket } }),
      ...(given.cookie && { extraHeaders: { cookie: given.cookie } }),
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    return socket;
  }

  beforeAll(async () => {
    const bodyId = await aBody(app.resources.database);
    const organiser = await aPerson(app.resources.database, { role: 'coordinator', bodyId });
    const lead = app.as(organiser.cookie);
    const firm = await aFirm(app, { bodyId });
    const running = async () => {
      const open = await anOpenFair(lead);
      const exhibitor = await exhibits(lead, firm, open);
      await lead.ok(fairExhibitorsApi.fill, { params: { id: open.id } });
      return { fair: await fairAt(lead, open, 'running'), exhibitorId: exhibitor.id };
    };
    const { fair, exhibitorId } = await running();
    const { fair: elsewhere } = await running();
    const ticket = await aTicket(app, fair, { email: 'm1@example.test' });
    people = {
      visitor: await connected({ ticket }),
      'other visitor': await connected({ ticket: await aTicket(app, fair, { email: 'm2@example.test' }) }),
      'visitor elsewhere': await connected({ ticket: await aTicket(app, elsewhere) }),
      exhibitor: await connected({ cookie: firm.owner.cookie }),
      'other company': await connected({ cookie: (await aFirm(app)).owner.cookie }),
      organiser: await connected({ cookie: organiser.cookie }),
    };
    const queued = { params: { token: ticket }, body: { exhibitorId, topic: '相談' } };
    const { id: talkId } = await app.as().ok(fairTalksApi.queue, queued);
    await firm.api.ok(fairTalksApi.next, { params: { id: fair.id, exhibitorId } });
    const { id: sessionId } = await aSession(lead, fair);
    const poll = { question: '次回は', options: ['春', '秋'] };
    const { id: pollId } = await lead.ok(fairSessionsApi.openPoll, { params: { sessionId }, body: poll });
    const question = { sessionId, clientId: randomUUID(), text: '費用は' };
    const asked = (await people.visitor.emitWithAck('question:ask', question)) as { questionId: string };
    samples = {
      'booth:enter': { exhibitorId },
      'booth:leave': { exhibitorId },
      'talk:join': { talkId },
      'talk:say': { talkId, text: 'x' },
      'session:join': { sessionId },
      'session:leave': { sessionId },
      'question:ask': { sessionId, text: 'x' },
      'question:vote': { questionId: asked.questionId, isFor: true },
      'poll:vote': { pollId, option: 0 },
      'watch:join': { fairId: fair.id },
      'watch:leave': { fairId: fair.id },
    };
  });

  it.each(viewers)('by %s has an effect where they may, and is refused elsewhere', async (viewer) => {
    const refused: string[] = [];
    for (const event of Object.keys(fairClientEvents) as FairClientEvent[]) {
      const data = { clientId: randomUUID(), ...samples[event] };
      const answer = (await people[viewer].emitWithAck(event, data)) as Answer;
      if (!answer.ok) refused.push(event);
      expect([event, answer.code]).not.toEqual([event, 'request/invalid']);
    }
    const others = Object.keys(may).filter((event) => !may[event as FairClientEvent].includes(viewer));
    expect(refused.sort()).toEqual(others.sort());
  });
});
