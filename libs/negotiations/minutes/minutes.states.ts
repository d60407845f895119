import type { ErrorCode } from '#contracts/errors.js';
import type { MinutesState } from '#contracts/minutes.js';
import type { Side } from '#contracts/parties.js';

export const minutesSteps = ['edit', 'confirm', 'drop', 'amend'] as const;
export type MinutesStep = (typeof minutesSteps)[number];

/** What the rules need to know of minutes. */
export interface MinutesFacts {
  readonly state: MinutesState;
  readonly ownerConfirmedAt: Date | null;
  readonly candidateConfirmedAt: Date | null;
}

/**
 * Why a side may not take a step; null where it may. Either side edits, until both have confirmed the same version; what
 * is confirmed is amended by new minutes, while no other draft is being made. `side` null: who speaks for no company.
 */
export function minutesRefusal(
  step: MinutesStep,
  side: Side | null,
  { state, ownerConfirmedAt, candidateConfirmedAt }: MinutesFacts,
  hasDraft = false,
): ErrorCode | null {
  if (side === null) return 'auth/forbidden';
  if (state === 'dropped') return 'request/not-found';
  if (step === 'amend') {
    if (state !== 'confirmed') return 'negotiation/illegal-transition';
    return hasDraft ? 'minutes/being-drafted' : null;
  }
  if (state === 'confirmed') return 'minutes/confirmed';
  const own = side === 'owner' ? ownerConfirmedAt : candidateConfirmedAt;
  return step === 'confirm' && own !== null ? 'negotiation/illegal-transition' : null;
}
