import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { memberRemoved } from '#identity/index.js';
import { introductionConsented } from '#introductions/index.js';
import { Events } from '#platform/events/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import { someTerms } from '../support/terms.js';
import { aPerson, type TestPerson } from '../support/people.js';

let app: TestApp;
let talks: Talks;
let elsewhere: Talks;
let owner: Client;
let candidate: Client;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp();
  talks = await openTalks(app);
  elsewhere = await openTalks(app);
  owner = app.as(talks.owner.cookie);
  candidate = app.as(talks.candidate.cookie);
  coordinator = app.as(talks.coordinator.cookie);
});
afterAll(() => app.close());

const { list: offers, agreement, agreementPdf, ...steps } = offersApi;
/** Every route of a room, offers and agreements among them. */
const routes = { ...negotiationsApi, ...steps, offers, agreement, agreementPdf };

const database = () => app.resources.database;
const say = (who: Client, roomId: string, text = 'よろしくお願いします。') =>
  who.ok(negotiationsApi.post, { params: { id: roomId }, body: { clientId: randomUUID(), text } });
const colleagueOf = (companyId: string, name = '同僚 三郎'): Promise<TestPerson> =>
  aPerson(database(), { role: 'company-member', companyId, name });

describe('access', () => {
  const endpoints = Object.entries(routes as Record<string, Endpoint>);
  const ofRooms = endpoints.filter(([, endpoint]) => endpoint.path.includes(':id'));
  const fileBody = { clientId: randomUUID() };
  /** A request that would pass the checks of its form. */
  const sound = (name: string, endpoint: Endpoint, id: string) => ({
    params: { id, offerId: randomUUID(), fileId: randomUUID(), userId: randomUUID() },
    ...(endpoint.upload && { file: { name: 'a.txt', bytes: Buffer.from('text') } }),
    body: {
      post: { clientId: randomUUID(), text: 'x' },
      read: { seq: 1 },
      attach: fileBody,
      addMember: { userId: randomUUID() },
      close: { reason: 'x' },
      make: someTerms(),
      withdraw: { reason: '' },
      decline: { reason: '' },
    }[name],
  });

  it.each(endpoints)('%s is for those who are signed in', async (name, endpoint) => {
    const answer = await app.as().call(endpoint, sound(name, endpoint, talks.roomId));
    expect([answer.status, answer.error.code]).toEqual([401, 'auth/not-signed-in']);
  });

  it.each(endpoints)('%s is not for newcomers and administrators', async (name, endpoint) => {
    for (const role of ['newcomer', 'administrator'] as const) {
      const { cookie } = await aPerson(database(), { role });
      const answer = await app.as(cookie).call(endpoint, sound(name, endpoint, talks.roomId));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    }
  });

  it.each(endpoints.filter(([, endpoint]) => endpoint.access === 'negotiation:offer'))(
    '%s is not for coordinators',
    async (name, endpoint) => {
      const answer = await coordinator.call(endpoint, sound(name, endpoint, talks.roomId));
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    },
  );

  it.each(ofRooms)('%s finds nothing for strangers, nor for what is not there', async (name, endpoint) => {
    const silent = await colleagueOf(talks.ownerCompany.id);
    const secretary = await aPerson(database(), { role: 'secretary', bodyId: talks.bodyId });
    const strangers = [elsewhere.owner.cookie, silent.cookie];
    if (endpoint.access !== 'negotiation:offer')
      strangers.push(secretary.cookie, elsewhere.coordinator.cookie);
    for (const cookie of strangers) {
      const answer = await app.as(cookie).call(endpoint, sound(name, endpoint, talks.roomId));
      expect([answer.status, answer.error.code]).toEqual([404, 'request/not-found']);
    }
    for (const id of [randomUUID(), 'not-an-id']) {
      const answer = await owner.call(endpoint, sound(name, endpoint, id));
      expect(answer.status).toBe(404);
    }
  });

  it.each([
    ['messages', { query: { limit: 501 } }, ['limit']],
    ['messages', { query: { after: -1 } }, ['after']],
    ['list', { query: { limit: 0 } }, ['limit']],
    ['post', { body: { clientId: 'x', text: '' } }, ['clientId', 'text']],
    ['post', { body: { clientId: randomUUID(), text: 'あ'.repeat(8_001) } }, ['text']],
    ['read', { body: { seq: -1 } }, ['seq']],
    ['addMember', { body: {} }, ['userId']],
    ['close', { body: { reason: ' ' } }, ['reason']],
    ['make', { body: { ...someTerms(), place: '', lots: [] } }, ['lots', 'place']],
    [
      'make',
      { body: someTerms({ quantity: 0, deliveryOn: '2026-02-30' }) },
      ['lines.0.quantity', 'lots.0.deliverOn'],
    ],
    ['withdraw', { body: { reason: 'x'.repeat(501) } }, ['reason']],
    ['decline', { body: { reason: 'x'.repeat(501) } }, ['reason']],
    [
      'attach',
      { body: { clientId: 'x' }, file: { name: 'a.txt', bytes: Buffer.from('text') } },
      ['clientId'],
    ],
  ] as const)('%s names the wrong fields', async (name, call, fields) => {
    const params = { id: talks.roomId, offerId: randomUUID() };
    const answer = await owner.call(routes[name], { params, ...call } as object);
    expect([answer.status, answer.error.code]).toEqual([400, 'request/invalid']);
    expect(Object.keys(answer.error.fields ?? {})).toEqual(fields);
  });
});

