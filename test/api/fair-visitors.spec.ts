import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi, type Exhibitor } from '#contracts/fair-exhibitors.js';
import { fairFigureKey, fairLeadsApi as leads, fairRecordKey } from '#contracts/fair-leads.js';
import { identityApi } from '#contracts/identity.js';
import { notificationsApi } from '#contracts/notifications.js';
import { fairSessionsApi as sessions } from '#contracts/fair-sessions.js';
import { fairTalksApi as talks } from '#contracts/fair-talks.js';
import { fairVisitorsApi as routes } from '#contracts/fair-visitors.js';
import { fairWatchApi } from '#contracts/fair-watch.js';
import { keepOpen } from '../../apps/web/src/live/keep-open.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { anOpenFair, aSession, aTicket, exhibits, fairAt, someVisitor } from '../support/fairs.js';
import { sentMails } from '../support/mails.js';
import { aFirm, aPublishedPatent, eventsAbout, signedIn, type Firm } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let lead: Client;
let firm: Firm;
let buyer: Firm;
let fair: Fair;
let exhibitor: Exhibitor;
const sockets: Socket[] = [];

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'coordinator', bodyId });
  firm = await aFirm(app, { name: '甲製作所', bodyId });
  buyer = await aFirm(app, { name: '乙重機', bodyId });
  const open = await anOpenFair(lead);
  exhibitor = await exhibits(lead, firm, open);
  await lead.ok(fairExhibitorsApi.fill, { params: { id: open.id } });
  fair = await fairAt(lead, open, 'running');
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await app.close();
});

