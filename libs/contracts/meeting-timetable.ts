import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { meetingSide } from './meeting-events.js';
import { want } from './meeting-participants.js';
import { byId, id, instant, line } from './shapes.js';

/** `plan`: by the search; `secretary`: set by hand; `refill`: after a cancellation; `walk-in`: on the day. */
export const meetingOrigin = z.enum(['plan', 'secretary', 'refill', 'walk-in']);
/**
 * Why the place of a cancelled meeting went to a supplier and no other: it was there already, or comes by a call, where
 * others were awaited; it had fewest meetings; one of the two had marked
 * a must; it was owed more from earlier events; by the published lot; nobody else could come; it came first in the
 * waiting list.
 */
export const refillReason = z.enum([
  'ready',
  'fewest-meetings',
  'must',
  'loss-credits',
  'lot',
  'only-one',
  'waiting-list',
]);
export type RefillReason = z.infer<typeof refillReason>;
export const meetingState = z.enum(['planned', 'held', 'no-show', 'cancelled']);
export type MeetingState = z.infer<typeof meetingState>;

/** A meeting of an orderer and a supplier, in a slot (from 1) at a table (from 1; null online). */
export const plannedMeeting = z.object({
  id,
  ordererId: id,
  supplierId: id,
  slot: z.int(),
  table: z.int().nullable(),
  isOnline: z.boolean(),
  state: meetingState,
  origin: meetingOrigin,
  /** A new search leaves it where it is. */
  isFixed: z.boolean(),
  reason: z.string(),
  /**
   * Of one that was given in place of a cancelled one, or that was cancelled because one of the two left the event or no
   * place was left for it.
   */
  why: z.enum([...refillReason.options, 'firm-left', 'no-place']).nullable(),
});
export type PlannedMeeting = z.infer<typeof plannedMeeting>;

/** A search for a timetable. `best` and `bound`: gaps between a firm's meetings, found and proven. */
export const planRun = z.object({
  id,
  state: z.enum(['waiting', 'running', 'finished', 'failed', 'cancelled']),
  best: z.int().nullable(),
  bound: z.int().nullable(),
  seconds: z.number(),
  /** After so many seconds the best timetable so far is taken. */
  limitSeconds: z.int(),
  isProven: z.boolean(),
  meetings: z.int().nullable(),
  /** Meetings of the supplier that has fewest. */
  fewest: z.int().nullable(),
  requestedAt: instant,
  finishedAt: instant.nullable(),
});
export type PlanRun = z.infer<typeof planRun>;

export const timetableFirm = z.object({
  participantId: id,
  name: z.string(),
  side: meetingSide,
  attends: z.enum(['on-site', 'online']),
  /** Slots at which it can come, and how many meetings it may have. */
  openSlots: z.array(z.int()),
  cap: z.int(),
  /** What it is owed for wishes that came to nothing at earlier events of the same organisers. */
  lossCredits: z.int(),
});
export type TimetableFirm = z.infer<typeof timetableFirm>;
/** What there is to know of a firm where its meetings are placed, and not chosen. */
export type PlacedFirm = Omit<TimetableFirm, 'lossCredits'>;

/** Why a firm meets another or does not, as the firm reads it. `arranged`: by the organisers, and nobody had wished for it. */
export const pairReason = z.enum([
  'both-wished',
  'own-wish',
  'their-wish',
  'arranged',
  'they-declined',
  'own-declined',
  'no-common-slot',
  'they-full',
  'they-full-by-credits',
  'they-full-by-lot',
  'own-full',
  'no-place-in-timetable',
  'cancelled',
  'other-left',
  'own-left',
  'refilled',
  ...refillReason.options.map((why) => `refill-${why}` as const),
]);
export type PairReason = z.infer<typeof pairReason>;

export const wantedPair = z.object({
  ordererId: id,
  supplierId: id,
  orderer: want.nullable(),
  supplier: want.nullable(),
  reason: pairReason,
});

const refusal = z.object({ ordererId: id, supplierId: id });
export type Refusal = z.infer<typeof refusal>;

