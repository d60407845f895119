import { todayInJapan } from '../../parts/format';

/** The fiscal year (April to March) that today lies in. */
export function thisFiscalYear(): number {
  const [year = 0, month = 0] = todayInJapan().split('-').map(Number);
  return month >= 4 ? year : year - 1;
}

/** 令和 began in 2019: FY2019 is its first fiscal year. */
const REIWA = 2018;

/** 2026年度（令和8年度） / FY2026 (Apr 2026 – Mar 2027). */
export const fiscalYearName = (year: number, language: string): string =>
  language === 'ja'
    ? `${year}年度${year > REIWA ? `（令和${year - REIWA === 1 ? '元' : year - REIWA}年度）` : ''}`
    : `FY${year} (Apr ${year} – Mar ${year + 1})`;

/** This and the five years before. */
export const fiscalYears = (): number[] => Array.from({ length: 6 }, (_, i) => thisFiscalYear() - i);
