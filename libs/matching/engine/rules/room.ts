import type { CapacityRow } from '../match.types.js';
import { remembered } from '../remembered.js';
import { DAY_IN_MS } from './numbers.js';
import { IN_TIME, MET, PARTLY, type Code } from './verdicts.js';

/** What a firm has told of its room, until a day. */
export interface Room {
  /** Free share of normal load in percent. */
  free: number;
  /** Days since it was told. */
  age: number;
}

const WEEKS_4 = 28;
const WEEKS_8 = 56;

/**
 * Which of the figures for the next 4, 8, 12 weeks is about the time until a delivery: the weeks are counted from the day
 * they were told, so an older answer speaks of the delivery with its later figure.
 * @param days from today to the delivery
 */
export function windowOf(days: number, age: number): 'weeks4' | 'weeks8' | 'weeks12' {
  const told = days + age;
  if (told <= WEEKS_4) return 'weeks4';
  return told <= WEEKS_8 ? 'weeks8' : 'weeks12';
}

/**
 * An answer loses half of its weight every four weeks, as on the capacity map (companies/capacity/told-capacity.ts), in
 * whole steps; after twelve weeks the time that it spoke of has passed, and it counts no more.
 * @returns how many steps old; 3: it counts no more
 */
export const stepsOld = (age: number): number => Math.min(3, Math.floor(age / WEEKS_4));

/** How a delivery in time is judged by the room: a firm that was full stands below silence, one with room above it. */
export function compareRoom(free: number, age: number): Code {
  const steps = stepsOld(age);
  if (Number.isNaN(free) || steps === 3) return IN_TIME;
  return (free === 0 ? PARTLY + steps : MET - steps) as Code;
}

/** What is told of one process for the time until a delivery; null where nothing that still counts is. */
export function roomOf(
  capacity: readonly CapacityRow[],
  process: string,
  days: number,
  today: number,
): Room | null {
  const row = capacity.find((each) => each.process === process);
  if (!row) return null;
  const age = Math.max(0, today - toldDay(row.toldAt));
  const free = row[windowOf(days, age)];
  return free === null || stepsOld(age) === 3 ? null : { free, age };
}

const JAPAN_AHEAD_MS = 9 * 3_600_000;
const KNOWN_INSTANTS = 10_000;

/** Days from 1 January 1970 to the day in Japan of an instant. */
export const toldDay = remembered(KNOWN_INSTANTS, (instant: string) =>
  Math.floor((Date.parse(instant) + JAPAN_AHEAD_MS) / DAY_IN_MS),
);
