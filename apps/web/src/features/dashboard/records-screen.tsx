import { Anchor, Box, Button, Group, NativeSelect, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { roleHolds, type Role } from '#contracts/permissions.js';
import { figure, fiscalYear, reportingApi, type Figure } from '#contracts/reporting.js';
import { urlOf } from '../../api/client';
import { useMe } from '../../api/session';
import { usePages, type Pages } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { currentFiscalYear } from '../../parts/fiscal-year';
import { fiscalYearName, monthsOf } from '../../parts/fiscal-years';
import { Day, Yen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { ScopeChoice, type Scope } from './scope';

const recordFilters = z.object({
  fiscalYear: fiscalYear.optional(),
  bodyId: z.uuid().optional(),
  figure: figure.default('introductions'),
  month: reportingApi.records.query.shape.month,
});

/** The records behind one figure, of a fiscal year or of one month of it. */
export default function RecordsScreen() {
  const { t } = useTranslation('dashboard');
  const filters = useFilters(recordFilters);
  const { bodyId, figure: chosen, month } = filters.value;
  const scope = { fiscalYear: filters.value.fiscalYear ?? currentFiscalYear(), bodyId };
  const pages = usePages(reportingApi.records, { query: { ...scope, figure: chosen, month, limit: 50 } });
  // A month belongs to its year.
  const setScope = (patch: Partial<Scope>) =>
    filters.set(patch.fiscalYear === undefined ? patch : { ...patch, month: undefined });
  return (
    <>
      <PageHeader
        title={t('recordsTitle', { figure: t(`figure.${chosen}`) })}
        lead={t('recordsLead')}
        back={{ to: '/dashboard', label: t('title') }}
      />
      <Group gap="sm" align="flex-end" mb="md" className="no-print">
        <NativeSelect
          label={t('figureLabel')}
          value={chosen}
          onChange={(event) => filters.set({ figure: event.currentTarget.value as Figure })}
          data={figure.options.map((value) => ({ value, label: t(`figure.${value}`) }))}
        />
        <ScopeChoice value={scope} onChange={setScope} />
        <MonthSelect
          fiscalYear={scope.fiscalYear}
          value={month}
          onChange={(next) => filters.set({ month: next })}
        />
      </Group>
      <Loaded query={{ ...pages, data: pages.first }} lines={8}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('noRecords')} text={t('noRecordsText')} />
          ) : (
            <RecordTable items={pages.items} caption={t(`figure.${chosen}`)} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
      <Exports scope={scope} figure={chosen} />
    </>
  );
}

interface MonthSelectProps {
  fiscalYear: number;
  value: string | undefined;
  onChange: (month: string | undefined) => void;
}

function MonthSelect({ fiscalYear: year, value, onChange }: MonthSelectProps) {
  const { t } = useTranslation('dashboard');
  const name = new Intl.DateTimeFormat(shownLanguage() === 'ja' ? 'ja-JP' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    <NativeSelect
      label={t('month')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('wholeYear') },
        ...monthsOf(year).map((month) => ({
          value: month,
          label: name.format(new Date(`${month}-01T00:00:00Z`)),
        })),
      ]}
    />
  );
}

/** Whether a role may open what a record leads to: an administrator sees the figures, not the cases. */
const mayOpen = (role: Role, link: string): boolean =>
  !link.startsWith('/introductions') || roleHolds(role, 'introduction:read');

type Records = Pages<typeof reportingApi.records>['items'];

function RecordTable({ items, caption }: { items: Records; caption: string }) {
  const { t } = useTranslation('dashboard');
  const { role } = useMe();
  return (
    <Panel>
      <DataTable
        caption={caption}
        rows={items}
        rowKey={(record) => record.id}
        columns={[
          {
            key: 'on',
            header: t('day'),
            compact: true,
            bare: true,
            cell: (record) => <Day on={record.on} />,
          },
          {
            key: 'title',
            header: t('subject'),
            main: true,
            cell: (record) =>
              mayOpen(role, record.link) ? (
                <Anchor component={Link} to={record.link} inherit>
                  {record.title}
                </Anchor>
              ) : (
                record.title
              ),
          },
          { key: 'detail', header: t('detail'), cell: (record) => record.detail },
          {
            key: 'amount',
            header: t('recordAmount'),
            compact: true,
            cell: (record) => record.amountYen !== null && <Yen value={record.amountYen} />,
          },
        ]}
      />
    </Panel>
  );
}

/** The whole year's records of this figure, for a spreadsheet. */
function Exports({ scope, figure: chosen }: { scope: Scope; figure: Figure }) {
  const { t } = useTranslation('dashboard');
  return (
    <Box mt="lg" className="no-print">
      <Panel
        title={t('exportTitle')}
        lead={t('exportLead', { year: fiscalYearName(scope.fiscalYear, shownLanguage()) })}
      >
        <Group gap="sm">
          {(['xlsx', 'csv', 'csv-sjis'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              variant="default"
              href={urlOf(reportingApi.export, { query: { ...scope, figure: chosen, format } })}
              download
            >
              {t(`export.${format}`)}
            </Button>
          ))}
        </Group>
        <Text size="sm" c="dimmed" mt="sm">
          {t('exportHint')}
        </Text>
      </Panel>
    </Box>
  );
}