const byId = () => ({ params: { id: fair.id } });
const booth = () => ({ params: { id: fair.id, exhibitorId: exhibitor.id } });
async function atFair(ticket: string | null, cookie: string | null = null): Promise<Socket> {
  const socket = io(`${app.url}/fair`, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    ...(ticket && { auth: { ticket } }),
    ...(cookie && { extraHeaders: { cookie } }),
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return socket;
}
const say = (socket: Socket, data: object) =>
  socket.emitWithAck('talk:say', data) as Promise<{ ok: boolean; seq: number }>;

describe('a visitor without an account', () => {
  it('gets a ticket by mail, once, and answers tell nobody which addresses are known', async () => {
    const body = someVisitor({ email: 'Hanako@example.test' });
    const first = await app.as().ok(routes.register, { ...byId(), body });
    const again = await app
      .as()
      .ok(routes.register, { ...byId(), body: { ...body, email: 'hanako@example.test' } });
    expect([first, again]).toEqual([
      { mailed: true, token: null },
      { mailed: true, token: null },
    ]);
    await app.settle();
    const mails = sentMails(app.mailFolder).filter(({ to }) => to.toLowerCase() === 'hanako@example.test');
    expect(mails).toHaveLength(1);
    const token = decodeURIComponent(/token=([^\s"&]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '');
    expect((await app.as().ok(routes.ticket, { params: { token } })).isConfirmed).toBe(false);
    const queue = { params: { token }, body: { exhibitorId: exhibitor.id, topic: '' } };
    expect((await app.as().call(talks.queue, queue)).error.code).toBe('fair/not-confirmed');
    expect((await app.as().ok(routes.confirm, { params: { token } })).isConfirmed).toBe(true);
    // Whoever knows the address changes nothing of what is confirmed.
    await app.as().ok(routes.register, { ...byId(), body: { ...body, name: '別人' } });
    expect((await app.as().ok(routes.ticket, { params: { token } })).name).toBe('来場 次郎');
  });

  it('must agree to the terms, and a forged ticket opens nothing', async () => {
    const { error } = await app
      .as()
      .call(routes.register, { ...byId(), body: { ...someVisitor(), terms: false } });
    expect(Object.keys(error.fields ?? {})).toEqual(['terms']);
    const forged = await app.as().call(routes.ticket, { params: { token: `${randomUUID()}.x` } });
    expect(forged.error.code).toBe('auth/invalid-link');
    await expect(atFair('forged')).rejects.toThrow('auth/not-signed-in');
  });

  it('finds a way over the booths that answer a need, and why', async () => {
    const route = await app.as().ok(routes.route, { ...byId(), query: { need: 'ステンレスの小物切削' } });
    expect(route.stops.map(({ exhibitorId }) => exhibitorId)).toEqual([exhibitor.id]);
    expect(route.stops[0]?.why.length).toBeGreaterThan(0);
    expect((await app.as().ok(routes.route, { ...byId(), query: { need: '宇宙旅行' } })).stops).toEqual([]);
  });

  it('is checked in by the code, in whatever way it is typed, and counted once', async () => {
    const token = await aTicket(app, fair, { email: 'scan@example.test' });
    const { code } = await app.as().ok(routes.ticket, { params: { token } });
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const first = await lead.ok(routes.checkIn, { ...byId(), body: { code: typed } });
    expect((await lead.ok(routes.checkIn, { ...byId(), body: { code } })).checkedInAt).toBe(
      first.checkedInAt,
    );
    expect((await lead.ok(routes.list, { ...byId(), query: { here: 'true' } })).total).toBe(1);
    expect((await lead.call(routes.checkIn, { ...byId(), body: { code: 'ZZZZZZZZ' } })).error.code).toBe(
      'fair/unknown-code',
    );
  });
});

describe('a socket at a fair whose account or session ends', () => {
  const ended = (socket: Socket) => new Promise((resolve) => socket.once('disconnect', resolve));
  const enters = (socket: Socket) =>
    socket.timeout(60_000).emitWithAck('booth:enter', { exhibitorId: exhibitor.id });

  it('is ended, comes back where the handshake still lets it in, and leaves those with a ticket alone', async () => {
    const staff = await atFair(null, firm.owner.cookie);
    const close = keepOpen(staff);
    const visitor = await atFair(await aTicket(app, fair, { email: 'both@example.test' }), firm.owner.cookie);
    const wasEnded = ended(staff);
    app.resources.live.disconnectUser(firm.owner.id);
    expect(await wasEnded).toBe('io server disconnect');
    await new Promise<void>((resolve) => staff.once('connect', resolve));
    expect(await Promise.all([staff, visitor].map(enters))).toMatchObject([{ ok: true }, { ok: true }]);
    close();
    expect(staff.connected).toBe(false);
  });

  it('is ended for good when its session was signed out', async () => {
    const other = await aPerson(app.resources.database, { role: 'company-member', companyId: firm.id });
    const socket = await atFair(null, other.cookie);
    const close = keepOpen(socket);
    const wasEnded = ended(socket);
    const refused = new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    await app.as(other.cookie).ok(identityApi.signOut);
    await wasEnded;
    expect((await refused).message).toBe('auth/not-signed-in');
    close();
  });
});

describe('a talk at a booth', () => {
  it('begins in the order of the queue, is written down once, and is for its two sides alone', async () => {
    const first = await aTicket(app, fair, { email: 'a@example.test', name: '一番' });
    const second = await aTicket(app, fair, { email: 'b@example.test', name: '二番' });
    const queue = (token: string) =>
      app.as().ok(talks.queue, { params: { token }, body: { exhibitorId: exhibitor.id, topic: '相談' } });
    const one = await queue(first);
    const two = await queue(second);
    expect((await queue(first)).id).toBe(one.id);
    const visitor = await atFair(first);
    const entered = (await visitor.emitWithAck('booth:enter', { exhibitorId: exhibitor.id })) as {
      state: object;
    };
    expect(entered.state).toMatchObject({ waiting: [one.id, two.id], talking: 0 });
    await visitor.emitWithAck('talk:join', { talkId: one.id });
    const early = await say(visitor, { talkId: one.id, clientId: randomUUID(), text: 'もしもし' });
    expect(early.ok).toBe(false);

    // That the visitor has come may be told only now.
    const changed = new Promise((resolve) => {
      visitor.on('booth:state', (state: { talking: number }) => state.talking > 0 && resolve(state));
    });
    expect((await firm.api.ok(talks.next, booth())).id).toBe(one.id);
    expect(await changed).toMatchObject({ waiting: [two.id], talking: 1 });
    const staff = await atFair(null, firm.owner.cookie);
    await staff.emitWithAck('talk:join', { talkId: one.id });
    const heard = new Promise((resolve) => staff.once('talk:said', resolve));
    const line = { talkId: one.id, clientId: randomUUID(), text: '月50個できますか' };
    const [said, again] = await Promise.all([say(visitor, line), say(visitor, line)]);
    expect([said.seq, again.seq]).toEqual([1, 1]);
    expect(await heard).toMatchObject({ side: 'visitor', name: '一番', text: '月50個できますか' });
    expect((await say(staff, { ...line, clientId: randomUUID(), text: 'できます' })).seq).toBe(2);

    const stranger = await atFair(second);
    expect(await stranger.emitWithAck('talk:join', { talkId: one.id })).toMatchObject({ ok: false });
    expect((await app.as().call(talks.own, { params: { token: second, talkId: one.id } })).status).toBe(404);
    const params = { ...booth().params, talkId: one.id };
    await firm.api.ok(talks.end, { params, body: {} });
    expect((await say(visitor, { ...line, clientId: randomUUID() })).ok).toBe(false);
    const own = await app.as().ok(talks.own, { params: { token: first, talkId: one.id } });
    expect([own.state, own.lines.map(({ seq, side }) => [seq, side])]).toEqual([
      'ended',
      [
        [1, 'visitor'],
        [2, 'booth'],
      ],
    ]);
  });

  it('goes on in a negotiation room by an introduction of the organisers', async () => {
    const patent = await aPublishedPatent(firm);
    const { email } = buyer.owner;
    const { token } = await buyer.api.ok(routes.register, { ...byId(), body: someVisitor({ email }) });
    const { id: talkId } = await app.as().ok(talks.queue, {
      params: { token: token ?? '' },
      body: { exhibitorId: exhibitor.id, topic: '' },
    });
    for (let called = ''; called !== talkId;) called = (await firm.api.ok(talks.next, booth())).id;
    const params = { ...booth().params, talkId };
    await firm.api.ok(talks.ask, { params, body: { kind: 'patent', subjectId: patent.id } });
    const { items } = await lead.ok(talks.handOvers, byId());
    expect(items.map(({ title, introductionId }) => [title, introductionId])).toEqual([
      [patent.content.title, null],
    ]);
    const introduce = { params: { id: fair.id, talkId }, body: { reason: '小間での相談から' } };
    const { introductionId } = await lead.ok(talks.introduce, introduce);
    expect((await lead.ok(talks.introduce, introduce)).introductionId).toBe(introductionId);
    expect((await firm.api.ok(talks.get, { params })).handOver?.introductionId).toBe(introductionId);
    // Asked once more while they are proposed to each other, the way on is the same; once both agreed it is not asked.
    await firm.api.ok(talks.end, { params, body: {} });
    const again = await app.as().ok(talks.queue, {
      params: { token: token ?? '' },
      body: { exhibitorId: exhibitor.id, topic: '' },
    });
    const second = { ...booth().params, talkId: again.id };
    await firm.api.ok(talks.next, booth());
    await firm.api.ok(talks.ask, { params: second, body: { kind: 'patent', subjectId: patent.id } });
    const asked = { params: { id: fair.id, talkId: again.id }, body: { reason: 'もう一度' } };
    expect((await lead.ok(talks.introduce, asked)).introductionId).toBe(introductionId);
    const offered = async () =>
      (await firm.api.ok(talks.get, { params: second })).subjects.map(({ id }) => id);
    expect(await offered()).toContain(patent.id);
    await app.resources.database.query(
      `update introduction set state = 'agreed', outcome = 'deal' where id = $1`,
      [introductionId],
    );
    expect(await offered()).not.toContain(patent.id);
  });
});

describe('a session', () => {
  it('gives its seats in the order of asking, and shows the stream to who has one', async () => {
    const session = await aSession(lead, fair, { capacity: 1 });
    const [one, two] = [
      await aTicket(app, fair, { email: 's1@example.test' }),
      await aTicket(app, fair, { email: 's2@example.test' }),
    ];
    const seat = (token: string, isComing: boolean) =>
      app.as().ok(sessions.seat, { params: { token, sessionId: session.id }, body: { isComing } });
    const first = await seat(one, true);
    expect([first.seat, first.session.content.streamUrl]).toEqual(['registered', 'https://stream.example/1']);
    const second = await seat(two, true);
    expect([second.seat, second.before, second.session.content.streamUrl]).toEqual(['waiting', 0, '']);
    await seat(one, false);
    const room = await app
      .as()
      .ok(sessions.room, { params: { sessionId: session.id }, query: { ticket: two } });
    expect([room.seat, room.session.taken, room.session.waiting]).toEqual(['registered', 1, 0]);
    expect((await app.as().ok(sessions.list, byId())).items[0]?.content.streamUrl).toBe('');
  });

  it('takes questions, votes and choices of tickets over the socket, each once', async () => {
    const session = await aSession(lead, fair);
    const poll = await lead.ok(sessions.openPoll, {
      params: { sessionId: session.id },
      body: { question: '次回は', options: ['春', '秋'] },
    });
    const asker = await atFair(await aTicket(app, fair, { email: 'q1@example.test' }));
    const voter = await atFair(await aTicket(app, fair, { email: 'q2@example.test' }));
    await voter.emitWithAck('session:join', { sessionId: session.id });
    const heard = new Promise((resolve) => voter.once('question:changed', resolve));
    const question = { sessionId: session.id, clientId: randomUUID(), text: '導入の費用は' };
    const asked = (await asker.emitWithAck('question:ask', question)) as { questionId: string };
    expect(await asker.emitWithAck('question:ask', question)).toMatchObject({ questionId: asked.questionId });
    expect(await heard).toMatchObject({ question: { text: '導入の費用は', votes: 0 } });
    for (const socket of [asker, voter, voter])
      await socket.emitWithAck('question:vote', { questionId: asked.questionId, isFor: true });
    for (const option of [0, 1]) await voter.emitWithAck('poll:vote', { pollId: poll.id, option });
    const staff = await atFair(null, firm.owner.cookie);
    expect(await staff.emitWithAck('question:ask', { ...question, clientId: randomUUID() })).toMatchObject({
      code: 'fair/not-confirmed',
    });
    const room = await app.as().ok(sessions.room, { params: { sessionId: session.id } });
    expect(room.questions.map(({ votes }) => votes)).toEqual([2]);
    expect(room.polls[0]?.options.map(({ votes }) => votes)).toEqual([0, 1]);
    await lead.ok(sessions.moderate, {
      params: { sessionId: session.id, questionId: asked.questionId },
      body: { state: 'hidden' },
    });
    expect((await app.as().ok(sessions.room, { params: { sessionId: session.id } })).questions).toEqual([]);
  });
});

describe('contacts and figures', () => {
  it('need consent, take the data of the ticket, and are the firm’s alone', async () => {
    const token = await aTicket(app, fair, { email: 'card@example.test', name: '名刺 花子' });
    const { code } = await app.as().ok(routes.ticket, { params: { token } });
    const take = (body: object) => firm.api.call(leads.create, { ...booth(), body: body as never });
    expect(Object.keys((await take({ code, hasConsented: false })).error.fields ?? {})).toEqual([
      'hasConsented',
    ]);
    expect((await take({ code, note: '見積希望', hasConsented: true })).body).toMatchObject({
      name: '名刺 花子',
    });
    await take({ code, note: '急ぎ', hasConsented: true });
    expect((await firm.api.ok(leads.list, booth())).items.map(({ note }) => note)).toEqual([
      '見積希望\n急ぎ',
    ]);
    expect((await lead.call(leads.list, booth())).status).toBe(403);
    const csv = await firm.api.call(leads.export, { ...booth(), query: { format: 'csv' } });
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('come from the catalogue, too, and are counted by product', async () => {
    const token = await aTicket(app, fair, { email: 'asks@example.test', name: '引合 太郎' });
    const inquire = (product: string, hasConsented = true) =>
      app.as().call(leads.inquire, {
        params: { token },
        body: { exhibitorId: exhibitor.id, product, text: '月100個', hasConsented },
      });
    expect(Object.keys((await inquire('流路ブロック', false)).error.fields ?? {})).toEqual(['hasConsented']);
    expect(Object.keys((await inquire('ない製品')).error.fields ?? {})).toEqual(['product']);
    await inquire('流路ブロック');
    await inquire('鏡面ボルト');
    const { items } = await app.as().ok(leads.given, { params: { token } });
    expect(items.map(({ products, withdrawnAt }) => [products, withdrawnAt])).toEqual([
      [['流路ブロック', '鏡面ボルト'], null],
    ]);
    const counts = async (who: Client) =>
      (await who.ok(fairExhibitorsApi.catalogue, byId())).items.map(({ inquiries }) => inquiries);
    expect([await counts(lead), await counts(firm.api), await counts(app.as())]).toEqual([
      [1, 1],
      [1, 1],
      [null, null],
    ]);
    await app.settle();
    const { items: notices } = await firm.api.ok(notificationsApi.list);
    expect(notices.filter(({ kind }) => kind === 'fair-inquiry')).toHaveLength(2);
  });

  it('are taken back: the firm keeps nothing of the person, and the withdrawal is counted', async () => {
    const token = await aTicket(app, fair, { email: 'regrets@example.test', name: '取消 次郎' });
    const { code } = await app.as().ok(routes.ticket, { params: { token } });
    const take = (idempotencyKey: string) =>
      firm.api.ok(leads.create, {
        ...booth(),
        ...{ idempotencyKey, body: { code, note: '名刺の裏', hasConsented: true } },
      });
    const { id: leadId } = await take('once');
    const other = await aTicket(app, fair, { email: 'other@example.test' });
    const foreign = await app.as().call(leads.withdraw, { params: { token: other, leadId } });
    expect(foreign.status).toBe(404);
    const { items } = await app.as().ok(leads.withdraw, { params: { token, leadId } });
    expect(items[0]?.withdrawnAt).not.toBeNull();
    // Who only gave a contact is nobody's to name, and who took it back was no match.
    const matches = await lead.ok(leads.records, { ...byId(), query: { figure: 'matches', limit: 100 } });
    expect(JSON.stringify(matches)).not.toMatch(/取消 次郎|名刺 花子/);
    expect(matches.items.some(({ id }) => id === leadId)).toBe(false);
    expect(matches.items.filter(({ detail }) => detail === '').length).toBe(2);
    expect(matches.items.some(({ detail }) => detail.startsWith('一番'))).toBe(true);
    const list = await firm.api.ok(leads.list, booth());
    expect([list.withdrawn, JSON.stringify(list.items).includes('取消 次郎')]).toEqual([1, false]);
    const csv = await firm.api.call(leads.export, { ...booth(), query: { format: 'csv' } });
    expect(csv.bytes.toString('utf8')).not.toContain('名刺の裏');
    expect(
      await app.resources.database.query('select name, email, note from fair_lead where id = $1', [leadId]),
    ).toEqual([{ name: '', email: '', note: '' }]);
    // Who gives it again gives it anew.
    expect((await take('again')).note).toBe('名刺の裏');
    await firm.api.ok(leads.erase, { params: { ...booth().params, leadId } });
    expect((await eventsAbout(app, leadId)).at(-1)).toBe('fair-lead.erased');
    // Asked again under its keys it is the same contact, without the person.
    for (const key of ['once', 'again'])
      expect(await take(key)).toMatchObject({ id: leadId, name: '', organisation: '', email: '', note: '' });
    expect((await firm.api.ok(leads.list, booth())).withdrawn).toBe(1);
  });

  it('given again bring back nothing of what was taken back, and keep the text that was agreed to', async () => {
    const token = await aTicket(app, fair, { email: 'twice@example.test', name: '再度 三郎' });
    const inquire = (product: string) =>
      app.as().ok(leads.inquire, {
        params: { token },
        body: { exhibitorId: exhibitor.id, product, text: '月10個', hasConsented: true },
      });
    const own = async () =>
      (await firm.api.ok(leads.list, booth())).items.find(({ name }) => name === '再度 三郎');
    await inquire('流路ブロック');
    await inquire('鏡面ボルト');
    const { id: leadId } = (await own()) ?? { id: '' };
    const { database } = app.resources;
    const agreedTo = () => database.query('select consent_version v from fair_lead where id = $1', [leadId]);
    await database.query(`update fair_lead set consent_version = 'old' where id = $1`, [leadId]);
    await inquire('鏡面ボルト');
    expect(await agreedTo()).toEqual([{ v: 'old' }]);
    await app.as().ok(leads.withdraw, { params: { token, leadId } });
    await inquire('鏡面ボルト');
    expect((await own())?.inquiries).toEqual([{ product: '鏡面ボルト', text: '月10個' }]);
    expect(await agreedTo()).not.toEqual([{ v: 'old' }]);
    const { items } = await app.as().ok(leads.given, { params: { token } });
    expect(items[0]?.products).toEqual(['鏡面ボルト']);
  });

  it('count each person and pair once, and every figure opens as many records', async () => {
    const { items } = await lead.ok(leads.figures, byId());
    expect(items.map(({ key }) => key)).toEqual(fairFigureKey.options);
    // The big screen shows the same figures, and those of the sessions.
    const { figures } = await lead.ok(fairWatchApi.watch, byId());
    const live = fairRecordKey.options.flatMap((key) =>
      key in figures ? [{ key, total: figures[key as 'votes'] }] : [],
    );
    expect(live.map(({ key }) => key).sort()).toEqual(Object.keys(figures).sort());
    expect(Math.min(figures.questions, figures.votes)).toBeGreaterThan(0);
    expect(items.find(({ key }) => key === 'deals')?.total).toBe(1);
    for (const { key, total } of [...items, ...live]) {
      const page = await lead.ok(leads.records, { ...byId(), query: { figure: key, limit: 100 } });
      expect([key, page.items.length, page.total]).toEqual([key, total, total]);
      expect(new Set(page.items.map(({ id }) => id)).size).toBe(total);
    }
    const { hours, booths } = await lead.ok(leads.charts, byId());
    const total = (key: string) => items.find((one) => one.key === key)?.total;
    expect(hours.reduce((sum, { n }) => sum + n, 0)).toBe(total('visitors'));
    expect(booths.map(({ visits, leads: contacts, inquiries }) => [visits, contacts, inquiries])).toEqual([
      [total('visits'), total('leads'), total('inquiries')],
    ]);
    for (const { at, n } of hours) {
      const query = { figure: 'visitors' as const, hour: at };
      expect((await lead.ok(leads.records, { ...byId(), query })).total).toBe(n);
    }
  });
});
