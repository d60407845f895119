import type { FairState, FairStep } from '#contracts/fair-exhibition.js';
import type { ExhibitorState } from '#contracts/fair-exhibitors.js';

/** A fair goes one way; it can be cancelled until it is over, and stays visible then. */
export const transitions = {
  draft: ['open', 'cancelled'],
  open: ['published', 'cancelled'],
  published: ['running', 'cancelled'],
  running: ['finished', 'cancelled'],
  finished: [],
  cancelled: [],
} as const satisfies Record<FairState, readonly FairState[]>;

export const mayGo = (from: FairState, to: FairState): boolean =>
  (transitions[from] as readonly FairState[]).includes(to);

export const nextOf = (state: FairState): FairStep | null =>
  transitions[state].find((to) => to !== 'cancelled') ?? null;

/** Exhibitors are shown to everybody from publication on; a fair cancelled before that shows none. */
export const isPublished = (state: FairState): boolean =>
  state === 'published' || state === 'running' || state === 'finished';

export const isOver = (state: FairState): boolean => state === 'finished' || state === 'cancelled';

/** A firm that withdrew or was declined may come in after all. */
export const exhibitorTransitions = {
  applied: ['approved', 'declined', 'withdrawn'],
  approved: ['declined', 'withdrawn'],
  declined: ['applied', 'approved'],
  withdrawn: ['applied'],
} as const satisfies Record<ExhibitorState, readonly ExhibitorState[]>;

export const mayBecome = (from: ExhibitorState, to: ExhibitorState): boolean =>
  (exhibitorTransitions[from] as readonly ExhibitorState[]).includes(to);
