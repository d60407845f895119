import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

/** A company stated what decides whether an act applies to it. */
export const factsTold = defineEvent('statutory.facts-told', z.object({ companyId: z.uuid() }));
