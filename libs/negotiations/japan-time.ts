const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The calendar day in Japan, `YYYY-MM-DD`. */
export const dayInJapan = (at: Date): string => day.format(at);

/** The fiscal year (April to March, Japan) in which an instant lies. */
export function fiscalYearOf(at: Date): number {
  const [year, month] = dayInJapan(at).split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}
