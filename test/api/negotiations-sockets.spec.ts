import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { memberRemoved } from '#identity/index.js';
import { Events } from '#platform/events/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { enterRoom, openTab, openTalks, type Tab, type Talks } from '../support/negotiations.js';
import { someTerms } from '../support/terms.js';
import { aPerson, type TestPerson } from '../support/people.js';

let app: TestApp;
let talks: Talks;
const tabs: Tab[] = [];

beforeAll(async () => {
  app = await startApp();
  talks = await openTalks(app);
});
afterAll(async () => {
  for (const tab of tabs) tab.close();
  await app.close();
});

const database = () => app.resources.database;
async function enter(person: TestPerson, roomId: string): Promise<Tab> {
  const tab = await enterRoom(app.url, person, roomId);
  tabs.push(tab);
  return tab;
}
async function open(person: TestPerson): Promise<Tab> {
  const tab = await openTab(app.url, person.cookie);
  tabs.push(tab);
  return tab;
}
const recordOf = async (person: TestPerson, roomId: string, query: object = {}) =>
  (await app.as(person.cookie).ok(negotiationsApi.messages, { params: { id: roomId }, query })).items;

describe('who may connect', () => {
  it('is who is signed in, from a page of this site', async () => {
    await expect(openTab(app.url, null)).rejects.toThrow('auth/not-signed-in');
    await expect(openTab(app.url, 'nakadachi_session=forged')).rejects.toThrow('auth/not-signed-in');
    const foreign = openTab(app.url, talks.owner.cookie, { origin: 'https://evil.example' });
    await expect(foreign).rejects.toThrow();
    const own = await openTab(app.url, talks.owner.cookie, { origin: app.url });
    own.close();
  });
});

describe('who may enter a room', () => {
  it('is a member, who learns how far the record goes', async () => {
    const tab = await open(talks.owner);
    expect(await tab.send('room:join', { roomId: talks.roomId })).toEqual({ ok: true, lastSeq: 1 });
  });

  it('is nobody else, also of the same company or support body', async () => {
    const colleague = await aPerson(database(), { role: 'company-member', companyId: talks.ownerCompany.id });
    const secretary = await aPerson(database(), { role: 'secretary', bodyId: talks.bodyId });
    const administrator = await aPerson(database(), { role: 'administrator' });
    const member = await enter(talks.owner, talks.roomId);
    for (const person of [colleague, secretary, administrator]) {
      const tab = await open(person);
      for (const refused of [
        await tab.send('room:join', { roomId: talks.roomId }),
        await tab.send('room:typing', { roomId: talks.roomId }),
        await tab.say(talks.roomId, 'x'),
      ])
        expect(refused).toMatchObject({ ok: false, code: 'auth/forbidden' });
      expect(await tab.send('room:join', { roomId: randomUUID() })).toMatchObject({ code: 'auth/forbidden' });
      await member.say(talks.roomId, '秘密の話');
      await tab.caughtUp();
      expect(tab.heard).toEqual([]);
    }
  });

  it('is told what is wrong with what they send', async () => {
    const tab = await open(talks.owner);
    const wrong = { ok: false, code: 'request/invalid', message: '入力内容を確認してください。' };
    expect(await tab.send('room:join', { roomId: 'x' })).toEqual(wrong);
    expect(await tab.say(talks.roomId, ' ')).toEqual(wrong);
    expect(await tab.say(talks.roomId, 'x', 'x')).toEqual(wrong);
  });
});

