import { describe, expect, it } from '@jest/globals';
import { fiscalYearName, fiscalYearOf, monthsOf } from './fiscal-years';

describe('fiscal years', () => {
  it('run from April to March', () => {
    expect(fiscalYearOf('2026-03-31')).toBe(2025);
    expect(fiscalYearOf('2026-04-01')).toBe(2026);
    expect(monthsOf(2026)).toHaveLength(12);
    expect(monthsOf(2026)[0]).toBe('2026-04');
    expect(monthsOf(2026)[8]).toBe('2026-12');
    expect(monthsOf(2026)[9]).toBe('2027-01');
    expect(monthsOf(2026)[11]).toBe('2027-03');
  });

  it('are named by era in Japanese', () => {
    expect(fiscalYearName(2026, 'ja')).toBe('令和8年度（2026年度）');
    expect(fiscalYearName(2019, 'ja')).toBe('令和元年度（2019年度）');
    expect(fiscalYearName(2018, 'ja')).toBe('平成30年度（2018年度）');
    expect(fiscalYearName(2026, 'en')).toBe('FY2026 (Apr 2026 – Mar 2027)');
  });
});
