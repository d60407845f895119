import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { roomRole } from './message.js';
import { side } from './parties.js';
import { byId, id, instant, line, optionalLine, pageOf, pageQuery, prose } from './shapes.js';
import { timeZone } from './time-zones.js';

/** Where it takes place: by a call in the room, at an outside address for video meetings, or at a place. */
export const appointmentMeans = z.enum(['call', 'link', 'place']);
export type AppointmentMeans = z.infer<typeof appointmentMeans>;

export const appointmentState = z.enum(['proposed', 'confirmed', 'cancelled']);
export type AppointmentState = z.infer<typeof appointmentState>;

/** At most so many times at once: one chooses, one does not search. */
export const MAX_TIMES = 5;

/** Times that wait for an answer. `side` null: a coordinator's proposal, which both sides answer. */
export const timeProposal = z.object({
  side: side.nullable(),
  by: z.string(),
  at: instant,
  /** Why it is to be moved; may be empty for a first or a counter-proposal. */
  reason: z.string(),
  minutes: z.int(),
  /** `accepts`: the sides that can come then. */
  times: z.array(z.object({ startsAt: instant, endsAt: instant, accepts: z.array(side) })),
});
export type TimeProposal = z.infer<typeof timeProposal>;

export const appointment = z.object({
  id,
  roomId: id,
  roomTitle: z.string(),
  title: z.string(),
  means: appointmentMeans,
  /** For `link`: its https address; for `place`: where; otherwise empty. */
  address: z.string(),
  note: z.string(),
  state: appointmentState,
  /** Once it is confirmed; a proposal beside it asks to move it. */
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  proposal: timeProposal.nullable(),
  /** The server ends the call in the room at `endsAt`. */
  hardEnd: z.boolean(),
  /** Set by an organiser: the members do not move or cancel it. */
  fixed: z.boolean(),
  cancelled: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  /** Grows with every change of what calendars hold. */
  sequence: z.int(),
  version: z.int(),
  createdAt: instant,
  can: z.object({
    accept: z.boolean(),
    propose: z.boolean(),
    keep: z.boolean(),
    cancel: z.boolean(),
  }),
});
export type Appointment = z.infer<typeof appointment>;

const times = z
  .array(instant)
  .min(1)
  .max(MAX_TIMES)
  .refine((all) => new Set(all.map((at) => Date.parse(at))).size === all.length);
const minutes = z.int().min(5).max(480);
const httpsAddress = z
  .url({ protocol: /^https$/ })
  .max(2_000)
  .refine((text) => URL.canParse(text) && new URL(text).username === '');

const placed = z.discriminatedUnion('means', [
  z.object({ means: z.literal('call'), address: z.literal('').default('') }),
  z.object({ means: z.literal('link'), address: httpsAddress }),
  z.object({ means: z.literal('place'), address: line(300) }),
]);

/** A proposed appointment. `times`: instants in UTC at which it could begin. */
export const appointmentRequest = z
  .object({ title: line(120), note: prose(2_000), minutes, hardEnd: z.boolean().default(false), times })
  .and(placed);
export type AppointmentRequest = z.infer<typeof appointmentRequest>;

/** Other times; for what is confirmed already: a request to move it, whose reason must be given. */
export const timesRequest = z.object({ times, minutes, reason: optionalLine(500) });
export type TimesRequest = z.infer<typeof timesRequest>;

const ofRoom = z.object({ id, appointmentId: id });