describe('a message', () => {
  it('reaches everybody in the room, the own other tab too, and nobody twice', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    const there = await Promise.all(
      [owner, owner, candidate, coordinator].map((person) => enter(person, roomId)),
    );
    const clientId = randomUUID();
    const answer = await there[0]?.say(roomId, '単価を下げられますか。', clientId);
    expect(answer).toMatchObject({ ok: true, seq: 2 });
    const again = await there[1]?.say(roomId, '単価を下げられますか。', clientId);
    expect(again).toEqual(answer);
    for (const tab of there) {
      await tab.caughtUp();
      expect(tab.all('message:new')).toEqual([
        {
          roomId,
          seq: 2,
          clientId,
          kind: 'text',
          sender: { id: owner.id, name: '発注 花子', organisation: '架空重機', role: 'owner' },
          text: '単価を下げられますか。',
          file: null,
          revises: null,
          data: {},
          createdAt: answer?.createdAt,
        },
      ]);
    }
    // What was told is what is stored.
    expect(await recordOf(owner, roomId, { after: 1 })).toEqual(there[2]?.all('message:new'));
  });

  it('needs no place in the room of sockets, only membership', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const listener = await enter(candidate, roomId);
    const sender = await open(owner);
    expect(await sender.say(roomId, '送信だけ')).toMatchObject({ ok: true, seq: 2 });
    await listener.until('message:new', (m) => m.text === '送信だけ');
    expect(sender.heard).toEqual([]);
  });

  it('sent over HTTP reaches the sockets as well', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    const tab = await enter(candidate, roomId);
    const body = { clientId: randomUUID(), text: 'HTTPから' };
    const message = await app.as(owner.cookie).ok(negotiationsApi.post, { params: { id: roomId }, body });
    expect(await tab.until('message:new')).toEqual(message);
    const file = await app.as(coordinator.cookie).ok(negotiationsApi.attach, {
      params: { id: roomId },
      body: { clientId: randomUUID() },
      file: { name: 'memo.txt', bytes: Buffer.from('memo') },
    });
    expect(await tab.until('message:new', (m) => m.kind === 'file')).toEqual(file);
  });

  it('that was missed is fetched by its number', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const before = await enter(candidate, roomId);
    const sender = await enter(owner, roomId);
    await sender.say(roomId, '1');
    const seen = (await before.until('message:new')).seq;
    before.close();
    for (const text of ['2', '3', '4']) await sender.say(roomId, text);
    const back = await open(candidate);
    expect(await back.send('room:join', { roomId })).toEqual({ ok: true, lastSeq: 5 });
    expect((await recordOf(candidate, roomId, { after: seen })).map((m) => m.text)).toEqual(['2', '3', '4']);
  });

  it('is in the same order for everybody when all write at once', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    const there = await Promise.all([owner, candidate, coordinator].map((person) => enter(person, roomId)));
    const answers = await Promise.all(
      there.flatMap((tab, who) => Array.from({ length: 40 }, (_, i) => tab.say(roomId, `${who}-${i}`))),
    );
    expect(answers.every((a) => a.ok)).toBe(true);
    const record = await recordOf(owner, roomId, { after: 1, limit: 500 });
    expect(record.map((m) => m.seq)).toEqual(Array.from({ length: 120 }, (_, i) => i + 2));
    for (const tab of there) {
      await tab.caughtUp();
      expect(tab.all('message:new').map((m) => [m.seq, m.text])).toEqual(record.map((m) => [m.seq, m.text]));
    }
  });

  it('is acknowledged and told only after its commit', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const [sender, listener] = [await enter(owner, roomId), await enter(candidate, roomId)];
    await database().query(`
      create function refuse_commit() returns trigger language plpgsql as
        $$ begin raise exception 'the disk is full'; end $$;
      create constraint trigger refuse_commit after insert on message deferrable initially deferred
        for each row execute function refuse_commit();
    `);
    const clientId = randomUUID();
    expect(await sender.say(roomId, '消えない', clientId)).toMatchObject({
      ok: false,
      code: 'server/failed',
    });
    await listener.caughtUp();
    expect(listener.all('message:new')).toEqual([]);
    expect(await recordOf(owner, roomId, { after: 1 })).toEqual([]);
    await database().query('drop trigger refuse_commit on message');
    expect(await sender.say(roomId, '消えない', clientId)).toMatchObject({ ok: true, seq: 2 });
  });

  it('is refused once the talks have ended, and everybody is told of that', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const tab = await enter(candidate, roomId);
    await app
      .as(owner.cookie)
      .ok(negotiationsApi.close, { params: { id: roomId }, body: { reason: '条件が合いませんでした。' } });
    await tab.until('room:changed', (change) => change.what === 'state');
    await tab.until('message:new', (m) => m.data['key'] === 'room-closed');
    expect(await tab.say(roomId, 'x')).toMatchObject({ ok: false, code: 'negotiation/room-closed' });
  });
});

