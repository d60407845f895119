import { useTranslation } from 'react-i18next';
import { shownLanguage } from '../../i18n';
import { formatDays } from '../../parts/format';

/** The title of a fair in the reader's language. */
export function useTitleOf(): (fair: { title: string; titleEn: string }) => string {
  useTranslation();
  return ({ title, titleEn }) => (shownLanguage() === 'en' && titleEn ? titleEn : title);
}

/** The days that it is held on. */
export function useFairDays(): (fair: { startsOn: string; endsOn: string }) => string {
  useTranslation();
  return ({ startsOn, endsOn }) => formatDays(startsOn, endsOn);
}

/** A company without the words for its legal form, where there is little room. */
export const shortName = (company: string): string => company.replace(/株式会社|有限会社|（株）/g, '');

export const inDays = (from: string, n: number): string =>
  new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