export const appointmentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms/:id/appointments',
    access: 'negotiation:read',
    summary: 'The appointments of a room, the newest first, and the time zones of its members',
    params: byId,
    query: pageQuery,
    response: pageOf(appointment).extend({
      /** The viewer's zone; null until it is known. */
      zone: z.string().nullable(),
      /** Zones of those who sit in the room, each once per role. */
      zones: z.array(z.object({ role: roomRole, organisation: z.string(), zone: z.string() })),
      can: z.object({ propose: z.boolean() }),
    }),
  }),
  propose: endpoint({
    method: 'POST',
    path: '/rooms/:id/appointments',
    access: 'negotiation:write',
    creates: true,
    summary:
      'Proposes up to five times; the proposing side can come at each. Error: appointment/time-passed for one that is over',
    params: byId,
    body: appointmentRequest,
    response: appointment,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/rooms/:id/appointments/:appointmentId/accept',
    access: 'negotiation:write',
    versioned: 'write',
    summary:
      'The own side can come at this time (by its place in the list); it is confirmed once both can. Errors: appointment/own-proposal, appointment/time-passed',
    params: ofRoom,
    body: z.object({
      time: z
        .int()
        .min(0)
        .max(MAX_TIMES - 1),
    }),
    response: appointment,
  }),
  proposeTimes: endpoint({
    method: 'POST',
    path: '/rooms/:id/appointments/:appointmentId/times',
    access: 'negotiation:write',
    versioned: 'write',
    summary:
      'Other times instead of those proposed, or a request to move what is confirmed, which stays as it is until the other side accepts. Errors: appointment/fixed, appointment/over, appointment/reason-needed',
    params: ofRoom,
    body: timesRequest,
    response: appointment,
  }),
  keep: endpoint({
    method: 'POST',
    path: '/rooms/:id/appointments/:appointmentId/keep',
    access: 'negotiation:write',
    versioned: 'write',
    summary: 'Declines a request to move, or takes it back: the confirmed time stays',
    params: ofRoom,
    response: appointment,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/rooms/:id/appointments/:appointmentId/cancel',
    access: 'negotiation:write',
    versioned: 'write',
    summary: 'Calls it off, with a reason that everybody reads. Errors: appointment/fixed, appointment/over',
    params: ofRoom,
    body: z.object({ reason: line(500) }),
    response: appointment,
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/rooms/:id/appointments/:appointmentId/calendar.ics',
    access: 'negotiation:read',
    summary:
      'A confirmed appointment as iCalendar with METHOD:REQUEST, one that was called off with METHOD:CANCEL; the same UID always',
    params: ofRoom,
    response: file('text/calendar'),
  }),
  mine: endpoint({
    method: 'GET',
    path: '/appointments',
    access: 'negotiation:read',
    summary:
      'Own appointments over all rooms: `coming` with proposals that are open, soonest first; `past` with those called off, latest first',
    query: pageQuery.extend({ which: z.enum(['coming', 'past']).default('coming') }),
    response: pageOf(appointment).extend({ zone: z.string().nullable() }),
  }),
  busy: endpoint({
    method: 'GET',
    path: '/appointments/busy',
    access: 'negotiation:read',
    summary: "The viewer's confirmed appointments that touch a span of at most 400 days",
    query: z.object({ from: instant, until: instant }),
    response: z.object({
      items: z.array(z.object({ id, roomId: id, title: z.string(), startsAt: instant, endsAt: instant })),
    }),
  }),
  setZone: endpoint({
    method: 'PUT',
    path: '/appointments/zone',
    access: 'negotiation:read',
    summary: 'The time zone that the viewer reads times in; the others of their rooms see it',
    body: z.object({ zone: timeZone }),
    response: z.object({ zone: z.string() }),
  }),
  feed: endpoint({
    method: 'GET',
    path: '/appointments/feed',
    access: 'negotiation:read',
    summary:
      "The address that a calendar program reads the viewer's appointments from; null before one was made",
    response: z.object({ address: z.string().nullable() }),
  }),
  makeFeed: endpoint({
    method: 'POST',
    path: '/appointments/feed',
    access: 'negotiation:read',
    creates: true,
    summary: 'A new address for calendar programs; one made before is worth nothing from then on',
    response: z.object({ address: z.string() }),
  }),
  subscription: endpoint({
    method: 'GET',
    path: '/calendar/appointments.ics',
    access: 'public',
    summary:
      'Appointments for a calendar program, by the secret address of makeFeed. Error: auth/invalid-link',
    query: z.object({ token: z.string().max(200) }),
    response: file('text/calendar'),
  }),
};
