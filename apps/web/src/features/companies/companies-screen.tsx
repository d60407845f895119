import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, companyQuery, companySort, companyState } from '#contracts/companies.js';
import { capacityWeeks } from '#contracts/capacity-weeks.js';
import { roleHolds } from '#contracts/permissions.js';
import { useMe } from '../../api/session';
import { usePages, type Pages } from '../../api/use-endpoint';
import { ChoiceFilter } from '../../parts/choice-filter';
import { EmptyState } from '../../parts/empty-state';
import {
  FacetFilter,
  FilterPanel,
  SearchBox,
  useFilters,
  WithFilters,
  type Filters,
} from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultList } from '../../parts/result-list';
import { useStateText } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { CompanyRow } from './company-row';
import { ExportMenu } from './export-menu';

const filterSchema = companyQuery.omit({ cursor: true, limit: true });
type Found = Pages<typeof companiesApi.list>;

export default function CompaniesScreen() {
  const { t } = useTranslation(['companies', 'common']);
  const me = useMe();
  const isStaff = roleHolds(me.role, 'company:import');
  const filters = useFilters(filterSchema);
  const pages = usePages(companiesApi.list, { query: filters.value });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          isStaff && (
            <Button component={Link} to="/company-imports" variant="default">
              {t('import')}
            </Button>
          )
        }
      />
      <WithFilters filters={<CompanyFilters filters={filters} pages={pages} isStaff={isStaff} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <ResultBar
          total={pages.first?.total}
          sort={{
            value: filters.value.sort,
            options: companySort.options.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
            onChange: (sort) => filters.set({ sort }),
          }}
        >
          {isStaff && <ExportMenu query={filters.value} />}
        </ResultBar>
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <ResultList>
                {pages.items.map((company) => (
                  <CompanyRow key={company.id} company={company} staff={isStaff} />
                ))}
              </ResultList>
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

interface CompanyFiltersProps {
  filters: Filters<typeof filterSchema>;
  pages: Found;
  isStaff: boolean;
}

function CompanyFilters({ filters, pages, isStaff }: CompanyFiltersProps) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const facets = pages.first?.facets;
  const lists = {
    process: 'processes',
    material: 'materials',
    certificate: 'certificates',
    theme: 'themes',
    prefecture: 'prefectures',
  } as const;
  return (
    <FilterPanel filters={filters}>
      <ChoiceFilter
        label={t('facet.capacity')}
        value={filters.value.capacity}
        onChange={(capacity) => filters.set({ capacity })}
        options={capacityWeeks.options.map((n) => ({ value: n, label: t('facet.capacityWithin', { n }) }))}
      />
      <ChoiceFilter
        label={t('facet.role')}
        value={filters.value.role}
        onChange={(role) => filters.set({ role })}
        options={(['supplier', 'orderer'] as const).map((role) => ({
          value: role,
          label: t(`role.${role}`),
        }))}
      />
      {(Object.keys(lists) as (keyof typeof lists)[]).map((name) => (
        <FacetFilter
          key={name}
          label={t(`facet.${name}`)}
          facet={facets?.[name]}
          value={filters.value[name]}
          onChange={(chosen) => filters.set({ [name]: chosen })}
          nameOf={(code) => taxonomy.name(lists[name], code)}
        />
      ))}
      {isStaff && (
        <ChoiceFilter
          label={t('facet.state')}
          value={filters.value.state}
          onChange={(state) => filters.set({ state })}
          options={companyState.options.map((state) => ({
            value: state,
            label: stateText('company', state),
          }))}
        />
      )}
    </FilterPanel>
  );
}
