import { useTranslation } from 'react-i18next';
import { introductionsApi, type IntroductionCard } from '#contracts/introductions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DateTime } from '../../parts/format';
import { LinkListItem } from '../../parts/link-list';
import { HomePanel } from './home-panel';

const waitsForViewer = (card: IntroductionCard): boolean =>
  (card.viewerSide === 'owner' ? card.ownerConsent : card.candidateConsent) === 'waiting';

/** Introductions that this company has not answered yet. */
export function ToAnswer() {
  const { t } = useTranslation('home');
  const query = useEndpoint(introductionsApi.list, { query: { state: ['proposed'], limit: 20 } });
  return (
    <HomePanel
      title={t('toAnswer.title')}
      query={query}
      none={t('toAnswer.none')}
      all={{ to: '/introductions', label: t('toAnswer.all') }}
      itemsOf={({ items }) =>
        items
          .filter(waitsForViewer)
          .slice(0, 5)
          .map((card) => (
            <LinkListItem
              key={card.id}
              to={`/introductions/${card.id}`}
              title={card.subject.title}
              detail={
                card.expiresAt && (
                  <>
                    {t('toAnswer.until')} <DateTime at={card.expiresAt} />
                  </>
                )
              }
              aside={t(`subject.${card.subject.kind}`)}
            />
          ))
      }
    />
  );
}
