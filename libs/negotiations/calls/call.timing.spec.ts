import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { restLeft, spanFor, warningDue, type TimedSpan } from './call.timing.js';

const noon = Date.parse('2026-12-01T03:00:00Z');
const at = (minutes: number) => new Date(noon + minutes * 60_000);
const span = (id: string, from: number, until: number): TimedSpan => ({
  id,
  startsAt: at(from),
  endsAt: at(until),
});
const slots = [span('first', 0, 20), span('second', 21, 41)];

describe('the hard end of a call', () => {
  it('is that of the slot that is on, or about to begin', () => {
    const found = (minutes: number) => spanFor(slots, at(minutes))?.id ?? null;
    expect([-11, -10, 0, 19, 20, 21, 41].map(found)).toEqual([
      null,
      'first',
      'first',
      'first',
      'second',
      'second',
      null,
    ]);
  });

  it('leaves a rest, in which no other call begins but that of the next slot', () => {
    const [only] = slots;
    expect([19, 20, 29.5, 30, 90].map((minutes) => restLeft([only as TimedSpan], at(minutes)))).toEqual([
      ...[0, 10, 1, 0, 0],
    ]);
    expect(restLeft(slots, at(20.5))).toBe(0);
    expect(restLeft([], at(0))).toBe(0);
  });

  it('is told three minutes and one minute before, each once', () => {
    const end = at(20);
    expect(warningDue(end, null, at(16.9))).toBe(null);
    expect(warningDue(end, null, at(17))).toBe(3);
    expect(warningDue(end, 3, at(18))).toBe(null);
    expect(warningDue(end, 3, at(19))).toBe(1);
    expect(warningDue(end, 1, at(19.5))).toBe(null);
    // Who begins in the last minute is told of that alone.
    expect(warningDue(end, null, at(19.5))).toBe(1);
    expect(warningDue(end, null, end)).toBe(null);
  });

  it('warns at most twice, ever closer, however seldom the clock is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_300 }), { maxLength: 60 }), (seconds) => {
        const told: number[] = [];
        for (const second of [...seconds].sort((a, b) => a - b)) {
          const due = warningDue(at(20), told.at(-1) ?? null, new Date(noon + second * 1_000));
          if (due !== null) told.push(due);
        }
        expect([[], [3], [1], [3, 1]]).toContainEqual(told);
      }),
    );
  });
});
