import type { INestApplicationContext } from '@nestjs/common';
import { fairContent, type FairContent } from '#contracts/fair-exhibition.js';
import { sessionContent } from '#contracts/fair-sessions.js';
import { CONSENT_VERSION } from '#contracts/fair-visitors.js';
import { meetingEventContent, rulePresets, type MeetingEventContent } from '#contracts/meeting-events.js';
import {
  fairChanged,
  FairClock,
  meetingEventChanged,
  SessionsService,
  TimetableReader,
  TimetableService,
} from '#fairs/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { Demo } from '../seed.js';
import { FairStage } from '../fair-stage.js';
import { MeetingStage } from '../seed-meetings.js';
import {
  ABSENT,
  dayExhibitors,
  dayNeeds,
  daySessions,
  daySuppliers,
  dayVisitors,
  HAS_TIME,
} from './day-cast.js';
import { CLOSES, meetingHours, meetingMinutes, OPENS } from './day-hours.js';
import { inDays } from '../in-days.js';

/** By these names the fair of an earlier play is known, and swept. */
const FAIR = '仲立ちデモ展 一日のながれ（架空）';
const MEETINGS = '仲立ちデモ展 商談会（架空）';
const PLACE = '架空産業会館';
const PLAN_SECONDS = 2;
const PLAN_PATIENCE_MS = 60_000;

/** Ids of what the day is played on. */
export interface DayThings {
  readonly fairId: string;
  readonly eventId: string;
  /** The day in Japan on which it takes place, `YYYY-MM-DD`. */
  readonly on: string;
  /** By a firm's key, a visitor's or session's place in the cast. Late visitors are not registered yet. */
  readonly exhibitors: Map<string, string>;
  readonly participants: Map<string, string>;
  readonly visitors: Map<number, { id: string; code: string }>;
  readonly sessions: string[];
}

export const instantOf = (on: string, clock: string): Date => new Date(`${on}T${clock}:00+09:00`);

const meetings = (on: string): MeetingEventContent =>
  meetingEventContent.parse({
    ...{ title: MEETINGS, summary: 'デモの一日で行う商談会です。', kind: 'general', format: 'on-site' },
    ...{ place: `${PLACE} 2階`, placeNote: '', days: [{ on, ...meetingHours }] },
    rules: {
      ...rulePresets['25'],
      ...meetingMinutes,
      ...{ ordererMeetings: 7, supplierMeetings: 6 },
      ...{ ordererWishes: daySuppliers.length, supplierWishes: 6 },
    },
    ...{ tables: Object.keys(dayNeeds).length, ordererSeats: 10, supplierSeats: 20 },
    ...{ registrationUntil: inDays(-9), needsOn: inDays(-8), wishesUntil: inDays(-2) },
    eligibility: { note: '', sheetNeeded: false },
  });

const fair = (on: string, meetingEventId: string, coOrganiserIds: string[]): FairContent =>
  fairContent.parse({
    ...{ title: FAIR, titleEn: 'A day at a Nakadachi fair (fictional)', format: 'hybrid', coOrganiserIds },
    summary: '8時間の一日が、速い時計でひとりでに進みます。',
    ...{ place: PLACE, placeNote: '', privacyNote: '', meetingEventId },
    ...{ startsOn: on, endsOn: on, applicationUntil: inDays(-1), from: OPENS, until: CLOSES },
    halls: [{ key: 'A', name: '展示ホール', nameEn: 'Exhibition hall', rows: 2, perRow: 8 }],
    pavilions: [
      {
        ...{ key: 'kawazoi', name: '川沿い市パビリオン', nameEn: 'Kawazoi City Pavilion' },
        ...{ head: '川沿い市産業振興課（架空）', text: '' },
      },
    ],
  });

/** A fair and its meeting event as they stand in the morning; those of an earlier play are swept. */
export async function prepareDay(
  app: INestApplicationContext,
  demo: Pick<Demo, 'staff' | 'owners'>,
): Promise<DayThings> {
  const database = app.get(Database, { strict: false });
  await sweep(app);
  const on = todayInJapan();
  const booths = new FairStage(app, demo);
  const tables = new MeetingStage(app, demo);
  const made = await database.transaction(async () => {
    const { eventId, participants } = await register(tables, demo, on);
    const fairId = await booths.fair(fair(on, eventId, await booths.otherBodies()), 'open');
    const exhibitors = new Map<string, string>();
    for (const key of dayExhibitors)
      if (demo.owners.has(key)) exhibitors.set(key, await booths.exhibit(fairId, key));
    await booths.fill(fairId);
    await booths.advance(fairId, 'published');
    const visitors = await insertVisitors(database, fairId);
    const sessions = await addSessions(app, demo, { fairId, on });
    // Whoever shows the demonstration need not be told of all that led to it. now() is the transaction's.
    await database.query(
      'update event set relayed_at = now() where relayed_at is null and created_at = now()',
    );
    return { fairId, eventId, on, exhibitors, participants, visitors, sessions };
  });
  await plan(app, demo, made.eventId);
  await tables.advance(made.eventId, 'published');
  return made;
}

