import { useTranslation } from 'react-i18next';
import { matchingApi } from '#contracts/matching.js';
import { useEndpoint } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { LinkListItem } from '../../parts/link-list';
import { HomePanel } from './home-panel';

/** Orders and patents that fit the own company, best first, with the first reason. */
export function FittingSubjects() {
  const { t } = useTranslation('home');
  const query = useEndpoint(matchingApi.opportunities, {});
  const language = shownLanguage();
  return (
    <HomePanel
      title={t('fitting.title')}
      query={query}
      none={t('fitting.none')}
      all={{ to: '/opportunities', label: t('fitting.all') }}
      itemsOf={({ items }) =>
        items
          .slice(0, 5)
          .map(({ subject, reasons }) => (
            <LinkListItem
              key={subject.id}
              to={subject.kind === 'order' ? `/orders/${subject.id}` : `/patents/${subject.id}`}
              title={subject.title}
              detail={reasons.find((reason) => reason.verdict === 'met')?.words[language]}
              aside={t(`subject.${subject.kind}`)}
            />
          ))
      }
    />
  );
}
