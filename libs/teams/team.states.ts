import type { IntroductionState } from '#contracts/introductions.js';
import type { TeamState } from '#contracts/teams.js';

/** From where to where a team may go. A team that lost a firm is a draft again, until the coordinator asks anew. */
export const transitions = {
  draft: ['asked', 'broken'],
  asked: ['draft', 'complete', 'broken'],
  complete: ['draft', 'broken'],
  broken: [],
} as const satisfies Record<TeamState, readonly TeamState[]>;

export const mayGo = (from: TeamState, to: TeamState): boolean =>
  (transitions[from] as readonly TeamState[]).includes(to);

/** Introductions of firms that are in: asked, or have consented. */
export const isActive = (state: IntroductionState): boolean =>
  state === 'proposed' || state === 'consented' || state === 'negotiating' || state === 'agreed';

/** Firm and orderer have both consented. */
export const isIn = (state: IntroductionState): boolean => isActive(state) && state !== 'proposed';
