import type { SubjectKind } from '#contracts/parties.js';

/** What candidates were sought for. */
export interface MatchedSubject {
  kind: SubjectKind;
  id: string;
  title: string;
  to: string;
  canPropose: boolean;
}
