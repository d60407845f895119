import { CALL_OVER_MINUTES, CALL_WARNINGS, type TimedMeeting } from '#contracts/calls.js';

const MINUTE = 60_000;
/** So long (ms) before it begins the room says so; so long after its end that it is over. */
const SOON = 60 * MINUTE;
const AFTER = CALL_OVER_MINUTES * MINUTE;

export interface TimedPhase {
  readonly meeting: TimedMeeting;
  readonly phase: 'soon' | 'on' | 'over';
  /** ms until it begins, or ends; 0 where it is over. */
  readonly left: number;
  /** Whole minutes that are left, from the first warning on; null before. */
  readonly warning: number | null;
}

/** Which of a room's timed meetings there is something to say of at an instant (ms): what is on, comes, or was just over. */
export function phaseOf(timed: readonly TimedMeeting[], at: number): TimedPhase | null {
  const begins = ({ startsAt }: TimedMeeting) => Date.parse(startsAt) - at;
  const ends = ({ endsAt }: TimedMeeting) => Date.parse(endsAt) - at;
  const on = timed.find((one) => begins(one) <= 0 && ends(one) > 0);
  if (on) {
    const left = ends(on);
    const isWarned = CALL_WARNINGS.some((minutes) => left <= minutes * MINUTE);
    return { meeting: on, phase: 'on', left, warning: isWarned ? Math.ceil(left / MINUTE) : null };
  }
  const soon = timed.find((one) => begins(one) > 0 && begins(one) <= SOON);
  const over = timed.findLast((one) => ends(one) <= 0 && ends(one) > -AFTER);
  if (soon && !(over && begins(soon) > AFTER))
    return { meeting: soon, phase: 'soon', left: begins(soon), warning: null };
  return over ? { meeting: over, phase: 'over', left: 0, warning: null } : null;
}
