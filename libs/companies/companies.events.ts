import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const companyId = z.uuid();

export const companyRegistered = defineEvent('company.registered', z.object({ companyId }));
export const companyApproved = defineEvent('company.approved', z.object({ companyId }));
/** A registration was refused, or an approved company suspended. */
export const companyRejected = defineEvent(
  'company.rejected',
  z.object({ companyId, state: z.enum(['rejected', 'suspended']) }),
);
/**
 * What companies say of themselves changed. `fields` are profile fields, `capacity`, `images` or `verified`; an
 * import tells of each of its batches at once, with all fields that changed in it.
 */
export const companyChanged = defineEvent(
  'company.changed',
  z.object({ companyIds: z.array(companyId).min(1), fields: z.array(z.string()) }),
);
/** A supplier is to be asked by mail for its spare capacity. */
export const capacityAsked = defineEvent('company.capacity-asked', z.object({ askId: z.uuid() }));
export const importRequested = defineEvent(
  'company.import-requested',
  z.object({ importId: z.uuid(), run: z.int() }),
);
export const importFinished = defineEvent(
  'company.import-finished',
  z.object({
    importId: z.uuid(),
    dryRun: z.boolean(),
    state: z.enum(['finished', 'failed']),
    created: z.int(),
    updated: z.int(),
    failed: z.int(),
  }),
);
