import { useTranslation } from 'react-i18next';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';

/** The title of a fair in the reader's language. */
export function useTitleOf(): (fair: { title: string; titleEn: string }) => string {
  useTranslation();
  return ({ title, titleEn }) => (shownLanguage() === 'en' && titleEn ? titleEn : title);
}

/** 2月4日〜2月6日; one day alone as it is. */
export function useFairDays(): (fair: { startsOn: string; endsOn: string }) => string {
  const { t } = useTranslation('fairs');
  return ({ startsOn, endsOn }) =>
    startsOn === endsOn
      ? formatDay(startsOn)
      : t('daysRange', { from: formatDay(startsOn), until: formatDay(endsOn) });
}

/** A company without the words for its legal form, where there is little room. */
export const shortName = (company: string): string => company.replace(/株式会社|有限会社|（株）/g, '');

export const inDays = (from: string, n: number): string =>
  new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