describe('a room', () => {
  it('opens once after both consents, for the owners, those who answered, and the coordinator', async () => {
    const fresh = await openTalks(app);
    const room = await app.as(fresh.owner.cookie).ok(negotiationsApi.get, { params: { id: fresh.roomId } });
    expect(room).toMatchObject({
      state: 'open',
      title: '軸受けの試作',
      subject: { kind: 'order', id: fresh.subjectId, revision: 1 },
      owner: { companyId: fresh.ownerCompany.id, name: '架空重機' },
      candidate: { companyId: fresh.candidateCompany.id, name: '架空製作所' },
      viewer: { role: 'owner', joinedSeq: 1, readSeq: 0 },
      lastSeq: 1,
      agreementId: null,
      can: { write: true, offer: true, addMember: true, close: true },
    });
    expect(room.members.map((m) => [m.userId, m.role, m.organisation, m.leftAt])).toEqual([
      [fresh.owner.id, 'owner', '架空重機', null],
      [fresh.candidate.id, 'candidate', '架空製作所', null],
      [fresh.coordinator.id, 'coordinator', '試験支援センター', null],
    ]);
    const { introductionId } = fresh;
    await app.app
      .get(Events, { strict: false })
      .record(introductionConsented, { introductionId }, { subjectId: introductionId, actor: null });
    await app.settle();
    const [count] = await database().query<{ rooms: number; lastSeq: number }>(
      'select count(*) rooms, max(last_seq) "lastSeq" from room where introduction_id = $1',
      [introductionId],
    );
    expect(count).toEqual({ rooms: 1, lastSeq: 1 });
    const [introduction] = await database().query(
      'select state, room_id "roomId" from introduction where id = $1',
      [introductionId],
    );
    expect(introduction).toEqual({ state: 'negotiating', roomId: fresh.roomId });
  });

  it('begins its record with a message of the system', async () => {
    const fresh = await openTalks(app);
    const { items } = await app
      .as(fresh.coordinator.cookie)
      .ok(negotiationsApi.messages, { params: { id: fresh.roomId } });
    expect(items).toMatchObject([{ seq: 1, kind: 'system', sender: null, data: { key: 'room-opened' } }]);
  });

  it('is in the list of its members, the latest first, with what they have not read', async () => {
    const first = await openTalks(app);
    const person = app.as(first.candidate.cookie);
    await say(person, first.roomId, '自分の発言');
    await say(app.as(first.owner.cookie), first.roomId, '見積をお願いします。');
    const list = await person.ok(negotiationsApi.list);
    expect(list).toMatchObject({
      total: 1,
      nextCursor: null,
      items: [
        {
          id: first.roomId,
          counterpart: '架空重機',
          lastText: '見積をお願いします。',
          unread: 2,
          state: 'open',
        },
      ],
    });
    await person.ok(negotiationsApi.read, { params: { id: first.roomId }, body: { seq: 99 } });
    expect((await person.ok(negotiationsApi.list)).items[0]).toMatchObject({ unread: 0 });
    const staff = await app.as(first.coordinator.cookie).ok(negotiationsApi.list);
    expect(staff.items[0]).toMatchObject({ counterpart: '架空重機 × 架空製作所' });
  });

  it('lists page by page', async () => {
    const room = await openTalks(app);
    const more = await openTalks(app);
    await database().query('update room set owner_company_id = $1 where id = $2', [
      room.ownerCompany.id,
      more.roomId,
    ]);
    await database().query(
      `insert into room_member (room_id, user_id, role, joined_seq) values ($1, $2, 'owner', 1)`,
      [more.roomId, room.owner.id],
    );
    const person = app.as(room.owner.cookie);
    const one = await person.ok(negotiationsApi.list, { query: { limit: 1 } });
    const two = await person.ok(negotiationsApi.list, { query: { limit: 1, cursor: one.nextCursor ?? '' } });
    expect([one.items[0]?.id, two.items[0]?.id]).toEqual([more.roomId, room.roomId]);
    expect([one.total, two.nextCursor]).toEqual([2, null]);
  });
});

