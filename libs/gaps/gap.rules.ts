import type { declineCodes } from '#contracts/introductions.js';
import type { Side } from '#contracts/parties.js';

type Code = (typeof declineCodes)[number];

/** Said by a candidate, these are about the order or patent, not about the candidate. */
const aboutTheSubject: readonly Code[] = [
  'too-early',
  'benefit-unclear',
  'commercial-route-unclear',
  'description-unclear',
  'ip-terms',
];

/**
 * Whose gap a coded decline is. What the owner says is the candidate's to mend; of what the candidate says, the
 * description and terms are the owner's, the rest (no capacity, the price does not pay) its own.
 */
export function loserOf(decliner: Side, code: Code): Side {
  return decliner === 'candidate' && aboutTheSubject.includes(code) ? 'owner' : 'candidate';
}
