import { dayInJapan } from '#platform/japan-time.js';

/** The fiscal year (April to March, Japan) in which an instant lies. */
export function fiscalYearOf(at: Date): number {
  const [year, month] = dayInJapan(at).split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}
