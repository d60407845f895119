import type { Introduction as Dto, IntroductionState, Outcome } from '#contracts/introductions.js';
import type { Side } from '#contracts/parties.js';

type Consent = Dto['owner']['consent'];

/** From where to where an introduction may go. */
export const transitions = {
  proposed: ['consented', 'declined', 'expired', 'withdrawn'],
  // Told by events, which may overtake each other: an agreement may be heard of before its room.
  consented: ['negotiating', 'agreed', 'ended'],
  negotiating: ['agreed', 'ended'],
  agreed: [],
  declined: [],
  expired: [],
  withdrawn: [],
  // A coordinator may have called it off while the room still talked.
  ended: ['agreed'],
} as const satisfies Record<IntroductionState, readonly IntroductionState[]>;

export const mayGo = (from: IntroductionState, to: IntroductionState): boolean =>
  (transitions[from] as readonly IntroductionState[]).includes(to);

/** The state after one side's answer: one refusal ends it, two consents make it. */
export function stateAfterAnswers(owner: Consent, candidate: Consent): IntroductionState {
  if (owner === 'declined' || candidate === 'declined') return 'declined';
  return owner === 'consented' && candidate === 'consented' ? 'consented' : 'proposed';
}

/** Whether each side may know who the other is: only once both have consented. */
export const isDisclosed = (state: IntroductionState): boolean =>
  state === 'consented' || state === 'negotiating' || state === 'agreed' || state === 'ended';

/** Outcomes that may be recorded: a result needs talks, a "no deal" may end anything that is not already agreed. */
export function mayRecordOutcome(state: IntroductionState, outcome: Outcome): boolean {
  if (outcome === 'no-deal') return state !== 'agreed' && state !== 'proposed';
  return isDisclosed(state);
}

export const otherSide = (side: Side): Side => (side === 'owner' ? 'candidate' : 'owner');