export const timetable = z.object({
  eventId: id,
  /** The event's clock. */
  now: instant,
  tables: z.int(),
  /** Tables and slots that fell away after the timetable was out. */
  closedTables: z.array(z.int()),
  closedSlots: z.array(z.int()),
  plan: planRun.nullable(),
  firms: z.array(timetableFirm),
  meetings: z.array(plannedMeeting),
  /** Pairs that at least one side wished for and that do not meet, as the orderer reads why. */
  missed: z.array(wantedPair),
  /** Pairs of which one would rather not meet the other. */
  refusals: z.array(refusal),
  can: z.object({ plan: z.boolean(), change: z.boolean(), replan: z.boolean() }),
});
export type Timetable = z.infer<typeof timetable>;

/** Where a meeting is to be. */
export interface Place {
  /** The meeting that is moved; null for a new one. */
  readonly meetingId: string | null;
  readonly ordererId: string;
  readonly supplierId: string;
  readonly slot: number;
  readonly table: number | null;
}
export const conflict = z.enum([
  'orderer-busy',
  'supplier-busy',
  'table-taken',
  'table-closed',
  'slot-closed',
  'orderer-away',
  'supplier-away',
  'orderer-full',
  'supplier-full',
  'met-already',
  'refused',
]);
export type Conflict = z.infer<typeof conflict>;
/** What the secretary may overrule; the rest would put somebody in two places at once. */
export const mayOverrule: readonly Conflict[] = ['orderer-full', 'supplier-full', 'met-already', 'refused'];

/** A timetable as far as it can speak against a meeting. */
interface Standing {
  readonly firms: readonly PlacedFirm[];
  readonly meetings: readonly PlannedMeeting[];
  readonly refusals: readonly Refusal[];
  readonly closedTables: readonly number[];
  readonly closedSlots: readonly number[];
}

/**
 * What speaks against a meeting in a place: the same answer on the screen while one drags and on the server. A refusal
 * does where two are brought together; once they are, it was overruled, and they can be moved.
 */
export function conflictsOf(standing: Standing, place: Place): Conflict[] {
  const { firms, meetings, refusals, closedTables, closedSlots } = standing;
  const others = meetings.filter(
    ({ id: other, state }) => other !== place.meetingId && state !== 'cancelled',
  );
  const atOnce = others.filter(({ slot }) => slot === place.slot);
  const isClosed = closedSlots.includes(place.slot);
  const side = (name: MeetingFirmKey): Conflict[] => {
    const key = `${name}Id` as const;
    const firm = firms.find(({ participantId }) => participantId === place[key]);
    const count = others.filter((one) => one[key] === place[key]).length;
    return [
      ...(atOnce.some((one) => one[key] === place[key]) ? [`${name}-busy` as const] : []),
      ...(isClosed || firm?.openSlots.includes(place.slot) ? [] : [`${name}-away` as const]),
      ...(firm && count >= firm.cap ? [`${name}-full` as const] : []),
    ];
  };
  const isTaken = place.table !== null && atOnce.some(({ table }) => table === place.table);
  const isThem = (one: Refusal) => one.ordererId === place.ordererId && one.supplierId === place.supplierId;
  const isRefused = place.meetingId === null && refusals.some(isThem);
  return [
    ...side('orderer'),
    ...side('supplier'),
    ...(isTaken ? ['table-taken' as const] : []),
    ...(place.table !== null && closedTables.includes(place.table) ? ['table-closed' as const] : []),
    ...(isClosed ? ['slot-closed' as const] : []),
    ...(others.some(isThem) ? ['met-already' as const] : []),
    ...(isRefused ? ['refused' as const] : []),
  ];
}
type MeetingFirmKey = z.infer<typeof meetingSide>;

/** One line of a firm's own timetable. */
export const ownMeeting = z.object({
  id,
  slot: z.int(),
  startsAt: instant,
  endsAt: instant,
  table: z.int().nullable(),
  isOnline: z.boolean(),
  state: meetingState,
  reason: z.string(),
  why: plannedMeeting.shape.why,
  /** Where an online meeting is held; `seated`: whether the viewer has a seat there. */
  room: z.object({ id, seated: z.boolean() }).nullable(),
  other: z.object({ participantId: id, name: z.string(), headline: z.string() }),
});
export type OwnMeeting = z.infer<typeof ownMeeting>;

