import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  fairFigureKey,
  fairLeadsApi,
  type FairCharts,
  type FairFigure,
  type FairFigureKey,
} from '#contracts/fair-leads.js';
import { id, instant } from '#contracts/shapes.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { dayInJapan, formatNumber } from '../../parts/words';
import { formatClock } from '../meetings/meeting-words';
import classes from './questionnaire.module.css';
import '@mantine/charts/styles.css';

/** Which records stand open, in the address. */
export const openedRecords = z.object({
  figure: fairFigureKey.optional(),
  bodyId: id.optional(),
  exhibitorId: id.optional(),
  hour: instant.optional(),
});
type Opened = z.output<typeof openedRecords>;

/** From the visit to the deal. */
const stages = ['visitors', 'visits', 'leads', 'inquiries', 'meetings', 'deals'] as const;

/** A number that opens its records. */
function Opens({ fair, children, ...opened }: Opened & { fair: Fair; children: ReactNode }) {
  return (
    <TextLink to="/fairs/$id" params={{ id: fair.id }} search={{ tab: 'report', ...opened }} inherit>
      {children}
    </TextLink>
  );
}

/** The figures as pictures: the way from visit to deal, visitors by the hour, booths by visits. */
export function ReportCharts({ fair, figures }: { fair: Fair; figures: FairFigure[] }) {
  const query = useEndpoint(fairLeadsApi.charts, { params: { id: fair.id } });
  return (
    <>
      <Funnel fair={fair} figures={figures} />
      <Loaded query={query} lines={6}>
        {({ hours, booths }) => (
          <>
            {hours.length > 0 && <Hours fair={fair} hours={hours} />}
            {booths.length > 0 && <Booths fair={fair} booths={booths} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Funnel({ fair, figures }: { fair: Fair; figures: FairFigure[] }) {
  const { t } = useTranslation('fairs');
  const of = new Map(figures.map((one) => [one.key, one]));
  const most = Math.max(1, ...stages.map((key) => of.get(key)?.total ?? 0));
  return (
    <Panel title={t('report.funnel')} lead={t('report.funnelLead')}>
      <ul className={classes.counts}>
        {stages.map((key) => {
          const { total = 0, previous = null } = of.get(key) ?? {};
          return (
            <li key={key}>
              <span>{t(`report.figure.${key}`)}</span>
              <span>
                <Opens fair={fair} figure={key}>
                  {formatNumber(total)}
                </Opens>
                {previous !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {t('report.before', { n: formatNumber(previous) })}
                  </Text>
                )}
              </span>
              <span className={classes.bars} aria-hidden>
                <span className={classes.bar} style={{ width: `${(total / most) * 100}%` }} />
                {previous !== null && (
                  <span
                    className={classes.bar}
                    data-before
                    style={{ width: `${Math.min(100, (previous / most) * 100)}%` }}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const AN_HOUR = 3_600_000;

/** With the hours between two in which nobody came; nights between the days are left out. */
function withEmpty(hours: FairCharts['hours']): FairCharts['hours'] {
  return hours.flatMap((hour, i) => {
    const next = hours[i + 1];
    const isSameDay = next && dayInJapan(next.at) === dayInJapan(hour.at);
    const begun = Date.parse(hour.at);
    const missing = isSameDay ? (Date.parse(next.at) - begun) / AN_HOUR - 1 : 0;
    return [
      hour,
      ...Array.from({ length: missing }, (_, k) => ({
        at: new Date(begun + (k + 1) * AN_HOUR).toISOString(),
        n: 0,
      })),
    ];
  });
}

function Hours({ fair, hours }: { fair: Fair; hours: FairCharts['hours'] }) {
  const { t } = useTranslation('fairs');
  const all = withEmpty(hours);
  const isOneDay = new Set(all.map(({ at }) => dayInJapan(at))).size === 1;
  const name = (at: string) =>
    isOneDay ? formatClock(at) : `${formatDay(dayInJapan(at))} ${formatClock(at)}`;
  return (
    <Panel title={t('report.hours')} lead={t('report.hoursLead')}>
      <div role="img" aria-label={t('report.hoursChart')}>
        <BarChart
          h={220}
          data={all.map(({ at, n }) => ({ hour: name(at), n }))}
          dataKey="hour"
          series={[{ name: 'n', label: t('report.figure.visitors'), color: 'ai.7' }]}
          tickLine="none"
          yAxisProps={{ allowDecimals: false }}
          maxBarWidth={40}
        />
      </div>
      <DataTable
        caption={t('report.hours')}
        rows={all.filter(({ n }) => n > 0)}
        rowKey={({ at }) => at}
        columns={[
          { key: 'at', header: t('report.hour'), main: true, cell: ({ at }) => name(at) },
          {
            key: 'n',
            header: t('report.figure.visitors'),
            compact: true,
            cell: ({ at, n }) => (
              <Opens fair={fair} figure="visitors" hour={at}>
                {formatNumber(n)}
              </Opens>
            ),
          },
        ]}
      />
    </Panel>
  );
}

const counted = ['visits', 'talks', 'leads', 'inquiries'] as const satisfies readonly FairFigureKey[];
const colours = { visits: 'ai.3', talks: 'yellow.6', leads: 'ai.7', inquiries: 'green.7' } as const;

function Booths({ fair, booths }: { fair: Fair; booths: FairCharts['booths'] }) {
  const { t } = useTranslation('fairs');
  return (
    <Panel title={t('report.booths')} lead={t('report.boothsLead')}>
      <div role="img" aria-label={t('report.boothsChart')}>
        <BarChart
          h={Math.max(180, booths.length * 34)}
          data={booths}
          dataKey="name"
          orientation="vertical"
          type="stacked"
          series={counted.map((name) => ({
            name,
            label: t(`report.figure.${name}`),
            color: colours[name],
          }))}
          withLegend
          legendProps={{ itemSorter: null }}
          tickLine="none"
          xAxisProps={{ allowDecimals: false }}
          yAxisProps={{ width: 130 }}
        />
      </div>
      <DataTable
        caption={t('report.booths')}
        rows={booths}
        rowKey={({ exhibitorId }) => exhibitorId}
        columns={[
          {
            key: 'name',
            header: t('exhibitors.title'),
            main: true,
            cell: ({ exhibitorId, name }) => (
              <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fair.id, exhibitorId }}>
                {name}
              </TextLink>
            ),
          },
          ...counted.map((key) => ({
            key,
            header: t(`report.figure.${key}`),
            compact: true,
            cell: (row: FairCharts['booths'][number]) => (
              <Opens fair={fair} figure={key} exhibitorId={row.exhibitorId}>
                {formatNumber(row[key])}
              </Opens>
            ),
          })),
        ]}
      />
    </Panel>
  );
}
