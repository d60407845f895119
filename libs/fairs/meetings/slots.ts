import type {
  MeetingDay,
  MeetingEventContent,
  MeetingRules,
  MeetingSlot,
} from '#contracts/meeting-events.js';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const two = (n: number): string => String(n).padStart(2, '0');

/** The instant of a minute of a day in Japan, which has had no summer time since 1951. */
const instantOf = (on: string, minute: number): string =>
  new Date(`${on}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+09:00`).toISOString();

const NOON = 12 * 60;

/**
 * All times at which meetings can be held, in order: each of `minutes`, then `moveMinutes` to change tables; one that
 * would touch the break begins after it, and none ends after the day does. Numbers run on through the days.
 */
export function slotsOf(
  days: readonly MeetingDay[],
  { minutes, moveMinutes }: Pick<MeetingRules, 'minutes' | 'moveMinutes'>,
): MeetingSlot[] {
  const starts = days.flatMap((day) => startsOf(day, minutes, moveMinutes).map((start) => ({ day, start })));
  return starts.map(({ day, start }, i) => ({
    no: i + 1,
    on: day.on,
    startsAt: instantOf(day.on, start),
    endsAt: instantOf(day.on, start + minutes),
    half: start < NOON ? 'morning' : 'afternoon',
  }));
}

function startsOf(day: MeetingDay, minutes: number, moveMinutes: number): number[] {
  const end = minutesOf(day.until);
  const rest =
    day.breakFrom !== null && day.breakUntil !== null
      ? { from: minutesOf(day.breakFrom), until: minutesOf(day.breakUntil) }
      : null;
  const starts: number[] = [];
  for (let start = minutesOf(day.from); start + minutes <= end;) {
    if (rest && start < rest.until && start + minutes > rest.from) {
      start = rest.until;
      continue;
    }
    starts.push(start);
    start += minutes + moveMinutes;
  }
  return starts;
}

/** How many tables there are: none where nobody is in a hall. */
export const tablesOf = ({ format, tables }: Pick<MeetingEventContent, 'format' | 'tables'>): number =>
  format === 'online' ? 0 : tables;

/** The numbers of the slots at which a firm can come. */
export function openSlots(
  slots: readonly MeetingSlot[],
  { halves, forbiddenSlots }: { halves: 'any' | 'morning' | 'afternoon'; forbiddenSlots: readonly number[] },
): number[] {
  const forbidden = new Set(forbiddenSlots);
  return slots
    .filter(({ no, half }) => !forbidden.has(no) && (halves === 'any' || halves === half))
    .map(({ no }) => no);
}