export const ownTimetable = z.object({
  participantId: id,
  name: z.string(),
  side: meetingSide,
  attends: timetableFirm.shape.attends,
  /** What it is called in the published record; null where there is none. */
  code: z.string().nullable(),
  /** The event's clock: a device's own may be wrong; and its pace, as of the board. */
  now: instant,
  pace: z.number(),
  /** What it is owed from earlier events of the same organisers. */
  lossCredits: z.int(),
  meetings: z.array(ownMeeting),
  /** Every firm it wished for or was wished by, with why it meets it or not. */
  pairs: z.array(z.object({ other: z.object({ participantId: id, name: z.string() }), reason: pairReason })),
});
export type OwnTimetable = z.infer<typeof ownTimetable>;

const meetingOf = z.object({ id, meetingId: id });
const where = z.object({ slot: z.int().min(1).max(500), table: z.int().min(1).max(300).nullable() });

export const meetingTimetableApi = {
  get: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/timetable',
    access: 'meeting-event:organise',
    summary: 'The timetable with its firms, and the latest search',
    params: byId,
    response: timetable,
  }),
  plan: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/plans',
    access: 'meeting-event:organise',
    creates: true,
    summary: 'Searches for a timetable as a job; meetings that are fixed stay',
    params: byId,
    body: z.object({ limitSeconds: z.int().min(1).max(300).default(30) }),
    response: planRun,
  }),
  cancelPlan: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/plans/:planId/cancel',
    access: 'meeting-event:organise',
    summary: 'Ends a search; the best timetable so far is taken',
    params: z.object({ id, planId: id }),
    response: planRun,
  }),
  add: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/meetings',
    access: 'meeting-event:organise',
    creates: true,
    summary: 'A meeting by hand, also a walk-in on the day',
    params: byId,
    body: where.extend({ ordererId: id, supplierId: id, overrule: z.boolean().default(false) }),
    response: plannedMeeting,
  }),
  move: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/meetings/:meetingId/move',
    access: 'meeting-event:organise',
    summary: 'To another slot or table; it is fixed there',
    params: meetingOf,
    body: where.extend({ overrule: z.boolean().default(false) }),
    response: plannedMeeting,
  }),
  fix: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/meetings/:meetingId/fixed',
    access: 'meeting-event:organise',
    summary: 'Whether a new search must leave it where it is',
    params: meetingOf,
    body: z.object({ isFixed: z.boolean() }),
    response: plannedMeeting,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/meetings/:meetingId/cancel',
    access: 'meeting-event:organise',
    summary: 'Takes a meeting out; after publication it stays visible to both as cancelled, with its reason',
    params: meetingOf,
    body: z.object({ reason: line(500) }),
    response: plannedMeeting,
  }),
  own: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants/:participantId/timetable',
    access: 'meeting-event:read',
    summary: "A firm's timetable, and why it meets whom; once published",
    params: z.object({ id, participantId: id }),
    response: ownTimetable,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/meetings/mine',
    access: 'meeting-event:take-part',
    summary: "The own company's meetings of published events that touch a span of at most 400 days",
    query: z.object({ from: instant, until: instant }),
    response: z.object({
      items: z.array(
        z.object({
          ...{ id, eventId: id, participantId: id, event: z.string(), other: z.string() },
          ...{ startsAt: instant, endsAt: instant },
        }),
      ),
    }),
  }),
  record: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/timetable.json',
    access: 'public',
    summary:
      'All that decided the published timetable, by codes instead of names, with the seed and the hashes: `cli timetable verify` computes it again. 404 before publication, and where it was made by hand alone',
    params: byId,
    response: file('application/json'),
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants/:participantId/timetable.ics',
    access: 'meeting-event:read',
    summary: "A firm's timetable as iCalendar; what was cancelled is in it as cancelled",
    params: z.object({ id, participantId: id }),
    response: file('text/calendar'),
  }),
};
