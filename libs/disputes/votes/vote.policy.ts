import type { DisputeState, DisputeStep, DisputeViewer } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import { sideOf } from '../dispute.policy.js';
import { isBeforeVotes, isOver } from '../dispute.states.js';

/** What of a dispute decides who may give evidence, vote and decide. */
export interface CouncilFacts {
  readonly state: DisputeState;
  readonly ready: readonly Side[];
  readonly settlement: { readonly side: Side } | null;
}

/** What the viewer has done so far. */
export interface OwnPart {
  /** Of a member; null for who has no vote. */
  readonly vote: 'none' | 'sealed' | 'opened' | null;
  /** Of the vote that is in. */
  readonly commitment: string | null;
  readonly isChair: boolean;
  readonly hasOpined: boolean;
  readonly hasReported: boolean;
}

export const canChoose = (viewer: DisputeViewer, { state }: CouncilFacts): boolean =>
  sideOf(viewer) !== null && isBeforeVotes(state);
export const canBeReady = (viewer: DisputeViewer, { state, ready }: CouncilFacts): boolean => {
  const side = sideOf(viewer);
  return side !== null && state === 'hearing' && !ready.includes(side);
};
/** Another vote in place of the first is possible until voting is closed. */
export const canVote = (viewer: DisputeViewer, { state }: CouncilFacts): boolean =>
  viewer === 'member' && state === 'voting';
export const canOpen = (viewer: DisputeViewer, { state }: CouncilFacts, { vote }: OwnPart): boolean =>
  viewer === 'member' && state === 'opening' && vote === 'sealed';
/** Who found what is for the panel alone, once nothing can be changed or withheld any more. */
export const canReadVotes = (viewer: DisputeViewer, { state }: CouncilFacts): boolean =>
  viewer === 'member' && (state === 'deciding' || state === 'decided');
export const canDecide = (viewer: DisputeViewer, { state }: CouncilFacts, { isChair }: OwnPart): boolean =>
  viewer === 'member' && state === 'deciding' && isChair;
export const canOpine = (viewer: DisputeViewer, dispute: CouncilFacts, { hasOpined }: OwnPart): boolean =>
  canReadVotes(viewer, dispute) && !hasOpined;
export const canReport = (viewer: DisputeViewer, { state }: CouncilFacts): boolean =>
  sideOf(viewer) !== null && state === 'decided';
export const canSettle = (viewer: DisputeViewer, { state }: CouncilFacts): boolean =>
  sideOf(viewer) !== null && !isOver(state);
export const canConfirmSettlement = (viewer: DisputeViewer, dispute: CouncilFacts): boolean =>
  canSettle(viewer, dispute) && dispute.settlement !== null && dispute.settlement.side !== viewer;
/** For an outside desk, at any stage: by those who bear the dispute or broker it. */
export const canExport = (viewer: DisputeViewer): boolean =>
  sideOf(viewer) !== null || viewer === 'coordinator';

/** What the viewer is to do next in hearing, votes and decision; null: nothing. */
export function councilStepOf(
  viewer: DisputeViewer,
  dispute: CouncilFacts,
  own: OwnPart,
): DisputeStep | null {
  if (canBeReady(viewer, dispute)) return 'add-evidence';
  if (canVote(viewer, dispute) && own.vote === 'none') return 'vote';
  if (canOpen(viewer, dispute, own)) return 'open-vote';
  if (canDecide(viewer, dispute, own)) return 'write';
  if (canReport(viewer, dispute) && !own.hasReported) return 'report';
  return null;
}
