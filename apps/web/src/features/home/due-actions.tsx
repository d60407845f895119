import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Day, todayInJapan } from '../../parts/format';
import { LinkListItem } from '../../parts/link-list';
import { HomePanel } from './home-panel';

/** The coordinator's next actions that are due today or overdue. */
export function DueActions() {
  const { t } = useTranslation('home');
  const today = todayInJapan();
  const query = useEndpoint(introductionsApi.list, { query: { mine: true, dueBy: today, limit: 8 } });
  return (
    <HomePanel
      title={t('due.title')}
      query={query}
      none={t('due.none')}
      all={{ to: '/board', label: t('due.all') }}
      itemsOf={({ items }) =>
        items.map((card) => (
          <LinkListItem
            key={card.id}
            to={`/introductions/${card.id}`}
            title={card.nextAction || card.subject.title}
            detail={card.nextAction && card.subject.title}
            aside={
              <Text span inherit c={card.nextActionOn && card.nextActionOn < today ? 'red.7' : undefined}>
                <Day on={card.nextActionOn} />
              </Text>
            }
          />
        ))
      }
    />
  );
}
