import { z } from 'zod';
import { meetingEventState, participantState } from '#contracts/meeting-events.js';
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
export const wishSet = defineEvent(
  'meeting-participant.wished',
  z.object({ ...firm.shape, otherId: z.uuid(), want: z.enum(['must', 'like', 'no']).nullable() }),
);
