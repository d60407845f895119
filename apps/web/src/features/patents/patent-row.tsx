import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatentCard } from '#contracts/patents.js';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';
import { PosterName } from '../../parts/poster-name';
import { ResultItem } from '../../parts/result-list';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { dayInJapan, formatQuantity, joinWords } from '../../parts/words';
import { shownWord } from './technical-words';

/** An open patent in the search result. */
export function PatentRow({ patent }: { patent: PatentCard }) {
  const { t } = useTranslation('patents');
  const stateText = useStateText();
  const language = shownLanguage();
  return (
    <ResultItem
      to={`/patents/${patent.id}`}
      title={patent.title}
      badges={<StateBadge kind="patent" state={patent.state} />}
      about={<PosterName poster={patent.poster} />}
      aside={
        <>
          <Text span fw={650} size="sm" c="gray.9">
            {t('row.licence', { licence: stateText('licence', patent.licence) })}
          </Text>
          {patent.publishedAt && (
            <span>{t('row.publishedOn', { on: formatDay(dayInJapan(patent.publishedAt)) })}</span>
          )}
          {patent.number && <span>{patent.number}</span>}
          {patent.interests !== null && patent.interests > 0 && (
            <span>{t('row.interests', { companies: formatQuantity(patent.interests, 'companies') })}</span>
          )}
        </>
      }
    >
      {patent.effect && (
        <Text size="sm" lineClamp={2}>
          {patent.effect}
        </Text>
      )}
      {patent.technicalFields.length > 0 && (
        <Text size="xs" c="dimmed">
          {joinWords(patent.technicalFields.map((word) => shownWord(word, language)))}
        </Text>
      )}
    </ResultItem>
  );
}
