import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { fiscalYear, reportingApi } from '#contracts/reporting.js';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { currentFiscalYear } from '../../parts/fiscal-year';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { FigureCards } from './figure-cards';
import { AmountsChart, CountsChart } from './month-charts';
import { ScopeChoice } from './scope';
import { Shares } from './shares';

/** What the address holds: the fiscal year, and for an administrator the body. */
const scopeFilters = z.object({ fiscalYear: fiscalYear.optional(), bodyId: z.uuid().optional() });

/** A body's figures of a fiscal year, each opening the records behind it. */
export default function DashboardScreen() {
  const { t } = useTranslation('dashboard');
  const filters = useFilters(scopeFilters);
  const scope = { fiscalYear: filters.value.fiscalYear ?? currentFiscalYear(), bodyId: filters.value.bodyId };
  const query = useEndpoint(reportingApi.dashboard, { query: scope });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={<ScopeChoice value={scope} onChange={filters.set} />}
      />
      <Loaded query={query} lines={8}>
        {(dashboard) => (
          <Stack gap="lg">
            <FigureCards {...{ dashboard, scope }} />
            {dashboard.figures.every(({ count }) => count === 0) ? (
              <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <>
                <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
                  <CountsChart {...{ dashboard, scope }} />
                  <AmountsChart {...{ dashboard, scope }} />
                </SimpleGrid>
                <Shares {...{ dashboard, scope }} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
