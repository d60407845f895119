import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulePresets } from '#contracts/meeting-events.js';
import { openSlots, slotsOf } from './slots.js';

const day = (given: object = {}) => ({
  ...{ on: '2026-12-01', from: '13:00', until: '17:00', breakFrom: null, breakUntil: null },
  ...given,
});

describe('the slots of an event', () => {
  it('are eight rounds of 14 minutes and one to move', () => {
    const slots = slotsOf([day({ from: '13:30', until: '15:30' })], rulePresets['14+1']);
    expect(slots).toHaveLength(8);
    expect(slots[1]).toEqual({
      ...{ no: 2, on: '2026-12-01', half: 'afternoon' },
      ...{ startsAt: '2026-12-01T04:45:00.000Z', endsAt: '2026-12-01T04:59:00.000Z' },
    });
  });

  it('leave the break free and run on through the days', () => {
    const days = [
      day({ from: '10:00', until: '14:00', breakFrom: '12:00', breakUntil: '13:00' }),
      day({ on: '2026-12-02', from: '11:00', until: '12:00' }),
    ];
    const slots = slotsOf(days, { minutes: 25, moveMinutes: 5 });
    expect(slots.map(({ no }) => no)).toEqual(slots.map((_, i) => i + 1));
    expect(slots.filter(({ half }) => half === 'morning').map(({ no }) => no)).toEqual([1, 2, 3, 4, 7, 8]);
    expect(slots[4]?.startsAt).toBe('2026-12-01T04:00:00.000Z');
  });

  const clocks = fc.integer({ min: 0, max: 23 * 60 });
  const text = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  it('never overlap, never touch the break, and end with the day, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(clocks, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (minutes, length, move) => {
          const [from, breakFrom, breakUntil, until] = minutes.sort((a, b) => a - b).map(text) as [
            string,
            string,
            string,
            string,
          ];
          const one = day({ from, until, breakFrom, breakUntil });
          const slots = slotsOf([one], { minutes: length, moveMinutes: move });
          const at = (clock: string) => new Date(`2026-12-01T${clock}:00+09:00`).toISOString();
          slots.forEach((slot, i) => {
            const before = slots[i - 1];
            expect(Date.parse(slot.endsAt) - Date.parse(slot.startsAt)).toBe(length * 60_000);
            expect(slot.startsAt >= at(from) && slot.endsAt <= at(until)).toBe(true);
            expect(slot.endsAt <= at(breakFrom) || slot.startsAt >= at(breakUntil)).toBe(true);
            expect(!before || slot.startsAt >= before.endsAt).toBe(true);
          });
        },
      ),
    );
  });

  it('are open to a firm in its half and not where it cannot come', () => {
    const slots = slotsOf([day({ from: '11:00', until: '13:00' })], { minutes: 30, moveMinutes: 0 });
    expect(openSlots(slots, { halves: 'morning', forbiddenSlots: [1] })).toEqual([2]);
    expect(openSlots(slots, { halves: 'any', forbiddenSlots: [2, 3] })).toEqual([1, 4]);
  });
});
