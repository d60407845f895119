import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceApi } from '#contracts/attendance.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { offersApi } from '#contracts/offers.js';
import { startApp, type TestApp } from '../support/app.js';
import { enterRoom, openTalks, type Tab, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import { someTerms } from '../support/terms.js';

let app: TestApp;
const tabs: Tab[] = [];

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  for (const tab of tabs) tab.close();
  await app.close();
});

const api = (person: TestPerson) => app.as(person.cookie);
async function enter(person: TestPerson, roomId: string): Promise<Tab> {
  const tab = await enterRoom(app.url, person, roomId);
  tabs.push(tab);
  return tab;
}

describe('what the parties say between them', () => {
  const SECRET = '底値四二〇円';
  const placeholder = { kind: 'system', sender: null, text: '', file: null };
  let talks: Talks;
  let params: { id: string };
  let listening: Tab;
  let other: Tab;

  beforeAll(async () => {
    talks = await openTalks(app);
    params = { id: talks.roomId };
    listening = await enter(talks.coordinator, talks.roomId);
    other = await enter(talks.candidate, talks.roomId);
    const { owner, coordinator, candidate } = talks;
    const mentions = [coordinator.id, candidate.id];
    const speaker = await enter(owner, talks.roomId);
    await speaker.say(talks.roomId, SECRET, randomUUID(), { between: true, mentions });
    await api(owner).ok(negotiationsApi.attach, {
      params,
      body: { clientId: randomUUID(), between: 'true' },
      file: { name: `${SECRET}.txt`, bytes: Buffer.from('text') },
    });
    const edit = { clientId: randomUUID(), text: `${SECRET}、訂正`, mentions };
    await api(owner).ok(messagesApi.edit, { params: { ...params, seq: 2 }, body: edit });
    await app.settle();
  });

  it('reaches the other party by socket and HTTP', async () => {
    await other.until('message:new', ({ seq }) => seq === 4);
    expect(other.all('message:new').map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '2 text',
      '3 file',
      '4 edit',
    ]);
    const { items } = await api(talks.candidate).ok(negotiationsApi.messages, { params });
    expect(items.map(({ text, data }) => [text, data['between']]).slice(1)).toEqual([
      [SECRET, true],
      ['', true],
      [`${SECRET}、訂正`, true],
    ]);
    const fileId = items[2]?.file?.id ?? '';
    const file = { params: { ...params, fileId } };
    expect((await api(talks.candidate).call(negotiationsApi.file, file)).status).toBe(200);
    expect((await api(talks.coordinator).call(negotiationsApi.file, file)).status).toBe(404);
  });

  it('reaches a coordinator as numbers alone, by socket and by HTTP, also when catching up', async () => {
    await listening.until('message:new', ({ seq }) => seq === 4);
    const heard = listening.all('message:new');
    expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(heard[0]).toMatchObject({ ...placeholder, data: { key: 'between-parties' } });
    expect(JSON.stringify(listening.heard)).not.toContain(SECRET);
    for (const query of [{}, { after: 1 }, { before: 5 }]) {
      const page = await api(talks.coordinator).ok(negotiationsApi.messages, { params, query });
      expect(page.items.map(({ seq }) => seq).slice(-3)).toEqual([2, 3, 4]);
      expect(page.lastSeq).toBe(4);
      expect(JSON.stringify(page)).not.toContain(SECRET);
      expect(JSON.stringify(page.items.slice(-3))).not.toContain(talks.owner.id);
    }
  });

  it('is found by no search, shown in no list and counted for no coordinator', async () => {
    const found = async (person: TestPerson) =>
      (await api(person).ok(messagesApi.search, { params, query: { q: SECRET } })).total;
    expect([await found(talks.candidate), await found(talks.coordinator)]).toEqual([2, 0]);
    const card = async (person: TestPerson) => (await api(person).ok(negotiationsApi.list)).items[0];
    expect((await card(talks.candidate))?.lastText).toBe(`${SECRET}.txt`);
    expect(await card(talks.coordinator)).toMatchObject({ lastText: '', unread: 1 });
  });

  it('tells and mails no coordinator, also where they are addressed by name', async () => {
    const told = async (person: TestPerson) =>
      (await api(person).ok(notificationsApi.list)).items.map(({ kind }) => kind).sort();
    expect(await told(talks.candidate)).toContain('mentioned');
    const mine = await told(talks.coordinator);
    expect(mine).toContain('room-opened');
    for (const kind of ['mentioned', 'message-received']) expect(mine).not.toContain(kind);
  });

  it('stays so when it is taken back, and is said by parties alone', async () => {
    const body = { clientId: randomUUID() };
    await api(talks.owner).ok(messagesApi.withdraw, { params: { ...params, seq: 3 }, body });
    const page = await api(talks.coordinator).ok(negotiationsApi.messages, { params, query: { after: 4 } });
    expect(page.items).toMatchObject([{ seq: 5, kind: 'withdrawal', sender: null, data: {} }]);
    const refused = await listening.say(talks.roomId, '内緒', randomUUID(), { between: true });
    expect(refused).toMatchObject({ ok: false, code: 'negotiation/parties-only' });
    const room = await api(talks.coordinator).ok(negotiationsApi.get, { params });
    expect(room.can).toMatchObject({ write: true, writeBetween: false });
  });
});

