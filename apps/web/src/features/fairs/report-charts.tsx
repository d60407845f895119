import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  fairLeadsApi,
  fairRecordKey,
  type FairCharts,
  type FairFigure,
  type FairFigureKey,
} from '#contracts/fair-leads.js';
import { id, instant } from '#contracts/shapes.js';
import { useEndpoint } from '../../api/use-endpoint';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { dayInJapan, formatNumber } from '../../parts/words';
import { NumbersTable } from '../dashboard/numbers-table';
import { formatClock } from '../meetings/meeting-words';
import { shortName } from './fair-words';
import classes from './questionnaire.module.css';
import '@mantine/charts/styles.css';

/** Which records stand open, in the address. */
export const openedRecords = z.object({
  figure: fairRecordKey.optional(),
  bodyId: id.optional(),
  exhibitorId: id.optional(),
  hour: instant.optional(),
});
type Opened = z.output<typeof openedRecords>;

/** From the visit to the deal. */
const stages = ['visitors', 'visits', 'leads', 'inquiries', 'meetings', 'deals'] as const;

/** A number that opens its records. */
export function Opens({ fairId, children, ...opened }: Opened & { fairId: string; children: ReactNode }) {
  return (
    <TextLink
      to="/fairs/$id"
      params={{ id: fairId }}
      search={{ tab: 'report', ...opened }}
      inherit
      underline="always"
    >
      {children}
    </TextLink>
  );
}

export interface FiguresProps {
  fair: Fair;
  figures: FairFigure[];
  before: Before;
}
/** The fair before, as it is reported beside this one. */
export type Before = OutputOf<(typeof fairLeadsApi)['figures']>['previous'];

/** A number of the fair before; it opens its records for those who may. */
export function OpensBefore({ before, figure, n }: { before: Before; figure: FairFigureKey; n: number }) {
  if (!before?.canOpen) return <>{formatNumber(n)}</>;
  return (
    <Opens fairId={before.fairId} figure={figure}>
      {formatNumber(n)}
    </Opens>
  );
}

/** The figures as pictures: the way from visit to deal, visitors by the hour, booths by visits. */
export function ReportCharts({ fair, figures, before }: FiguresProps) {
  const query = useEndpoint(fairLeadsApi.charts, { params: { id: fair.id } });
  return (
    <>
      <Funnel fair={fair} figures={figures} before={before} />
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

function Funnel({ fair, figures, before }: FiguresProps) {
  const { t } = useTranslation('fairs');
  const of = new Map(figures.map((one) => [one.key, one]));
  const most = Math.max(1, ...stages.flatMap((key) => [of.get(key)?.total ?? 0, of.get(key)?.previous ?? 0]));
  return (
    <Panel title={t('report.funnel')} lead={t('report.funnelLead')}>
      <ul className={classes.counts}>
        {stages.map((key) => {
          const { total = 0, previous = null } = of.get(key) ?? {};
          return (
            <li key={key}>
              <span>{t(`report.figure.${key}`)}</span>
              <span>
                <Opens fairId={fair.id} figure={key}>
                  {formatNumber(total)}
                </Opens>
                {previous !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    <Trans
                      t={t}
                      i18nKey="report.before"
                      components={{ n: <OpensBefore before={before} figure={key} n={previous} /> }}
                    />
                  </Text>
                )}
              </span>
              <span className={classes.bars} aria-hidden>
                <span className={classes.bar} style={{ width: `${(total / most) * 100}%` }} />
                {previous !== null && (
                  <span
                    className={classes.bar}
                    data-before
                    style={{ width: `${(previous / most) * 100}%` }}
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
      <NumbersTable
        caption={t('report.hours')}
        head={[t('report.hour'), t('report.figure.visitors')]}
        rows={all
          .filter(({ n }) => n > 0)
          .map(({ at, n }) => [
            name(at),
            <Opens key={at} fairId={fair.id} figure="visitors" hour={at}>
              {formatNumber(n)}
            </Opens>,
          ])}
      />
    </Panel>
  );
}

const counted = ['visits', 'talks', 'leads', 'inquiries'] as const satisfies readonly FairFigureKey[];
/** Cut to what fits beside a bar. */
const besideBar = (company: string): string => {
  const name = shortName(company).trim();
  return name.length > 10 ? `${name.slice(0, 9)}…` : name;
};

function Booths({ fair, booths }: { fair: Fair; booths: FairCharts['booths'] }) {
  const { t } = useTranslation('fairs');
  return (
    <Panel title={t('report.booths')} lead={t('report.boothsLead')}>
      <div role="img" aria-label={t('report.boothsChart')}>
        <BarChart
          h={Math.max(160, booths.length * 28)}
          data={booths}
          dataKey="name"
          orientation="vertical"
          series={[{ name: 'visits', label: t('report.figure.visits'), color: 'ai.7' }]}
          tickLine="none"
          xAxisProps={{ allowDecimals: false }}
          yAxisProps={{ width: 120, tickFormatter: besideBar, interval: 0 }}
          maxBarWidth={18}
        />
      </div>
      <NumbersTable
        caption={t('report.booths')}
        head={[t('exhibitors.title'), ...counted.map((key) => t(`report.figure.${key}`))]}
        rows={booths.map((row) => [
          <TextLink
            key="name"
            to="/fairs/$id/booths/$exhibitorId"
            params={{ id: fair.id, exhibitorId: row.exhibitorId }}
            inherit
          >
            {row.name}
          </TextLink>,
          ...counted.map((key) => (
            <Opens key={key} fairId={fair.id} figure={key} exhibitorId={row.exhibitorId}>
              {formatNumber(row[key])}
            </Opens>
          )),
        ])}
      />
    </Panel>
  );
}
