import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { companiesApi, type CompanyImport } from '#contracts/companies.js';
import { urlOf } from '../../api/client';
import { shownLanguage } from '../../i18n';
import { DataTable } from '../../parts/data-table';
import { Panel } from '../../parts/panel';
import { formatNumber } from '../../parts/words';
import { useProfileWords } from './profile-words';

const counts = { created: 'created', updated: 'updated', unchanged: 'unchanged', failed: 'bad' } as const;

/** How many rows became what, and which could not be taken and why. */
export function ImportResult({ item }: { item: CompanyImport }) {
  const { t } = useTranslation('companies');
  return (
    <Panel title={t(item.dryRun ? 'imports.finishedDry' : 'imports.finished')}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {(Object.keys(counts) as (keyof typeof counts)[]).map((name) => (
            <div key={name}>
              <Text size="sm" c="dimmed">
                {t(`imports.${counts[name]}`)}
              </Text>
              <Text fz="1.5rem" fw={650} c={name === 'failed' && item.failed > 0 ? 'red.7' : undefined}>
                {formatNumber(item[name])}
              </Text>
            </div>
          ))}
        </SimpleGrid>
        {item.failed > 0 ? <Problems item={item} /> : <Text size="sm">{t('imports.noProblems')}</Text>}
      </Stack>
    </Panel>
  );
}

function Problems({ item }: { item: CompanyImport }) {
  const { t } = useTranslation('companies');
  const { label } = useProfileWords();
  const language = shownLanguage();
  return (
    <div>
      <Text fw={650} mb={4}>
        {t('imports.problems')}
      </Text>
      {item.failed > item.problems.length && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('imports.problemsLead', { n: formatNumber(item.problems.length) })}
        </Text>
      )}
      <DataTable
        caption={t('imports.problems')}
        rows={item.problems}
        rowKey={(_, i) => i}
        columns={[
          { key: 'line', header: t('imports.line'), cell: ({ line }) => formatNumber(line) },
          { key: 'field', header: t('imports.field'), cell: ({ field }) => label(field) },
          {
            key: 'reason',
            header: t('imports.reason'),
            cell: ({ reasonJa, reasonEn }) => (language === 'ja' ? reasonJa : reasonEn),
          },
        ]}
      />
      <Button
        component="a"
        href={urlOf(companiesApi.importErrors, { params: { id: item.id } })}
        download
        variant="default"
        mt="md"
      >
        {t('imports.errorsFile')}
      </Button>
    </div>
  );
}
