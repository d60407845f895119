import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weightFeatures, type RankingVersion } from '#contracts/learning.js';
import { DataTable } from '../../parts/data-table';
import { formatDateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { formatWeight } from './run-words';

interface CurrentWeightsProps {
  version: RankingVersion;
  changedBy: string | null;
  changedAt: string;
}

/** A weight of 2 fills the bar: no weight goes further. */
const FULL = 2;

/** The weights that count now, beside what was shipped. */
export function CurrentWeights({ version, changedBy, changedAt }: CurrentWeightsProps) {
  const { t } = useTranslation('learning');
  const at = formatDateTime(changedAt);
  const since = changedBy
    ? t('current.byPerson', { at, name: changedBy })
    : t(version.number === 0 ? 'current.shipped' : 'current.byNight', { at });
  return (
    <Panel title={t('current.title', { number: version.number })} lead={since}>
      <DataTable
        caption={t('current.caption')}
        rows={weightFeatures}
        rowKey={(feature) => feature}
        columns={[
          {
            key: 'feature',
            header: t('weight.feature'),
            main: true,
            cell: (feature) => t(`feature.${feature}`),
          },
          {
            key: 'weight',
            header: t('weight.now'),
            cell: (feature) => {
              const weight = version.weights[feature];
              return (
                <Group gap="sm" wrap="nowrap">
                  <Text span miw="3.5rem">
                    {formatWeight(weight)}
                  </Text>
                  <Progress value={(weight / FULL) * 100} size="sm" radius="xs" w="8rem" aria-hidden />
                </Group>
              );
            },
          },
          {
            key: 'change',
            header: t('weight.sinceShipped'),
            compact: true,
            cell: (feature) => changeOf(1, version.weights[feature]),
          },
        ]}
      />
    </Panel>
  );
}

/** +12% or −5%; nothing where it did not move. */
export function changeOf(before: number, after: number): string | null {
  const percent = Math.round((after / before - 1) * 1000) / 10;
  if (percent === 0) return null;
  return percent > 0 ? `+${percent}%` : `−${-percent}%`;
}
