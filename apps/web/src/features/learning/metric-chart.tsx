import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contracts/endpoint.js';
import type { learningApi } from '#contracts/learning.js';
import { formatDay } from '../../parts/format';
import { dayInJapan } from '../../parts/words';
import { shareOf } from './run-words';
import '@mantine/charts/styles.css';

type History = OutputOf<typeof learningApi.current>['history'];

/** How many held-out pairs were in the right order, night by night. The list of runs below has the same figures. */
export function MetricChart({ history }: { history: History }) {
  const { t } = useTranslation('learning');
  return (
    <div role="img" aria-label={t('chart.label')}>
      <LineChart
        h={240}
        data={history.map(({ at, before, after }) => ({
          day: formatDay(dayInJapan(at)),
          before: before * 100,
          after: after * 100,
        }))}
        dataKey="day"
        series={[
          { name: 'before', label: t('chart.before'), color: 'yellow.6' },
          { name: 'after', label: t('chart.after'), color: 'ai.7' },
        ]}
        yAxisProps={{ domain: ['auto', 'auto'] }}
        valueFormatter={(value) => shareOf(value / 100)}
        withLegend
        legendProps={{ itemSorter: null }}
        curveType="linear"
        tickLine="none"
      />
    </div>
  );
}
