import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const about = z.object({ disputeId: z.uuid() });

/** A dispute has come to another state, or its present state says something new to those who take part. */
export const disputeMoved = defineEvent(
  'dispute.moved',
  about.extend({
    to: z.enum([
      'opened',
      'answered',
      // Proposed by a side.
      'settlement',
      'short',
      'listed',
      'hearing',
      // A side has made a tie to a member.
      'tied',
      'voting',
      // The votes have more time.
      'prolonged',
      'opening',
      'deciding',
      'decided',
      'withdrawn',
      'settled',
      'lapsed',
    ]),
  }),
);
/** Somebody who was asked, or sat on the panel, has nothing more to do there. */
export const councilReleased = defineEvent(
  'dispute.council-released',
  about.extend({ userId: z.uuid(), why: z.enum(['ended', 'replaced']) }),
);
/** Somebody was drawn and is asked. */
export const councilAsked = defineEvent('dispute.council-asked', about.extend({ userId: z.uuid() }));
/** Somebody who is willing cannot be drawn: their company or body has not told its ties. */
export const tiesNeeded = defineEvent('dispute.ties-needed', z.object({ userId: z.uuid() }));
/** Something else changed that open screens show. */
export const disputeTouched = defineEvent('dispute.touched', about);
/** The time of a state is nearly over. */
export const disputeDue = defineEvent('dispute.due', about.extend({ dueAt: z.iso.datetime() }));
