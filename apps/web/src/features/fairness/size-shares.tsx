import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairnessApi, type SizeShare } from '#contracts/fairness.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { formatNumber } from '../../parts/words';

const counts = ['suppliers', 'shown', 'asked'] as const;

/** What part each size of firm has among those registered, shown and introduced. */
export function SizeShares({ days }: { days: number }) {
  const { t } = useTranslation('fairness');
  const query = useEndpoint(fairnessApi.shares, { query: { days } });
  return (
    <Panel title={t('shares.title')} lead={t('shares.lead')}>
      <Loaded query={query} lines={4}>
        {({ items }) => (
          <DataTable
            caption={t('shares.title')}
            rows={items}
            rowKey={({ size }) => size}
            columns={[
              {
                key: 'size',
                header: t('shares.size'),
                main: true,
                cell: ({ size }: SizeShare) => t(`size.${size}`),
              },
              ...counts.map((count) => ({
                key: count,
                header: t(`shares.${count}`),
                cell: (row: SizeShare) => (
                  <Share count={row[count]} total={items.reduce((sum, each) => sum + each[count], 0)} />
                ),
              })),
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function Share({ count, total }: { count: number; total: number }) {
  const { t } = useTranslation('fairness');
  const percent = total === 0 ? 0 : Math.round((count / total) * 100);
  return (
    <Stack gap={4} maw="12rem">
      <Text span>{t('shares.of', { count: formatNumber(count), percent })}</Text>
      <Progress value={percent} size="sm" radius="xs" aria-hidden />
    </Stack>
  );
}
