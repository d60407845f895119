const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The calendar day that somebody typed, as `YYYY-MM-DD`: 2027/2/15, 2027年2月15日, 20270215, 15 Feb 2027, and without a year (2/15) the next such
 * day from `today` on. Null for anything else, also for days that are none.
 */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const whole =
    /^(\d{4})[-/.年\s]\s*(\d{1,2})[-/.月\s]\s*(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const english = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text);
  if (english)
    return dayOf(
      Number(english[3]),
      months.indexOf((english[2] ?? '').toLowerCase()) + 1,
      Number(english[1]),
    );
  const short = /^(\d{1,2})[/月]\s*(\d{1,2})日?$/.exec(text);
  if (!short) return null;
  const [month, day, year] = [Number(short[1]), Number(short[2]), Number(today.slice(0, 4))];
  const thisYear = dayOf(year, month, day);
  return thisYear !== null && thisYear < today ? dayOf(year + 1, month, day) : thisYear;
}

function dayOf(year: number, month: number, day: number): string | null {
  const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${on}T00:00:00Z`);
  // 31 June would become 1 July.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== on ? null : on;
}
