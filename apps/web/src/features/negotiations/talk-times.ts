import { shownLanguage } from '../../i18n';

const localeOf = { ja: 'ja-JP', en: 'en-GB' } as const;

/** 14:05, in Japan's time. */
export const formatTime = (at: string): string =>
  new Intl.DateTimeFormat(localeOf[shownLanguage()], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(at));

/** 2026年11月21日(土) / Sat, 21 Nov 2026. `day` is `YYYY-MM-DD`. */
export const formatTalkDay = (day: string): string =>
  new Intl.DateTimeFormat(localeOf[shownLanguage()], {
    year: 'numeric',
    month: shownLanguage() === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
