import type { DisputeState, DisputeStep, DisputeViewer, SeatState } from '#contracts/disputes.js';
import type { RoomRole } from '#contracts/message.js';
import type { Side } from '#contracts/parties.js';
import type { Actor } from '#platform/auth/index.js';
import { canonicalJson, sha256 } from '#platform/canonical-json.js';
import { isBeforeVotes, isOver } from './dispute.states.js';

/** What the rules need to know of a dispute. */
export interface DisputeFacts {
  readonly state: DisputeState;
  readonly claimant: Side;
  readonly bodyId: string | null;
  readonly chairId: string | null;
}

export interface SeatFacts {
  readonly userId: string;
  readonly state: SeatState;
}

type Who = Pick<Actor, 'userId' | 'role' | 'body'>;

/**
 * As whom the actor sees a dispute; null: not at all. `roomRole`: their place in its room. Nobody is party and judge: who
 * sits in the room is never drawn.
 */
export function viewerOf(
  actor: Who,
  dispute: Pick<DisputeFacts, 'bodyId'>,
  roomRole: RoomRole | null,
  seats: readonly SeatFacts[],
): DisputeViewer | null {
  if (roomRole !== null && roomRole !== 'partner') return roomRole;
  const own = seats.find((seat) => seat.userId === actor.userId);
  if (own?.state === 'accepted') return 'member';
  if (own?.state === 'asked') return 'asked';
  const isOffice = actor.body !== null && actor.body.id === dispute.bodyId;
  return isOffice || actor.role === 'administrator' ? 'office' : null;
}

export const sideOf = (viewer: DisputeViewer): Side | null =>
  viewer === 'owner' || viewer === 'candidate' ? viewer : null;
export const otherSide = (side: Side): Side => (side === 'owner' ? 'candidate' : 'owner');

/** What is said and decided is for the sides, who brokers between them, and those who judge. */
export const mayRead = (viewer: DisputeViewer): boolean => viewer !== 'asked' && viewer !== 'office';

/** Those who judge read of the room's record what they need for it, and only as long as they do. */
export const canReadEvidence = (viewer: DisputeViewer, { state }: Pick<DisputeFacts, 'state'>): boolean =>
  mayRead(viewer) && !(viewer === 'member' && isOver(state));

const TAKEN: readonly SeatState[] = ['accepted', 'challenged', 'replaced'];
/** Whether somebody has been a member, also where they are none any more. */
export const tookSeat = ({ state }: Pick<SeatFacts, 'state'>): boolean => TAKEN.includes(state);

export const canAnswer = (viewer: DisputeViewer, { state, claimant }: DisputeFacts): boolean =>
  state === 'opened' && viewer === otherSide(claimant);

/** The claimant may add to its claim at any time before the votes, the other side from its answer on. */
export const canState = (viewer: DisputeViewer, dispute: DisputeFacts): boolean => {
  const { state, claimant } = dispute;
  if (sideOf(viewer) === null) return false;
  if (state === 'opened') return viewer === claimant || canAnswer(viewer, dispute);
  return isBeforeVotes(state);
};

/** Whom it concerns that there are enough candidates; an administrator looks on. */
export const canRelist = (
  viewer: DisputeViewer,
  { state }: Pick<DisputeFacts, 'state'>,
  { role }: Pick<Actor, 'role'>,
): boolean => state === 'short' && viewer !== 'asked' && viewer !== 'member' && role !== 'administrator';
export const canDraw = (viewer: DisputeViewer, { state }: DisputeFacts): boolean =>
  state === 'listed' && (sideOf(viewer) !== null || viewer === 'coordinator');
export const canAccept = (viewer: DisputeViewer, { state }: DisputeFacts): boolean =>
  viewer === 'asked' && state === 'asking';
/** The sides that have had a member replaced for a reason of their own. */
export const challengersOf = (
  seats: readonly { readonly state: SeatState; readonly challengedBy: Side | null }[],
): Side[] =>
  seats.flatMap(({ state, challengedBy }) => (state === 'challenged' && challengedBy ? [challengedBy] : []));
/** Once per side, as long as no vote can have been given. */
export const canChallenge = (
  viewer: DisputeViewer,
  { state }: DisputeFacts,
  challenged: readonly Side[],
): boolean => {
  const side = sideOf(viewer);
  return side !== null && !challenged.includes(side) && (state === 'asking' || state === 'hearing');
};
/** What the rules need to know of a member to whom a side has made a tie. */
export interface TiedSeat extends SeatFacts {
  readonly tiedBy: readonly Side[];
}
/** A member to whom the other side has made a tie: whoever did not make it may have them replaced, beside its challenge. */
export const canReplace = (
  viewer: DisputeViewer,
  { state }: Pick<DisputeFacts, 'state'>,
  seat: TiedSeat,
): boolean => {
  const own = sideOf(viewer);
  if (own === null || seat.state !== 'accepted') return false;
  return seat.tiedBy.includes(otherSide(own)) && (state === 'asking' || state === 'hearing');
};
/** A member to whom a side has made a tie may leave the panel, before the votes. */
export const canStepDown = (
  viewer: DisputeViewer,
  { state }: Pick<DisputeFacts, 'state'>,
  own: TiedSeat | undefined,
): boolean =>
  viewer === 'member' &&
  own?.state === 'accepted' &&
  own.tiedBy.length > 0 &&
  (state === 'asking' || state === 'hearing');
/** The claimant's side, as long as nobody can know how the panel will find. */
export const canWithdraw = (viewer: DisputeViewer, { state, claimant }: DisputeFacts): boolean =>
  isBeforeVotes(state) && viewer === claimant;

/** What the viewer is to do next until the panel is complete; null: others are to. */
export function stepOf(
  viewer: DisputeViewer,
  dispute: DisputeFacts,
  actor: Pick<Actor, 'role'>,
): DisputeStep | null {
  if (canAnswer(viewer, dispute)) return 'answer';
  if (canRelist(viewer, dispute, actor)) return 'find-members';
  if (canDraw(viewer, dispute)) return 'draw';
  if (canAccept(viewer, dispute)) return 'accept';
  return null;
}

interface Settled {
  readonly id: string;
  readonly no: number;
  readonly settlement: { side: Side; text: string; by: string; at: string } | null;
}

/** SHA-256 of the canonical JSON of what a side proposed; it stands in the room's record once both sides have said it. */
export function settlementHash({ id: disputeId, no, settlement }: Settled): string | null {
  if (!settlement) return null;
  const { side, text, by, at } = settlement;
  return sha256(canonicalJson({ disputeId, no, side, text, by, at }));
}
