import type { IntroductionCard, IntroductionState } from '#contracts/introductions.js';

/** The board's columns; states are moved by the parties' answers, not by hand. */
export const columns = ['waiting', 'consented', 'talking', 'agreed', 'over'] as const;
export type Column = (typeof columns)[number];

/** The states that stand in a column. */
export const statesIn: Record<Column, IntroductionState[]> = {
  waiting: ['proposed'],
  consented: ['consented'],
  talking: ['negotiating'],
  agreed: ['agreed'],
  over: ['declined', 'expired', 'withdrawn', 'ended'],
};

/** Overdue first, then by the day of the next action; cases without one last. */
export const byUrgency = (a: IntroductionCard, b: IntroductionCard): number =>
  (a.nextActionOn ?? '9999').localeCompare(b.nextActionOn ?? '9999');
