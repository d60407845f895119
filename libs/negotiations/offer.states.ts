import type { ErrorCode } from '#contracts/errors.js';
import type { RoomState } from '#contracts/negotiations.js';
import type { OfferState } from '#contracts/offers.js';
import type { Side } from '#contracts/parties.js';

/** From where to where an offer may go: what has ended, stays ended. */
export const transitions = {
  open: ['accepted', 'superseded', 'withdrawn', 'declined', 'expired'],
  accepted: [],
  superseded: [],
  withdrawn: [],
  declined: [],
  expired: [],
} as const satisfies Record<OfferState, readonly OfferState[]>;

export const mayGo = (from: OfferState, to: OfferState): boolean =>
  (transitions[from] as readonly OfferState[]).includes(to);

/** What the rules need to know of an offer. Days are `YYYY-MM-DD` in Japan. */
export interface OfferFacts {
  readonly side: Side;
  readonly state: OfferState;
  readonly orderRevision: number | null;
  readonly validUntil: string;
}

/** What an offer is judged by: the room it is in, the order as it is now (null for a patent), the day in Japan. */
export interface Surroundings {
  readonly roomState: RoomState;
  readonly currentRevision: number | null;
  readonly today: string;
}

/** The order was amended since the offer was made or last confirmed. */
export const isOutdated = (
  offer: Pick<OfferFacts, 'orderRevision'>,
  currentRevision: number | null,
): boolean =>
  offer.orderRevision !== null && currentRevision !== null && offer.orderRevision < currentRevision;

/** Its last day has passed. */
export const hasLapsed = (offer: Pick<OfferFacts, 'validUntil'>, today: string): boolean =>
  offer.validUntil < today;

/**
 * Whether a supplier's offer is still their word, beside those of others: it was accepted, or it waits for an answer,
 * or the orderer answered it with a counter-offer and the talks go on; and its last day has not passed.
 */
export function stillStands(
  offer: Pick<OfferFacts, 'state' | 'validUntil'>,
  roomState: RoomState,
  today: string,
): boolean {
  if (offer.state === 'accepted') return true;
  if (offer.state !== 'open' && offer.state !== 'superseded') return false;
  return roomState === 'open' && !hasLapsed(offer, today);
}

export const offerSteps = ['accept', 'decline', 'withdraw', 'confirm'] as const;
export type OfferStep = (typeof offerSteps)[number];

/** Why `actor` may not take a step with an offer; null where they may. */
export function refusal(
  step: OfferStep,
  actor: Side | null,
  offer: OfferFacts,
  around: Surroundings,
): ErrorCode | null {
  if (actor === null) return 'auth/forbidden';
  const own = actor === offer.side;
  if (step === 'accept' && own) return 'negotiation/own-offer';
  if (own !== (step === 'withdraw' || step === 'confirm')) return 'auth/forbidden';
  if (around.roomState === 'closed') return 'negotiation/room-closed';
  if (offer.state === 'superseded') return 'negotiation/offer-superseded';
  if (around.roomState !== 'open' || offer.state !== 'open') return 'negotiation/illegal-transition';
  if (step === 'withdraw' || step === 'decline') return null;
  if (hasLapsed(offer, around.today)) return 'negotiation/illegal-transition';
  const outdated = isOutdated(offer, around.currentRevision);
  if (step === 'accept') return outdated ? 'negotiation/offer-outdated' : null;
  return outdated ? null : 'negotiation/illegal-transition';
}

/** How a room's open offer ends when one side, or the coordinator, ends the talks. */
export function endWithTalks(offer: Pick<OfferFacts, 'side'>, closer: Side | null): OfferState {
  if (closer === null) return 'expired';
  return closer === offer.side ? 'withdrawn' : 'declined';
}

/** What the rules need to know of an offer's lots. */
export interface LotFacts {
  readonly separable: boolean;
  readonly lots: readonly { readonly key: string }[];
}

/**
 * Why these lots cannot be accepted alone; null where they can. Accepting only a part of an offer that is not separable
 * would be a new offer (民法第528条), which its own endpoint is for.
 */
export function lotsRefusal(terms: LotFacts, lots: readonly string[]): ErrorCode | null {
  const known = terms.lots.map(({ key }) => key);
  if (lots.length === 0 || lots.some((key) => !known.includes(key))) return 'negotiation/no-such-lot';
  const isAll = known.every((key) => lots.includes(key));
  return isAll || terms.separable ? null : 'negotiation/not-separable';
}
