import type { PatentState } from '#contracts/patents.js';

/** From where to where an open patent may go. A withdrawn one stays on record, with its reason. */
export const transitions = {
  draft: ['published', 'withdrawn'],
  published: ['licensed', 'withdrawn'],
  // A licence need not be exclusive: what is licensed may still be withdrawn from the offer.
  licensed: ['withdrawn'],
  withdrawn: [],
} as const satisfies Record<PatentState, readonly PatentState[]>;

export const mayGo = (from: PatentState, to: PatentState): boolean =>
  (transitions[from] as readonly PatentState[]).includes(to);
