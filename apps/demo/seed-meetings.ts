import type { INestApplicationContext } from '@nestjs/common';
import {
  meetingEventContent,
  rulePresets,
  type MeetingEventContent,
  type MeetingSide,
  type MeetingStep,
} from '#contracts/meeting-events.js';
import { participation, type MeetingNeed, type Participation } from '#contracts/meeting-participants.js';
import { outcomeAnswer, type OutcomeAnswer } from '#contracts/meeting-results.js';
import {
  DayService,
  MeetingEventsReader,
  MeetingEventsService,
  OnlineRooms,
  ParticipantsService,
  PlanJob,
  ProposalsService,
  ResultsService,
  TimetableService,
  WishesService,
} from '#fairs/index.js';
import { IdentityReader } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { demoBuyers, demoNeeds, demoPitches } from './demo-meetings.js';
import type { Demo } from './seed.js';
import { inDays } from './in-days.js';

const afternoon = (on: string) => ({
  on,
  from: '13:00',
  until: '16:00',
  breakFrom: '14:30',
  breakUntil: '14:45',
});
const place = '架空産業会館 3階 展示ホール';

const content = (given: object): MeetingEventContent =>
  meetingEventContent.parse({
    ...{ summary: '', kind: 'general', format: 'on-site', place, placeNote: '架空駅から徒歩5分' },
    ...{ rules: rulePresets['20'], tables: 12, ordererSeats: 12, supplierSeats: 40 },
    eligibility: { note: '' },
    ...given,
  });

/** A timetable of this size is proven at once. */
const PLAN_SECONDS = 5;
/** Suppliers that come by a call in a room. */
const fromAfar = 2;

/** An event that is on today, with its timetable, in the hall and online. */
async function seedRunning(stage: MeetingStage): Promise<void> {
  const event = await stage.event(
    content({
      title: '城南ものづくり商談会（架空）',
      summary: '本日開催中の商談会です。会場に来られない企業は、商談ルームの通話で参加します。',
      format: 'hybrid',
      days: [{ on: inDays(0), from: '09:00', until: '17:00', breakFrom: '12:00', breakUntil: '13:00' }],
      rules: { ...rulePresets['30'], supplierWishes: 6, supplierMeetings: 6 },
      ...{ registrationUntil: inDays(-9), needsOn: inDays(-8), wishesUntil: inDays(-2) },
    }),
    'open',
  );
  const orderers: string[] = [];
  const suppliers: string[] = [];
  for (const [key, needs] of Object.entries(demoNeeds))
    orderers.push(await stage.enter(event, key, 'orderer', { needs }));
  for (const [i, key] of Object.keys(demoPitches).entries())
    suppliers.push(
      await stage.enter(event, key, 'supplier', { attends: i < fromAfar ? 'online' : 'on-site' }),
    );
  await stage.advance(event, 'wishes');
  const supplierOf = (o: number, round: number) => suppliers[(o * 4 + round) % suppliers.length] ?? '';
  for (const [o, orderer] of orderers.entries())
    for (const round of [0, 1, 2, 3, 4, 5, 6])
      await stage.wish(event, orderer, supplierOf(o, round), round === 0 ? 'must' : 'like');
  await stage.advance(event, 'planning');
  // Of the seven wishes of each six can come true: three firms read why not theirs.
  await stage.plan(event);
  await stage.advance(event, 'published');
  await stage.advance(event, 'running');
  await stage.openRooms(event);
}

