import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { useEndpoint } from '../../api/use-endpoint';
import { LinkListItem } from '../../parts/link-list';
import { useTaxonomy } from '../../parts/taxonomy';
import { HomePanel } from './home-panel';

/** Companies that wait for approval. */
export function PendingCompanies() {
  const { t } = useTranslation('home');
  const taxonomy = useTaxonomy();
  const query = useEndpoint(companiesApi.list, { query: { state: 'pending', sort: 'updated', limit: 5 } });
  return (
    <HomePanel
      title={t('pending.title')}
      query={query}
      none={t('pending.none')}
      all={{ to: '/admin/approvals', label: t('pending.all') }}
      itemsOf={({ items }) =>
        items.map((company) => (
          <LinkListItem
            key={company.id}
            to="/admin/approvals"
            title={company.name}
            detail={taxonomy.name('prefectures', company.prefecture)}
          />
        ))
      }
    />
  );
}
