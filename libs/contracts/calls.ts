import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { roomRole } from './message.js';
import { byId, id, instant } from './shapes.js';

/** Everybody sends to everybody: more than this many pictures are more than a small firm's line carries. */
export const CALL_SEATS = 4;

/** So early (min) a call belongs to the timed meeting that is about to begin: from then on its people come in. */
export const CALL_OPENS_MINUTES = 10;
/** So long (min) before the end of a timed meeting everybody is warned. */
export const CALL_WARNINGS = [3, 1] as const;

/** So long (min) after its end a timed meeting is said to be over. */
export const CALL_OVER_MINUTES = 10;

/** A meeting of the room with a hard end: its call is ended by the server at `endsAt`. */
export const timedMeeting = z.object({
  appointmentId: id,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
});
export type TimedMeeting = z.infer<typeof timedMeeting>;

/** What a participant lets the others hear and see. */
export const callMedia = z.object({ microphone: z.boolean(), camera: z.boolean(), screen: z.boolean() });
export type CallMedia = z.infer<typeof callMedia>;

export const callParticipant = z.object({
  /** One per tab that takes part; new each time. */
  peerId: id,
  userId: id,
  name: z.string(),
  organisation: z.string(),
  role: roomRole,
  /** False: present without speaking; nothing of theirs is played. */
  speaks: z.boolean(),
  media: callMedia,
  joinedAt: instant,
});
export type CallParticipant = z.infer<typeof callParticipant>;

export const call = z.object({
  id,
  roomId: id,
  startedAt: instant,
  /** When the server ends it; null: when the last one leaves. */
  endsAt: instant.nullable(),
  participants: z.array(callParticipant),
});
export type Call = z.infer<typeof call>;

/** Why a call is over. `left`: nobody is in it any more. */
export const callEnd = z.enum(['left', 'time', 'paused', 'closed']);
export type CallEnd = z.infer<typeof callEnd>;

/** STUN and TURN as WebRTC takes them; the credentials of TURN hold for some hours. */
export const iceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;

/** What one tab says to another to find a way between them: session descriptions (RFC 8829) and candidates. */
export const callSignal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offer'), sdp: z.string().max(60_000) }),
  z.object({ kind: z.literal('answer'), sdp: z.string().max(60_000) }),
  z.object({
    kind: z.literal('candidate'),
    candidate: z.string().max(2_000),
    sdpMid: z.string().max(50).nullable(),
    sdpMLineIndex: z.int().min(0).max(100).nullable(),
  }),
  /** The way was lost: the one that offers is asked to look for another. */
  z.object({ kind: z.literal('restart') }),
]);
export type CallSignal = z.infer<typeof callSignal>;

const inRoom = z.object({ roomId: id });
const seat = inRoom.extend({ peerId: id });

/** What browsers send for a call. */
export const callClientEvents = {
  /**
   * Takes a seat, beginning a call where there is none. A person has one seat: another tab of theirs gives its own up.
   * Answers with `peerId`, the call, the ICE servers and the server's time. Errors: call/full, call/time-over,
   * negotiation/room-paused, negotiation/room-closed.
   */
  'call:join': inRoom.extend({ media: callMedia }),
  /** To another participant of the same call. */
  'call:signal': seat.extend({ to: id, signal: callSignal }),
  /** Every few seconds, and when something changed: who is not heard from loses their seat. Error: call/ended. */
  'call:alive': seat.extend({ media: callMedia }),
  'call:leave': seat,
} as const;

/** What the server tells of calls, to those who have the room open. */
export const callServerEvents = {
  /** Who takes part now; null: there is no call. */
  'call:changed': inRoom.extend({ call: call.nullable(), now: instant }),
  'call:signal': inRoom.extend({ from: id, to: id, signal: callSignal }),
  /** So many minutes are left before the server ends it. */
  'call:warning': inRoom.extend({ callId: id, minutes: z.int() }),
  'call:ended': inRoom.extend({ callId: id, reason: callEnd }),
} as const;

export const callsApi = {
  get: endpoint({
    method: 'GET',
    path: '/rooms/:id/call',
    access: 'negotiation:read',
    summary:
      'The call that is going on in a room, or null; `timed` are its timed meetings until tomorrow, soonest first, and what has just been; `now` is the clock that begins and ends them, `zone` the one that the viewer reads times in, null until it is known',
    params: byId,
    response: z.object({
      call: call.nullable(),
      timed: z.array(timedMeeting),
      now: instant,
      zone: z.string().nullable(),
    }),
  }),
};
