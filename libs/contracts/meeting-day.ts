import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { meetingEventState, meetingSide, meetingSlot } from './meeting-events.js';
import { meetingState, plannedMeeting, refillReason, timetableFirm } from './meeting-timetable.js';
import { byId, id, instant } from './shapes.js';

/** The work of the day: who is there, and which meeting is held. Kept on the device while the network is away. */
export const meetingDayView = z.object({
  eventId: id,
  title: z.string(),
  state: meetingEventState,
  /** The server's clock: a device's own may be wrong; and its pace, as of the board. */
  now: instant,
  pace: z.number(),
  slots: z.array(meetingSlot),
  tables: z.int(),
  firms: z.array(
    z.object({
      participantId: id,
      name: z.string(),
      side: meetingSide,
      contact: z.string(),
      phone: z.string(),
      attends: timetableFirm.shape.attends,
      checkedInAt: instant.nullable(),
      /** Takes part no more: it is named for the meetings that it had, and awaited no longer. */
      left: z.boolean(),
    }),
  ),
  meetings: z.array(plannedMeeting),
});
export type MeetingDayView = z.infer<typeof meetingDayView>;

/** What the screen at the venue's entrance shows. */
export const meetingBoard = z.object({
  title: z.string(),
  place: z.string(),
  state: meetingEventState,
  now: instant,
  /** How many of the event's seconds pass in one: 1 but for a demonstration. */
  pace: z.number(),
  /** Without those in which nobody meets after all. */
  slots: z.array(meetingSlot),
  tables: z.int(),
  /** Tables that cannot be used any more. */
  closedTables: z.array(z.int()),
  meetings: z.array(
    z.object({
      slot: z.int(),
      table: z.int().nullable(),
      isOnline: z.boolean(),
      orderer: z.string(),
      supplier: z.string(),
      state: meetingState,
    }),
  ),
});
export type MeetingBoard = z.infer<typeof meetingBoard>;

/** Who would get the place of a cancelled meeting now, and why. */
export const refillOffer = z.object({
  slot: z.int(),
  table: z.int().nullable(),
  ordererId: id,
  orderer: z.string(),
  supplierId: id,
  supplier: z.string(),
  why: refillReason,
});
export type RefillOffer = z.infer<typeof refillOffer>;

const ofFirm = z.object({ id, participantId: id });

export const meetingDayApi = {
  day: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/day',
    access: 'meeting-event:organise',
    summary: 'Firms and meetings for the work of the day',
    params: byId,
    response: meetingDayView,
  }),
  checkIn: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/participants/:participantId/check-in',
    access: 'meeting-event:organise',
    summary:
      'A firm has come (at an instant that may lie back: the network was away), or has not after all; also told once the event is over',
    params: ofFirm,
    body: z.object({ at: instant.nullable() }),
    response: z.object({ participantId: id, checkedInAt: instant.nullable() }),
  }),
  attend: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/meetings/:meetingId/attendance',
    access: 'meeting-event:organise',
    summary:
      'A meeting was held, or somebody did not come; or neither is known after all. Also told once the event is over',
    params: z.object({ id, meetingId: id }),
    body: z.object({ state: meetingState.exclude(['cancelled']) }),
    response: plannedMeeting,
  }),
  refillOffers: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/refill',
    access: 'meeting-event:organise',
    summary:
      'Who would get the places of cancelled meetings that have not begun, in the order of giving, and why',
    params: byId,
    response: z.object({ items: z.array(refillOffer), digest: z.string() }),
  }),
  refill: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/refill',
    access: 'meeting-event:organise',
    summary:
      'Gives the places of cancelled meetings: to firms that wished for them, on the day those that are there first, then those with fewest meetings, then musts, then who is owed from earlier events, then by lot; after them to the waiting list, those with fewest meetings first, then in order of arrival, also beyond the seats of its side: once there is a timetable, its places bound who can come. Moves no other meeting. `digest`: of the offers that were shown; 409 where it would come out otherwise by now',
    params: byId,
    body: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: z.object({ added: z.array(plannedMeeting) }),
  }),
  qr: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/participants/:participantId/qr.svg',
    access: 'meeting-event:read',
    summary: "A firm's code for the reception: opens its line on the organisers' screen",
    params: ofFirm,
    response: file('image/svg+xml'),
  }),
  boardLink: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/board-link',
    access: 'meeting-event:organise',
    summary: 'The secret path of the screen at the entrance',
    params: byId,
    response: z.object({ path: z.string() }),
  }),
  board: endpoint({
    method: 'GET',
    path: '/meeting-boards/:token',
    access: 'public',
    summary: 'The screen at the entrance, by its secret link. 400 auth/invalid-link',
    params: z.object({ token: z.string().min(1).max(200) }),
    response: meetingBoard,
  }),
};
