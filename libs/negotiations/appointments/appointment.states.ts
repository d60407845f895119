import type { AppointmentState } from '#contracts/appointments.js';
import type { ErrorCode } from '#contracts/errors.js';
import type { RoomRole } from '#contracts/message.js';
import type { Side } from '#contracts/parties.js';

/** Times that wait for an answer, as they are stored. */
export interface StoredProposal {
  /** Null: a coordinator's. */
  readonly side: Side | null;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
  readonly minutes: number;
  readonly times: readonly { readonly startsAt: string; readonly accepts: readonly Side[] }[];
}

export const appointmentSteps = ['accept', 'propose', 'keep', 'cancel'] as const;
export type AppointmentStep = (typeof appointmentSteps)[number];

/** What the rules need to know of an appointment. */
export interface AppointmentFacts {
  readonly state: AppointmentState;
  readonly endsAt: Date | null;
  readonly sourceId: string | null;
  readonly proposal: StoredProposal | null;
}

const illegal = 'negotiation/illegal-transition';

/** Why a member of this role may not take a step now; null where they may. Only the two sides say that they can come. */
export function refusal(
  step: AppointmentStep,
  role: RoomRole,
  { state, endsAt, sourceId, proposal }: AppointmentFacts,
  now: Date,
): ErrorCode | null {
  if (state === 'cancelled') return illegal;
  if (endsAt !== null && endsAt <= now) return 'appointment/over';
  if (sourceId !== null) return 'appointment/fixed';
  if (step === 'keep') return state === 'confirmed' && proposal !== null ? null : illegal;
  if (step !== 'accept') return null;
  if (role !== 'owner' && role !== 'candidate') return 'auth/forbidden';
  if (proposal === null) return illegal;
  return proposal.side === role ? 'appointment/own-proposal' : null;
}

/** Why this time of the proposal cannot be accepted. */
export function timeRefusal(proposal: StoredProposal, time: number, now: Date): ErrorCode | null {
  const chosen = proposal.times[time];
  if (!chosen) return 'request/not-found';
  return Date.parse(chosen.startsAt) > now.getTime() ? null : 'appointment/time-passed';
}

/** New times: who proposes can come at each of them. */
export function proposalOf(
  by: { readonly side: Side | null; readonly userId: string; readonly name: string },
  given: { readonly times: readonly string[]; readonly minutes: number; readonly reason: string },
  now: Date,
): StoredProposal {
  return {
    ...{ side: by.side, by: by.userId, byName: by.name, at: now.toISOString() },
    ...{ reason: given.reason, minutes: given.minutes },
    times: given.times
      .map((at) => ({ startsAt: new Date(at).toISOString(), accepts: by.side === null ? [] : [by.side] }))
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
  };
}

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const spanOf = (startsAt: string, minutes: number): Span => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + minutes * 60_000),
});

/** The proposal once a side can come at a time, and when it is if by that both can. */
export function accepted(
  proposal: StoredProposal,
  side: Side,
  time: number,
): { proposal: StoredProposal; span: Span | null } {
  const times = proposal.times.map((one, i) =>
    i === time ? { ...one, accepts: [...new Set([...one.accepts, side])] } : one,
  );
  const chosen = times[time];
  const isAgreed = chosen !== undefined && chosen.accepts.length === 2;
  return {
    proposal: { ...proposal, times },
    span: isAgreed ? spanOf(chosen.startsAt, proposal.minutes) : null,
  };
}

const MINUTE = 60_000;
/** So long (ms) before it begins people are reminded. */
export const reminders = { day: 24 * 60 * MINUTE, soon: 15 * MINUTE } as const;
export type ReminderKind = keyof typeof reminders;

/**
 * What people are to be reminded of now. Who agreed within the day before needs no reminder of it; and one that is
 * late says nothing once the next is due or the meeting has begun.
 */
export function reminderDue(startsAt: Date, confirmedAt: Date, now: Date): ReminderKind | null {
  const left = startsAt.getTime() - now.getTime();
  const known = startsAt.getTime() - confirmedAt.getTime();
  if (left <= 0) return null;
  const kind: ReminderKind | null = left <= reminders.soon ? 'soon' : left <= reminders.day ? 'day' : null;
  return kind !== null && known > reminders[kind] ? kind : null;
}
