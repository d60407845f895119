import { Anchor, Breadcrumbs, Button, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { capacityBalanceApi, type Balance } from '#contracts/capacity-balance.js';
import { capacityWeeks } from '#contracts/capacity-weeks.js';
import type { OutputOf } from '#contracts/endpoint.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { useFilters, type Filters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { balanceOf, levelOf } from './balance';
import classes from './capacity.module.css';
import { PrefectureMap } from './prefecture-map';

const schema = capacityBalanceApi.balance.query;
type Asked = Filters<typeof schema>;
type Balances = OutputOf<typeof capacityBalanceApi.balance>;

/** Where capacity is spare and where it is asked for: a map and a table, each number opening its records. */
export default function CapacityMapScreen() {
  const { t } = useTranslation('capacity');
  const filters = useFilters(schema);
  const query = useEndpoint(capacityBalanceApi.balance, { query: filters.value });
  return (
    <>
      <PageHeader
        title={t('map.title')}
        lead={t('map.lead')}
        action={
          <SegmentedControl
            miw="17rem"
            aria-label={t('map.weeks')}
            value={filters.value.weeks}
            onChange={(weeks) => filters.set({ weeks: capacityWeeks.parse(weeks) })}
            data={capacityWeeks.options.map((n) => ({ value: n, label: t('map.within', { n }) }))}
          />
        }
      />
      <Loaded query={query} lines={8}>
        {(balances) => (
          <Stack gap="lg">
            <Path path={balances.path} filters={filters} />
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
              <Places {...{ balances, filters }} />
              <Processes {...{ balances, filters }} />
            </SimpleGrid>
            <Text size="sm" c="dimmed" maw="60rem">
              {t('map.how')}
            </Text>
          </Stack>
        )}
      </Loaded>
    </>
  );
}

/** Where one stands in the taxonomy; each step leads back up. */
function Path({ path, filters }: { path: string[]; filters: Asked }) {
  const { t } = useTranslation('capacity');
  const taxonomy = useTaxonomy();
  if (path.length === 0) return null;
  const step = (process: string | undefined, name: string) => (
    <Anchor key={name} component="button" type="button" onClick={() => filters.set({ process })}>
      {name}
    </Anchor>
  );
  return (
    <Breadcrumbs>
      {step(undefined, t('map.allProcesses'))}
      {path.slice(0, -1).map((code) => step(code, taxonomy.name('processes', code)))}
      <Text span fw={650}>
        {taxonomy.name('processes', path.at(-1) ?? '')}
      </Text>
    </Breadcrumbs>
  );
}

interface Shown {
  balances: Balances;
  filters: Asked;
}

function Places({ balances, filters }: Shown) {
  const { t } = useTranslation('capacity');
  return (
    <Panel title={t('map.places')}>
      <PrefectureMap
        label={t('map.places')}
        prefectures={balances.prefectures}
        chosen={filters.value.prefecture}
        onChoose={(prefecture) => filters.set({ prefecture })}
        describe={(name, { supply, firms, orders }) =>
          t('map.tile', { name, supply: formatNumber(supply), firms, orders })
        }
      />
      <Group gap="md" mt="sm">
        {(['short', 'even', 'spare'] as const).map((level) => (
          <Text key={level} size="sm">
            <span className={classes.swatch} data-level={level} aria-hidden />
            {t(`map.level.${level}`)}
          </Text>
        ))}
      </Group>
    </Panel>
  );
}

function Processes({ balances, filters }: Shown) {
  const { t } = useTranslation('capacity');
  const taxonomy = useTaxonomy();
  const { prefecture, weeks } = filters.value;
  const inPlace = prefecture ? { prefecture } : {};
  const hasMore = (code: string) => taxonomy.document?.processes.some(({ parent }) => parent === code);
  const name = (code: string) => taxonomy.name('processes', code);
  return (
    <Panel
      title={
        prefecture
          ? t('map.processesIn', { place: taxonomy.name('prefectures', prefecture) })
          : t('map.processes')
      }
      action={
        prefecture && (
          <Button variant="default" size="sm" onClick={() => filters.set({ prefecture: undefined })}>
            {t('map.everywhere')}
          </Button>
        )
      }
    >
      {balances.processes.length === 0 ? (
        <EmptyState title={t('map.none')} text={t('map.noneText')} />
      ) : (
        <DataTable
          caption={t('map.processes')}
          rows={balances.processes}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'process',
              header: t('map.process'),
              main: true,
              cell: ({ code }: Balance) =>
                hasMore(code) ? (
                  <Anchor
                    component="button"
                    type="button"
                    ta="start"
                    onClick={() => filters.set({ process: code })}
                  >
                    {name(code)}
                  </Anchor>
                ) : (
                  name(code)
                ),
            },
            {
              key: 'balance',
              header: t('map.balance'),
              compact: true,
              cell: (row: Balance) => (
                <>
                  <span className={classes.swatch} data-level={levelOf(row)} aria-hidden />
                  {balanceOf(row)}
                </>
              ),
            },
            {
              key: 'supply',
              header: t('map.supply'),
              compact: true,
              cell: ({ supply }: Balance) => formatNumber(supply),
            },
            {
              key: 'firms',
              header: t('map.firms'),
              compact: true,
              cell: ({ code, firms }: Balance) => (
                <TextLink
                  to="/companies"
                  search={{ process: code, role: 'supplier', capacity: weeks, ...inPlace }}
                >
                  {formatNumber(firms)}
                </TextLink>
              ),
            },
            {
              key: 'orders',
              header: t('map.orders'),
              compact: true,
              cell: ({ code, orders }: Balance) => (
                <TextLink
                  to="/orders"
                  search={{ process: code, state: 'published', within: weeks, ...inPlace }}
                >
                  {formatNumber(orders)}
                </TextLink>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
