import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairnessApi } from '#contracts/fairness.js';
import { useFilters } from '../../parts/filters';
import { PageHeader } from '../../parts/page-header';
import { SizeShares } from './size-shares';
import { UnaskedFirms } from './unasked-firms';

const periods = ['30', '90', '365'] as const;
const schema = fairnessApi.unasked.query.omit({ cursor: true, limit: true });

/** Whether anybody is left out: shares by size, and the firms that nobody asks. */
export default function FairnessScreen() {
  const { t } = useTranslation('fairness');
  const filters = useFilters(schema);
  const { days, size } = filters.value;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <SegmentedControl
            miw="17rem"
            aria-label={t('period')}
            value={String(days)}
            onChange={(value) => filters.set({ days: Number(value) })}
            data={periods.map((n) => ({ value: n, label: t('days', { n }) }))}
          />
        }
      />
      <Stack gap="lg">
        <SizeShares days={days} />
        <UnaskedFirms days={days} size={size} onSize={(chosen) => filters.set({ size: chosen })} />
      </Stack>
    </>
  );
}
