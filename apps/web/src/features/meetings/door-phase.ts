import { CALL_OPENS_MINUTES } from '#contracts/calls.js';
import type { OwnMeeting } from '#contracts/meeting-timetable.js';

export type DoorPhase = 'none' | 'making' | 'unseated' | 'early' | 'open' | 'over';

/** How the way into an online meeting's room stands at an instant (ms): open from some minutes before until the end. */
export function doorPhase({ isOnline, state, room, startsAt, endsAt }: OwnMeeting, at: number): DoorPhase {
  if (!isOnline || state === 'cancelled') return 'none';
  if (!room) return Date.parse(endsAt) > at ? 'making' : 'none';
  if (!room.seated) return 'unseated';
  if (at >= Date.parse(endsAt)) return 'over';
  return at >= opensAt(startsAt) ? 'open' : 'early';
}

/** When the room of a meeting is entered, in ms. */
export const opensAt = (startsAt: string): number => Date.parse(startsAt) - CALL_OPENS_MINUTES * 60_000;
