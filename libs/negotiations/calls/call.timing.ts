import { CALL_OPENS_MINUTES, CALL_WARNINGS } from '#contracts/calls.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Who was not heard from for so long (s) is no longer there; browsers say so every 5 s. */
export const SILENCE_SECONDS = 15;
/** So long (min) after a hard end no new call begins: the next meeting has the people. */
const REST = 10;

/** An appointment with a hard end. */
export interface TimedSpan {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The appointment that a call begun or joined now belongs to, and so ends with; the one that is on first. */
export function spanFor(spans: readonly TimedSpan[], now: Date): TimedSpan | null {
  const at = now.getTime();
  const near = spans
    .filter((one) => one.startsAt.getTime() - CALL_OPENS_MINUTES * MINUTE <= at && at < one.endsAt.getTime())
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return near.find((one) => one.startsAt.getTime() <= at) ?? near[0] ?? null;
}

/** Whole minutes for which no new call may begin, since one was just ended by the clock; 0: one may. */
export function restLeft(spans: readonly TimedSpan[], now: Date): number {
  if (spanFor(spans, now)) return 0;
  const ends = spans.map((one) => one.endsAt.getTime()).filter((end) => end <= now.getTime());
  const left = Math.max(-Infinity, ...ends) + REST * MINUTE - now.getTime();
  return left > 0 ? Math.ceil(left / MINUTE) : 0;
}

/** Of what is to be warned now, by the minutes; null where nothing is new. `warned`: of what was warned last. */
export function warningDue(endsAt: Date, warned: number | null, now: Date): number | null {
  const left = endsAt.getTime() - now.getTime();
  if (left <= 0) return null;
  const due = CALL_WARNINGS.filter((minutes) => left <= minutes * MINUTE).at(-1);
  return due !== undefined && (warned === null || due < warned) ? due : null;
}
