export const OPENS = '09:30';
export const CLOSES = '17:30';
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
/** Minutes since the doors opened. */
export const after = (clock: string): number => minuteOf(clock) - minuteOf(OPENS);
export const DAY_MINUTES = after(CLOSES);

/** Rounds of the meeting event: 25 minutes and 5 to move. */
export const meetingHours = { from: '10:00', until: '16:00', breakFrom: '12:00', breakUntil: '13:00' };
export const meetingMinutes = { minutes: 25, moveMinutes: 5 };

/** So many portions in which the firms answer what became of their meetings. */
export const ANSWER_PORTIONS = 16;
