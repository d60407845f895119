import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const about = z.object({ patentId: z.uuid() });

export const patentCreated = defineEvent('patent.created', about);
export const patentPublished = defineEvent('patent.published', about);
/** A published patent was described anew: candidates are sought again. */
export const patentChanged = defineEvent('patent.changed', about);
export const patentWithdrawn = defineEvent('patent.withdrawn', about);
export const interestShown = defineEvent('patent.interest-shown', about.extend({ companyId: z.uuid() }));
export const interestDropped = defineEvent('patent.interest-dropped', about.extend({ companyId: z.uuid() }));
