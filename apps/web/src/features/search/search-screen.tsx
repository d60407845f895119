import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contracts/endpoint.js';
import { searchApi, searchSort } from '#contracts/search.js';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters, WithFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultList } from '../../parts/result-list';
import { formatNumber } from '../../parts/words';
import { HitRow } from './hit-row';
import { tabs } from './kinds';
import { RegionMap } from './region-map';
import { SavedSearches } from './saved-searches';
import { SaveSearch } from './save-search';
import { SearchFilters } from './search-filters';
import { measureIn } from './typed-measures';
import { searchSchema, without, type SearchFilters as Filters } from './search-schema';

type Found = OutputOf<typeof searchApi.search>;

/** One search over companies, orders, patents and products. */
export default function SearchScreen() {
  const { t } = useTranslation('search');
  const filters = useFilters(searchSchema, ['kind']);
  const { view, ...query } = filters.value;
  const pages = usePages(searchApi.search, { query });
  const { first } = pages;
  const sorts = searchSort.options.filter((sort) => sort !== 'distance' || query.near);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={<SavedSearches />} />
      <WithFilters filters={<SearchFilters filters={filters} facets={first?.facets} />}>
        <SearchBox value={query.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <KindTabs filters={filters} found={first} />
        <Note found={first} />
        <Suggestion filters={filters} found={first} />
        <AsRange filters={filters} />
        <ResultBar
          total={first?.total}
          sort={{
            value: query.sort,
            options: sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
            onChange: (sort) => filters.set({ sort }),
          }}
        >
          <Button
            variant="default"
            aria-pressed={view === 'map'}
            onClick={() => filters.set({ view: view === 'map' ? undefined : 'map' })}
          >
            {t(view === 'map' ? 'hideMap' : 'showMap')}
          </Button>
          <SaveSearch query={query} />
        </ResultBar>
        <Stack gap="md">
          {view === 'map' && first && (
            <RegionMap
              facet={first.facets.prefecture}
              value={query.prefecture}
              onChange={(prefecture) => filters.set({ prefecture })}
            />
          )}
          <Loaded query={{ ...pages, data: first }} lines={8}>
            {(found) =>
              pages.items.length === 0 ? (
                <NothingFound filters={filters} found={found} />
              ) : (
                <ResultList>
                  {pages.items.map((hit) => (
                    <HitRow key={hit.key} hit={hit} />
                  ))}
                </ResultList>
              )
            }
          </Loaded>
        </Stack>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

interface PartProps {
  filters: Filters;
  found: Found | undefined;
}

function KindTabs({ filters, found }: PartProps) {
  const { t } = useTranslation('search');
  const counts = new Map(found?.facets.kind.map(({ value, count }) => [value, count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { kind } = filters.value;
  const shown = tabs.filter(
    (tab) => (tab !== 'fair' && tab !== 'meeting') || counts.has(tab) || kind === tab,
  );
  return (
    <Group gap={6} mt="md" role="group" aria-label={t('kinds')}>
      {([undefined, ...shown] as const).map((tab) => (
        <Button
          key={tab ?? 'all'}
          size="compact-md"
          variant={kind === tab ? 'filled' : 'default'}
          aria-pressed={kind === tab}
          onClick={() => filters.set({ kind: tab })}
        >
          {t(tab ? `kind.${tab}` : 'kind.all')}
          {found && ` ${formatNumber(tab ? (counts.get(tab) ?? 0) : all)}`}
        </Button>
      ))}
    </Group>
  );
}

/** Why the answer may not be whole. */
function Note({ found }: { found: Found | undefined }) {
  const { t } = useTranslation('search');
  const note = found?.note;
  if (!note?.building && !note?.degraded) return null;
  const { building } = note;
  const percent = building ? Math.floor((100 * building.done) / Math.max(1, building.total)) : 0;
  return (
    <Alert color="yellow" mt="md" role="status">
      {building ? t('building', { percent }) : t('degraded')}
    </Alert>
  );
}

function Suggestion({ filters, found }: PartProps) {
  const { t } = useTranslation('search');
  const { suggestion } = found ?? {};
  if (!suggestion) return null;
  return (
    <Text mt="md" role="status">
      {t('meant', { typed: filters.value.q })}{' '}
      <Anchor component="button" inherit fw={650} onClick={() => filters.set({ q: suggestion })}>
        {suggestion}
      </Anchor>
    </Text>
  );
}

/** A measure that was typed as a word finds little: it is offered as what it is. */
function AsRange({ filters }: { filters: Filters }) {
  const { t } = useTranslation('search');
  const measure = measureIn(filters.value.q);
  if (!measure) return null;
  const { typed, rest, filter, range } = measure;
  return (
    <Text mt="md" role="status">
      <Anchor component="button" inherit fw={650} onClick={() => filters.set({ q: rest, ...range })}>
        {t('asRange', { typed, filter: t(`filter.${filter}`) })}
      </Anchor>
    </Text>
  );
}

/** What could be taken off so that there is something. */
function NothingFound({ filters, found }: { filters: Filters; found: Found }) {
  const { t } = useTranslation('search');
  const ways = found.loosen.filter(({ filter }) => filter !== 'state' || filters.value.state.length > 0);
  const words = new Set(filters.value.q.split(/[\s、,]+/));
  const wordBeside = (left: string) => [...words].find((word) => !left.split(' ').includes(word)) ?? '';
  return (
    <EmptyState
      title={t('none')}
      text={ways.length > 0 ? t('noneLoosen') : t('noneText')}
      action={
        <Group gap="xs">
          {ways.map(({ filter, left, count }) => (
            <Button
              key={`${filter} ${left}`}
              variant="default"
              onClick={() => filters.set(left === null ? without(filter) : { q: left })}
            >
              {t(left === null ? 'loosen' : 'loosenWord', {
                filter: left === null ? t(`filter.${filter}` as 'filter.words') : wordBeside(left),
                n: formatNumber(count),
              })}
            </Button>
          ))}
        </Group>
      }
    />
  );
}
