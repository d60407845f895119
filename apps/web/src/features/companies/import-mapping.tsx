import { Alert, Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  companiesApi,
  importColumns,
  type CompanyImport,
  type ImportColumn,
  type ImportMapping,
} from '#contracts/companies.js';
import { useCommand } from '../../api/use-endpoint';
import { ConfirmButton } from '../../parts/confirm-button';
import { DataTable } from '../../parts/data-table';
import { Panel } from '../../parts/panel';
import { joinWords } from '../../parts/words';
import { useProfileWords } from './profile-words';

const needed: readonly ImportColumn[] = ['corporateNumber', 'name'];
const listColumns: readonly ImportColumn[] = [
  'processes',
  'materials',
  'certificates',
  'themes',
  'products',
  'awards',
  'equipment',
];

/** Which heading of the file is which column, with what stands there; then the dry run and the import. */
export function ImportMappingForm({ item }: { item: CompanyImport }) {
  const { t } = useTranslation('companies');
  const { label } = useProfileWords();
  const [mapping, setMapping] = useState<ImportMapping>(item.mapping);
  const run = useCommand(companiesApi.runImport);
  const missing = needed.filter((column) => !mapping[column]);
  const start = (dryRun: boolean) => run.mutateAsync({ params: { id: item.id }, body: { mapping, dryRun } });

  function choose(column: ImportColumn, heading: string) {
    const { [column]: _, ...others } = mapping;
    setMapping(heading === '' ? others : { ...others, [column]: heading });
  }
  return (
    <Panel title={t('imports.mapping')} lead={t('imports.mappingLead')}>
      <Stack gap="md">
        <DataTable
          caption={t('imports.mapping')}
          rows={importColumns}
          rowKey={(column) => column}
          columns={[
            {
              key: 'column',
              header: t('imports.column'),
              main: true,
              cell: (column) => (
                <>
                  {label(column)}{' '}
                  {needed.includes(column) && (
                    <Badge variant="light" radius="sm" tt="none">
                      {t('imports.required')}
                    </Badge>
                  )}
                  {listColumns.includes(column) && (
                    <Text size="xs" c="dimmed" fw={400}>
                      {t('imports.listHint')}
                    </Text>
                  )}
                </>
              ),
            },
            {
              key: 'heading',
              header: t('imports.heading'),
              cell: (column) => (
                <NativeSelect
                  size="sm"
                  aria-label={t('imports.headingFor', { column: label(column) })}
                  value={mapping[column] ?? ''}
                  onChange={(event) => choose(column, event.currentTarget.value)}
                  data={[
                    { value: '', label: t('imports.notUsed') },
                    ...item.headings.map((heading) => ({ value: heading, label: heading })),
                  ]}
                />
              ),
            },
            {
              key: 'example',
              header: t('imports.example'),
              cell: (column) => {
                const example = exampleOf(item, mapping[column]);
                return (
                  example && (
                    <Text size="sm" c="dimmed">
                      {example}
                    </Text>
                  )
                );
              },
            },
          ]}
        />
        {missing.length > 0 && (
          <Alert color="yellow">
            {t('imports.missing', { columns: joinWords(missing.map((column) => label(column))) })}
          </Alert>
        )}
        {run.error && (
          <Alert color="red" role="alert">
            {run.error.message}
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('imports.dryHint')}
          </Text>
          <Group gap="sm">
            <Button
              variant="default"
              disabled={missing.length > 0}
              loading={run.isPending}
              onClick={() => void start(true).catch(() => undefined)}
            >
              {t('imports.dryRun')}
            </Button>
            <ConfirmButton
              variant="filled"
              label={t('imports.run')}
              title={t('imports.runTitle')}
              text={t('imports.runText', { file: item.fileName })}
              disabled={missing.length > 0}
              onConfirm={() => start(false)}
            />
          </Group>
        </Group>
      </Stack>
    </Panel>
  );
}

/** The first two values that stand under the heading. */
function exampleOf(item: CompanyImport, heading: string | undefined): string {
  if (heading === undefined) return '';
  return item.sample
    .map((row) => row[heading] ?? '')
    .filter((value) => value !== '')
    .slice(0, 2)
    .map((value) => (value.length > 60 ? `${value.slice(0, 60)}…` : value))
    .join(' / ');
}
