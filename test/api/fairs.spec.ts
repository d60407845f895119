import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi as routes } from '#contracts/fair-exhibitors.js';
import { fairLeadsApi as leads } from '#contracts/fair-leads.js';
import { fairQuestionnairesApi as questionnaires } from '#contracts/fair-questionnaires.js';
import { fairSessionsApi as sessions } from '#contracts/fair-sessions.js';
import { fairVisitorsApi as visitors } from '#contracts/fair-visitors.js';
import { fairWatchApi } from '#contracts/fair-watch.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { notificationsApi } from '#contracts/notifications.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
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
} from '../support/fairs.js';
import { eventually } from '../support/eventually.js';
import { sentMails } from '../support/mails.js';
import { advanced, anOpenEvent, letIn } from '../support/meetings.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let firms: Firm[];
let visitor: Client;

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId });
  visitor = app.as();
  firms = await Promise.all(['甲製作所', '乙工業', '丙技研'].map((name) => aFirm(app, { name, bodyId })));
});
afterAll(() => app.close());

const firmNo = (n: number): Firm => firms[n] as Firm;
const byId = ({ id }: { id: string }) => ({ params: { id } });

describe('a fair', () => {
  it('is its organisers’ alone as a draft, and public once its call is open', async () => {
    const draft = await lead.ok(fairsApi.create, { body: someFair({ title: '内々の展' }) });
    expect((await visitor.call(fairsApi.get, byId(draft))).status).toBe(404);
    expect((await visitor.ok(fairsApi.list, { query: { q: '内々' } })).items).toEqual([]);
    await fairAt(lead, draft, 'open');
    expect((await visitor.ok(fairsApi.list, { query: { q: '内々' } })).total).toBe(1);
    expect(
      (await lead.call(fairsApi.advance, { ...byId(draft), version: 2, body: { to: 'published' } })).error
        .code,
    ).toBe('fair/nobody-exhibits');
  });

  it('names the field that is wrong', async () => {
    const body = { ...someFair(), endsOn: '2020-01-01', place: '' };
    const { error } = await lead.call(fairsApi.create, { body });
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(['endsOn', 'place']);
  });

  it('is linked with fairs and meeting events of its organisers alone', async () => {
    const bodyId = await aBody(app.resources.database);
    const stranger = await signedIn(app, { role: 'secretary', bodyId });
    const theirs = {
      previousId: (await anOpenFair(stranger)).id,
      meetingEventId: (await anOpenEvent(stranger)).id,
    };
    const fieldsOf = ({ error }: { error: { fields?: object } }) => Object.keys(error.fields ?? {}).sort();
    const linked = ['meetingEventId', 'previousId'];
    expect(fieldsOf(await lead.call(fairsApi.create, { body: someFair(theirs) }))).toEqual(linked);
    const draft = await lead.ok(fairsApi.create, { body: someFair({ coOrganiserIds: [bodyId] }) });
    const change = (who: Client, version: number, given: object) =>
      who.call(fairsApi.update, {
        ...byId(draft),
        version,
        body: someFair({ coOrganiserIds: [bodyId], ...given }),
      });
    expect(fieldsOf(await change(lead, 1, theirs))).toEqual(linked);
    expect((await change(stranger, 1, theirs)).status).toBe(200);
    // What a colleague linked does not stop the others from changing the rest.
    expect((await change(lead, 2, { ...theirs, title: '別の名' })).status).toBe(200);
  });

  it('shows on its big screen that an outcome was told, but neither whose nor which', async () => {
    const event = await anOpenEvent(lead);
    const orderer = await letIn(lead, firmNo(0), event, 'orderer');
    const supplier = await letIn(lead, firmNo(1), event, 'supplier');
    await advanced(lead, event, 'planning');
    const { id: meetingId } = await lead.ok(meetingTimetableApi.add, {
      ...byId(event),
      body: { ordererId: orderer.id, supplierId: supplier.id, slot: 1, table: 1 },
    });
    await app.resources.database.query(
      `insert into meeting_answer (meeting_id, participant_id, months, outcome, code)
       values ($1, $2, 0, 'no-deal', 'price')`,
      [meetingId, orderer.id],
    );
    const fair = await anOpenFair(lead, { meetingEventId: event.id });
    const { happenings } = await lead.ok(fairWatchApi.watch, byId(fair));
    expect(happenings.map(({ kind, who, what }) => [kind, who, what])).toEqual([['outcome-told', '', '']]);
    const recordsOf = async (figure: 'deals' | 'meetings') =>
      (await lead.ok(leads.records, { ...byId(fair), query: { figure } })).items.map(({ id }) => id);
    const answers = (side: string, months: number) =>
      app.resources.database.query(
        `insert into meeting_answer (meeting_id, participant_id, months, outcome) values ($1, $2, $3, 'deal')`,
        [meetingId, side, months],
      );
    await answers(supplier.id, 0);
    expect([await recordsOf('deals'), await recordsOf('meetings')]).toEqual([[], []]);
    await answers(orderer.id, 3);
    // What both call a deal was held, though nobody noted it.
    expect([await recordsOf('deals'), await recordsOf('meetings')]).toEqual([[meetingId], [meetingId]]);
  });

  it('awaits on its big screen whom the reception awaits', async () => {
    const event = await anOpenEvent(lead, { format: 'hybrid' });
    const orderer = await letIn(lead, firmNo(0), event, 'orderer', { attends: 'on-site' });
    const caller = await letIn(lead, firmNo(1), event, 'supplier', { attends: 'online' });
    const leaver = await letIn(lead, firmNo(2), event, 'supplier', { attends: 'on-site' });
    await advanced(lead, event, 'planning');
    for (const [i, supplierId] of [caller.id, leaver.id].entries())
      await lead.ok(meetingTimetableApi.add, {
        ...byId(event),
        body: { ordererId: orderer.id, supplierId, slot: i + 1, table: 1, overrule: true },
      });
    const fair = await anOpenFair(lead, { meetingEventId: event.id });
    const counted = async () => {
      const { meetings } = await lead.ok(fairWatchApi.watch, byId(fair));
      return [meetings?.here, meetings?.firms];
    };
    expect(await counted()).toEqual([0, 2]);
    const { database } = app.resources;
    await database.query('update meeting_participant set checked_in_at = now() where event_id = $1', [
      event.id,
    ]);
    expect(await counted()).toEqual([2, 2]);
    await database.query(`update meeting_participant set state = 'withdrawn' where id = $1`, [leaver.id]);
    expect(await counted()).toEqual([1, 1]);
  });

  it('that is cancelled stays visible with reason and cost', async () => {
    const fair = await anOpenFair(lead, { title: '流れた展' });
    await lead.ok(fairsApi.cancel, {
      ...byId(fair),
      version: fair.version,
      body: { reason: '会場が使えないため', costYen: 2_388 },
    });
    const seen = await visitor.ok(fairsApi.get, byId(fair));
    expect([seen.state, seen.reason, seen.costYen]).toEqual(['cancelled', '会場が使えないため', 2_388]);
  });
});

