import { todayInJapan } from '#platform/japan-time.js';

/** The calendar day in Japan so many days from today (before it: negative), `YYYY-MM-DD`. */
export const inDays = (days: number): string =>
  new Date(Date.parse(todayInJapan()) + days * 86_400_000).toISOString().slice(0, 10);