/**
 * The firms of the meeting event with their wishes, until planning begins. The timetable is drawn anew each time; whichever
 * it is, a place that falls free finds a supplier that may take it, since the others wish for all of them.
 */
async function register(stage: MeetingStage, demo: Pick<Demo, 'owners'>, on: string) {
  const eventId = await stage.event(meetings(on), 'open');
  const participants = new Map<string, string>();
  const orderers = Object.entries(dayNeeds).filter(([key]) => demo.owners.has(key));
  const suppliers = daySuppliers.filter((key) => demo.owners.has(key));
  for (const [key, needs] of orderers)
    participants.set(key, await stage.enter(eventId, key, 'orderer', { needs }));
  for (const key of suppliers) participants.set(key, await stage.enter(eventId, key, 'supplier'));
  await stage.advance(eventId, 'wishes');
  for (const [o, [orderer]] of orderers.entries())
    for (const [s, supplier] of suppliers.entries()) {
      if (orderer === HAS_TIME && (s % 3 > 0 || supplier === ABSENT)) continue;
      await stage.wish(
        ...([eventId, participants.get(orderer) ?? '', participants.get(supplier) ?? ''] as const),
        s === o ? 'must' : 'like',
      );
    }
  await stage.advance(eventId, 'planning');
  return { eventId, participants };
}

/** Those who registered in the weeks before and followed the mailed link. */
async function insertVisitors(database: Database, fairId: string): Promise<DayThings['visitors']> {
  const early = dayVisitors.flatMap((one, n) => (one.isLate ? [] : [{ ...one, n }]));
  const rows = await database.query<{ id: string; code: string; n: number }>(
    `insert into fair_visitor (fair_id, email, name, organisation, job, need, attends, code, consent_version,
       consent_contact, confirmed_at, created_at)
     select $1, 'day-visitor' || n || '@demo.example', name, organisation, job, need, 'both', 'DAY' || lpad(translate(n::text, '01', 'AB'), 5, 'X'),
       $3, true, now() - interval '3 days', now() - interval '4 days'
     from jsonb_to_recordset($2) r(n int, name text, organisation text, job text, need text)
     returning id, code, substring(email from '\\d+')::int n`,
    [fairId, JSON.stringify(early), CONSENT_VERSION],
  );
  return new Map(rows.map(({ n, ...visitor }) => [n, visitor]));
}

async function addSessions(
  app: INestApplicationContext,
  { staff }: Pick<Demo, 'staff'>,
  { fairId, on }: Pick<DayThings, 'fairId' | 'on'>,
): Promise<string[]> {
  const service = app.get(SessionsService, { strict: false });
  const ids: string[] = [];
  for (const { title, titleEn, place, from, until, speaker } of daySessions) {
    const content = sessionContent.parse({
      ...{ title, titleEn, place, text: '', capacity: 30, streamUrl: '' },
      ...{ startsAt: instantOf(on, from).toISOString(), endsAt: instantOf(on, until).toISOString() },
      speakers: [{ name: speaker, organisation: '架空大学' }],
    });
    ids.push(await service.create(staff.secretary, fairId, content));
  }
  return ids;
}

/** The timetable by the product's own search. */
async function plan(
  app: INestApplicationContext,
  { staff }: Pick<Demo, 'staff'>,
  eventId: string,
): Promise<void> {
  const id = await app.get(TimetableService, { strict: false }).plan(staff.secretary, eventId, PLAN_SECONDS);
  const reader = app.get(TimetableReader, { strict: false });
  for (const deadline = Date.now() + PLAN_PATIENCE_MS; ;) {
    const { state } = await reader.plan(eventId, id);
    if (state === 'finished') return;
    if (state === 'failed' || Date.now() > deadline) throw new Error(`The day's timetable is ${state}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function sweep(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database, { strict: false });
  const events = app.get(Events, { strict: false });
  const gone = await database.transaction(async () => {
    const fairs = await database.query<{ id: string }>(
      `delete from fair where content->>'title' = $1 returning id`,
      [FAIR],
    );
    const meetings = await database.query<{ id: string }>(
      'delete from meeting_event where title = $1 returning id',
      [MEETINGS],
    );
    // The search forgets what it looks for and does not find.
    for (const { id } of fairs)
      await events.record(fairChanged, { fairId: id }, { subjectId: id, actor: null });
    for (const { id } of meetings)
      await events.record(meetingEventChanged, { eventId: id }, { subjectId: id, actor: null });
    return [...fairs, ...meetings].map(({ id }) => id);
  });
  app.get(FairClock, { strict: false }).forget(gone);
}
