import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const appointment = z.object({ roomId: z.uuid(), appointmentId: z.uuid() });

/** What became of an appointment; never where it is: who hears of it may not belong to the room any more. */
export const appointmentChanged = defineEvent(
  'negotiation.appointment-changed',
  appointment.extend({
    what: z.enum(['proposed', 'move-asked', 'accepted', 'confirmed', 'moved', 'kept', 'cancelled']),
  }),
);

/** It begins in a day, or soon. `sequence`: of the appointment as it was then. */
export const appointmentDue = defineEvent(
  'negotiation.appointment-due',
  appointment.extend({ kind: z.enum(['day', 'soon']), sequence: z.int() }),
);
