import type { INestApplicationContext } from '@nestjs/common';
import { fairContent, type FairContent, type FairStep } from '#contracts/fair-exhibition.js';
import { boothApplication } from '#contracts/fair-exhibitors.js';
import { sessionContent } from '#contracts/fair-sessions.js';
import { CONSENT_VERSION } from '#contracts/fair-visitors.js';
import {
  BoothsService,
  ExhibitorsService,
  FairsReader,
  FairsService,
  SessionsService,
  TalksService,
  VisitorsReader,
} from '#fairs/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { demoBooths, demoOnline, demoSessions, demoVisitors } from './demo-fair.js';
import { inDays } from './in-days.js';
import { aHandout } from './seed-files.js';
import type { Demo } from './seed.js';

const halls = [
  { key: 'A', name: '第1展示ホール', nameEn: 'Hall 1', rows: 2, perRow: 5 },
  { key: 'B', name: '第2展示ホール', nameEn: 'Hall 2', rows: 2, perRow: 4 },
  { key: 'W', name: 'オンライン会場', nameEn: 'Online hall', rows: 1, perRow: 4, isOnline: true },
];
const pavilions = [
  {
    key: 'kawazoi',
    name: '川沿い市パビリオン',
    nameEn: 'Kawazoi City Pavilion',
    head: '川沿い市産業振興課（架空）',
    text: '市内の表面処理と板金の企業が、共同で出展します。',
  },
];

export const content = (given: object): FairContent =>
  fairContent.parse({
    ...{ summary: '', format: 'hybrid', place: '架空産業会館', placeNote: '架空駅から徒歩5分' },
    ...{ from: '10:00', until: '17:00', halls, pavilions },
    privacyNote:
      '来場登録の情報は、主催の支援機関が受付と連絡に使います。出展者には、来場者が同意したときだけ渡します。',
    ...given,
  });

/** The organisers' and exhibitors' work, through the services that people use. */
export class FairStage {
  readonly secretary: Actor;

  constructor(
    readonly app: INestApplicationContext,
    private readonly demo: Pick<Demo, 'staff' | 'owners'>,
  ) {
    this.secretary = demo.staff.secretary;
  }

  /** The bodies that bring firms beside the secretary's own. */
  async otherBodies(): Promise<string[]> {
    const firms = [...this.demo.owners.values()].flatMap(({ company }) => company?.id ?? []);
    const bodies = await this.database.query<{ id: string }>(
      'select distinct body_id id from company where id = any($1) and body_id <> $2 order by 1',
      [firms, this.secretary.body?.id],
    );
    return bodies.map(({ id }) => id);
  }

  /** The meeting event that is on today, held with the fair. */
  async meetingEvent(): Promise<string | null> {
    const [event] = await this.database.query<{ id: string }>(
      `select id from meeting_event where state = 'running' order by id limit 1`,
    );
    return event?.id ?? null;
  }

  async fair(given: FairContent, to: FairStep): Promise<string> {
    const id = await this.fairs.create(this.secretary, given);
    await this.advance(id, to);
    return id;
  }

  async advance(id: string, to: FairStep): Promise<void> {
    const { version } = await this.app.get(FairsReader, { strict: false }).get(this.secretary, id);
    await this.fairs.advance(this.secretary, id, version, to);
  }

  async cancel(id: string, why: { reason: string; costYen: number }): Promise<void> {
    const { version } = await this.app.get(FairsReader, { strict: false }).get(this.secretary, id);
    await this.fairs.cancel(this.secretary, id, version, why);
  }

  /** A firm is entered by the secretary and let in. */
  async exhibit(fairId: string, key: string): Promise<string> {
    const owner = this.demo.owners.get(key) as Actor;
    const { booths = 1, inPavilion, headline = '', products = [] } = demoBooths[key] ?? {};
    const entry = boothApplication.parse({
      ...{ headline, text: '', booths, products, contact: owner.name },
      attends: demoOnline.includes(key) ? 'online' : 'both',
      pavilionKey: inPavilion ? 'kawazoi' : null,
    });
    const service = this.app.get(ExhibitorsService, { strict: false });
    const id = await service.apply(this.secretary, fairId, {
      ...entry,
      companyId: owner.company?.id ?? null,
    });
    await service.decide(this.secretary, fairId, id, { decision: 'approve', reason: '' });
    return id;
  }