describe('messages', () => {
  it('are numbered, and read after or before a number', async () => {
    const { roomId, owner: person } = await openTalks(app);
    const reader = app.as(person.cookie);
    for (let i = 2; i <= 6; i += 1) expect(await say(reader, roomId, `第${i}`)).toMatchObject({ seq: i });
    const read = async (query: object) => {
      const page = await reader.ok(negotiationsApi.messages, { params: { id: roomId }, query });
      return [page.items.map((m) => m.seq), page.more, page.lastSeq];
    };
    expect(await read({})).toEqual([[1, 2, 3, 4, 5, 6], false, 6]);
    expect(await read({ limit: 2 })).toEqual([[5, 6], true, 6]);
    expect(await read({ after: 2, limit: 2 })).toEqual([[3, 4], true, 6]);
    expect(await read({ after: 4 })).toEqual([[5, 6], false, 6]);
    expect(await read({ before: 4, limit: 2 })).toEqual([[2, 3], true, 6]);
    expect(await read({ after: 2, before: 5 })).toEqual([[3, 4], false, 6]);
  });

  it('are one, however often they are sent', async () => {
    const { roomId, owner: person } = await openTalks(app);
    const call = { params: { id: roomId }, body: { clientId: randomUUID(), text: '一度だけ' } };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => app.as(person.cookie).ok(negotiationsApi.post, call)),
    );
    const later = await app.as(person.cookie).ok(negotiationsApi.post, call);
    expect(new Set([...sent, later].map((m) => JSON.stringify(m))).size).toBe(1);
    expect(later).toMatchObject({
      seq: 2,
      kind: 'text',
      text: '一度だけ',
      sender: { id: person.id, name: '発注 花子', organisation: '架空重機', role: 'owner' },
    });
  });

  it('may hold any character that a person can type', async () => {
    const text = 'ab \uD83D 𠮷 "\\" {x,y} 👩‍🔧';
    const message = await say(candidate, talks.roomId, text);
    expect(message.text).toBe('ab \uFFFD 𠮷 "\\" {x,y} 👩‍🔧');
  });

  it('are marked as read, never backwards and never ahead', async () => {
    const { roomId, candidate: person } = await openTalks(app);
    const reader = app.as(person.cookie);
    const mark = async (seq: number) => {
      await reader.ok(negotiationsApi.read, { params: { id: roomId }, body: { seq } });
      return (await reader.ok(negotiationsApi.get, { params: { id: roomId } })).viewer.readSeq;
    };
    await say(reader, roomId);
    expect([await mark(2), await mark(1), await mark(1_000)]).toEqual([2, 2, 2]);
  });

  it('end with the talks, which are closed with a reason', async () => {
    const fresh = await openTalks(app);
    const params = { id: fresh.roomId };
    const known = randomUUID();
    const person = app.as(fresh.owner.cookie);
    await person.ok(negotiationsApi.post, { params, body: { clientId: known, text: 'まだ開いています。' } });
    const closed = await person.ok(negotiationsApi.close, {
      params,
      body: { reason: '予算が付きませんでした。' },
    });
    expect(closed).toMatchObject({
      state: 'closed',
      can: { write: false, offer: false, addMember: false, close: false },
    });
    const other = app.as(fresh.candidate.cookie);
    const refused = await Promise.all([
      other.call(negotiationsApi.post, { params, body: { clientId: randomUUID(), text: 'x' } }),
      other.call(negotiationsApi.close, { params, body: { reason: 'x' } }),
      other.call(offersApi.make, { params, body: someTerms() }),
      other.call(negotiationsApi.addMember, { params, body: { userId: randomUUID() } }),
      other.call(negotiationsApi.attach, {
        params,
        body: { clientId: randomUUID() },
        file: { name: 'a.txt', bytes: Buffer.from('text') },
      }),
    ]);
    expect(refused.map((answer) => answer.error.code)).toEqual(Array(5).fill('negotiation/room-closed'));
    // What was stored before is still acknowledged to who did not hear it.
    const again = await person.ok(negotiationsApi.post, { params, body: { clientId: known, text: 'x' } });
    expect(again.seq).toBe(2);
    const { items } = await other.ok(negotiationsApi.messages, { params });
    expect(items.at(-1)?.data).toEqual({ key: 'room-closed', reason: '予算が付きませんでした。' });
    await app.settle();
    const [introduction] = await database().query(
      'select state, outcome_reason "outcomeReason" from introduction where id = $1',
      [fresh.introductionId],
    );
    expect(introduction).toEqual({ state: 'ended', outcomeReason: '予算が付きませんでした。' });
  });
});

