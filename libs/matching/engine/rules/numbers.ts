/** Whether a firm has told a figure. */
export function isTold(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** 1234.5 → "1,234.5": the same in both languages. */
export function figure(value: number): string {
  let written = known.get(value);
  if (written === undefined) {
    if (known.size >= KNOWN) known.clear();
    known.set(value, (written = figures.format(value)));
  }
  return written;
}

/** The same few figures are written again and again, and writing one takes longer than judging it. */
const known = new Map<number, string>();
const KNOWN = 10_000;

/** 2026-12-01 → 2026年12月1日. */
export function dayInJapanese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export const DAY_IN_MS = 86_400_000;

/** Calendar days from one day to another, negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS);
}

/** The day so many calendar days later, `YYYY-MM-DD`. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}
