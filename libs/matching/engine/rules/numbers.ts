import { remembered } from '../remembered.js';

/** So many figures and days are kept as they are written: the same few come again and again. */
const KNOWN = 10_000;

/** Whether a firm has told a figure. */
export function isTold(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** 1234.5 → "1,234.5": the same in both languages. */
export const figure = remembered(KNOWN, (value: number) => figures.format(value));

/** 2026-12-01 → 2026年12月1日. */
export const dayInJapanese = remembered(KNOWN, (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
});

export const DAY_IN_MS = 86_400_000;

/** Days from 1 January 1970 to a day, `YYYY-MM-DD`. */
export const dayCount = remembered(KNOWN, (day: string) => Math.round(Date.parse(day) / DAY_IN_MS));

/** The day so many days after 1 January 1970, `YYYY-MM-DD`. */
export const dayOfCount = remembered(KNOWN, (days: number) =>
  new Date(days * DAY_IN_MS).toISOString().slice(0, 10),
);

/** Calendar days from one day to another, negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => dayCount(to) - dayCount(from);

/** The day so many calendar days later, `YYYY-MM-DD`. */
export const daysLater = (day: string, days: number): string => dayOfCount(dayCount(day) + days);
