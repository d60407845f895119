import { Button, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patentQuery, patentsApi, patentState } from '#contracts/patents.js';
import { useMe } from '../../api/session';
import { usePages, type Pages } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
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
import { PatentRow } from './patent-row';
import { shownWord } from './technical-words';

const filterSchema = patentQuery.omit({ cursor: true, limit: true });
const sorts = filterSchema.shape.sort.unwrap().options;
const licences = filterSchema.shape.licence.unwrap().options;

export default function PatentsScreen() {
  const { t } = useTranslation('patents');
  const me = useMe();
  const filters = useFilters(filterSchema);
  const pages = usePages(patentsApi.list, { query: filters.value });
  const mayPost = me.company?.approved === true;
  const post = mayPost && (
    <Button component={Link} to="/patents/new">
      {t('new')}
    </Button>
  );
  const onlyOwn = filters.value.mine && filters.active === 1 && filters.value.q === '';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={post} />
      <WithFilters filters={<PatentFilters filters={filters} pages={pages} mayPost={mayPost} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <ResultBar
          total={pages.first?.total}
          sort={{
            value: filters.value.sort,
            options: sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
            onChange: (sort) => filters.set({ sort }),
          }}
        />
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length === 0 ? (
              <EmptyState
                title={t(onlyOwn ? 'noneOwn' : 'none')}
                text={t(onlyOwn ? 'noneOwnText' : 'noneText')}
                action={onlyOwn && post}
              />
            ) : (
              <ResultList>
                {pages.items.map((patent) => (
                  <PatentRow key={patent.id} patent={patent} />
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

interface PatentFiltersProps {
  filters: Filters<typeof filterSchema>;
  pages: Pages<typeof patentsApi.list>;
  mayPost: boolean;
}

function PatentFilters({ filters, pages, mayPost }: PatentFiltersProps) {
  const { t } = useTranslation('patents');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const language = shownLanguage();
  const facets = pages.first?.facets;
  const states = patentState.options.filter((state) => state !== 'draft' || mayPost);
  return (
    <FilterPanel filters={filters}>
      {mayPost && (
        <Switch
          label={t('mine')}
          checked={filters.value.mine}
          onChange={(event) => filters.set({ mine: event.currentTarget.checked })}
        />
      )}
      <FacetFilter
        label={t('field.technicalFields')}
        facet={facets?.field}
        value={filters.value.field}
        onChange={(field) => filters.set({ field })}
        nameOf={(word) => shownWord(word, language)}
      />
      <FacetFilter
        label={t('field.themes')}
        facet={facets?.theme}
        value={filters.value.theme}
        onChange={(theme) => filters.set({ theme })}
        nameOf={(code) => taxonomy.name('themes', code)}
      />
      <ChoiceFilter
        label={t('field.licence')}
        value={filters.value.licence}
        onChange={(licence) => filters.set({ licence })}
        options={licences.map((licence) => ({ value: licence, label: stateText('licence', licence) }))}
      />
      <ChoiceFilter
        label={t('state')}
        value={filters.value.state}
        onChange={(state) => filters.set({ state })}
        options={states.map((state) => ({ value: state, label: stateText('patent', state) }))}
      />
    </FilterPanel>
  );
}
