import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { meetingSide, participantState } from './meeting-events.js';
import { reason as matchReason } from './matching.js';
import { byId, day, id, instant, line, listOf, optionalLine, pageOf, pageQuery, prose } from './shapes.js';

/** 発注側のニーズ: what an orderer brings; shown to all before wishes are made. */
export const meetingNeed = z.object({
  title: line(120),
  text: prose(2_000),
  processes: z.array(z.string().min(1).max(60)).max(20).default([]),
  materials: z.array(z.string().min(1).max(60)).max(20).default([]),
});
export type MeetingNeed = z.infer<typeof meetingNeed>;

/** What a firm registers with. */
export const participation = z.object({
  side: meetingSide,
  attends: z.enum(['on-site', 'online']).default('on-site'),
  /** Who comes. */
  contact: line(100),
  phone: optionalLine(40),
  /** One line that the other side sees first, and what else to know: printed with the company's PR sheet. */
  headline: optionalLine(120),
  pitch: prose(2_000),
  /** An orderer's; empty for suppliers. */
  needs: z.array(meetingNeed).max(20).default([]),
  halves: z.enum(['any', 'morning', 'afternoon']).default('any'),
  /** Numbers of slots at which the firm cannot come. */
  forbiddenSlots: z.array(z.int().min(1).max(500)).max(500).default([]),
});
export type Participation = z.infer<typeof participation>;

/** What keeps a firm from being let in by the event's own rules; the secretary decides. */
export const eligibilityProblem = z.enum([
  'not-orderer',
  'not-supplier',
  'prefecture',
  'not-the-host',
  'sheet-not-ready',
]);
/** One line of the readiness check of a firm's one-page sheet. */
export const readinessItem = z.object({
  key: z.enum(['summary', 'processes', 'verified', 'headline', 'pitch', 'needs', 'availability']),
  isDone: z.boolean(),
});
export type ReadinessItem = z.infer<typeof readinessItem>;