describe('what else a room tells', () => {
  it('is who is typing, without a trace in the database', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const [typist, other] = [await enter(owner, roomId), await enter(candidate, roomId)];
    const count = async () =>
      (await database().query('select (select count(*) from message) m, (select max(id) from event) e'))[0];
    const before = await count();
    expect(await typist.send('room:typing', { roomId })).toEqual({ ok: true });
    expect(await other.until('room:typing')).toEqual({ roomId, userId: owner.id, name: '発注 花子' });
    expect(typist.all('room:typing')).toEqual([]);
    expect(await count()).toEqual(before);
    await typist.send('room:leave', { roomId });
    expect(await typist.send('room:typing', { roomId })).toMatchObject({ ok: false, code: 'auth/forbidden' });
  });

  it('is who is there, with two tabs until the last is closed', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const watcher = await enter(candidate, roomId);
    const [first, second] = [await enter(owner, roomId), await enter(owner, roomId)];
    const present = (ids: string[]) =>
      watcher.until('room:presence', ({ userIds }) => [...userIds].sort().join() === [...ids].sort().join());
    await present([owner.id, candidate.id]);
    first.close();
    await watcher.caughtUp();
    watcher.heard.length = 0;
    await second.send('room:leave', { roomId });
    await present([candidate.id]);
    await second.send('room:join', { roomId });
    await present([owner.id, candidate.id]);
    second.close();
  });

  it('is how far the others have read', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const tab = await enter(owner, roomId);
    const read = (seq: number) =>
      app.as(candidate.cookie).ok(negotiationsApi.read, { params: { id: roomId }, body: { seq } });
    await read(1);
    await tab.until('room:changed', (change) => change.what === 'read');
    tab.heard.length = 0;
    await read(1);
    await tab.caughtUp();
    expect(tab.all('room:changed')).toEqual([]);
  });

  it('is each step of an offer', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const tab = await enter(owner, roomId);
    const offer = await app
      .as(candidate.cookie)
      .ok(offersApi.make, { params: { id: roomId }, body: someTerms() });
    const told = await tab.until('message:new', (m) => m.kind === 'offer');
    expect([told]).toEqual(await recordOf(owner, roomId, { after: 1 }));
    await tab.until('room:changed', (change) => change.what === 'offers');
    await app.as(owner.cookie).ok(offersApi.accept, { params: { id: roomId, offerId: offer.id } });
    await tab.until('room:changed', (change) => change.what === 'state');
  });
});

describe('who is taken out', () => {
  it('hears nothing more, in no tab, and cannot come back', async () => {
    const { roomId, owner, ownerCompany, candidate } = await openTalks(app);
    const params = { id: roomId };
    const colleague = await aPerson(database(), { role: 'company-member', companyId: ownerCompany.id });
    await app.as(owner.cookie).ok(negotiationsApi.addMember, { params, body: { userId: colleague.id } });
    const gone = [await enter(colleague, roomId), await enter(colleague, roomId)];
    const speaker = await enter(candidate, roomId);
    await app
      .as(owner.cookie)
      .ok(negotiationsApi.removeMember, { params: { ...params, userId: colleague.id } });
    // Not after some time: what is said from now on is not theirs.
    await speaker.say(roomId, '内緒の話');
    for (const tab of gone) {
      await tab.until('room:left', (left) => left.roomId === roomId);
      expect(await tab.send('room:join', { roomId })).toMatchObject({ ok: false, code: 'auth/forbidden' });
      expect(await tab.say(roomId, 'x')).toMatchObject({ ok: false, code: 'auth/forbidden' });
      expect(tab.all('message:new').filter((m) => m.text === '内緒の話')).toEqual([]);
    }
    await app.settle();
    await speaker.say(roomId, 'まだ内緒');
    for (const tab of gone) {
      await tab.caughtUp();
      expect(tab.all('message:new').filter((m) => m.kind === 'text')).toEqual([]);
    }
    await speaker.until('room:changed', (change) => change.what === 'members');
  });

  it('may be whoever is no longer of the company', async () => {
    const { roomId, candidate, candidateCompany, owner } = await openTalks(app);
    await aPerson(database(), { role: 'company-owner', companyId: candidateCompany.id, name: '後任' });
    const [tab, speaker] = [await enter(candidate, roomId), await enter(owner, roomId)];
    await database().query(`update app_user set role = 'newcomer', company_id = null where id = $1`, [
      candidate.id,
    ]);
    expect(await tab.say(roomId, 'x')).toMatchObject({ ok: false, code: 'auth/forbidden' });
    const member = {
      userId: candidate.id,
      companyId: candidateCompany.id,
      bodyId: null,
      role: 'company-owner',
    } as const;
    await app.app
      .get(Events, { strict: false })
      .record(memberRemoved, member, { subjectId: candidate.id, actor: null });
    await app.settle();
    await speaker.until('message:new', (m) => m.data['key'] === 'member-removed');
    await speaker.say(roomId, '社外秘');
    expect(tab.all('message:new').filter((m) => m.text === '社外秘')).toEqual([]);
    const [room] = await database().query<{ members: number }>(
      'select count(*) members from room_member where room_id = $1 and user_id = $2 and left_at is null',
      [roomId, candidate.id],
    );
    expect(room?.members).toBe(0);
  });
});
