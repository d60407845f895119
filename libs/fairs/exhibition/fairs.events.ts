import { z } from 'zod';
import { fairState } from '#contracts/fair-exhibition.js';
import { exhibitorState } from '#contracts/fair-exhibitors.js';
import { questionnaireAudience } from '#contracts/fair-questions.js';
import { defineEvent } from '#platform/events/index.js';

const inFair = z.object({ fairId: z.uuid() });
const exhibitor = inFair.extend({ exhibitorId: z.uuid() });

export const fairCreated = defineEvent('fair.created', inFair);
export const fairChanged = defineEvent('fair.changed', inFair);
export const fairAdvanced = defineEvent('fair.advanced', inFair.extend({ state: fairState }));
export const fairCancelled = defineEvent('fair.cancelled', inFair);
/** A firm applied, or was decided on, or withdrew. */
export const exhibitorMoved = defineEvent(
  'fair-exhibitor.moved',
  exhibitor.extend({ state: exhibitorState }),
);
export const exhibitorChanged = defineEvent('fair-exhibitor.changed', exhibitor);
export const boothsAssigned = defineEvent(
  'fair.booths-assigned',
  inFair.extend({ booths: z.array(z.string()) }),
);
/** A task of the checklist is due and not done. */
export const taskDue = defineEvent(
  'fair-exhibitor.task-due',
  exhibitor.extend({ keys: z.array(z.string()) }),
);
const visitor = inFair.extend({ visitorId: z.uuid() });
/** A visitor registered and is to get the ticket by mail; and has followed the link. */
export const visitorRegistered = defineEvent('fair-visitor.registered', visitor);
export const visitorConfirmed = defineEvent('fair-visitor.confirmed', visitor);
const talk = z.object({ talkId: z.uuid(), exhibitorId: z.uuid() });
/** A talk at a booth began, ended, or asks for an introduction. */
export const talkStarted = defineEvent('fair-talk.started', talk);
export const talkEnded = defineEvent('fair-talk.ended', talk);
export const handOverAsked = defineEvent('fair-talk.hand-over-asked', talk);
export const handOverIntroduced = defineEvent(
  'fair-talk.introduced',
  talk.extend({ introductionId: z.uuid() }),
);
export const sessionChanged = defineEvent('fair-session.changed', inFair.extend({ sessionId: z.uuid() }));
/** Some exhibitors or visitors are asked how the fair was, or reminded that they were. */
export const questionnaireAsked = defineEvent(
  'fair-questionnaire.asked',
  inFair.extend({
    audience: questionnaireAudience,
    askIds: z.array(z.uuid()),
    isReminder: z.boolean(),
  }),
);
const contact = exhibitor.extend({ leadId: z.uuid() });
/** A visitor asked about a product of the catalogue; and took a contact back. */
export const inquiryMade = defineEvent('fair-lead.inquiry-made', contact.extend({ product: z.string() }));
export const contactWithdrawn = defineEvent('fair-lead.withdrawn', contact);
/** The exhibitor erased a contact whose owner asked for it. */
export const contactErased = defineEvent('fair-lead.erased', contact);
/** What visitors are mailed beside their tickets. */
export const visitorNews = z.enum(['fair-cancelled', 'session-moved', 'session-cancelled', 'seat-given']);
export type VisitorNews = z.infer<typeof visitorNews>;
/** Some visitors are to be mailed: of the whole fair, or of a session. */
export const visitorsTold = defineEvent(
  'fair-visitor.told',
  inFair.extend({
    what: visitorNews,
    visitorIds: z.array(z.uuid()),
    sessionId: z.uuid().nullable(),
  }),
);
