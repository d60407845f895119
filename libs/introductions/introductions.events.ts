import { z } from 'zod';
import { side } from '#contracts/parties.js';
import { defineEvent } from '#platform/events/index.js';

const about = z.object({ introductionId: z.uuid() });

export const introductionProposed = defineEvent('introduction.proposed', about);
export const introductionReminded = defineEvent('introduction.reminded', about);
/** Both sides have consented: identities are disclosed, a room is to open. */
export const introductionConsented = defineEvent('introduction.consented', about);
/** One side has consented, the other has not answered yet. */
export const introductionHalfConsented = defineEvent('introduction.half-consented', about.extend({ side }));
export const introductionDeclined = defineEvent('introduction.declined', about.extend({ side }));
export const introductionExpired = defineEvent('introduction.expired', about);
export const introductionWithdrawn = defineEvent('introduction.withdrawn', about);
export const introductionFollowedUp = defineEvent('introduction.followed-up', about);
export const outcomeRecorded = defineEvent('introduction.outcome-recorded', about);