/** An event of last spring, at which not all wishes came to something. */
async function seedFinished(stage: MeetingStage): Promise<void> {
  const day = inDays(-150);
  const event = await stage.event(
    content({
      title: '春の城南商談会（架空）',
      summary: '春に開いた商談会です。',
      days: [afternoon(day)],
      ...{ registrationUntil: inDays(-180), needsOn: inDays(-179), wishesUntil: inDays(-160) },
    }),
    'open',
  );
  const [[buyer = '', needs = []] = []] = Object.entries(demoNeeds);
  const orderer = await stage.enter(event, buyer, 'orderer', { needs });
  const suppliers: string[] = [];
  for (const key of Object.keys(demoPitches).slice(0, 4))
    suppliers.push(await stage.enter(event, key, 'supplier'));
  await stage.advance(event, 'wishes');
  for (const supplier of suppliers) await stage.wish(event, supplier, orderer, 'like');
  await stage.advance(event, 'planning');
  const [, , third = '', fourth = ''] = suppliers;
  const meetings = [
    await stage.meet(event, { ordererId: orderer, supplierId: third, slot: 1, table: 1 }),
    await stage.meet(event, { ordererId: orderer, supplierId: fourth, slot: 2, table: 1 }),
  ];
  for (const step of ['published', 'running'] as const) await stage.advance(event, step);
  for (const firm of [orderer, third, fourth]) await stage.receive(event, firm, `${day}T12:45:00+09:00`);
  for (const meeting of meetings) await stage.hold(event, meeting);
  await stage.advance(event, 'finished');
  const [agreed = '', disputed = ''] = meetings;
  await stage.hear(event, agreed, orderer, { outcome: 'deal', note: '試作を発注しました。' });
  await stage.hear(event, agreed, third, { outcome: 'deal', note: '' });
  await stage.hear(event, disputed, orderer, { outcome: 'no-deal', code: 'price', note: '' });
  await stage.hear(event, disputed, fourth, { outcome: 'continuing', note: '再見積もりを出しました。' });
}

/** An event on which wishes are made. */
async function seedUpcoming(stage: MeetingStage): Promise<string> {
  const upcoming = await stage.event(
    content({
      title: '城南・相模 合同受発注商談会（架空）',
      summary:
        '精密部品、食品、EV部品の発注企業と、都内・県内の中小企業が20分ずつ商談します。発注側のニーズを事前に公開しています。',
      kind: 'wide-area',
      coOrganiserIds: await stage.otherBodies(),
      days: [afternoon(inDays(21))],
      ...{ registrationUntil: inDays(7), needsOn: inDays(-1), wishesUntil: inDays(12) },
    }),
    'open',
  );
  const orderers: string[] = [];
  const suppliers: string[] = [];
  for (const [key, needs] of Object.entries(demoNeeds))
    orderers.push(await stage.letIn(upcoming, key, 'orderer', needs));
  for (const key of Object.keys(demoPitches)) suppliers.push(await stage.letIn(upcoming, key, 'supplier'));
  await stage.advance(upcoming, 'wishes');
  // Those who sign in to the demonstration still have theirs to make, and some others as well.
  for (const [i, supplier] of suppliers.entries())
    if (i % 4 > 0) await stage.wish(upcoming, supplier, orderers[i % 3] ?? '', i % 4 === 1 ? 'must' : 'like');
  for (const [o, orderer] of orderers.entries())
    for (const round of o === 0 ? [] : [0, 1, 2, 3, 4])
      await stage.wish(
        ...([upcoming, orderer, suppliers[o * 4 + round] ?? suppliers[round] ?? ''] as const),
        round === 0 ? 'must' : 'like',
      );
  return upcoming;
}

/** An event on which wishes are made, a call that is open, and one that was cancelled. */
export async function seedMeetings(app: INestApplicationContext, demo: Demo): Promise<void> {
  const stage = new MeetingStage(app, demo);
  const upcoming = await seedUpcoming(stage);
  await stage.event(
    content({
      title: '関東モビリティ部品 オーダーメイド型商談会（架空）',
      summary: 'EVの冷却部品と駆動部品について、対応できる企業を募ります。',
      kind: 'made-to-order',
      format: 'online',
      ...{ place: '', tables: 0, hostCompanyId: demo.owners.get('orderer-ev')?.company?.id },
      rules: rulePresets['25'],
      days: [{ on: inDays(45), from: '10:00', until: '15:00', breakFrom: '12:00', breakUntil: '13:00' }],
      ...{ registrationUntil: inDays(20), needsOn: inDays(21), wishesUntil: inDays(30) },
    }),
    'open',
  );
  const cancelled = await stage.event(
    content({
      title: '海外合同商談会（架空）',
      days: [afternoon(inDays(60))],
      ...{ registrationUntil: inDays(20), needsOn: inDays(21), wishesUntil: inDays(40) },
    }),
    'open',
  );
  await stage.cancel(cancelled, '現地の会場が使えなくなったため', 182_000);
  for (const seed of [seedFinished, seedRunning]) await seed(stage);
  await app.get(ProposalsService, { strict: false }).renew(upcoming);
  // Otherwise the first start would greet everybody with notices of what has long been.
  await app
    .get(Database, { strict: false })
    .query(`update event set relayed_at = now() where name like 'meeting%' and relayed_at is null`);
}

