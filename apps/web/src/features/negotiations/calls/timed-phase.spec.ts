import { describe, expect, it } from '@jest/globals';
import type { TimedMeeting } from '#contracts/calls.js';
import { phaseOf } from './timed-phase';

const at = (clock: string) => `2026-11-26T${clock}:00.000Z`;
const meeting = (title: string, from: string, until: string): TimedMeeting => ({
  ...{ appointmentId: title, title, startsAt: at(from), endsAt: at(until) },
});
const told = (timed: TimedMeeting[], clock: string, seconds = 0) => {
  const found = phaseOf(timed, Date.parse(at(clock)) + seconds * 1_000);
  return found && [found.meeting.title, found.phase, found.left / 1_000, found.warning];
};

describe('what a room says of its timed meetings', () => {
  const first = meeting('first', '10:00', '10:20');

  it('counts down to the beginning, then to the end, and warns three minutes and one before it', () => {
    expect(told([first], '08:59')).toBeNull();
    expect(told([first], '09:50')).toEqual(['first', 'soon', 600, null]);
    expect(told([first], '10:00')).toEqual(['first', 'on', 1_200, null]);
    expect(told([first], '10:16', 59)).toEqual(['first', 'on', 181, null]);
    expect(told([first], '10:17')).toEqual(['first', 'on', 180, 3]);
    expect(told([first], '10:19')).toEqual(['first', 'on', 60, 1]);
  });

  it('says that one is over for a while, unless the next is near', () => {
    expect(told([first], '10:20')).toEqual(['first', 'over', 0, null]);
    expect(told([first], '10:30')).toBeNull();
    const late = meeting('late', '10:50', '11:10');
    expect(told([first, late], '10:21')).toEqual(['first', 'over', 0, null]);
    expect(told([first, late], '10:41')).toEqual(['late', 'soon', 540, null]);
    expect(told([first, meeting('next', '10:25', '10:45')], '10:20')).toEqual(['next', 'soon', 300, null]);
  });
});
