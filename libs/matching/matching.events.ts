import { z } from 'zod';
import { subjectKind } from '#contracts/parties.js';
import { defineEvent } from '#platform/events/index.js';

const subject = z.object({ kind: subjectKind, subjectId: z.uuid() });

export const matchingRequested = defineEvent('matching.requested', subject);
/** `newCompanyIds`: companies that were not among the candidates before, best first, all musts met. */
export const matchingFinished = defineEvent(
  'matching.finished',
  subject.extend({ candidates: z.int(), first: z.boolean(), newCompanyIds: z.array(z.uuid()) }),
);
/** Another version of the ranking's weights counts now, by the night or by a person. */
export const rankingWeightsChanged = defineEvent(
  'matching.ranking-weights-changed',
  z.object({ kind: subjectKind, before: z.uuid(), versionId: z.uuid() }),
);
