import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { reportingApi } from '#contracts/reporting.js';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { AmountChart, MonthChart } from './charts';
import { FigureCards } from './figure-cards';
import { Shares } from './shares';
import { ScopeChoice } from './scope';
import { thisFiscalYear } from './fiscal-year';

/** What the address holds: the fiscal year, and for an administrator the body. */
export const scopeFilters = z.object({
  fiscalYear: z.coerce.number().int().min(2000).max(2100).optional(),
  bodyId: z.uuid().optional(),
});

export default function DashboardScreen() {
  const { t } = useTranslation('dashboard');
  const filters = useFilters(scopeFilters);
  const scope = { fiscalYear: filters.value.fiscalYear ?? thisFiscalYear(), bodyId: filters.value.bodyId };
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
            <FigureCards dashboard={dashboard} bodyId={scope.bodyId} />
            {dashboard.figures.every((f) => f.count === 0) ? (
              <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <>
                <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
                  <MonthChart dashboard={dashboard} />
                  <AmountChart dashboard={dashboard} />
                </SimpleGrid>
                <Shares dashboard={dashboard} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
