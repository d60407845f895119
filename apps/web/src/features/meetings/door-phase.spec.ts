import { describe, expect, it } from '@jest/globals';
import type { OwnMeeting } from '#contracts/meeting-timetable.js';
import { doorPhase } from './door-phase';

const meeting = (given: Partial<OwnMeeting> = {}): OwnMeeting => ({
  ...{ id: 'm', slot: 1, table: null, isOnline: true, state: 'planned', reason: '', why: null },
  ...{ startsAt: '2026-11-26T01:00:00.000Z', endsAt: '2026-11-26T01:20:00.000Z' },
  room: { id: 'r', seated: true },
  other: { participantId: 'o', name: '', headline: '' },
  ...given,
});
const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00.000Z`);

describe('the way into the room of an online meeting', () => {
  it('opens ten minutes before, and closes with the meeting', () => {
    expect(['00:49', '00:50', '01:19', '01:20'].map((clock) => doorPhase(meeting(), at(clock)))).toEqual([
      'early',
      'open',
      'open',
      'over',
    ]);
  });

  it('is not there for a meeting at a table or one that was cancelled, and is told where it is not ready', () => {
    expect(doorPhase(meeting({ isOnline: false }), at('01:00'))).toBe('none');
    expect(doorPhase(meeting({ state: 'cancelled' }), at('01:00'))).toBe('none');
    expect(doorPhase(meeting({ room: null }), at('01:00'))).toBe('making');
    expect(doorPhase(meeting({ room: { id: 'r', seated: false } }), at('01:00'))).toBe('unseated');
  });
});
