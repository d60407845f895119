const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The calendar day in Japan of an instant, `YYYY-MM-DD`. */
export const dayInJapan = (instant: Date): string => format.format(instant);

export const todayInJapan = (): string => dayInJapan(new Date());