describe('members', () => {
  it('add colleagues, who see what comes from then on', async () => {
    const fresh = await openTalks(app);
    const params = { id: fresh.roomId };
    const person = app.as(fresh.candidate.cookie);
    await say(person, fresh.roomId, '社内の話');
    const colleague = await colleagueOf(fresh.candidateCompany.id);
    expect(await person.ok(negotiationsApi.colleagues, { params })).toEqual({
      items: [{ id: colleague.id, name: '同僚 三郎' }],
    });
    const room = await person.ok(negotiationsApi.addMember, { params, body: { userId: colleague.id } });
    expect(room.members.at(-1)).toMatchObject({ userId: colleague.id, role: 'candidate', leftAt: null });
    await person.ok(negotiationsApi.addMember, { params, body: { userId: colleague.id } });
    expect(await person.ok(negotiationsApi.colleagues, { params })).toEqual({ items: [] });

    const newcomer = app.as(colleague.cookie);
    expect(await newcomer.ok(negotiationsApi.get, { params })).toMatchObject({
      lastSeq: 3,
      viewer: { joinedSeq: 3, readSeq: 2 },
    });
    for (const query of [{}, { after: 0 }, { before: 3 }, { after: 0, before: 3 }]) {
      const { items } = await newcomer.ok(negotiationsApi.messages, { params, query });
      expect(items.filter((m) => m.seq < 3)).toEqual([]);
    }
    const { items } = await newcomer.ok(negotiationsApi.messages, { params });
    expect(items).toMatchObject([{ seq: 3, data: { key: 'member-added', name: '同僚 三郎' } }]);
    expect((await newcomer.ok(negotiationsApi.list)).items[0]).toMatchObject({ lastText: '', unread: 1 });
  });

  it('add nobody of another organisation', async () => {
    const fresh = await openTalks(app);
    const params = { id: fresh.roomId };
    const outsider = await colleagueOf(fresh.ownerCompany.id);
    for (const cookie of [fresh.candidate.cookie, fresh.coordinator.cookie]) {
      const answer = await app
        .as(cookie)
        .call(negotiationsApi.addMember, { params, body: { userId: outsider.id } });
      expect(answer.status).toBe(404);
    }
    const secretary = await aPerson(database(), { role: 'secretary', bodyId: fresh.bodyId });
    const staff = app.as(fresh.coordinator.cookie);
    await staff.ok(negotiationsApi.addMember, { params, body: { userId: secretary.id } });
    const seen = await app.as(secretary.cookie).ok(negotiationsApi.get, { params });
    expect(seen).toMatchObject({ viewer: { role: 'coordinator' }, can: { write: true, offer: false } });
  });

  it('take out themselves and colleagues, but not the last one and nobody of the other side', async () => {
    const fresh = await openTalks(app);
    const person = app.as(fresh.owner.cookie);
    const remove = (who: Client, userId: string) =>
      who.call(negotiationsApi.removeMember, { params: { id: fresh.roomId, userId } });
    expect((await remove(person, fresh.candidate.id)).error.code).toBe('auth/forbidden');
    expect((await remove(person, fresh.owner.id)).error.code).toBe('negotiation/last-member');
    const colleague = await colleagueOf(fresh.ownerCompany.id);
    expect((await remove(person, colleague.id)).status).toBe(404);
    await person.ok(negotiationsApi.addMember, {
      params: { id: fresh.roomId },
      body: { userId: colleague.id },
    });
    expect((await remove(app.as(colleague.cookie), fresh.owner.id)).status).toBe(204);
    expect((await person.call(negotiationsApi.get, { params: { id: fresh.roomId } })).status).toBe(404);
    expect((await person.ok(negotiationsApi.list)).items).toEqual([]);
    expect((await remove(app.as(fresh.coordinator.cookie), fresh.coordinator.id)).status).toBe(204);

    const remaining = app.as(colleague.cookie);
    const { items } = await remaining.ok(negotiationsApi.messages, { params: { id: fresh.roomId } });
    expect(items.map((m) => m.data['key'])).toEqual(['member-added', 'member-removed', 'member-left']);
    // Who comes back starts anew.
    await remaining.ok(negotiationsApi.addMember, {
      params: { id: fresh.roomId },
      body: { userId: fresh.owner.id },
    });
    const room = await person.ok(negotiationsApi.get, { params: { id: fresh.roomId } });
    expect(room.viewer.joinedSeq).toBe(room.lastSeq);
  });

  it('lose their place with their company, which stays represented', async () => {
    const fresh = await openTalks(app);
    const successor = await aPerson(database(), {
      role: 'company-owner',
      companyId: fresh.ownerCompany.id,
      name: '後任 四郎',
    });
    await database().query(`update app_user set role = 'newcomer', company_id = null where id = $1`, [
      fresh.owner.id,
    ]);
    const member = { userId: fresh.owner.id, companyId: fresh.ownerCompany.id, bodyId: null };
    await app.app
      .get(Events, { strict: false })
      .record(
        memberRemoved,
        { ...member, role: 'company-owner' },
        { subjectId: fresh.owner.id, actor: null },
      );
    await app.settle();
    const room = await app.as(successor.cookie).ok(negotiationsApi.get, { params: { id: fresh.roomId } });
    expect(room.members.map((m) => [m.userId, m.leftAt === null])).toEqual([
      [fresh.owner.id, false],
      [fresh.candidate.id, true],
      [fresh.coordinator.id, true],
      [successor.id, true],
    ]);
    // What was said stays signed with the name of the company it was said for.
    expect(room.members[0]?.organisation).toBe('架空重機');
  });
});

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
  const attach = (
    who: Client,
    roomId: string,
    clientId: string = randomUUID(),
    name = '図面 A.pdf',
    bytes: Buffer = pdf,
  ) =>
    who.call(negotiationsApi.attach, { params: { id: roomId }, body: { clientId }, file: { name, bytes } });

  it('are messages, stored once', async () => {
    const { roomId, coordinator } = await openTalks(app);
    const who = app.as(coordinator.cookie);
    const clientId = randomUUID();
    const sent = await attach(who, roomId, clientId);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      seq: 2,
      kind: 'file',
      text: '',
      file: { name: '図面 A.pdf', mime: 'application/pdf', size: pdf.length },
    });
    expect((await attach(who, roomId, clientId)).body).toEqual(sent.body);
    expect((await who.ok(negotiationsApi.list)).items[0]).toMatchObject({ lastText: '図面 A.pdf' });
    const { items } = await who.ok(negotiationsApi.messages, { params: { id: roomId } });
    expect(items).toHaveLength(2);
  });

  it('are served to members who were there, and to nobody else', async () => {
    const fresh = await openTalks(app);
    const { body } = await attach(app.as(fresh.coordinator.cookie), fresh.roomId);
    const params = { id: fresh.roomId, fileId: body.file?.id ?? '' };
    const got = await app.as(fresh.owner.cookie).call(negotiationsApi.file, { params });
    expect([got.status, got.bytes.equals(pdf)]).toEqual([200, true]);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-disposition')).toContain("filename*=UTF-8''%E5%9B%B3%E9%9D%A2%20A.pdf");

    const late = await colleagueOf(fresh.ownerCompany.id);
    await app
      .as(fresh.owner.cookie)
      .ok(negotiationsApi.addMember, { params: { id: fresh.roomId }, body: { userId: late.id } });
    expect((await app.as(late.cookie).call(negotiationsApi.file, { params })).status).toBe(404);
    const stolen = { id: elsewhere.roomId, fileId: params.fileId };
    expect((await app.as(elsewhere.owner.cookie).call(negotiationsApi.file, { params: stolen })).status).toBe(
      404,
    );
  });

  it('of the two companies are documents, under the steps of disclosure', async () => {
    const fresh = await openTalks(app);
    for (const { cookie } of [fresh.owner, fresh.candidate]) {
      const { status, error } = await attach(app.as(cookie), fresh.roomId);
      expect([status, error.code]).toEqual([403, 'negotiation/attach-as-document']);
    }
  });

  it('are checked by their content', async () => {
    const who = app.as(talks.coordinator.cookie);
    const code = async (name: string, bytes: Buffer) =>
      (await attach(who, talks.roomId, randomUUID(), name, bytes)).error.code;
    expect(await code('drawing.pdf', Buffer.from('<html><script>alert(1)</script>'))).toBe(
      'file/name-differs-from-content',
    );
    expect(await code('page.html', Buffer.from('<html></html>'))).toBe('file/kind-not-allowed');
    expect(await code('empty.pdf', Buffer.alloc(0))).toBe('file/missing');
  });

  it('are limited in size', async () => {
    const big = Buffer.alloc(app.resources.config.files.maxBytes + 1, 0x20);
    const answer = await attach(app.as(talks.coordinator.cookie), talks.roomId, randomUUID(), 'big.txt', big);
    expect([answer.status, answer.error.code]).toEqual([413, 'file/too-large']);
  });
});
