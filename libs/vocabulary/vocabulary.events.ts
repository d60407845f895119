import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

/** Entries were added, changed, switched or restored: what words are understood as is another now. */
export const vocabularyChanged = defineEvent(
  'vocabulary.changed',
  z.object({ entryIds: z.array(z.uuid()).max(100), entries: z.int(), version: z.int() }),
);