/** The organisers' work, through the services that people use. */
export class MeetingStage {
  private readonly secretary: Actor;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly demo: Pick<Demo, 'staff' | 'owners'>,
  ) {
    this.secretary = demo.staff.secretary;
  }

  async otherBodies(): Promise<string[]> {
    const bodies = await this.app.get(IdentityReader, { strict: false }).bodies();
    return bodies.flatMap(({ id }) => (id === this.secretary.body?.id ? [] : [id]));
  }

  async event(given: MeetingEventContent, to: MeetingStep): Promise<string> {
    const id = await this.events.create(this.secretary, given);
    await this.advance(id, to);
    return id;
  }

  async advance(id: string, to: MeetingStep): Promise<void> {
    await this.events.advance(this.secretary, id, await this.versionOf(id), to);
  }

  async cancel(id: string, reason: string, costYen: number): Promise<void> {
    await this.events.cancel(this.secretary, id, await this.versionOf(id), { reason, costYen });
  }

  /** A firm registers and is let in. */
  async letIn(event: string, key: string, side: MeetingSide, needs: MeetingNeed[] = []): Promise<string> {
    const owner = this.demo.owners.get(key) as Actor;
    const id = await this.participants.register(owner, event, this.entryOf(owner, key, side, needs));
    return this.approve(event, id);
  }

  /** A firm is entered by the secretary and let in, also after the last day. */
  async enter(
    event: string,
    key: string,
    side: MeetingSide,
    { needs = [], ...more }: Partial<Pick<Participation, 'needs' | 'attends' | 'forbiddenSlots'>> = {},
  ): Promise<string> {
    const owner = this.demo.owners.get(key) as Actor;
    const entry = { ...this.entryOf(owner, key, side, needs), ...more, companyId: owner.company?.id ?? '' };
    return this.approve(event, await this.participants.enter(this.secretary, event, entry));
  }

  async wish(event: string, participantId: string, otherId: string, want: 'must' | 'like'): Promise<void> {
    const place = { id: event, participantId, otherId };
    await this.app.get(WishesService, { strict: false }).set(this.secretary, place, { want, note: '' });
  }

  async meet(
    event: string,
    place: { ordererId: string; supplierId: string; slot: number; table: number },
  ): Promise<string> {
    const timetables = this.app.get(TimetableService, { strict: false });
    return timetables.add(this.secretary, event, { ...place, overrule: true });
  }

  /** What a worker does once a timetable is asked for. */
  async plan(event: string): Promise<void> {
    const timetables = this.app.get(TimetableService, { strict: false });
    const planId = await timetables.plan(this.secretary, event, PLAN_SECONDS);
    await this.app.get(PlanJob, { strict: false }).run(event, planId);
  }

  /** A firm comes to the reception. */
  async receive(event: string, participantId: string, at: string): Promise<void> {
    await this.app.get(DayService, { strict: false }).checkIn(this.secretary, event, participantId, at);
  }

  async hold(event: string, meetingId: string): Promise<void> {
    await this.app.get(DayService, { strict: false }).attend(this.secretary, event, meetingId, 'held');
  }

  /** What a firm says became of a meeting, written down by the secretary. */
  async hear(event: string, meetingId: string, participantId: string, answer: OutcomeAnswer): Promise<void> {
    const results = this.app.get(ResultsService, { strict: false });
    await results.record(
      this.secretary,
      { id: event, meetingId, participantId },
      outcomeAnswer.parse(answer),
    );
  }

  /** What a worker does once the timetable is published. */
  async openRooms(event: string): Promise<void> {
    await this.app.get(OnlineRooms, { strict: false }).openAll(event, this.secretary.userId);
  }

  private entryOf(owner: Actor, key: string, side: MeetingSide, needs: MeetingNeed[]) {
    const [headline = '', pitch = ''] = demoPitches[key] ?? demoBuyers[key] ?? [];
    return participation.parse({ side, contact: owner.name, headline, pitch, needs });
  }

  private async approve(event: string, id: string): Promise<string> {
    await this.participants.decide(this.secretary, event, id, { decision: 'approve', reason: '' });
    return id;
  }

  private async versionOf(id: string): Promise<number> {
    return (await this.app.get(MeetingEventsReader, { strict: false }).get(this.secretary, id)).version;
  }

  private get events(): MeetingEventsService {
    return this.app.get(MeetingEventsService, { strict: false });
  }

  private get participants(): ParticipantsService {
    return this.app.get(ParticipantsService, { strict: false });
  }
}
