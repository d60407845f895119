import type { Actor } from '#platform/auth/index.js';
import type { Side } from '#contracts/parties.js';
import type { IntroductionState } from '#contracts/introductions.js';

/** What the rules need to know of an introduction. */
export interface IntroductionFacts {
  readonly state: IntroductionState;
  readonly ownerCompanyId: string;
  readonly candidateCompanyId: string;
  readonly bodyId: string | null;
  readonly proposedBy: string;
  readonly ownerConsent: string;
  readonly candidateConsent: string;
}

type Who = Pick<Actor, 'userId' | 'role' | 'company' | 'body'>;

/** Which side the actor is on; null for coordinators and strangers. */
export function sideOf(actor: Who, introduction: IntroductionFacts): Side | null {
  if (!actor.company) return null;
  if (actor.company.id === introduction.ownerCompanyId) return 'owner';
  return actor.company.id === introduction.candidateCompanyId ? 'candidate' : null;
}

/** Staff of the support body that carries the case. */
export const isOfBody = (actor: Who, introduction: IntroductionFacts): boolean =>
  actor.body !== null && actor.body.id === introduction.bodyId;

export const canRead = (actor: Who, introduction: IntroductionFacts): boolean =>
  sideOf(actor, introduction) !== null || isOfBody(actor, introduction);

export function canRespond(actor: Who, introduction: IntroductionFacts): boolean {
  const side = sideOf(actor, introduction);
  if (side === null || introduction.state !== 'proposed') return false;
  return (side === 'owner' ? introduction.ownerConsent : introduction.candidateConsent) === 'waiting';
}

/** The body's staff, or the person of the company that proposed it itself. */
export const canWithdraw = (actor: Who, introduction: IntroductionFacts): boolean =>
  introduction.state === 'proposed' &&
  (isOfBody(actor, introduction) || actor.userId === introduction.proposedBy);

export const canFollowUp = isOfBody;

/** A coordinator always; the orderer or patent holder where its body allows it. */
export const canPropose = (
  actor: Who,
  subject: { ownerCompanyId: string },
  bodyAllowsOwners: boolean,
): boolean => actor.body !== null || (actor.company?.id === subject.ownerCompanyId && bodyAllowsOwners);
