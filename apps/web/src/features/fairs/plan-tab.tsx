import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  exhibitorQuery,
  fairExhibitorsApi,
  productKind,
  type Exhibitor,
} from '#contracts/fair-exhibitors.js';
import { fairVisitorsApi } from '#contracts/fair-visitors.js';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { FilterPanel, SearchBox, useFilters, WithFilters, type Filters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { ResultBar } from '../../parts/result-bar';
import { ResultItem, ResultList } from '../../parts/result-list';
import { joinWords } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { HallPlan } from './hall-plan';
import classes from './hall-plan.module.css';
import { RoutePanel } from './route-panel';

const filterSchema = exhibitorQuery.pick({ q: true, pavilion: true, hall: true, kind: true });
/** What the walk goes by, in the address too. */
const walkSchema = fairVisitorsApi.route.query.pick({ need: true, exhibitor: true });

/** The halls and who stands where; a search dims all booths that it does not find. */
export function PlanTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const filters = useFilters(filterSchema);
  const walk = useFilters(walkSchema);
  const route = useEndpoint(
    fairVisitorsApi.route,
    { params: { id: fair.id }, query: walk.value },
    { enabled: walk.active > 0 },
  );
  const steps =
    walk.active > 0 ? route.data?.stops.map(({ booth }, i): [string, number] => [booth, i + 1]) : undefined;
  const isPublic = ['published', 'running', 'finished'].includes(fair.state);
  const pages = usePages(
    fairExhibitorsApi.list,
    { params: { id: fair.id }, query: { ...filters.value, state: ['approved'], limit: 200 } },
    { enabled: isPublic || fair.can.organise },
  );
  if (!isPublic && !fair.can.organise)
    return fair.state === 'cancelled' ? null : <EmptyState title={t('plan.title')} text={t('plan.hidden')} />;
  const isSearching = filters.isNarrowed && pages.first !== undefined;
  const marked = isSearching ? new Set(pages.items.flatMap(({ booths }) => booths)) : null;
  return (
    <>
      {fair.state !== 'cancelled' && (
        <RoutePanel
          key={walk.value.need}
          fairId={fair.id}
          need={walk.value.need}
          route={route.data}
          hasRoute={walk.active > 0}
          onNeed={(need) => walk.set({ need, exhibitor: [] })}
          onClear={walk.clear}
        />
      )}
      <Panel
        title={t('plan.title')}
        lead={<span className="no-print">{t('plan.scroll')}</span>}
        action={
          <Button variant="default" size="xs" className="no-print" onClick={() => window.print()}>
            {t('plan.print')}
          </Button>
        }
      >
        <Stack gap="lg">
          {fair.content.halls.map((hall) => (
            <HallPlan
              key={hall.key}
              fair={fair}
              hall={hall}
              marked={marked}
              {...(steps && { steps: new Map(steps) })}
            />
          ))}
          <Legend fair={fair} />
        </Stack>
      </Panel>
      <WithFilters filters={<ExhibitorFilters filters={filters} fair={fair} />}>
        <SearchBox
          value={filters.value.q}
          onSearch={(q) => filters.set({ q })}
          label={t('exhibitors.searchLabel')}
        />
        <ResultBar total={pages.first?.total} />
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length > 0 ? (
              <ResultList>
                {pages.items.map((one) => (
                  <ExhibitorRow key={one.id} exhibitor={one} />
                ))}
              </ResultList>
            ) : (
              <EmptyState title={t('exhibitors.none')} text={t('exhibitors.noneText')} />
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

function Legend({ fair: { content } }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  if (content.pavilions.length === 0) return null;
  return (
    <ul className={classes.legend}>
      {content.pavilions.map((one, i) => (
        <li key={one.key}>
          {String.fromCodePoint(0x2460 + i)} {t('plan.pavilion', { name: nameOf(one), head: one.head })}
          {one.text && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
              {one.text}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function ExhibitorRow({ exhibitor: { id, fairId, company, content, booths } }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  return (
    <ResultItem
      to={`/fairs/${fairId}/booths/${id}`}
      title={company.name}
      about={content.headline}
      aside={
        <Text span fw={650} size="sm" c="gray.9">
          {booths.length > 0 ? t('exhibitors.booth', { no: joinWords(booths) }) : t('exhibitors.noBooth')}
        </Text>
      }
    >
      {content.products.length > 0 && (
        <Text size="sm" lineClamp={2}>
          {joinWords(content.products.map(({ name }) => name))}
        </Text>
      )}
    </ResultItem>
  );
}

function ExhibitorFilters({ filters, fair }: { filters: Filters<typeof filterSchema>; fair: Fair }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const { value, set } = filters;
  const many = (
    label: string,
    name: 'hall' | 'pavilion' | 'kind',
    options: { value: string; label: string }[],
  ) =>
    options.length > 0 && (
      <Checkbox.Group label={label} value={value[name]} onChange={(chosen) => set({ [name]: chosen })}>
        <Stack gap={6} mt={6}>
          {options.map((option) => (
            <Checkbox key={option.value} size="sm" {...option} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return (
    <FilterPanel filters={filters}>
      {many(
        t('exhibitors.hall'),
        'hall',
        fair.content.halls.map((hall) => ({ value: hall.key, label: nameOf(hall) })),
      )}
      {many(
        t('exhibitors.pavilion'),
        'pavilion',
        fair.content.pavilions.map((one) => ({ value: one.key, label: nameOf(one) })),
      )}
      {many(
        t('exhibitors.kind'),
        'kind',
        productKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
      )}
    </FilterPanel>
  );
}