export const meetingParticipant = z.object({
  id,
  eventId: id,
  state: participantState,
  company: z.object({
    id,
    name: z.string(),
    prefecture: z.string().nullable(),
    industry: z.string().nullable(),
    staff: z.int().nullable(),
    summary: z.string(),
    processes: z.array(z.string()),
    certificates: z.array(z.string()),
  }),
  body: z.object({ id, name: z.string(), nameEn: z.string() }),
  /** `contact` and `phone` are empty for other firms until the timetable is published. */
  content: participation.extend({ contact: z.string() }),
  /** For the firm itself and the organisers. */
  problems: z.array(eligibilityProblem),
  readiness: z.array(readinessItem),
  /** Place in the waiting list, from 1. */
  waitingNo: z.int().nullable(),
  reason: z.string(),
  isProxy: z.boolean(),
  appliedAt: instant,
  checkedInAt: instant.nullable(),
  version: z.int(),
  can: z.object({ edit: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
});
export type MeetingParticipant = z.infer<typeof meetingParticipant>;

export const participantQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  side: meetingSide.optional(),
  state: listOf(participantState),
  bodyId: id.optional(),
  process: listOf(z.string()),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const ofEvent = z.object({ id, participantId: id });

/** 必ず / できれば / 見合わせ. */
export const want = z.enum(['must', 'like', 'no']);
export type Want = z.infer<typeof want>;

/** A firm of the other side as one chooses whom to meet. */
export const wishCandidate = z.object({
  participant: z.object({
    id,
    company: meetingParticipant.shape.company,
    headline: z.string(),
    pitch: z.string(),
    needs: z.array(meetingNeed),
    attends: z.enum(['on-site', 'online']),
  }),
  want: want.nullable(),
  note: z.string(),
  /** 0–100 by matching, with its reasons; null where nothing fits or it has not been computed. */
  score: z.number().nullable(),
  reasons: z.array(matchReason),
});
export type WishCandidate = z.infer<typeof wishCandidate>;

export const wishSheet = z.object({
  participantId: id,
  side: meetingSide,
  until: day,
  isOpen: z.boolean(),
  limits: z.object({ wishes: z.int(), musts: z.int() }),
  used: z.object({ wishes: z.int(), musts: z.int() }),
  /** What the firm is owed for wishes that came to nothing at earlier events of the same organisers. */
  lossCredits: z.int(),
  items: z.array(wishCandidate),
});
export type WishSheet = z.infer<typeof wishSheet>;

/** Slots against wishes. `offered`: meetings that the orderers can hold; `asked`: pairs that at least one side wishes for. */
export const meetingForecast = z.object({
  slots: z.int(),
  offered: z.int(),
  asked: z.int(),
  mutual: z.int(),
  /** The most meetings that each supplier could have at least, were all spread evenly. */
  perSupplier: z.number(),
  tablesNeeded: z.int(),
  tables: z.int(),
  firms: z.array(
    z.object({
      participantId: id,
      name: z.string(),
      side: meetingSide,
      bodyId: id,
      /** Meetings the firm may have: its cap, or fewer where it cannot come. */
      capacity: z.int(),
      made: z.int(),
      received: z.int(),
      /** What it is owed from earlier events of the same organisers. */
      lossCredits: z.int(),
    }),
  ),
});
export type MeetingForecast = z.infer<typeof meetingForecast>;

export const meetingParticipantsApi = {
  list: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants',
    access: 'meeting-event:read',
    summary:
      'All registrations for organisers; for others those let in whom they may see: the orderers with their needs once these are published, and the other side of a firm that takes part',
    params: byId,
    query: participantQuery,
    response: pageOf(meetingParticipant),
  }),
  register: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/participants',
    access: 'meeting-event:take-part',
    creates: true,
    summary: 'Registers the own company; where there is no room left it waits in order of arrival',
    params: byId,
    body: participation,
    response: meetingParticipant,
  }),
  enter: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/proxy-entries',
    access: 'meeting-event:organise',
    creates: true,
    summary: 'Registers a company for it, e.g. from a paper form',
    params: byId,
    body: participation.extend({ companyId: id }),
    response: meetingParticipant,
  }),
  get: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants/:participantId',
    access: 'meeting-event:read',
    versioned: 'read',
    summary: 'One registration as the viewer may see it',
    params: ofEvent,
    response: meetingParticipant,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/participants/:participantId',
    access: 'meeting-event:read',
    versioned: 'write',
    summary: 'The firm, or an organiser for it, changes sheet, needs and availability until planning begins',
    params: ofEvent,
    body: participation,
    response: meetingParticipant,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/participants/:participantId/decision',
    access: 'meeting-event:organise',
    summary: 'Lets a firm in (or to the waiting list where there is no room), or declines with a reason',
    params: ofEvent,
    body: z.object({ decision: z.enum(['approve', 'waitlist', 'decline']), reason: prose(500) }),
    response: meetingParticipant,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/participants/:participantId/withdrawal',
    access: 'meeting-event:read',
    summary:
      'The firm, or an organiser for it, takes the registration back; the first in the waiting list moves up',
    params: ofEvent,
    body: z.object({ reason: prose(500) }),
    response: meetingParticipant,
  }),
  wishSheet: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants/:participantId/wishes',
    access: 'meeting-event:read',
    summary: 'Whom the firm may wish to meet, best fit first, with its wishes so far',
    params: ofEvent,
    response: wishSheet,
  }),
  wish: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/participants/:participantId/wishes/:otherId',
    access: 'meeting-event:read',
    summary:
      'Sets or takes back one wish; by the firm until the last day, by an organiser for it until planning',
    params: z.object({ id, participantId: id, otherId: id }),
    body: z.object({ want: want.nullable(), note: prose(300) }),
    response: wishSheet,
  }),
  forecast: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/forecast',
    access: 'meeting-event:organise',
    summary: 'Slots against wishes, per firm',
    params: byId,
    response: meetingForecast,
  }),
};
