import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  byId,
  day,
  flag,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
  prose,
  yen,
} from './shapes.js';

/** 一般 / 広域 / オーダーメイド / 逆商談会 (the orderers stay, the suppliers come to them with proposals). */
export const meetingEventKind = z.enum(['general', 'wide-area', 'made-to-order', 'reverse']);
export const meetingEventFormat = z.enum(['on-site', 'online', 'hybrid']);
export const meetingEventState = z.enum([
  'draft',
  'open',
  'wishes',
  'planning',
  'published',
  'running',
  'finished',
  'cancelled',
]);
export type MeetingEventState = z.infer<typeof meetingEventState>;
/** A state that an event is taken on to. */
export const meetingStep = meetingEventState.exclude(['draft', 'cancelled']);
export type MeetingStep = z.infer<typeof meetingStep>;

/** 発注側 / 受注側 of a meeting event. */
export const meetingSide = z.enum(['orderer', 'supplier']);
export type MeetingSide = z.infer<typeof meetingSide>;

/** Time of day in Japan, `HH:MM`. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const meetingDay = z.object({
  on: day,
  from: clock,
  until: clock,
  /** No meeting touches the break. */
  breakFrom: clock.nullable().default(null),
  breakUntil: clock.nullable().default(null),
});
export type MeetingDay = z.infer<typeof meetingDay>;

const many = (max: number) => z.int().min(1).max(max);
/** Length of a meeting and how many each firm may have. Minutes. */
export const meetingRules = z.object({
  minutes: z.int().min(5).max(180),
  /** Between two meetings, to change tables. */
  moveMinutes: z.int().min(0).max(60),
  ordererMeetings: many(60),
  supplierMeetings: many(60),
  /** How many firms of the other side may be wished for, musts among them. */
  ordererWishes: many(200),
  supplierWishes: many(60),
  musts: z.int().min(0).max(20),
});
export type MeetingRules = z.infer<typeof meetingRules>;

const rules = (
  minutes: number,
  moveMinutes: number,
  [ordererMeetings, supplierMeetings]: [number, number],
  [ordererWishes, supplierWishes, musts]: [number, number, number],
): MeetingRules => ({
  ...{ minutes, moveMinutes, ordererMeetings, supplierMeetings, ordererWishes, supplierWishes, musts },
});
/**
 * Rules that support bodies have used: 12 minutes with at most 18 meetings of an orderer and 3 wishes of a supplier, 14
 * minutes and 1 to move in 8 rounds, 20 minutes in up to 6 rounds, 25 minutes in 5 rounds; 15 and 30 as fairs abroad.
 */
export const rulePresets = {
  '12': rules(12, 0, [18, 3], [18, 3, 1]),
  '14+1': rules(14, 1, [8, 8], [16, 8, 2]),
  '15': rules(15, 0, [12, 6], [20, 6, 2]),
  '20': rules(20, 0, [6, 6], [12, 6, 2]),
  '25': rules(25, 0, [5, 5], [10, 5, 2]),
  '30': rules(30, 0, [6, 4], [12, 4, 1]),
} as const satisfies Record<string, MeetingRules>;
export type RulePreset = keyof typeof rulePresets;

const firms = z.int().min(1).max(2_000);
const fields = z.object({
  title: line(),
  summary: prose(5_000),
  kind: meetingEventKind,
  format: meetingEventFormat,
  /** For `made-to-order`: the firm that it is made for. */
  hostCompanyId: id.nullable().default(null),
  place: optionalLine(),
  placeNote: prose(2_000),
  /** Support bodies that organise it beside the one that leads. */
  coOrganiserIds: z.array(id).max(20).default([]),
  days: z.array(meetingDay).min(1).max(5),
  rules: meetingRules,
  /** Tables on site. */
  tables: z.int().min(0).max(300),
  /** How many firms of each side there is room for; who comes later waits. */
  ordererSeats: firms,
  /** So many are let in until there is a timetable; a place in it that falls free may bring in one more. */
  supplierSeats: firms,
  /** The last day for each; the needs of orderers are shown from `needsOn` on. */
  registrationUntil: day,
  needsOn: day,
  wishesUntil: day,
  eligibility: z.object({
    /** Two-digit codes; none: all of Japan. */
    supplierPrefectures: z.array(z.string().length(2)).max(47).default([]),
    /** A supplier's own text and contact must be complete before it is let in. */
    sheetNeeded: z.boolean().default(true),
    note: prose(1_000),
  }),
});
type Fields = z.output<typeof fields>;

