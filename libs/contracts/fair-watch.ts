import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { fairState } from './fair-exhibition.js';
import { livePoll, liveQuestion } from './fair-sessions.js';
import { meetingSlot } from './meeting-events.js';
import { meetingResult } from './meeting-results.js';
import { meetingOrigin, meetingState } from './meeting-timetable.js';
import { byId, id, instant } from './shapes.js';

/** What can happen on a fair's day, as its watchers read it. Of visitors their organisations are named, no persons. */
export const happeningKind = z.enum([
  'visitor-came',
  'talk-queued',
  'talk-started',
  'talk-ended',
  'lead-taken',
  'question-asked',
  'poll-opened',
  'firm-came',
  'meeting-held',
  'meeting-no-show',
  'meeting-cancelled',
  'meeting-refill',
  'meeting-walk-in',
  'outcome-told',
]);
export type HappeningKind = z.infer<typeof happeningKind>;

export const happening = z.object({
  id: z.string(),
  /** By the fair's clock. */
  at: instant,
  kind: happeningKind,
  /** Who: a visitor's organisation, an exhibitor, an orderer; nobody where an outcome was told. */
  who: z.string(),
  /** With whom or about what: an exhibitor, a supplier, a product, a question; nothing where an outcome was told. */
  what: z.string(),
});
export type Happening = z.infer<typeof happening>;

const watchedSession = z.object({
  id,
  title: z.string(),
  titleEn: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
  speakers: z.array(z.string()),
  seats: z.int(),
  /** The most wanted that are not hidden. */
  questions: z.array(liveQuestion),
  poll: livePoll.nullable(),
});

/** The round that is on; between rounds the next one. */
const watchedRound = z.object({
  slot: meetingSlot,
  meetings: z.array(
    z.object({
      id,
      table: z.int().nullable(),
      orderer: z.string(),
      supplier: z.string(),
      state: meetingState,
      origin: meetingOrigin,
    }),
  ),
});

/** The linked meeting event (商談会) of a fair. */
const watchedMeetings = z.object({
  eventId: id,
  title: z.string(),
  tables: z.int(),
  /** Firms that the reception awaits: neither those that left nor those that take part by calls. */
  firms: z.int(),
  /** Those of them that have come. */
  here: z.int(),
  counts: z.record(meetingState, z.int()),
  round: watchedRound.nullable(),
  results: z.array(z.object({ key: meetingResult, n: z.int() })),
});

/** A fair's day as it goes on, for a big screen. */
export const fairWatch = z.object({
  fairId: id,
  title: z.string(),
  titleEn: z.string(),
  state: fairState,
  /** The fair's clock, and how many of its seconds pass in one: 1 but for a demonstration. */
  now: instant,
  pace: z.number(),
  opensAt: instant,
  closesAt: instant,
  figures: z.object({
    registered: z.int(),
    visitors: z.int(),
    visits: z.int(),
    talks: z.int(),
    leads: z.int(),
    questions: z.int(),
    votes: z.int(),
  }),
  booths: z.array(
    z.object({ no: z.string(), name: z.string(), visits: z.int(), talking: z.int(), waiting: z.int() }),
  ),
  /** The session that is on, else the next, else none. */
  session: watchedSession.nullable(),
  meetings: watchedMeetings.nullable(),
  /** The latest first. */
  happenings: z.array(happening),
});
export type FairWatch = z.infer<typeof fairWatch>;

export const fairWatchApi = {
  watch: endpoint({
    method: 'GET',
    path: '/fairs/:id/watch',
    access: 'fair:organise',
    summary: "A fair's day as it goes on: figures, booths, the session and the meetings that are on",
    params: byId,
    response: fairWatch,
  }),
};
