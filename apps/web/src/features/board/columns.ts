import type { IntroductionCard, IntroductionState } from '#contracts/introductions.js';

/** The board's columns; states are moved by the parties' answers, not by hand. */
export const columns = ['waiting', 'consented', 'talking', 'agreed', 'over'] as const;
export type Column = (typeof columns)[number];

const columnOfState: Record<IntroductionState, Column> = {
  proposed: 'waiting',
  consented: 'consented',
  negotiating: 'talking',
  agreed: 'agreed',
  declined: 'over',
  expired: 'over',
  withdrawn: 'over',
  ended: 'over',
};

export const columnOf = (card: Pick<IntroductionCard, 'state'>): Column => columnOfState[card.state];

export const statesOf = (column: Column): IntroductionState[] =>
  (Object.keys(columnOfState) as IntroductionState[]).filter((state) => columnOfState[state] === column);

/** Overdue first, then by the day of the next action; cases without one last. */
export const byUrgency = (a: IntroductionCard, b: IntroductionCard): number =>
  (a.nextActionOn ?? '9999').localeCompare(b.nextActionOn ?? '9999');
