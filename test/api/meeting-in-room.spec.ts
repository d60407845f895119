import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { appointmentsApi, type Appointment } from '#contracts/appointments.js';
import { attendanceApi } from '#contracts/attendance.js';
import { callsApi } from '#contracts/calls.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { offersApi } from '#contracts/offers.js';
import { AppointmentsService } from '#negotiations/index.js';
import { WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sentMails } from '../support/mails.js';
import { enterRoom, openTab, openTalks, type Tab, type Talks } from '../support/negotiations.js';
import { aPerson, type TestPerson } from '../support/people.js';
import { eventually } from '../support/eventually.js';
import { hourIn, someAppointment } from '../support/world/appointments.js';
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

/** What a tab has heard, by number: files and edits are told by jobs, in any order. */
const inOrder = (tab: Tab) => tab.all('message:new').toSorted((a, b) => a.seq - b.seq);

describe('what the parties say between them', () => {
  const SECRET = '底値四二〇円';
  const placeholder = { kind: 'system', sender: null, text: '', file: null };
  let talks: Talks;
  let params: { id: string };
  let documentId: string;
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
    const shown = await api(owner).ok(roomFilesApi.add, {
      params,
      body: { clientId: randomUUID(), kind: 'other', level: 'parties' },
      file: { name: `${SECRET}.txt`, bytes: Buffer.from('text') },
    });
    documentId = shown.id;
    const edit = { clientId: randomUUID(), text: `${SECRET}、訂正`, mentions };
    await api(owner).ok(messagesApi.edit, { params: { ...params, seq: 2 }, body: edit });
    await app.settle();
  });

  it('reaches the other party by socket and HTTP', async () => {
    await Promise.all([2, 3, 4].map((n) => other.until('message:new', ({ seq }) => seq === n)));
    expect(inOrder(other).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(['2 text', '3 system', '4 edit']);
    const { items } = await api(talks.candidate).ok(negotiationsApi.messages, { params });
    expect(items.map(({ text, data }) => [text, data['between']]).slice(1)).toEqual([
      [SECRET, true],
      ['', undefined],
      [`${SECRET}、訂正`, true],
    ]);
    const file = { params: { ...params, documentId, revision: 1 } };
    expect((await api(talks.candidate).call(roomFilesApi.download, file)).status).toBe(200);
    const refused = await api(talks.coordinator).call(roomFilesApi.download, file);
    expect(refused.error.code).toBe('document/parties-only');
  });

  it('reaches a coordinator as numbers alone, by socket and by HTTP, also when catching up', async () => {
    await Promise.all([2, 3, 4].map((n) => listening.until('message:new', ({ seq }) => seq === n)));
    const heard = inOrder(listening);
    expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(heard[0]).toMatchObject({ ...placeholder, data: { key: 'between-parties' } });
    expect(JSON.stringify(listening.heard)).not.toContain(SECRET);
    for (const query of [{}, { after: 1 }, { before: 5 }]) {
      const page = await api(talks.coordinator).ok(negotiationsApi.messages, { params, query });
      expect(page.items.map(({ seq }) => seq).slice(-3)).toEqual([2, 3, 4]);
      expect(page.lastSeq).toBe(4);
      expect(JSON.stringify(page)).not.toContain(SECRET);
      // That a document was added is in the record, with whose it is; what it is called is not.
      const said = page.items.slice(-3).filter(({ seq }) => seq !== 3);
      expect(JSON.stringify(said)).not.toContain(talks.owner.id);
    }
  });

  it('is found by no search, shown in no list and counted for no coordinator', async () => {
    const found = async (person: TestPerson) =>
      (await api(person).ok(messagesApi.search, { params, query: { q: SECRET } })).total;
    expect([await found(talks.candidate), await found(talks.coordinator)]).toEqual([1, 0]);
    const card = async (person: TestPerson) => (await api(person).ok(negotiationsApi.list)).items[0];
    expect((await card(talks.candidate))?.lastText).toBe(`${SECRET}、訂正`);
    expect(await card(talks.coordinator)).toMatchObject({ lastText: '', unread: 2 });
    const { items } = await api(talks.coordinator).ok(roomFilesApi.list, { params });
    expect(items).toMatchObject([{ title: null, hiddenBy: 'parties-only', revisions: [] }]);
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
    await api(talks.owner).ok(messagesApi.withdraw, { params: { ...params, seq: 2 }, body });
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

describe('an appointment', () => {
  let talks: Talks;
  let params: { id: string };
  let agreed: Appointment;
  const at = (one: Appointment) => ({
    params: { id: one.roomId, appointmentId: one.id },
    version: one.version,
  });
  const calendar = async (person: TestPerson, one: Appointment) => {
    const { bytes, headers } = await api(person).call(appointmentsApi.calendar, at(one));
    const parsed = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[] as never);
    const event = parsed.getFirstSubcomponent('vevent');
    return {
      method: parsed.getFirstPropertyValue('method'),
      type: headers.get('content-type'),
      uid: event?.getFirstPropertyValue('uid'),
      sequence: event?.getFirstPropertyValue('sequence'),
      starts: event && new ICAL.Event(event).startDate.toJSDate().toISOString(),
    };
  };
  const notices = async (person: TestPerson) =>
    (await api(person).ok(notificationsApi.list)).items
      .filter(({ kind }) => kind.startsWith('appointment-'))
      .map(({ kind, words }) => `${kind} ${words.ja}`);

  beforeAll(async () => {
    talks = await openTalks(app);
    params = { id: talks.roomId };
  });

  it('is proposed with some times, countered, and agreed once both can', async () => {
    const { owner, candidate } = talks;
    const first = await api(owner).ok(appointmentsApi.propose, { params, body: someAppointment() });
    expect(first).toMatchObject({ state: 'proposed', startsAt: null, proposal: { side: 'owner' } });
    const own = await api(owner).call(appointmentsApi.accept, { ...at(first), body: { time: 0 } });
    expect(own.error.code).toBe('appointment/own-proposal');
    const counter = { times: [hourIn(9), hourIn(8)], minutes: 45, reason: '' };
    const second = await api(candidate).ok(appointmentsApi.proposeTimes, { ...at(first), body: counter });
    // What the owner saw has changed meanwhile.
    const stale = await api(owner).call(appointmentsApi.accept, { ...at(first), body: { time: 0 } });
    expect(stale.status).toBe(412);
    agreed = await api(owner).ok(appointmentsApi.accept, { ...at(second), body: { time: 0 } });
    expect(agreed).toMatchObject({ state: 'confirmed', startsAt: hourIn(8), proposal: null, sequence: 0 });
    const busy = await api(owner).ok(appointmentsApi.busy, {
      query: { from: hourIn(8, '14:30'), until: hourIn(8, '15:00') },
    });
    expect(busy.items.map(({ id }) => id)).toEqual([agreed.id]);
    const { items } = await api(owner).ok(negotiationsApi.messages, { params });
    expect(items.map(({ data }) => data['key'])).toEqual([
      'room-opened',
      'appointment-proposed',
      'appointment-proposed',
      'appointment-confirmed',
    ]);
  });

  it('keeps its time and UID while a move is asked for, and is called off under the same UID', async () => {
    const { owner, candidate } = talks;
    const before = await calendar(owner, agreed);
    expect(before).toMatchObject({ method: 'REQUEST', sequence: 0, starts: hourIn(8) });
    expect(before.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    const wish = { times: [hourIn(10)], minutes: 45, reason: '' };
    const unsaid = await api(owner).call(appointmentsApi.proposeTimes, { ...at(agreed), body: wish });
    expect(unsaid.error.code).toBe('appointment/reason-needed');
    const body = { ...wish, reason: '検査が延びるため' };
    const asked = await api(owner).ok(appointmentsApi.proposeTimes, { ...at(agreed), body });
    expect(await calendar(candidate, asked)).toEqual(before);
    const moved = await api(candidate).ok(appointmentsApi.accept, { ...at(asked), body: { time: 0 } });
    expect(await calendar(candidate, moved)).toMatchObject({
      uid: before.uid,
      sequence: 1,
      starts: hourIn(10),
    });
    const off = await api(owner).ok(appointmentsApi.cancel, { ...at(moved), body: { reason: '中止' } });
    expect(off).toMatchObject({ state: 'cancelled', cancelled: { by: owner.name, reason: '中止' } });
    expect(await calendar(owner, off)).toMatchObject({ method: 'CANCEL', uid: before.uid, sequence: 2 });
    const again = await api(owner).call(appointmentsApi.cancel, { ...at(off), body: { reason: '中止' } });
    expect(again.error.code).toBe('negotiation/illegal-transition');
  });

  it('tells and mails the other side, with a file for its calendar, in the zone of the reader', async () => {
    const { owner, candidate } = talks;
    await api(candidate).ok(appointmentsApi.setZone, { body: { zone: 'Europe/Berlin' } });
    const list = await api(owner).ok(appointmentsApi.list, { params });
    expect(list.zones).toEqual([{ role: 'candidate', organisation: '架空製作所', zone: 'Europe/Berlin' }]);
    const one = await api(candidate).ok(appointmentsApi.propose, { params, body: someAppointment() });
    await api(owner).ok(appointmentsApi.accept, { ...at(one), body: { time: 1 } });
    await app.settle();
    const [latest] = await notices(candidate);
    // An hour later while there is summer time.
    const inBerlin = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' } as const;
    const starts = new Date(hourIn(6)).toLocaleTimeString('ja', inBerlin);
    expect(latest).toMatch(new RegExp(`^appointment-confirmed .*${starts}〜0[78]:00 中央ヨーロッパ`));
    expect((await notices(owner))[0]).toMatch(/^appointment-proposed .*14:00〜15:00 日本標準時/);
    await app.resources.database.query(
      `update notification set created_at = now() - interval '1 minute' where user_id = $1`,
      [candidate.id],
    );
    await app.app.get(WorkerHost, { strict: false }).run('notifications.mail', { eventId: null });
    const mails = sentMails(app.mailFolder).filter(({ to }) => to.includes(candidate.email));
    expect(mails.map((mail) => mail.calendar).join()).toContain('METHOD:REQUEST');
  });

  it('reminds once of each time that was agreed, and of none that was called off', async () => {
    const { database } = app.resources;
    const room = await openTalks(app);
    const [{ id }, off] = (await Promise.all(
      [1, 2].map(async () => {
        const given = { params: { id: room.roomId }, body: someAppointment() };
        const one = await api(room.owner).ok(appointmentsApi.propose, given);
        return api(room.candidate).ok(appointmentsApi.accept, { ...at(one), body: { time: 0 } });
      }),
    )) as [Appointment, Appointment];
    await api(room.owner).ok(appointmentsApi.cancel, { ...at(off), body: { reason: '中止' } });
    const move = (minutes: number) =>
      database.query(
        `update appointment set confirmed_at = now() - interval '9 days', ends_at = now() + interval '3 days',
           starts_at = now() + make_interval(mins => $2) where room_id = $1`,
        [room.roomId, minutes],
      );
    const remind = async () => {
      const host = app.app.get(WorkerHost, { strict: false });
      await host.run('negotiations.appointment-reminders', { eventId: null });
      await host.run('negotiations.appointment-reminders', { eventId: null });
      await app.settle();
      return (await notices(room.owner)).flatMap((line) => /-(day|soon) /.exec(line)?.[1] ?? []);
    };
    await move(1_441);
    expect(await remind()).toEqual([]);
    await move(1_400);
    expect(await remind()).toEqual(['day']);
    await move(10);
    expect(await remind()).toEqual(['soon', 'day']);
    const [link] = (await api(room.owner).ok(notificationsApi.list)).items;
    expect(link?.link).toBe(`/rooms/${room.roomId}?tab=appointments&appointment=${id}`);
  });

  it('of an outside address is https, and known to members alone', async () => {
    const { owner, candidate } = talks;
    const secret = 'https://meet.example.test/geheim';
    const body = someAppointment({ means: 'link', address: secret });
    const one = await api(owner).ok(appointmentsApi.propose, { params, body });
    await api(candidate).ok(appointmentsApi.accept, { ...at(one), body: { time: 0 } });
    for (const address of ['http://meet.example.test/a', 'javascript:alert(1)', 'https://a:b@x.test/', '']) {
      const wrong = await api(owner).call(appointmentsApi.propose, {
        params,
        body: { ...body, address } as never,
      });
      expect([address, wrong.status, Object.keys(wrong.error.fields ?? {})]).toEqual([
        address,
        400,
        ['address'],
      ]);
    }
    await app.settle();
    const events = await app.resources.database.query('select data::text from event');
    const told = await app.resources.database.query('select words::text, link from notification');
    expect(JSON.stringify([events, told])).not.toContain('geheim');
  });

  it('can be read by a calendar program under an address that only its owner knows', async () => {
    const { owner } = talks;
    const { address } = await api(owner).ok(appointmentsApi.makeFeed);
    const token = new URL(address).searchParams.get('token') ?? '';
    const read = (query: { token: string }) => app.as().call(appointmentsApi.subscription, { query });
    const text = (await read({ token })).bytes.toString('utf8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain('STATUS:CANCELLED');
    await api(owner).ok(appointmentsApi.makeFeed);
    expect((await read({ token })).error.code).toBe('auth/invalid-link');
    expect((await read({ token: 'x' })).error.code).toBe('auth/invalid-link');
  });

  it('that an organiser set is the members’ to keep, and moves only with the organiser', async () => {
    const service = app.app.get(AppointmentsService, { strict: false });
    const given = {
      ...{ roomId: talks.roomId, sourceId: randomUUID(), title: '商談会 第3枠' },
      ...{ startsAt: new Date(hourIn(12)), endsAt: new Date(hourIn(12, '14:20')) },
    };
    const id = await service.openTimed(given);
    expect(await service.openTimed(given)).toBe(id);
    const seen = async () =>
      (await api(talks.owner).ok(appointmentsApi.list, { params })).items.find(
        (one) => one.id === id,
      ) as Appointment;
    expect(await seen()).toMatchObject({ fixed: true, hardEnd: true, state: 'confirmed', sequence: 0 });
    const refused = await api(talks.owner).call(appointmentsApi.cancel, {
      ...at(await seen()),
      body: { reason: '都合' },
    });
    expect(refused.error.code).toBe('appointment/fixed');
    await service.openTimed({ ...given, endsAt: new Date(hourIn(12, '14:30')) });
    expect(await seen()).toMatchObject({ sequence: 1, endsAt: hourIn(12, '14:30') });
    await service.cancelTimed(given.sourceId, '相手企業の欠席');
    await service.cancelTimed(given.sourceId, '相手企業の欠席');
    expect(await seen()).toMatchObject({ state: 'cancelled', sequence: 2, cancelled: { by: '' } });
  });
});

describe('a call', () => {
  const media = { microphone: true, camera: true, screen: false };
  const signal = { kind: 'restart' } as const;
  const take = async (person: TestPerson, roomId: string) => {
    const tab = await enter(person, roomId);
    const seat = await tab.send('call:join', { roomId, media });
    return { tab, seat, peerId: seat.peerId ?? '' };
  };
  const now = async (person: TestPerson, roomId: string) =>
    (await api(person).ok(callsApi.get, { params: { id: roomId } })).call;
  const names = (call: { participants: { name: string }[] } | null) =>
    call?.participants.map(({ name }) => name);

  it('is begun, joined and seen by the members of its room alone', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    const first = await take(owner, roomId);
    await api(coordinator).ok(attendanceApi.speak, { params: { id: roomId }, body: { speaks: false } });
    const second = await take(candidate, roomId);
    const third = await take(coordinator, roomId);
    const told = await first.tab.until('call:changed', ({ call }) => call?.participants.length === 3);
    expect(told.call?.participants.map(({ role, speaks }) => `${role} ${speaks}`)).toEqual([
      'owner true',
      'candidate true',
      'coordinator false',
    ]);
    await first.tab.send('call:signal', { roomId, peerId: first.peerId, to: second.peerId, signal });
    expect(await second.tab.until('call:signal')).toEqual({
      ...{ roomId, from: first.peerId, to: second.peerId, signal },
    });
    await third.tab.caughtUp();
    expect(third.tab.all('call:signal')).toEqual([]);
    await first.tab.send('call:alive', { roomId, peerId: first.peerId, media: { ...media, screen: true } });
    await second.tab.until('call:changed', ({ call }) => call?.participants[0]?.media.screen === true);
  });

  it('is nothing to strangers: they neither join nor signal nor learn of it', async () => {
    const [here, there] = [await openTalks(app), await openTalks(app)];
    const { peerId, tab: member } = await take(here.owner, here.roomId);
    const colleague = await aPerson(app.resources.database, {
      ...{ role: 'company-member', companyId: here.ownerCompany.id },
    });
    const stranger = await take(there.owner, there.roomId);
    const outside = await openTab(app.url, colleague.cookie);
    tabs.push(outside);
    const { roomId } = here;
    for (const tab of [stranger.tab, outside])
      for (const answer of [
        await tab.send('call:join', { roomId, media }),
        await tab.send('call:signal', { roomId, peerId, to: peerId, signal }),
        await tab.send('call:signal', { roomId, peerId: stranger.peerId, to: peerId, signal }),
        await tab.send('call:signal', { roomId: there.roomId, peerId: stranger.peerId, to: peerId, signal }),
      ])
        expect(answer).toMatchObject({ ok: false, code: 'auth/forbidden' });
    const answer = await outside.send('call:alive', { roomId, peerId, media });
    expect(answer).toMatchObject({ code: 'call/ended' });
    await outside.send('call:leave', { roomId, peerId });
    expect(names(await now(here.owner, roomId))).toEqual([here.owner.name]);
    const told = [member.all('call:signal'), outside.all('call:signal'), outside.all('call:changed')];
    expect(told.flat()).toEqual([]);
  });

  it('has four seats, however many want one at once, and one for each person', async () => {
    const { roomId, owner, candidate, ownerCompany } = await openTalks(app);
    const colleagues = await Promise.all(
      Array.from({ length: 5 }, () =>
        aPerson(app.resources.database, { role: 'company-member', companyId: ownerCompany.id }),
      ),
    );
    for (const { id } of colleagues)
      await api(owner).ok(negotiationsApi.addMember, { params: { id: roomId }, body: { userId: id } });
    const seats = await Promise.all([owner, candidate, ...colleagues].map((person) => take(person, roomId)));
    const refused = seats.flatMap(({ seat }) => (seat.ok ? [] : [seat.code]));
    expect(refused).toEqual(Array(3).fill('call/full'));
    expect((await now(owner, roomId))?.participants).toHaveLength(4);
    // Another tab of one who is in takes that one's place.
    const i = seats.findIndex(({ seat }) => seat.ok);
    const inside = [owner, candidate, ...colleagues][i] as TestPerson;
    const again = await take(inside, roomId);
    expect(again.seat.ok).toBe(true);
    const old = { roomId, peerId: seats[i]?.peerId ?? '', media };
    expect(await seats[i]?.tab.send('call:alive', old)).toMatchObject({ code: 'call/ended' });
    expect((await now(owner, roomId))?.participants).toHaveLength(4);
  });

  it('loses a tab that was killed within seconds, and keeps one that comes back', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const [killed, blinks] = [await take(owner, roomId), await take(candidate, roomId)];
    const back = await enter(candidate, roomId);
    for (const { tab } of [killed, blinks]) tab.close();
    // The server has noticed that they are gone, and gives their seats some seconds.
    await eventually(async () => {
      const away = await app.resources.database.query(
        `select 1 from call_participant where peer_id = any($1) and seen_at < now() - interval '9 seconds'`,
        [[killed.peerId, blinks.peerId]],
      );
      expect(away).toHaveLength(2);
    });
    expect(await back.send('call:alive', { roomId, peerId: blinks.peerId, media })).toEqual({ ok: true });
    await back.until('call:changed', ({ call }) => call?.participants.length === 1);
    expect(names(await now(candidate, roomId))).toEqual([candidate.name]);
    await back.send('call:leave', { roomId, peerId: blinks.peerId });
    await back.until('call:ended', ({ reason }) => reason === 'left');
    const { items } = await api(owner).ok(negotiationsApi.messages, { params: { id: roomId } });
    expect(items.map(({ data }) => data['key']).slice(-2)).toEqual(['call-started', 'call-ended-left']);
  });

  it('is warned of and ended by the server where its appointment has a hard end, and rests then', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const { database } = app.resources;
    await app.app.get(AppointmentsService, { strict: false }).openTimed({
      ...{ roomId, sourceId: randomUUID(), title: '商談会 第1枠' },
      ...{ startsAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 600_000) },
    });
    const { timed } = await api(owner).ok(callsApi.get, { params: { id: roomId } });
    expect(timed.map(({ title }) => title)).toEqual(['商談会 第1枠']);
    const { tab } = await take(owner, roomId);
    const { call } = await tab.until('call:changed');
    expect(call?.endsAt).not.toBeNull();
    const endsIn = (seconds: number) =>
      database.query(
        `with a as (update appointment set ends_at = now() + make_interval(secs => $2) where room_id = $1)
         update room_call set ends_at = now() + make_interval(secs => $2) where room_id = $1`,
        [roomId, seconds],
      );
    await endsIn(150);
    expect(await tab.until('call:warning')).toMatchObject({ minutes: 3 });
    await endsIn(50);
    await tab.until('call:warning', ({ minutes }) => minutes === 1);
    await endsIn(0);
    await tab.until('call:ended', ({ reason }) => reason === 'time');
    expect(tab.all('call:warning').map(({ minutes }) => minutes)).toEqual([3, 1]);
    expect(await now(owner, roomId)).toBeNull();
    expect((await take(candidate, roomId)).seat).toMatchObject({ code: 'call/time-over' });
    // For a while the room says that it is over, also to who comes only now.
    const late = await api(candidate).ok(callsApi.get, { params: { id: roomId } });
    expect(late.timed.map(({ title }) => title)).toEqual(['商談会 第1枠']);
    await database.query(
      `update appointment set starts_at = starts_at - interval '11 minutes', ends_at = ends_at - interval '11 minutes'
       where room_id = $1`,
      [roomId],
    );
    expect((await api(candidate).ok(callsApi.get, { params: { id: roomId } })).timed).toEqual([]);
  });

  it('ends where the room is paused or closed, and for who is taken out of the room', async () => {
    const { roomId, owner, candidate, coordinator, ownerCompany } = await openTalks(app);
    const params = { id: roomId };
    const leaver = await aPerson(app.resources.database, {
      ...{ role: 'company-member', companyId: ownerCompany.id },
    });
    await api(owner).ok(negotiationsApi.addMember, { params, body: { userId: leaver.id } });
    const [{ tab }] = [await take(candidate, roomId), await take(leaver, roomId)];
    await api(owner).ok(negotiationsApi.removeMember, { params: { ...params, userId: leaver.id } });
    expect(names(await now(owner, roomId))).toEqual([candidate.name]);
    await api(coordinator).ok(attendanceApi.pause, { params, body: { reason: '確認' } });
    await tab.until('call:ended', ({ reason }) => reason === 'paused');
    expect((await take(owner, roomId)).seat).toMatchObject({ code: 'negotiation/room-paused' });
    await api(coordinator).ok(attendanceApi.resume, { params });
    const last = await take(owner, roomId);
    await api(owner).ok(negotiationsApi.close, { params, body: { reason: '終了' } });
    await last.tab.until('call:ended', ({ reason }) => reason === 'closed');
    expect((await take(owner, roomId)).seat).toMatchObject({ code: 'negotiation/room-closed' });
  });
});
