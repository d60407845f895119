import type { Language } from '#contracts/shapes.js';

/** The fiscal year (April to March, named after the year in which it begins) of a day, `YYYY-MM-DD`. */
export function fiscalYearOf(on: string): number {
  const [year, month] = on.split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

/** The twelve months of a fiscal year, `YYYY-MM`, from April. */
export const monthsOf = (fiscalYear: number): string[] =>
  Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 3) % 12) + 1;
    return `${month >= 4 ? fiscalYear : fiscalYear + 1}-${String(month).padStart(2, '0')}`;
  });

/** 令和8年度（2026年度）/ FY2026 (Apr 2026 – Mar 2027). 令和 began in May 2019, within FY2019. */
export function fiscalYearName(fiscalYear: number, language: Language): string {
  if (language === 'en') return `FY${fiscalYear} (Apr ${fiscalYear} – Mar ${fiscalYear + 1})`;
  const era =
    fiscalYear >= 2019 ? `令和${numbered(fiscalYear - 2018)}` : `平成${numbered(fiscalYear - 1988)}`;
  return `${era}年度（${fiscalYear}年度）`;
}

/** The first year of an era is 元年. */
const numbered = (year: number): string => (year === 1 ? '元' : String(year));
