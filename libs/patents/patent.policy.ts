import { isStaff, type Actor } from '#platform/auth/index.js';
import type { PatentContent, PatentState } from '#contracts/patents.js';

/** What the rules need to know of a patent. `disclosed`: both sides' consents let the viewer's company in. */
export interface PatentFacts {
  readonly companyId: string;
  readonly state: PatentState;
  readonly visibility: PatentContent['visibility'];
  readonly publishedAt: Date | null;
  readonly disclosed: boolean;
}

type Who = Pick<Actor, 'role' | 'company'>;

export const isOwn = (actor: Who, patent: Pick<PatentFacts, 'companyId'>): boolean =>
  actor.company?.id === patent.companyId;

/** A draft is its company's alone, also when it was withdrawn; what was published stays readable. */
export const canRead = (actor: Who, patent: PatentFacts): boolean =>
  isOwn(actor, patent) || (patent.publishedAt !== null && (isStaff(actor) || actor.company !== null));

export const canKnowHolder = (actor: Who, patent: PatentFacts): boolean =>
  isOwn(actor, patent) || isStaff(actor) || patent.visibility === 'open' || patent.disclosed;

/** A published patent may be described better at any time; a withdrawn one is history. */
export const canEdit = (actor: Who, patent: PatentFacts): boolean =>
  isOwn(actor, patent) && patent.state !== 'withdrawn';
export const canPublish = (actor: Who, patent: PatentFacts): boolean =>
  isOwn(actor, patent) && patent.state === 'draft';
export const canWithdraw = canEdit;

export const canShowInterest = (actor: Who, patent: PatentFacts): boolean =>
  actor.company !== null &&
  !isOwn(actor, patent) &&
  (patent.state === 'published' || patent.state === 'licensed');

export const canReadInterests = (actor: Who, patent: PatentFacts): boolean =>
  isOwn(actor, patent) || isStaff(actor);

export const canReadCandidates = (actor: Who, patent: PatentFacts): boolean =>
  patent.publishedAt !== null && canReadInterests(actor, patent);
