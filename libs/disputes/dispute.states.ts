import type { DisputeState } from '#contracts/disputes.js';

const ENDED = ['withdrawn', 'settled', 'lapsed'] as const;

/** From where to where a dispute may go. */
export const transitions = {
  opened: ['listed', 'short', ...ENDED],
  short: ['listed', ...ENDED],
  listed: ['asking', ...ENDED],
  asking: ['hearing', 'listed', 'short', ...ENDED],
  // A member who is replaced leaves a seat to be filled.
  hearing: ['asking', 'listed', 'short', 'voting', ...ENDED],
  voting: ['opening', ...ENDED],
  opening: ['deciding', ...ENDED],
  deciding: ['decided', ...ENDED],
  decided: [],
  withdrawn: [],
  settled: [],
  lapsed: [],
} as const satisfies Record<DisputeState, readonly DisputeState[]>;

const BEFORE_VOTES: readonly DisputeState[] = ['opened', 'short', 'listed', 'asking', 'hearing'];
/** Whether no vote can have been given yet: until then a claim can be changed and taken back. */
export const isBeforeVotes = (state: DisputeState): boolean => BEFORE_VOTES.includes(state);

export const mayGo = (from: DisputeState, to: DisputeState): boolean =>
  (transitions[from] as readonly DisputeState[]).includes(to);

export const isOver = (state: DisputeState): boolean => transitions[state].length === 0;

/** How many days a state may take; null: as long as it takes. */
export const DAYS: Record<DisputeState, number | null> = {
  opened: 10,
  short: 30,
  listed: 3,
  // Each seat has a time of its own.
  asking: null,
  hearing: 14,
  voting: 7,
  opening: 5,
  deciding: 10,
  decided: null,
  withdrawn: null,
  settled: null,
  lapsed: null,
};
/** For whom was drawn, to say yes or no. */
export const SEAT_DAYS = 5;
/** That the sides have at least to look at a tie which one of them has made. */
export const TIE_DAYS = 5;

const DAY_MS = 86_400_000;
export const inDays = (days: number, from = Date.now()): Date => new Date(from + days * DAY_MS);

/** When a state that begins now must be over. */
export function dueAfter(state: DisputeState, now = Date.now()): Date | null {
  const days = DAYS[state];
  return days === null ? null : inDays(days, now);
}
