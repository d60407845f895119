import type { Verdict } from '../match.types.js';

/** Verdicts as numbers, the better the higher. One that tells nothing may still fit, so it stands above a miss. */
export const MISSED = 0;
export const UNKNOWN = 1;
export const PARTLY = 2;
/** In time, and nothing that still counts is told of the room until then. Between it and the others: older answers. */
export const IN_TIME = 5;
export const MET = 8;
export type Code = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The name of each. */
export const verdictOf: readonly Verdict[] = [
  ...(['missed', 'unknown'] as const),
  ...(['partly', 'partly', 'partly'] as const),
  ...(['met', 'met', 'met', 'met'] as const),
];

/** The code of a verdict that has no finer one. */
export const codeOf: Readonly<Record<Verdict, Code>> = {
  missed: MISSED,
  unknown: UNKNOWN,
  partly: PARTLY,
  met: MET,
};

// How figures of one process row compare with what is asked for; NaN = not told.

/** @param wanted the sides of the part in mm, longest first; it may be turned any way to go into x × y × z */
export function compareEnvelope(wanted: readonly number[], x: number, y: number, z: number): Code {
  if (Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z)) return UNKNOWN;
  const middle = Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
  const fits = Math.max(x, y, z) >= wanted[0]! && middle >= wanted[1]! && Math.min(x, y, z) >= wanted[2]!;
  return fits ? MET : MISSED;
}

/** What must be at least as much as asked for: mass. */
export function compareAtLeast(wanted: number, offered: number): Code {
  if (Number.isNaN(offered)) return UNKNOWN;
  return offered >= wanted ? MET : MISSED;
}

/** What must be at most as much as asked for: tolerance. */
export function compareAtMost(wanted: number, offered: number): Code {
  if (Number.isNaN(offered)) return UNKNOWN;
  return offered <= wanted ? MET : MISSED;
}

/** One lot must lie within the lots the firm takes; a bound that is not told is no bound, unless neither is told. */
export function compareLot(pieces: number, from: number, to: number): Code {
  if (Number.isNaN(from) && Number.isNaN(to)) return UNKNOWN;
  return from > pieces || to < pieces ? MISSED : MET;
}

/** The whole quantity may be made in several lots: more than the largest lot is a question, less than the least is not. */
export function compareQuantity(pieces: number, from: number, to: number): Code {
  if (Number.isNaN(from) && Number.isNaN(to)) return UNKNOWN;
  if (from > pieces) return MISSED;
  return to < pieces ? PARTLY : MET;
}

/** In time by the usual lead time; then the room decides. @param room of `compareRoom` */
export function compareDelivery(days: number, leadTimeDays: number, room: Code): Code {
  if (Number.isNaN(leadTimeDays)) return UNKNOWN;
  return leadTimeDays > days ? MISSED : room;
}