describe('a coordinator', () => {
  it('is there without speaking, and everybody sees it', async () => {
    const { roomId, coordinator, owner } = await openTalks(app);
    const params = { id: roomId };
    await api(coordinator).ok(attendanceApi.speak, { params, body: { speaks: false } });
    const { members } = await api(owner).ok(negotiationsApi.get, { params });
    expect(members.filter(({ speaks }) => !speaks).map(({ userId }) => userId)).toEqual([coordinator.id]);
    const tab = await enter(coordinator, roomId);
    expect(await tab.say(roomId, '失礼します')).toMatchObject({ code: 'negotiation/silent' });
    const file = { name: 'a.txt', bytes: Buffer.from('text') };
    const sent = await api(coordinator).call(negotiationsApi.attach, {
      params,
      body: { clientId: randomUUID() },
      file,
    });
    expect(sent.error.code).toBe('negotiation/silent');
    await api(coordinator).ok(attendanceApi.speak, { params, body: { speaks: true } });
    expect(await tab.say(roomId, '失礼します')).toMatchObject({ ok: true });
    const own = await api(owner).call(attendanceApi.speak, { params, body: { speaks: false } });
    expect(own.error.code).toBe('auth/forbidden');
  });

  it('pauses the room for everybody, with a reason, until it is resumed', async () => {
    const { roomId, coordinator, owner, candidate } = await openTalks(app);
    const params = { id: roomId };
    const tab = await enter(owner, roomId);
    expect((await tab.say(roomId, 'はい')).ok).toBe(true);
    await api(coordinator).ok(attendanceApi.pause, { params, body: { reason: '図面の確認' } });
    const room = await api(candidate).ok(negotiationsApi.get, { params });
    expect(room.paused).toMatchObject({ by: coordinator.name, reason: '図面の確認' });
    expect(room.can).toMatchObject({ write: false, offer: false, addMember: false, close: true });
    for (const person of [owner, coordinator])
      expect(await (await enter(person, roomId)).say(roomId, 'もう一言')).toMatchObject({
        code: 'negotiation/room-paused',
      });
    const refusals = await Promise.all([
      api(owner).call(messagesApi.edit, {
        params: { ...params, seq: 2 },
        body: { clientId: randomUUID(), text: 'いいえ' },
      }),
      api(owner).call(offersApi.make, { params, body: someTerms() }),
      api(coordinator).call(attendanceApi.pause, { params, body: { reason: 'もう一度' } }),
    ]);
    expect(refusals.map(({ error }) => error.code)).toEqual(Array(3).fill('negotiation/room-paused'));
    await api(coordinator).ok(attendanceApi.resume, { params });
    const again = await api(coordinator).call(attendanceApi.resume, { params });
    expect(again.error.code).toBe('negotiation/not-paused');
    expect((await tab.say(roomId, 'もう一言')).ok).toBe(true);
  });
});
