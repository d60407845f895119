import type { Outcome } from '#contracts/introductions.js';
import { askedMonths, type MeetingResult } from '#contracts/meeting-results.js';

/** What both latest answers together say. A success is one that both sides call so; silence is none. */
export function resultOf(orderer: Outcome | null, supplier: Outcome | null): MeetingResult {
  if (orderer === null && supplier === null) return 'silent';
  if (orderer === null || supplier === null) return 'one-sided';
  return orderer === supplier ? orderer : 'differs';
}

/** Some days after the end of February and the like are the first of March: a round is never skipped for it. */
function addMonths(on: string, months: number): string {
  const day = new Date(`${on}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}

/**
 * The round that is due for an event that ended on a day: the latest whose day has come; null before the end. Rounds
 * that nobody was asked in time (an event entered late) are left out rather than asked all at once.
 */
export function dueRound(endsOn: string, today: string): number | null {
  const due = askedMonths.filter((months) => addMonths(endsOn, months) <= today);
  return due.at(-1) ?? null;
}
