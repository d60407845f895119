import type { FairContent, FairState, FairStep } from '#contracts/fair-exhibition.js';
import type { ExhibitorState } from '#contracts/fair-exhibitors.js';
import type { Actor } from '#platform/auth/index.js';
import { isOver, isPublished, mayBecome, nextOf } from './fair.states.js';

/** Who looks: null for a visitor without an account. */
export type Viewer = Pick<Actor, 'role' | 'company' | 'body'> | null;

export interface FairFacts {
  readonly state: FairState;
  readonly bodyIds: readonly string[];
  readonly openedAt: Date | null;
}
export interface ExhibitorFacts {
  readonly companyId: string;
  readonly state: ExhibitorState;
}

/** Staff of one of the bodies that organise it. */
export const isOrganiser = (viewer: Viewer, fair: Pick<FairFacts, 'bodyIds'>): boolean =>
  fair.bodyIds.includes(viewer?.body?.id ?? '');

/** A draft is its organisers' alone, also when it was cancelled; what was opened is public and stays so. */
export const canRead = (viewer: Viewer, fair: FairFacts): boolean =>
  fair.openedAt !== null || isOrganiser(viewer, fair);

export const canEdit = (viewer: Viewer, fair: FairFacts): boolean =>
  isOrganiser(viewer, fair) && !isOver(fair.state);

export const canCancel = canEdit;

export const nextFor = (viewer: Viewer, fair: FairFacts): FairStep | null =>
  isOrganiser(viewer, fair) ? nextOf(fair.state) : null;

export const takesApplications = (
  state: FairState,
  content: Pick<FairContent, 'applicationUntil'>,
  today: string,
): boolean => state === 'open' && today <= content.applicationUntil;

/** Visitors register from publication until the end. */
export const takesVisitors = (state: FairState): boolean => state === 'published' || state === 'running';

export const isOwn = (viewer: Viewer, { companyId }: Pick<ExhibitorFacts, 'companyId'>): boolean =>
  viewer?.company?.approved === true && viewer.company.id === companyId;

/** The firm's own people at the booth, and the organisers, who help out. */
export const isStaffOf = (viewer: Viewer, fair: FairFacts, exhibitor: ExhibitorFacts): boolean =>
  isOwn(viewer, exhibitor) || isOrganiser(viewer, fair);

export const canReadExhibitor = (viewer: Viewer, fair: FairFacts, exhibitor: ExhibitorFacts): boolean =>
  isStaffOf(viewer, fair, exhibitor) || (isPublished(fair.state) && exhibitor.state === 'approved');

export const canEditExhibitor = (viewer: Viewer, fair: FairFacts, exhibitor: ExhibitorFacts): boolean =>
  isStaffOf(viewer, fair, exhibitor) &&
  !isOver(fair.state) &&
  (exhibitor.state === 'applied' || exhibitor.state === 'approved');

export const canDecide = (viewer: Viewer, fair: FairFacts, exhibitor: ExhibitorFacts): boolean =>
  isOrganiser(viewer, fair) && !isOver(fair.state) && exhibitor.state !== 'withdrawn';

export const canWithdraw = (viewer: Viewer, fair: FairFacts, exhibitor: ExhibitorFacts): boolean =>
  isStaffOf(viewer, fair, exhibitor) && !isOver(fair.state) && mayBecome(exhibitor.state, 'withdrawn');
