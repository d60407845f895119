import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '#contracts/shapes.js';
import { shownLanguage } from '../i18n';

const zone = 'Asia/Tokyo';
const localeOf = { ja: 'ja-JP', en: 'en-GB' } as const;

/** 2026年4月1日 / 1 Apr 2026. `on` is `YYYY-MM-DD`. */
export function formatDay(on: string, language: Language = shownLanguage()): string {
  const style = language === 'ja' ? ({ dateStyle: 'long' } as const) : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(localeOf[language], { ...style, timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  );
}

/** 2026年11月27日〜28日 / 27 – 28 Nov 2026; one day alone as it is. */
export function formatDays(from: string, until: string, language: Language = shownLanguage()): string {
  if (from === until) return formatDay(from, language);
  if (language === 'en')
    return new Intl.DateTimeFormat(localeOf.en, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
      new Date(`${from}T00:00:00Z`),
      new Date(`${until}T00:00:00Z`),
    );
  const [[, month, day], last] = [until.split('-').map(Number), formatDay(until, language)] as const;
  const isSame = (length: number) => from.slice(0, length) === until.slice(0, length);
  return `${formatDay(from, language)}〜${isSame(7) ? `${day}日` : isSame(4) ? `${month}月${day}日` : last}`;
}

/** Day and minute in Japan's time. `at` is an instant in UTC. */
export function formatDateTime(at: string, language: Language = shownLanguage()): string {
  return new Intl.DateTimeFormat(localeOf[language], {
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(at));
}

/** 1,200,000円 / ¥1,200,000. */
export function formatYen(value: number, language: Language = shownLanguage()): string {
  const digits = new Intl.NumberFormat('ja-JP').format(value);
  return language === 'ja' ? `${digits}円` : `¥${digits}`;
}

/** Today in Japan, `YYYY-MM-DD`. */
export const todayInJapan = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

/** 3分前 / 3 minutes ago; the day once it is more than a week away. */
export function formatRelative(at: string, language: Language = shownLanguage(), now = Date.now()): string {
  const seconds = Math.round((new Date(at).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  const relative = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' });
  if (size < 60) return relative.format(0, 'minute');
  if (size < 3_600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3_600), 'hour');
  if (size < 604_800) return relative.format(Math.trunc(seconds / 86_400), 'day');
  return formatDateTime(at, language);
}

/** An instant, in Japan's time; a dash where there is none. */
export function DateTime({ at }: { at: string | null }) {
  useTranslation();
  return at === null ? <None /> : <time dateTime={at}>{formatDateTime(at)}</time>;
}

/** A calendar day; a dash where there is none. */
export function Day({ on }: { on: string | null }) {
  useTranslation();
  return on === null ? <None /> : <time dateTime={on}>{formatDay(on)}</time>;
}

/** How long ago, with the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
  useTranslation();
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {formatRelative(at)}
    </time>
  );
}

/** An amount in yen; a dash where there is none. */
export function Yen({ value }: { value: number | null }) {
  useTranslation();
  return value === null ? <None /> : <span style={{ whiteSpace: 'nowrap' }}>{formatYen(value)}</span>;
}

function None() {
  const { t } = useTranslation();
  return (
    <Text span c="dimmed" inherit>
      {t('none')}
    </Text>
  );
}
