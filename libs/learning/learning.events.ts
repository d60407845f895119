import { z } from 'zod';
import { subjectKind } from '#contracts/parties.js';
import { defineEvent } from '#platform/events/index.js';

/** A person asked for a run now. */
export const learningRequested = defineEvent(
  'learning.requested',
  z.object({ runId: z.uuid(), kind: subjectKind }),
);
