import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lossCreditsOf, type EarlierEvent } from './loss-credits.js';

const event = (on: string, wishes: number, met: number): EarlierEvent => ({ eventId: on, on, wishes, met });

describe('loss credits', () => {
  it('are the wishes that came to nothing, at most three an event, of the latest three events', () => {
    expect(lossCreditsOf([])).toBe(0);
    expect(lossCreditsOf([event('2026-05-01', 3, 1)])).toBe(2);
    expect(lossCreditsOf([event('2026-05-01', 20, 0)])).toBe(3);
    const many = ['2024-05-01', '2024-11-01', '2025-05-01', '2026-05-01'].map((on, i) => event(on, i, 0));
    expect(lossCreditsOf(many)).toBe(1 + 2 + 3);
  });

  it('do not depend on the order of the events, and never grow by a wish that was met', () => {
    const events = fc.array(
      fc.record({
        eventId: fc.uuid(),
        on: fc.constantFrom('2025-01-10', '2025-06-10', '2026-01-10', '2026-06-10'),
        wishes: fc.nat(8),
        met: fc.nat(8),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(events, fc.nat(5), (given, which) => {
        const credits = lossCreditsOf(given);
        expect(lossCreditsOf(given.toReversed())).toBe(credits);
        const better = given.map((one, i) => (i === which ? { ...one, met: one.met + 1 } : one));
        expect(lossCreditsOf(better)).toBeLessThanOrEqual(credits);
      }),
    );
  });
});