type Problem = readonly [path: (string | number)[], rule: string];
const when = (isWrong: boolean, path: (string | number)[], rule: string): Problem[] =>
  isWrong ? [[path, rule]] : [];

function dayProblems(given: MeetingDay, i: number, before: MeetingDay | undefined): Problem[] {
  const hasBreak = given.breakFrom !== null || given.breakUntil !== null;
  const from = given.breakFrom ?? '';
  const until = given.breakUntil ?? '';
  const fits = from >= given.from && from < until && until <= given.until;
  return [
    ...when(given.until <= given.from, ['days', i, 'until'], 'ends-before-start'),
    ...when(hasBreak && !fits, ['days', i, 'breakUntil'], 'break-outside'),
    ...when(before !== undefined && given.on <= before.on, ['days', i, 'on'], 'days-in-order'),
  ];
}

function problemsOf(given: Fields): Problem[] {
  const { wishesUntil } = given;
  const onSite = given.format !== 'online';
  const hostMissing = given.kind === 'made-to-order' && !given.hostCompanyId;
  return [
    ...given.days.flatMap((one, i) => dayProblems(one, i, given.days[i - 1])),
    ...when(hostMissing, ['hostCompanyId'], 'host-needed'),
    ...when(onSite && given.place === '', ['place'], 'place-needed'),
    ...when(onSite && given.tables < 1, ['tables'], 'tables-needed'),
    ...when(given.needsOn > wishesUntil, ['needsOn'], 'needs-before-wishes'),
    ...when(given.registrationUntil > wishesUntil, ['wishesUntil'], 'wishes-after-registration'),
    ...when(wishesUntil >= (given.days[0]?.on ?? ''), ['wishesUntil'], 'before-the-event'),
    ...when(given.rules.musts > given.rules.supplierWishes, ['rules', 'musts'], 'musts-in-wishes'),
  ];
}

/** What organisers lay down. Each wrong field is named with a rule of `rule.*` in the web app's texts. */
export const meetingEventContent = fields.superRefine((given, context) => {
  for (const [path, message] of problemsOf(given)) {
    const input = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], given);
    context.addIssue({ code: 'custom', path, message, input });
  }
});
export type MeetingEventContent = z.infer<typeof meetingEventContent>;

/** 商談枠: a time at which meetings are held, numbered from 1 through all days. */
export const meetingSlot = z.object({
  no: z.int(),
  on: day,
  startsAt: instant,
  endsAt: instant,
  half: z.enum(['morning', 'afternoon']),
});
export type MeetingSlot = z.infer<typeof meetingSlot>;

export const participantState = z.enum(['applied', 'approved', 'waitlisted', 'declined', 'withdrawn']);
export type ParticipantState = z.infer<typeof participantState>;

const organiser = z.object({ id, name: z.string(), nameEn: z.string(), isLead: z.boolean() });

