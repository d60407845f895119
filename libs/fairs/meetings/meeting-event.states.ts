import type { MeetingEventState, MeetingStep, ParticipantState } from '#contracts/meeting-events.js';

/** An event goes one way; it can be cancelled until it is over, and stays visible then. */
export const transitions = {
  draft: ['open', 'cancelled'],
  open: ['wishes', 'cancelled'],
  wishes: ['planning', 'cancelled'],
  planning: ['published', 'cancelled'],
  published: ['running', 'cancelled'],
  running: ['finished', 'cancelled'],
  finished: [],
  cancelled: [],
} as const satisfies Record<MeetingEventState, readonly MeetingEventState[]>;

export const mayGo = (from: MeetingEventState, to: MeetingEventState): boolean =>
  (transitions[from] as readonly MeetingEventState[]).includes(to);

/** The next step of an event; null where none is left. */
export const nextOf = (state: MeetingEventState): MeetingStep | null =>
  transitions[state].find((to) => to !== 'cancelled') ?? null;

/** The time grid, caps and sides are fixed from planning on. */
export const isStillOpen = (state: MeetingEventState): boolean =>
  state === 'draft' || state === 'open' || state === 'wishes';

/** A firm that withdrew or was declined may be let in after all; one that registers again begins anew. */
export const participantTransitions = {
  applied: ['approved', 'waitlisted', 'declined', 'withdrawn'],
  waitlisted: ['approved', 'declined', 'withdrawn'],
  approved: ['waitlisted', 'declined', 'withdrawn'],
  declined: ['applied', 'approved', 'waitlisted'],
  withdrawn: ['applied'],
} as const satisfies Record<ParticipantState, readonly ParticipantState[]>;

export const mayBecome = (from: ParticipantState, to: ParticipantState): boolean =>
  (participantTransitions[from] as readonly ParticipantState[]).includes(to);