describe('what visitors and exhibitors are told', () => {
  /** The mails of a moved session once more, to all visitors, as where their jobs come late. */
  async function tellAgain(fairId: string, sessionId: string): Promise<void> {
    const { VisitorsHandlers } = await import('#fairs/exhibition/visitors/visitors.handlers.js');
    const all = await app.resources.database.query<{ id: string }>(
      `select id from fair_visitor where fair_id = $1 and email like 'seated@%'`,
      [fairId],
    );
    expect(all).toHaveLength(1);
    const data = { fairId, sessionId, what: 'session-moved', visitorIds: all.map(({ id }) => id) } as const;
    await app.app.get(VisitorsHandlers, { strict: false }).tell({ id: '0', data } as never);
  }

  it('a moved and a called-off session to who has a seat, a cancelled fair to all with its reason', async () => {
    const open = await anOpenFair(lead, { title: '変わる展' });
    await exhibits(lead, firmNo(0), open);
    const fair = await fairAt(lead, open, 'published');
    const seated = await aTicket(app, fair, { email: 'seated@example.test' });
    const waiting = await aTicket(app, fair, { email: 'waits@example.test' });
    await aTicket(app, fair, { email: 'only-here@example.test' });
    const session = await aSession(lead, fair, { capacity: 1 });
    const seat = (token: string, isComing: boolean) =>
      visitor.ok(sessions.seat, { params: { token, sessionId: session.id }, body: { isComing } });
    for (const token of [seated, waiting]) await seat(token, true);
    const params = { id: fair.id, sessionId: session.id };
    const change = (version: number, given: object) =>
      lead.ok(sessions.update, { params, version, body: someSession({ capacity: 1, ...given }) });
    // Other words are nobody's news; another place is.
    const worded = await change(session.version, { text: '詳しくなりました' });
    const moved = await change(worded.version, { place: '別の会場' });
    await app.settle();
    await seat(seated, false);
    await tellAgain(open.id, session.id);
    await lead.ok(sessions.cancel, { params, version: moved.version, body: { reason: '講師の急病' } });
    const { version } = await lead.ok(fairsApi.get, byId(fair));
    await lead.ok(fairsApi.cancel, { ...byId(fair), version, body: { reason: '台風のため', costYen: null } });
    await app.settle();
    // Each mail is a piece of work of its own: one that is tried again sends no other again.
    const told = await app.resources.database.query<{ n: number }>(
      `select jsonb_array_length(data->'visitorIds')::int n from event where name = 'fair-visitor.told'`,
    );
    expect(new Set(told.map(({ n }) => n))).toEqual(new Set([1]));
    const mails = sentMails(app.mailFolder).filter(({ subject }) => subject.includes('変わる展'));
    const subjects = (to: string) =>
      mails
        .filter((mail) => mail.to === to)
        .map(({ subject }) => subject.replace(/^【仲立ち】「変わる展」/, ''));
    const ticket = 'の来場登録を確定してください';
    const title = '「切削の自動化」';
    expect(subjects('seated@example.test').sort()).toEqual(
      [ticket, `の講演${title}の日時・場所が変わりました`, 'は中止になりました'].sort(),
    );
    expect(subjects('waits@example.test').sort()).toEqual(
      [
        ticket,
        `の講演${title}の日時・場所が変わりました`,
        `の講演${title}のお席が取れました`,
        `の講演${title}は取りやめになりました`,
        'は中止になりました',
      ].sort(),
    );
    expect(subjects('only-here@example.test').sort()).toEqual([ticket, 'は中止になりました'].sort());
    expect(mails.find(({ subject }) => subject.includes('中止'))?.text).toContain('理由：台風のため');
    const { items } = await firmNo(0).api.ok(notificationsApi.list);
    expect(items[0]).toMatchObject({ kind: 'fair-cancelled', link: `/fairs/${fair.id}` });
    expect(items[0]?.words.ja).toContain('台風のため');
  });
});