export const meetingEvent = z.object({
  id,
  state: meetingEventState,
  content: fields,
  organisers: z.array(organiser),
  host: z.object({ id, name: z.string() }).nullable(),
  slots: z.array(meetingSlot),
  /** SHA-256 of the seed that breaks ties, hex: published before the wishes close, so that nobody can choose it after. */
  seedHash: z.string().nullable(),
  /** Hex, shown once the timetable is published. */
  seed: z.string().nullable(),
  /** SHA-256 of the published timetable, hex; null before, and where it was made by hand alone. */
  timetableHash: z.string().nullable(),
  /** Why it was cancelled, and what it had cost until then. */
  reason: z.string(),
  costYen: yen.nullable(),
  cancelledAt: instant.nullable(),
  /** The viewer's company in it. */
  own: z.object({ id, side: meetingSide, state: participantState, waitingNo: z.int().nullable() }).nullable(),
  version: z.int(),
  updatedAt: instant,
  can: z.object({
    edit: z.boolean(),
    /** The next state, for organisers; null at the end. */
    advance: meetingStep.nullable(),
    cancel: z.boolean(),
    organise: z.boolean(),
    /** On which sides the viewer's company may register now. */
    register: z.array(meetingSide),
    wish: z.boolean(),
  }),
});
export type MeetingEvent = z.infer<typeof meetingEvent>;

export const meetingEventCard = z.object({
  id,
  state: meetingEventState,
  title: z.string(),
  kind: meetingEventKind,
  format: meetingEventFormat,
  place: z.string(),
  startsOn: day,
  endsOn: day,
  registrationUntil: day,
  wishesUntil: day,
  organisers: z.array(z.object({ name: z.string(), nameEn: z.string() })),
  orderers: z.int(),
  suppliers: z.int(),
  own: z.object({ side: meetingSide, state: participantState }).nullable(),
});
export type MeetingEventCard = z.infer<typeof meetingEventCard>;

export const meetingEventQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  state: listOf(meetingEventState),
  kind: listOf(meetingEventKind),
  format: listOf(meetingEventFormat),
  /** Organised by the own body, or with the own company in it. */
  mine: flag.default(false),
});

/** One figure of an event, and its part by organising body. */
export const meetingFigure = z.object({
  key: z.string(),
  total: z.number(),
  bodies: z.array(z.object({ bodyId: id, name: z.string(), nameEn: z.string(), n: z.number() })),
});
export type MeetingFigure = z.infer<typeof meetingFigure>;

export const meetingEventsApi = {
  list: endpoint({
    method: 'GET',
    path: '/meeting-events',
    access: 'meeting-event:read',
    summary: 'Meeting events, those to come first; drafts only of the own body',
    query: meetingEventQuery,
    response: pageOf(meetingEventCard),
  }),
  create: endpoint({
    method: 'POST',
    path: '/meeting-events',
    access: 'meeting-event:organise',
    creates: true,
    summary: 'A new draft, led by the own body',
    body: meetingEventContent,
    response: meetingEvent,
  }),
  get: endpoint({
    method: 'GET',
    path: '/meeting-events/:id',
    access: 'meeting-event:read',
    versioned: 'read',
    summary: 'A meeting event with its slots',
    params: byId,
    response: meetingEvent,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id',
    access: 'meeting-event:organise',
    versioned: 'write',
    summary: 'Changes what is laid down, until planning begins',
    params: byId,
    body: meetingEventContent,
    response: meetingEvent,
  }),
  advance: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/advance',
    access: 'meeting-event:organise',
    versioned: 'write',
    summary: 'Goes to the next state; publishing tells every firm its timetable',
    params: byId,
    body: z.object({ to: meetingStep }),
    response: meetingEvent,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/cancel',
    access: 'meeting-event:organise',
    versioned: 'write',
    summary: 'Cancels with a reason and the cost until now; the event stays visible',
    params: byId,
    body: z.object({ reason: line(1_000), costYen: yen.nullable().default(null) }),
    response: meetingEvent,
  }),
  setCost: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/cost',
    access: 'meeting-event:organise',
    versioned: 'write',
    summary: 'What the event has cost, also after it was cancelled',
    params: byId,
    body: z.object({ costYen: yen.nullable() }),
    response: meetingEvent,
  }),
  figures: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/figures',
    access: 'meeting-event:organise',
    summary: 'Counts of firms, wishes and meetings, each split by organising body',
    params: byId,
    response: z.object({ items: z.array(meetingFigure) }),
  }),
};
