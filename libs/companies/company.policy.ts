import type { CompanyState } from '#contracts/companies.js';
import { isStaff, type Actor } from '#platform/auth/index.js';

/** What the rules need to know of a company. */
export interface CompanyFacts {
  readonly id: string;
  readonly state: CompanyState;
  readonly bodyId: string | null;
}

type Who = Pick<Actor, 'role' | 'company' | 'body'>;

export const isOwn = (actor: Who, company: Pick<CompanyFacts, 'id'>): boolean =>
  actor.company?.id === company.id;

/** Administrators, and the staff of the company's body; of any body where it has none. */
export const isInCharge = (actor: Who, company: Pick<CompanyFacts, 'bodyId'>): boolean =>
  actor.role === 'administrator' ||
  (actor.body !== null && (company.bodyId === null || company.bodyId === actor.body.id));

/** Approved companies are there for everybody who is approved; others for staff and themselves only. */
export const canRead = (actor: Who, company: CompanyFacts): boolean =>
  isStaff(actor) ||
  isOwn(actor, company) ||
  (company.state === 'approved' && actor.company !== null && actor.company.approved);

export const canEdit = (actor: Who, company: CompanyFacts): boolean =>
  isOwn(actor, company) || isInCharge(actor, company);

export const canVerify = canEdit;

/** Approve, reject, suspend. */
export const canApprove = (actor: Who, company: CompanyFacts): boolean => isInCharge(actor, company);

export const canManageMembers = (actor: Who, company: Pick<CompanyFacts, 'id'>): boolean =>
  actor.role === 'company-owner' && isOwn(actor, company);

/** Why it was rejected or suspended is between the company and the staff. */
export const canReadReason = (actor: Who, company: CompanyFacts): boolean =>
  isStaff(actor) || isOwn(actor, company);
