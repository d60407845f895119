import { Button, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { capacityWeeks } from '#contracts/capacity-weeks.js';
import { orderQuery, orderState, ordersApi } from '#contracts/orders.js';
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
import { OrderRow } from './order-row';

const filterSchema = orderQuery.omit({ cursor: true, limit: true });

export default function OrdersScreen() {
  const { t } = useTranslation('orders');
  const me = useMe();
  const filters = useFilters(filterSchema);
  const pages = usePages(ordersApi.list, { query: filters.value });
  const mayPost = me.company?.isOrderer === true;
  const post = (
    <Button component={Link} to="/orders/new">
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={mayPost && post} />
      <WithFilters filters={<OrderFilters filters={filters} pages={pages} mayPost={mayPost} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <ResultBar
          total={pages.first?.total}
          sort={{
            value: filters.value.sort,
            options: orderQuery.shape.sort.unwrap().options.map((sort) => ({
              value: sort,
              label: t(`sort.${sort}`),
            })),
            onChange: (sort) => filters.set({ sort }),
          }}
        />
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() => {
            if (pages.items.length > 0)
              return (
                <ResultList>
                  {pages.items.map((order) => (
                    <OrderRow key={order.id} order={order} />
                  ))}
                </ResultList>
              );
            return filters.value.mine && filters.active === 1 && filters.value.q === '' ? (
              <EmptyState title={t('noneOwn')} text={t('noneOwnText')} action={mayPost && post} />
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} />
            );
          }}
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

interface OrderFiltersProps {
  filters: Filters<typeof filterSchema>;
  pages: Pages<typeof ordersApi.list>;
  mayPost: boolean;
}

const lists = {
  process: 'processes',
  material: 'materials',
  theme: 'themes',
  prefecture: 'prefectures',
} as const;

function OrderFilters({ filters, pages, mayPost }: OrderFiltersProps) {
  const { t } = useTranslation('orders');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const states = orderState.options.filter((state) => state !== 'draft' || mayPost);
  return (
    <FilterPanel filters={filters}>
      {mayPost && (
        <Switch
          label={t('mine')}
          checked={filters.value.mine}
          onChange={(event) => filters.set({ mine: event.currentTarget.checked })}
        />
      )}
      <ChoiceFilter
        label={t('facet.state')}
        value={filters.value.state}
        onChange={(state) => filters.set({ state })}
        options={states.map((state) => ({ value: state, label: stateText('order', state) }))}
      />
      <ChoiceFilter
        label={t('facet.within')}
        value={filters.value.within}
        onChange={(within) => filters.set({ within })}
        options={capacityWeeks.options.map((n) => ({ value: n, label: t('facet.withinWeeks', { n }) }))}
      />
      {(Object.keys(lists) as (keyof typeof lists)[]).map((name) => (
        <FacetFilter
          key={name}
          label={t(`facet.${name}`)}
          facet={pages.first?.facets[name]}
          value={filters.value[name]}
          onChange={(chosen) => filters.set({ [name]: chosen })}
          nameOf={(code) => taxonomy.name(lists[name], code)}
        />
      ))}
    </FilterPanel>
  );
}