  /** Visitors whose addresses are confirmed; the first half has come. */
  async visitors(fairId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `insert into fair_visitor (fair_id, email, name, organisation, job, need, attends, code, consent_version,
         consent_contact, confirmed_at, checked_in_at, created_at)
       select $1, 'visitor' || n || '@demo.example', name, organisation, job, need,
         case when n % 3 = 0 then 'online' else 'both' end, code, $3, n % 2 = 1, now() - interval '3 days',
         case when n % 2 = 1 then now() - n * interval '23 minutes' end, now() - n * interval '5 hours'
       from jsonb_to_recordset($2) r(n int, name text, organisation text, job text, need text, code text) returning id`,
      [fairId, JSON.stringify(demoVisitors.map((one, i) => ({ n: i + 1, ...one }))), CONSENT_VERSION],
    );
    return rows.map(({ id }) => id);
  }

  /** Every visitor has looked at a few booths. */
  async visits(visitors: readonly string[], exhibitors: readonly string[]): Promise<void> {
    const pairs = visitors.flatMap((visitor, v) =>
      [0, 1, 2, 3].map((k) => ({ visitor, exhibitor: exhibitors[(v * 3 + k * 2) % exhibitors.length] })),
    );
    await this.database.query(
      `insert into fair_booth_visit (exhibitor_id, visitor_id, first_at)
       select exhibitor, visitor, coalesce(v.checked_in_at, now() - interval '4 hours')
         + row_number() over (order by visitor, exhibitor) % 5 * interval '4 minutes'
       from jsonb_to_recordset($1) r(exhibitor uuid, visitor uuid) join fair_visitor v on v.id = r.visitor
       on conflict do nothing`,
      [JSON.stringify(pairs)],
    );
  }

  async queue(visitorId: string, exhibitorId: string): Promise<void> {
    const reader = this.app.get(VisitorsReader, { strict: false });
    const holder = await reader.holder(reader.tokenOf(visitorId));
    await this.app.get(TalksService, { strict: false }).queue(holder, exhibitorId, '試作の納期について');
  }

  /** The firm's owner is on duty and calls who is next. */
  async call(fairId: string, exhibitorId: string, key: string): Promise<void> {
    const owner = this.demo.owners.get(key) as Actor;
    const talks = this.app.get(TalksService, { strict: false });
    await talks.setDuty(owner, fairId, exhibitorId, true);
    await talks.next(owner, fairId, exhibitorId);
  }

  /** Three sessions today; one has more listeners than seats, a question and a poll. */
  async programme(fairId: string): Promise<void> {
    const sessions = this.app.get(SessionsService, { strict: false });
    const day = inDays(0);
    const ids: string[] = [];
    for (const { from, until, ...given } of demoSessions) {
      const times = { startsAt: `${day}T${from}:00+09:00`, endsAt: `${day}T${until}:00+09:00` };
      ids.push(await sessions.create(this.secretary, fairId, sessionContent.parse({ ...given, ...times })));
    }
    const [first = ''] = ids;
    await this.database.query(
      `insert into fair_seat (session_id, visitor_id, is_waiting)
       select $1, id, row_number() over (order by id) > 6 from fair_visitor where fair_id = $2`,
      [first, fairId],
    );
    await this.database.query(
      `with asked as (
         insert into fair_question (session_id, visitor_id, client_id, text)
         select $1, id, uuidv7(), '小さな工場でも、導入費用は回収できますか。' from fair_visitor where fair_id = $2 order by id limit 1
         returning id
       )
       insert into fair_question_vote (question_id, visitor_id)
       select asked.id, v.id from asked, (select id from fair_visitor where fair_id = $2 order by id limit 4) v`,
      [first, fairId],
    );
    const poll = await sessions.openPoll(this.secretary, first, {
      question: '自動化でいちばん知りたいことは',
      options: ['費用', '人材', '品質'],
    });
    await this.database.query(
      `insert into fair_poll_vote (poll_id, visitor_id, option)
       select $1, v.id, (array[0, 0, 1, 0, 2, 1])[v.no] from (select id, row_number() over (order by id) no
         from fair_visitor where fair_id = $2) v where v.no <= 6`,
      [poll.id, fairId],
    );
    await sessions.attach(this.secretary, first, {
      fileName: '小さな工場の自動化_配布資料.pdf',
      bytes: await aHandout(),
    });
  }

  get database(): Database {
    return this.app.get(Database, { strict: false });
  }

  async fill(fairId: string): Promise<void> {
    await this.app.get(BoothsService, { strict: false }).fill(this.secretary, fairId);
  }

  private get fairs(): FairsService {
    return this.app.get(FairsService, { strict: false });
  }
}
