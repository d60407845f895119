import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../parts/page-header';
import { GapLedger } from './gap-ledger';
import { OpeningChanges } from './opening-changes';

/** Why the own company lost orders, and what one change would open. */
export default function GapsScreen() {
  const { t } = useTranslation('gaps');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="lg">
        <OpeningChanges />
        <GapLedger />
      </Stack>
    </>
  );
}
