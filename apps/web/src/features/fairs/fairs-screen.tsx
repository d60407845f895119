import { Badge, Checkbox, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairFormat, fairQuery, fairsApi, fairState, type FairCard } from '#contracts/fair-exhibition.js';
import { roleHolds } from '#contracts/permissions.js';
import { useSession } from '../../api/session';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { FilterPanel, SearchBox, useFilters, WithFilters, type Filters } from '../../parts/filters';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultItem, ResultList } from '../../parts/result-list';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { joinWords } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { PlayDemo } from './demo-day';
import { useFairDays, useTitleOf } from './fair-words';
import { NewFair } from './new-fair';

const filterSchema = fairQuery.omit({ cursor: true, limit: true });

/** Fairs: those to come, then those that are over; a cancelled one stays in the list. Open to everybody. */
export default function FairsScreen() {
  const { t } = useTranslation('fairs');
  const { me } = useSession();
  const filters = useFilters(filterSchema);
  const pages = usePages(fairsApi.list, { query: filters.value });
  const organises = me && roleHolds(me.role, 'fair:organise');
  const create = organises && <NewFair />;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          organises && (
            <>
              <PlayDemo />
              {create}
            </>
          )
        }
      />
      <WithFilters filters={<FairFilters filters={filters} mine={Boolean(me?.company ?? me?.body)} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <ResultBar total={pages.first?.total} />
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length > 0 ? (
              <ResultList>
                {pages.items.map((fair) => (
                  <FairRow key={fair.id} fair={fair} />
                ))}
              </ResultList>
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} action={!filters.isNarrowed && create} />
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

function FairRow({ fair }: { fair: FairCard }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const titleOf = useTitleOf();
  const daysOf = useFairDays();
  return (
    <ResultItem
      to={`/fairs/${fair.id}`}
      title={titleOf(fair)}
      badges={<StateBadge kind="fair" state={fair.state} />}
      about={joinWords(fair.organisers.map(nameOf))}
      aside={
        <>
          <Text span fw={650} size="sm" c="gray.9">
            {daysOf(fair)}
          </Text>
          {fair.state === 'open' && <span>{t('applyBy', { on: formatDay(fair.applicationUntil) })}</span>}
        </>
      }
    >
      <div>
        <Badge variant="outline" color="gray" radius="sm" tt="none">
          {t(`format.${fair.format}`)}
        </Badge>
      </div>
      <Text size="sm">
        {[fair.place, fair.exhibitors > 0 && t('exhibitorCount', { n: fair.exhibitors })]
          .filter(Boolean)
          .join(' / ')}
      </Text>
    </ResultItem>
  );
}

function FairFilters({ filters, mine }: { filters: Filters<typeof filterSchema>; mine: boolean }) {
  const { t } = useTranslation('fairs');
  const stateText = useStateText();
  const { value, set } = filters;
  return (
    <FilterPanel filters={filters}>
      {mine && (
        <Switch
          label={t('mine')}
          checked={value.mine}
          onChange={(event) => set({ mine: event.currentTarget.checked })}
        />
      )}
      <Checkbox.Group
        label={t('field.state')}
        value={value.state}
        onChange={(chosen) => set({ state: chosen })}
      >
        <Stack gap={6} mt={6}>
          {fairState.options.map((option) => (
            <Checkbox key={option} value={option} size="sm" label={stateText('fair', option)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('field.format')}
        value={value.format}
        onChange={(chosen) => set({ format: chosen })}
      >
        <Stack gap={6} mt={6}>
          {fairFormat.options.map((option) => (
            <Checkbox key={option} value={option} size="sm" label={t(`format.${option}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FilterPanel>
  );
}
