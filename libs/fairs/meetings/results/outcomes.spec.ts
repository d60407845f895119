import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcome } from '#contracts/introductions.js';
import { askedMonths } from '#contracts/meeting-results.js';
import { dueRound, resultOf } from './outcomes.js';

const answers = fc.option(fc.constantFrom(...outcome.options), { nil: null });

describe('the result of a meeting', () => {
  it('is a success only where both sides say so, and the same seen from either side', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        expect(resultOf(one, other)).toBe(resultOf(other, one));
        expect(resultOf(one, other) === 'deal').toBe(one === 'deal' && other === 'deal');
      }),
    );
  });

  it.each([
    [null, null, 'silent'],
    ['deal', null, 'one-sided'],
    ['deal', 'no-deal', 'differs'],
    ['continuing', 'continuing', 'continuing'],
  ] as const)('of %s and %s is %s', (one, other, result) => {
    expect(resultOf(one, other)).toBe(result);
  });
});

describe('the round that is due', () => {
  it('is none before the event is over, then each in its month', () => {
    expect(dueRound('2026-12-01', '2026-11-30')).toBeNull();
    expect(dueRound('2026-12-01', '2026-12-01')).toBe(0);
    expect(dueRound('2026-12-01', '2027-02-28')).toBe(1);
    expect(dueRound('2026-12-01', '2027-03-01')).toBe(3);
    expect(dueRound('2026-12-01', '2040-01-01')).toBe(60);
  });

  it('never comes back, and is always one that is asked', () => {
    const days = fc.integer({ min: 0, max: 3_000 });
    const day = (n: number) => new Date(Date.UTC(2026, 0, 31) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const before = dueRound('2026-01-31', day(early)) ?? -1;
        const after = dueRound('2026-01-31', day(late)) ?? -1;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(askedMonths).toContain(after);
      }),
    );
  });
});
