import { z } from 'zod';
import { subjectKind } from '#contracts/parties.js';
import { defineEvent } from '#platform/events/index.js';

const about = z.object({ gapId: z.uuid(), companyId: z.uuid(), kind: subjectKind, subjectId: z.uuid() });

export const gapOpened = defineEvent('gap.opened', about);
/** `onlyOne`: nothing else stands between the company and the order or patent. */
export const gapClosed = defineEvent('gap.closed', about.extend({ onlyOne: z.boolean() }));
export const gapReopened = defineEvent('gap.reopened', about);
