import type { ErrorCode } from '#contracts/errors.js';
import type { RoomState } from '#contracts/negotiations.js';
import type { Side } from '#contracts/parties.js';
import type { PriceRound } from '#contracts/price-ledger.js';

export type PriceRoundState = PriceRound['state'];

/** From where to where a round may go: what is settled or withdrawn stays so. */
export const transitions = {
  asked: ['answered', 'withdrawn'],
  answered: ['settled'],
  settled: [],
  withdrawn: [],
} as const satisfies Record<PriceRoundState, readonly PriceRoundState[]>;

export const priceSteps = ['answer', 'sign', 'withdraw'] as const;
export type PriceStep = (typeof priceSteps)[number];

/** What the rules need to know of a round; `signed`: the sides that have countersigned. */
export interface PriceRoundFacts {
  readonly side: Side;
  readonly state: PriceRoundState;
  readonly signed: readonly Side[];
}

/** Why `actor` may not take a step; null where they may. Prices are talked about after an agreement too. */
export function refusal(
  step: PriceStep,
  actor: Side | null,
  round: PriceRoundFacts,
  roomState: RoomState,
): ErrorCode | null {
  if (actor === null) return 'auth/forbidden';
  if (step === 'answer' && actor === round.side) return 'auth/forbidden';
  if (step === 'withdraw' && actor !== round.side) return 'auth/forbidden';
  if (roomState === 'closed') return 'negotiation/room-closed';
  if (step === 'sign') {
    const isOpen = round.state === 'answered' && !round.signed.includes(actor);
    return isOpen ? null : 'negotiation/illegal-transition';
  }
  return round.state === 'asked' ? null : 'negotiation/illegal-transition';
}

/** Where a signature leads: settled once both sides have signed. */
export const afterSignature = (round: PriceRoundFacts, signer: Side): PriceRoundState =>
  round.signed.some((side) => side !== signer) ? 'settled' : 'answered';
