import { z } from 'zod';
import { meetingEventState, participantState } from '#contracts/meeting-events.js';
import { outcome } from '#contracts/introductions.js';
import { defineEvent } from '#platform/events/index.js';

const eventId = z.uuid();
const inEvent = z.object({ eventId });
const firm = z.object({ eventId, participantId: z.uuid() });

export const meetingEventCreated = defineEvent('meeting-event.created', inEvent);
export const meetingEventChanged = defineEvent('meeting-event.changed', inEvent);
export const meetingEventAdvanced = defineEvent(
  'meeting-event.advanced',
  z.object({ eventId, state: meetingEventState }),
);
export const meetingEventCancelled = defineEvent('meeting-event.cancelled', inEvent);
/** Somebody registered, changed their entry, or was decided on. */
export const participantMoved = defineEvent(
  'meeting-participant.moved',
  z.object({ ...firm.shape, state: participantState }),
);
export const participantChanged = defineEvent('meeting-participant.changed', firm);
const plan = z.object({ eventId, planId: z.uuid() });
/** A search for a timetable is asked for, and over. */
export const planRequested = defineEvent('meeting-plan.requested', plan);
export const planFinished = defineEvent('meeting-plan.finished', plan);
/**
 * One meeting was changed by hand. `state`: of its event at that time, so that a change of a draft stays one where it is
 * told of after publication; the version before did not note it.
 */
export const meetingChanged = defineEvent(
  'meeting.changed',
  z.object({
    ...{ eventId, meetingId: z.uuid(), what: z.enum(['added', 'moved', 'cancelled']) },
    state: meetingEventState.optional(),
  }),
);
/** On the day: a firm has come (or has not after all), a meeting was held or missed. */
export const firmCheckedIn = defineEvent(
  'meeting-participant.checked-in',
  firm.extend({ isHere: z.boolean() }),
);
export const meetingAttended = defineEvent(
  'meeting.attended',
  z.object({ eventId, meetingId: z.uuid(), state: z.enum(['planned', 'held', 'no-show']) }),
);
/** A firm is asked what became of its meetings, and has told of one. */
export const outcomeAsked = defineEvent('meeting-outcome.asked', z.object({ eventId, askId: z.uuid() }));
export const outcomeTold = defineEvent(
  'meeting-outcome.told',
  z.object({ ...firm.shape, meetingId: z.uuid(), outcome }),
);
export const wishSet = defineEvent(
  'meeting-participant.wished',
  z.object({ ...firm.shape, otherId: z.uuid(), want: z.enum(['must', 'like', 'no']).nullable() }),
);
