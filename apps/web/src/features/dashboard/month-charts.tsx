import { BarChart, LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#contracts/reporting.js';
import { shownLanguage } from '../../i18n';
import { formatYen } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { formatNumber } from '../../parts/words';
import { NumbersTable } from './numbers-table';
import { RecordsLink } from './records-link';
import type { Scope } from './scope';
import '@mantine/charts/styles.css';

const localeOf = { ja: 'ja-JP', en: 'en-GB' } as const;
const counted = ['introductions', 'meetings', 'deals'] as const;
const colours = { introductions: 'ai.3', meetings: 'yellow.6', deals: 'ai.7' } as const;

/** `2026-04` → 4月 / Apr. */
const monthName = (month: string): string =>
  new Intl.DateTimeFormat(localeOf[shownLanguage()], { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

interface MonthChartProps {
  dashboard: Dashboard;
  scope: Scope;
}

/** Introductions, meetings and deals of each month, as bars and as a table that opens the records. */
export function CountsChart({ dashboard, scope }: MonthChartProps) {
  const { t } = useTranslation('dashboard');
  const series = counted.map((name) => ({ name, label: t(`figure.${name}`), color: colours[name] }));
  return (
    <Panel title={t('perMonth')}>
      <div role="img" aria-label={t('chartLabel', { title: t('perMonth') })}>
        <BarChart
          h={240}
          data={dashboard.months.map((month) => ({ ...month, month: monthName(month.month) }))}
          dataKey="month"
          series={series}
          withLegend
          legendProps={{ itemSorter: null }}
          tickLine="none"
          yAxisProps={{ allowDecimals: false }}
        />
      </div>
      <NumbersTable
        caption={t('perMonth')}
        head={[t('month'), ...series.map(({ label }) => label)]}
        rows={dashboard.months.map((month) => [
          monthName(month.month),
          ...counted.map((figure) => (
            <RecordsLink key={figure} {...{ scope, figure }} month={month.month} inherit>
              {formatNumber(month[figure])}
            </RecordsLink>
          )),
        ])}
      />
    </Panel>
  );
}

/** What the deals of each month were worth. */
export function AmountsChart({ dashboard, scope }: MonthChartProps) {
  const { t } = useTranslation('dashboard');
  const short = (yen: number) =>
    new Intl.NumberFormat(localeOf[shownLanguage()], { notation: 'compact' }).format(yen);
  return (
    <Panel title={t('amountPerMonth')}>
      <div role="img" aria-label={t('chartLabel', { title: t('amountPerMonth') })}>
        <LineChart
          h={240}
          data={dashboard.months.map(({ month, amountYen }) => ({ month: monthName(month), amountYen }))}
          dataKey="month"
          series={[{ name: 'amountYen', label: t('amount'), color: 'ai.7' }]}
          valueFormatter={short}
          curveType="linear"
          tickLine="none"
        />
      </div>
      <NumbersTable
        caption={t('amountPerMonth')}
        head={[t('month'), t('amount')]}
        rows={dashboard.months.map(({ month, amountYen }) => [
          monthName(month),
          <RecordsLink key={month} scope={scope} figure="deals" month={month} inherit>
            {formatYen(amountYen)}
          </RecordsLink>,
        ])}
      />
    </Panel>
  );
}
