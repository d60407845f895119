import { describe, expect, it } from '@jest/globals';
import { firstDay, lastDay, monthsOf } from './fiscal-year.js';

describe('fiscal year', () => {
  it('runs from April to March', () => {
    expect(firstDay(2026)).toBe('2026-04-01');
    expect(lastDay(2026)).toBe('2027-03-31');
  });

  it('has twelve months, April first', () => {
    const months = monthsOf(2026);
    expect(months).toHaveLength(12);
    expect(months[0]).toBe('2026-04');
    expect(months[8]).toBe('2026-12');
    expect(months[9]).toBe('2027-01');
    expect(months[11]).toBe('2027-03');
  });
});
