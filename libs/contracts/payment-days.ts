import type { Payment } from './term-sheet.js';

const utc = (on: string): Date => new Date(`${on}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

/** `on` and so many days later, `YYYY-MM-DD`. */
export function daysLater(on: string, days: number): string {
  const date = utc(on);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** The day with this number in a month counted from January of year 0; beyond its end, its last day. */
function dayIn(months: number, dayOfMonth: number): string {
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return text(new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(dayOfMonth, last))));
}

const monthOf = (on: string): number => utc(on).getUTCFullYear() * 12 + utc(on).getUTCMonth();

/** The same day so many months later; where that month is shorter, its last day. */
export const monthsLater = (on: string, months: number): string =>
  dayIn(monthOf(on) + months, utc(on).getUTCDate());

/** The day by which something received on a day is to be paid; null where the terms do not say it as a date. */
export function dueOn(payment: Payment, receivedOn: string): string | null {
  const { timing, closingDay, monthsAfter, dueDay, days, on } = payment;
  if (timing === 'date') return on;
  if (timing === 'days') return days === null ? null : daysLater(receivedOn, days);
  if (timing === 'text' || closingDay === null || monthsAfter === null || dueDay === null) return null;
  const closesThisMonth = receivedOn <= dayIn(monthOf(receivedOn), closingDay);
  return dayIn(monthOf(receivedOn) + (closesThisMonth ? 0 : 1) + monthsAfter, dueDay);
}
