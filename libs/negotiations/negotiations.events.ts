import { z } from 'zod';
import { side } from '#contracts/parties.js';
import { documentLevel } from '#contracts/room-files.js';
import { defineEvent } from '#platform/events/index.js';

const room = z.object({ roomId: z.uuid() });
const ofIntroduction = room.extend({ introductionId: z.uuid() });
const member = room.extend({ userId: z.uuid() });
const offer = room.extend({ offerId: z.uuid() });

export const roomOpened = defineEvent('negotiation.room-opened', ofIntroduction);
export const roomClosed = defineEvent(
  'negotiation.room-closed',
  ofIntroduction.extend({ reason: z.string() }),
);

export const roomPaused = defineEvent('negotiation.room-paused', room.extend({ reason: z.string() }));
export const roomResumed = defineEvent('negotiation.room-resumed', room);

/** People wrote: texts or files. One event for all messages of one statement. */
export const messagesPosted = defineEvent(
  'negotiation.messages-posted',
  room.extend({ fromSeq: z.int(), toSeq: z.int() }),
);
/** A message that was written with a change of the room, so that the room's sockets do not know of it yet. */
export const entryWritten = defineEvent(
  'negotiation.entry-written',
  room.extend({
    seq: z.int(),
    changed: z.array(z.enum(['members', 'offers', 'state', 'files', 'appointments', 'record'])),
  }),
);

/** A firm has joined the team after its room was opened. */
export const partnerSeated = defineEvent('negotiation.partner-seated', room.extend({ companyId: z.uuid() }));
export const memberAdded = defineEvent('negotiation.member-added', member);
export const memberRemoved = defineEvent('negotiation.member-removed', member);

/** `side`: whose offer it is. */
const sided = offer.extend({ side });
export const offerMade = defineEvent('negotiation.offer-made', sided);
export const offerWithdrawn = defineEvent('negotiation.offer-withdrawn', sided);
export const offerDeclined = defineEvent('negotiation.offer-declined', sided);
export const offerExpired = defineEvent('negotiation.offer-expired', sided);
/** The order was amended after the offer: its maker is to confirm it. */
export const offerOutdated = defineEvent('negotiation.offer-outdated', sided);
export const offerConfirmed = defineEvent('negotiation.offer-confirmed', sided);

/** The orderer set how the offers for an order are weighed, or rated their suppliers. */
export const offersWeighed = defineEvent(
  'negotiation.offers-weighed',
  z.object({ orderId: z.uuid(), version: z.int() }),
);

/** `agreedOn`: the day in Japan. */
export const agreementMade = defineEvent(
  'negotiation.agreement-made',
  ofIntroduction.extend({
    agreementId: z.uuid(),
    offerId: z.uuid(),
    totalYen: z.int(),
    agreedOn: z.iso.date(),
  }),
);

/** A company stated what kind of work is entrusted, which decides what law applies. */
export const workStated = defineEvent('negotiation.work-stated', room.extend({ work: z.string() }));

/** `side`: whose request to change a price it is. */
const priced = room.extend({ roundId: z.uuid(), side });
export const priceAsked = defineEvent('negotiation.price-asked', priced);
export const priceAnswered = defineEvent('negotiation.price-answered', priced);
export const priceSigned = defineEvent('negotiation.price-signed', priced);
export const priceSettled = defineEvent('negotiation.price-settled', priced);
export const priceWithdrawn = defineEvent('negotiation.price-withdrawn', priced);
/** A request still waits for its answer, and is to be answered by `answerBy` (day in Japan). */
export const priceDue = defineEvent('negotiation.price-due', priced.extend({ answerBy: z.iso.date() }));

/** `inForce`: both sides have accepted by now. */
export const ndaAccepted = defineEvent(
  'negotiation.nda-accepted',
  room.extend({ side, inForce: z.boolean() }),
);
/** A new document, or a new revision of one; `side`: whose it is. Never its title: who hears of it may not read it yet. */
const document = room.extend({ documentId: z.uuid(), no: z.int(), revision: z.int(), side });
export const documentAdded = defineEvent(
  'negotiation.document-added',
  document.extend({ level: documentLevel }),
);
export const documentRevoked = defineEvent(
  'negotiation.document-revoked',
  document.extend({ revision: z.int().nullable() }),
);

/** `side`: which side signed; `inForce`: both have. */
export const agreementSigned = defineEvent(
  'negotiation.agreement-signed',
  room.extend({ agreementId: z.uuid(), side, inForce: z.boolean() }),
);
/** Somebody wants to sign and is to be mailed a code. */
export const signingCodeAsked = defineEvent('negotiation.signing-code-asked', z.object({ codeId: z.uuid() }));

/** `confirmedBy`: the side that has just confirmed them; null for every other change. */
export const minutesChanged = defineEvent(
  'negotiation.minutes-changed',
  room.extend({ minutesId: z.uuid(), state: z.string(), confirmedBy: side.nullable() }),
);