describe('exhibitors', () => {
  let fair: Fair;
  const ids: string[] = [];
  const list = (who: Client, query: object = {}) => who.ok(routes.list, { ...byId(fair), query });

  beforeAll(async () => {
    fair = await anOpenFair(lead);
    ids.push((await exhibits(lead, firmNo(0), fair, { booths: 2, pavilionKey: 'city' })).id);
    ids.push((await exhibits(lead, firmNo(1), fair, { pavilionKey: 'city' })).id);
  });

  it('are hidden until the fair is published, and then show no contact', async () => {
    expect((await list(visitor)).items).toEqual([]);
    expect(
      (await firmNo(0).api.ok(routes.get, { params: { id: fair.id, exhibitorId: ids[0] ?? '' } })).content
        .contact,
    ).toBe('展示 花子');
    await fairAt(lead, fair, 'published');
    const { items } = await list(visitor);
    expect(items.map(({ content }) => [content.contact, content.phone])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(
      (await visitor.ok(routes.catalogue, { ...byId(fair), query: { kind: 'brand' } })).items,
    ).toHaveLength(2);
  });

  it('get booths side by side, each booth once', async () => {
    expect(await lead.ok(routes.fill, byId(fair))).toEqual({ assigned: 3, left: 0 });
    const { booths } = await visitor.ok(fairsApi.get, byId(fair));
    expect(booths.map(({ no, pavilionKey }) => [no, pavilionKey])).toEqual([
      ['A-01', 'city'],
      ['A-02', 'city'],
      ['A-03', 'city'],
    ]);
    const put = (no: string, exhibitorId: string | null) =>
      lead.call(routes.assign, { params: { id: fair.id, no }, body: { exhibitorId } });
    expect((await put('A-01', ids[1] ?? '')).error.code).toBe('fair/booth-taken');
    expect((await put('C-01', ids[1] ?? '')).error.code).toBe('fair/no-such-booth');
    const smaller = { ...someFair(), halls: someFair().halls.slice(1) };
    const current = await lead.ok(fairsApi.get, byId(fair));
    const shrunk = await lead.call(fairsApi.update, {
      ...byId(fair),
      version: current.version,
      body: smaller,
    });
    expect(shrunk.error.code).toBe('fair/booth-taken');
  });

  it('are found by what the vocabulary understands', async () => {
    const { items } = await list(visitor, { q: '流路' });
    expect(items).toHaveLength(2);
    expect((await list(visitor, { q: '溶接ロボットの群れ' })).items).toEqual([]);
  });

  it('are reminded once of what is due, by mail', async () => {
    await app.settle();
    const { ExhibitorsHandlers } = await import('#fairs/exhibition/exhibitors/exhibitors.handlers.js');
    const handlers = app.app.get(ExhibitorsHandlers, { strict: false });
    const tick = { params: { id: fair.id, exhibitorId: ids[1] ?? '', key: 'panel' } };
    await firmNo(1).api.ok(routes.tick, { ...tick, body: { isDone: true } });
    await handlers.remind();
    await handlers.remind();
    await app.settle();
    const mails = sentMails(app.mailFolder);
    const about = mails.filter(({ text }) => text.includes('パネルを送る'));
    expect(about.map(({ to }) => to)).toEqual([firmNo(0).owner.email]);
  });

  it('that withdraw free their booths; after the last day only the organisers enter firms', async () => {
    const params = { id: fair.id, exhibitorId: ids[0] ?? '' };
    await firmNo(0).api.ok(routes.withdraw, { params, body: { reason: '都合により' } });
    expect((await visitor.ok(fairsApi.get, byId(fair))).booths.map(({ no }) => no)).toHaveLength(1);
    const body = { ...someBooth(), companyId: firmNo(2).id };
    expect((await firmNo(2).api.call(routes.apply, { ...byId(fair), body })).error.code).toBe('fair/closed');
    const entered = await lead.ok(routes.apply, { ...byId(fair), body });
    expect([entered.isProxy, entered.company.name]).toEqual([true, '丙技研']);
  });
});

describe('a questionnaire', () => {
  const lay = (fairId: string, audience: 'exhibitor' | 'visitor') =>
    lead.ok(questionnaires.save, { params: { id: fairId, audience }, version: 0, body: someQuestions() });
  const answer = (firm: Firm, params: { id: string; exhibitorId: string }, answers: object) =>
    firm.api.ok(questionnaires.answerAsExhibitor, { params, body: { answers: answers as never } });
  let before: Fair;
  let fair: Fair;
  const exhibitorIds: string[] = [];
  let token: string;
  const of = (audience: 'exhibitor' | 'visitor') => ({ params: { id: fair.id, audience } });

  beforeAll(async () => {
    before = await anOpenFair(lead, { title: '昨年の展' });
    const { id: exhibitorId } = await exhibits(lead, firmNo(0), before);
    await lay(before.id, 'exhibitor');
    await fairAt(lead, before, 'finished');
    await app.settle();
    await answer(firmNo(0), { id: before.id, exhibitorId }, { satisfaction: 2, again: 'no' });
    fair = await anOpenFair(lead, { title: '今年の展', previousId: before.id });
    for (const n of [0, 1]) exhibitorIds.push((await exhibits(lead, firmNo(n), fair)).id);
  });

  it('proposes the questions of the fair before', async () => {
    const proposed = await lead.ok(questionnaires.get, of('exhibitor'));
    expect([proposed.isSaved, proposed.carriedFrom?.id]).toEqual([false, before.id]);
    expect(proposed.questions).toEqual(someQuestions().questions);
    expect((await lead.call(questionnaires.send, of('exhibitor'))).error.code).toBe(
      'fair/illegal-transition',
    );
  });

  it('goes out when the fair ends: to exhibitors as a notice, to visitors who came by mail', async () => {
    await lay(fair.id, 'exhibitor');
    await lay(fair.id, 'visitor');
    await fairAt(lead, fair, 'running');
    token = await aTicket(app, fair, { email: 'came@example.test' });
    await aTicket(app, fair, { email: 'stayed-away@example.test' });
    const { code } = await visitor.ok(visitors.ticket, { params: { token } });
    await lead.ok(visitors.checkIn, { ...byId(fair), body: { code } });
    expect((await visitor.call(questionnaires.ofTicket, { params: { token } })).error.code).toBe(
      'fair/no-questionnaire',
    );
    await fairAt(lead, fair, 'finished');
    await app.settle();
    const mails = sentMails(app.mailFolder).filter(({ text }) => text.includes('/fair-questionnaire?token='));
    expect(mails.map(({ to }) => to)).toEqual(['came@example.test']);
    const { items } = await firmNo(1).api.ok(notificationsApi.list);
    expect(items[0]).toMatchObject({
      kind: 'fair-questionnaire',
      link: `/fairs/${fair.id}/booths/${exhibitorIds[1]}/questionnaire`,
    });
    expect((await visitor.ok(visitors.ticket, { params: { token } })).questionnaire).toBe('open');
    const { until, isOpen } = await visitor.ok(questionnaires.ofTicket, { params: { token } });
    const { sentAt } = await lead.ok(questionnaires.get, of('visitor'));
    expect([isOpen, Date.parse(until) - Date.parse(sentAt ?? '')]).toEqual([true, 90 * 86_400_000]);
    const late = await lead.call(questionnaires.save, {
      ...of('visitor'),
      version: 1,
      body: someQuestions(),
    });
    expect(late.error.code).toBe('fair/questionnaire-sent');
  });

  it('is sent as it was before a change that comes while it goes out', async () => {
    const other = await anOpenFair(lead, { title: '同時の展' });
    await lay(other.id, 'visitor');
    const { database } = app.resources;
    const saving = await database.transaction(async () => {
      await database.query('update fair_questionnaire set sent_at = now() where fair_id = $1', [other.id]);
      const call = {
        params: { id: other.id, audience: 'visitor' as const },
        version: 1,
        body: someQuestions(),
      };
      const saved = lead.call(questionnaires.save, call);
      await eventually(async () => {
        await database.query('select pg_stat_clear_snapshot()');
        const waiting = await database.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and query like '%fair_questionnaire%'`,
        );
        expect(waiting).toHaveLength(1);
      });
      return { saved };
    });
    expect((await saving.saved).error.code).toBe('fair/questionnaire-sent');
  });

  it('names the question that must be answered, and takes a later answer in place of the first', async () => {
    const send = (answers: object) =>
      visitor.call(questionnaires.answerByTicket, { params: { token }, body: { answers: answers as never } });
    expect(Object.keys((await send({ again: 'yes' })).error.fields ?? {})).toEqual(['answers.satisfaction']);
    await send({ satisfaction: 3, improve: '通路を広く' });
    await send({ satisfaction: 5, again: 'yes' });
    const { items, total } = await lead.ok(questionnaires.answers, of('visitor'));
    expect(total).toBe(1);
    // Who was asked is named, but nothing says who of them answered, nor who the visitor of an answer is.
    const asked = await lead.ok(questionnaires.asked, of('visitor'));
    expect(asked.items.map(({ name, isAnswered }) => [name, isAnswered])).toEqual([['来場 次郎', null]]);
    expect(asked.items[0]?.id).not.toBe(items[0]?.id);
    expect(items[0]).toMatchObject({ company: null, answers: { satisfaction: 5, again: 'yes' } });
    expect(JSON.stringify(items)).not.toContain('来場');
  });

  it('is compared with the fair before, and each number opens as many answers', async () => {
    await answer(
      firmNo(0),
      { id: fair.id, exhibitorId: exhibitorIds[0] ?? '' },
      { satisfaction: 4, talks: 3 },
    );
    const results = await lead.ok(questionnaires.results, of('exhibitor'));
    expect(results.editions.map(({ asked, answered }) => [asked, answered])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(results.editions.map(({ canOpen }) => canOpen)).toEqual([true, true]);
    const first = await lead.ok(questionnaires.asked, { ...of('exhibitor'), query: { limit: 1 } });
    const rest = await lead.ok(questionnaires.asked, {
      ...of('exhibitor'),
      query: { limit: 1, cursor: first.nextCursor ?? '' },
    });
    expect([first.total, rest.nextCursor]).toEqual([2, null]);
    expect([...first.items, ...rest.items].map(({ name, isAnswered }) => [name, isAnswered])).toEqual([
      ['乙工業', false],
      ['甲製作所', true],
    ]);
    expect(results.questions[0]?.byEdition.map((one) => one?.average)).toEqual([4, 2]);
    expect(results.questions[1]?.byEdition[1]?.values).toEqual([
      { value: 'yes', n: 0 },
      { value: 'no', n: 1 },
    ]);
    const opened = (query: object) => lead.ok(questionnaires.answers, { ...of('exhibitor'), query });
    expect((await opened({ key: 'satisfaction', value: '4' })).items.map(({ company }) => company)).toEqual([
      '甲製作所',
    ]);
    expect((await opened({ key: 'again' })).total).toBe(0);
    const file = await lead.call(questionnaires.export, {
      ...of('exhibitor'),
      query: { table: 'comparison', format: 'csv' },
    });
    expect(file.bytes.toString('utf8')).toContain('満足度,平均,4,2');
  });

  it('reminds once, after a week', async () => {
    await app.resources.database.query(`update fair_ask set asked_at = now() - interval '8 days'`);
    const { QuestionnairesService } = await import('#fairs/index.js');
    const service = app.app.get(QuestionnairesService, { strict: false });
    expect([await service.remindDue(), await service.remindDue()]).toEqual([1, 0]);
    await app.settle();
    const { items } = await firmNo(1).api.ok(notificationsApi.list);
    expect(items[0]?.kind).toBe('fair-questionnaire-again');
  });

  it('asks and reminds nobody when answers are taken no more', async () => {
    const { database } = app.resources;
    expect((await lead.ok(questionnaires.get, of('exhibitor'))).can.send).toBe(true);
    await database.query(`update fair_questionnaire set sent_at = now() - interval '91 days'`);
    await database.query('update fair_ask set reminded_at = null');
    expect((await lead.ok(questionnaires.get, of('exhibitor'))).can.send).toBe(false);
    expect((await lead.call(questionnaires.send, of('exhibitor'))).error.code).toBe(
      'fair/illegal-transition',
    );
    const { QuestionnairesService } = await import('#fairs/index.js');
    expect(await app.app.get(QuestionnairesService, { strict: false }).remindDue()).toBe(0);
  });
});
