import { z } from 'zod';
import type { Language } from './shapes.js';

/** Whether a name is one of the IANA time zone database, as this program knows it. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets such as `+09:00` are no zones: they know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** A name of the IANA time zone database, e.g. `Asia/Tokyo`. */
export const timeZone = z.string().max(64).refine(isTimeZone);
export const JAPAN = 'Asia/Tokyo';

/** What clock and calendar on the wall show. `on`: `YYYY-MM-DD`; `at`: `HH:MM`. */
export interface WallTime {
  readonly on: string;
  readonly at: string;
}

const walls = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = walls.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    walls.set(zone, format);
  }
  return format;
}

/** What the wall shows in a zone at an instant. */
export function wallTimeOf(instant: number, zone: string): WallTime {
  const parts = wallFormat(zone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    on: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    at: `${part('hour')}:${part('minute')}`,
  };
}

const DAY = 86_400_000;
const asUtc = ({ on, at }: WallTime): number => Date.parse(`${on}T${at}:00Z`);

/**
 * The instants (ms) at which the wall shows this in a zone, earliest first: none in the hour that is skipped in spring,
 * two in the one that comes twice in autumn, one otherwise.
 */
export function instantsOf(wall: WallTime, zone: string): number[] {
  const shown = asUtc(wall);
  if (Number.isNaN(shown)) return [];
  // No zone changes its offset twice within two days: one of the offsets around it holds.
  const offsets = [-DAY, 0, DAY].map((shift) => {
    const at = shown + shift;
    return asUtc(wallTimeOf(at, zone)) - at;
  });
  const fitting = [...new Set(offsets)].map((offset) => shown - offset);
  const isShown = ({ on, at }: WallTime) => on === wall.on && at === wall.at;
  return fitting.filter((at) => isShown(wallTimeOf(at, zone))).sort((a, b) => a - b);
}

const localeOf = { ja: 'ja-JP', en: 'en-GB' } as const;

/**
 * When something takes place, as a person in a zone reads it: `2026年12月1日(火) 14:00〜15:00 日本標準時`. A second
 * day is named only where it is another.
 */
export function formatSpan(startsAt: string, endsAt: string, zone: string, language: Language): string {
  const locale = localeOf[language];
  const day = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: zone, year: 'numeric', month: language === 'ja' ? 'long' : 'short', day: 'numeric' },
    weekday: 'short',
  });
  const [from, until] = [startsAt, endsAt].map((at) => ({
    day: day.format(Date.parse(at)),
    clock: wallTimeOf(Date.parse(at), zone).at,
  })) as [{ day: string; clock: string }, { day: string; clock: string }];
  const end = from.day === until.day ? until.clock : `${until.day} ${until.clock}`;
  return `${from.day} ${from.clock}${language === 'ja' ? '〜' : '–'}${end} ${zoneName(startsAt, zone, language)}`;
}

/** What a zone's time is called at an instant: 日本標準時, Central European Summer Time. */
export function zoneName(at: string, zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(localeOf[language], {
    timeZone: zone,
    timeZoneName: 'long',
  }).formatToParts(Date.parse(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
