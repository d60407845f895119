import { Anchor, Button, Group, NativeSelect, Stack, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { figure, reportingApi } from '#contracts/reporting.js';
import { urlOf } from '../../api/client';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Day, Yen } from '../../parts/format';
import { LoadError, Loading } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ScopeChoice } from './scope';
import { thisFiscalYear } from './fiscal-year';

const recordFilters = z.object({
  fiscalYear: z.coerce.number().int().min(2000).max(2100).optional(),
  bodyId: z.uuid().optional(),
  figure: figure.optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});

/** The records behind one figure of the dashboard. */
export default function RecordsScreen() {
  const { t } = useTranslation('dashboard');
  const filters = useFilters(recordFilters);
  const { month, bodyId } = filters.value;
  const fiscalYear = filters.value.fiscalYear ?? thisFiscalYear();
  const chosen = filters.value.figure ?? 'introductions';
  const query = { fiscalYear, bodyId, figure: chosen };
  const pages = usePages(reportingApi.records, { query: { ...query, month } });
  return (
    <>
      <PageHeader
        title={t('recordsTitle', { figure: t(`figure.${chosen}`) })}
        lead={t('recordsLead')}
        back={{ to: '/dashboard', label: t('title') }}
        action={
          <>
            {(['csv', 'csv-sjis', 'xlsx'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                href={urlOf(reportingApi.export, { query: { ...query, format } })}
                download
              >
                {t(`export.${format}`)}
              </Button>
            ))}
          </>
        }
      />
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('figureLabel')}
            value={chosen}
            onChange={(event) =>
              filters.set({ figure: figure.parse(event.currentTarget.value), month: undefined })
            }
            data={figure.options.map((value) => ({ value, label: t(`figure.${value}`) }))}
          />
          <ScopeChoice value={{ fiscalYear, bodyId }} onChange={filters.set} />
        </Group>
        {pages.error && <LoadError error={pages.error} retry={pages.refetch} />}
        {pages.isPending && <Loading lines={6} />}
        {pages.first && pages.items.length === 0 && (
          <EmptyState title={t('noRecords')} text={t('noRecordsText')} />
        )}
        {pages.items.length > 0 && (
          <Table.ScrollContainer minWidth={560}>
            <Table highlightOnHover bg="white" withTableBorder aria-label={t(`figure.${chosen}`)}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('day')}</Table.Th>
                  <Table.Th>{t('subject')}</Table.Th>
                  <Table.Th>{t('detail')}</Table.Th>
                  <Table.Th ta="right">{t('amount')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {pages.items.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      <Day on={row.on} />
                    </Table.Td>
                    <Table.Td>
                      <Anchor component={Link} to={row.link} inherit>
                        {row.title}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{row.detail}</Table.Td>
                    <Table.Td ta="right">
                      <Yen value={row.amountYen} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
