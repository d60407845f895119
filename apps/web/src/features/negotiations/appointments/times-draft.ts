import { z } from 'zod';
import { MAX_TIMES } from '#contracts/appointments.js';
import { instantsOf, wallTimeOf } from '#contracts/time-zones.js';

/** A day and a time as they are typed, on the wall of the reader's zone. */
export interface TypedTime {
  on: string;
  at: string;
}

const typed = z.object({ on: z.iso.date(), at: z.iso.time({ precision: -1 }) });

/**
 * Typed times of a zone as instants. Refused are those that have passed and those that the zone's clocks skip in
 * spring; of an hour that comes twice in autumn the first is taken.
 */
export const timesIn = (zone: string, now: () => number = Date.now) =>
  z
    .array(typed)
    .min(1)
    .max(MAX_TIMES)
    .transform((times, context) =>
      times.map((wall, i) => {
        const [at] = instantsOf(wall, zone);
        const problem = at === undefined ? 'skipped-hour' : at <= now() ? 'time-passed' : null;
        const input = wall.at;
        if (problem) context.addIssue({ code: 'custom', message: problem, path: [i, 'at'], input });
        return new Date(at ?? 0).toISOString();
      }),
    )
    .superRefine((times, context) => {
      const twice = times.findIndex((at, i) => times.indexOf(at) < i);
      if (twice >= 0)
        context.addIssue({ code: 'custom', message: 'repeated', path: [twice, 'at'], input: times[twice] });
    });

/** The next working day at 10 in the reader's zone, to begin with. */
export function suggestedTime(zone: string, now: number): TypedTime {
  let at = now + 86_400_000;
  const isWeekend = () => [0, 6].includes(new Date(`${wallTimeOf(at, zone).on}T12:00:00Z`).getUTCDay());
  while (isWeekend()) at += 86_400_000;
  return { on: wallTimeOf(at, zone).on, at: '10:00' };
}

export interface Span {
  startsAt: string;
  endsAt: string;
}

/** Those of `others` that take place while `one` does; what only touches it does not. */
export const overlapping = <T extends Span>(one: Span, others: readonly T[]): T[] =>
  others.filter(
    (other) =>
      Date.parse(other.startsAt) < Date.parse(one.endsAt) &&
      Date.parse(other.endsAt) > Date.parse(one.startsAt),
  );

export const spanOf = (startsAt: string, minutes: number): Span => ({
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
});
