import { Anchor, Badge, Button, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, type CompanyImport } from '#contracts/companies.js';
import { usePages } from '../../api/use-endpoint';
import { FileUpload } from '../../forms/file-upload';
import { DataTable } from '../../parts/data-table';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { formatNumber } from '../../parts/words';
import { useSampleFile } from './import-sample';

export default function ImportsScreen() {
  const { t } = useTranslation('companies');
  const navigate = useNavigate();
  const saveSample = useSampleFile();
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        lead={t('imports.lead')}
        back={{ to: '/companies', label: t('toList') }}
      />
      <Stack gap="lg">
        <Panel
          title={t('imports.upload')}
          lead={t('imports.help')}
          action={
            <Button variant="subtle" size="compact-md" onClick={saveSample}>
              {t('imports.sample')}
            </Button>
          }
        >
          <FileUpload
            endpoint={companiesApi.upload}
            input={{}}
            label={t('imports.drop')}
            hint={t('imports.kinds')}
            accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson"
            maxMegabytes={20}
            onUploaded={({ id }) => void navigate({ to: '/company-imports/$id', params: { id } })}
          />
        </Panel>
        <PastImports />
      </Stack>
    </>
  );
}

function PastImports() {
  const { t } = useTranslation('companies');
  const pages = usePages(companiesApi.imports, {});
  const counts = ({ created, updated, unchanged, failed }: CompanyImport) =>
    t('imports.counts', {
      created: formatNumber(created),
      updated: formatNumber(updated),
      unchanged: formatNumber(unchanged),
      failed: formatNumber(failed),
    });
  return (
    <Panel title={t('imports.past')}>
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <Text c="dimmed">{t('imports.none')}</Text>
          ) : (
            <DataTable
              caption={t('imports.past')}
              rows={pages.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  header: t('imports.file'),
                  main: true,
                  cell: ({ id, fileName }) => (
                    <Anchor component={Link} to={`/company-imports/${id}`} inherit>
                      {fileName}
                    </Anchor>
                  ),
                },
                {
                  key: 'state',
                  header: t('imports.state'),
                  cell: ({ state, dryRun }) => (
                    <>
                      <StateBadge kind="import" state={state} />{' '}
                      {dryRun && state !== 'uploaded' && (
                        <Badge color="gray" variant="light" radius="sm" tt="none">
                          {t('imports.dry')}
                        </Badge>
                      )}
                    </>
                  ),
                },
                {
                  key: 'result',
                  header: t('imports.result'),
                  cell: (item) =>
                    item.state === 'finished' || item.state === 'failed' ? counts(item) : null,
                },
                {
                  key: 'when',
                  header: t('imports.when'),
                  cell: ({ createdAt }) => <DateTime at={createdAt} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}
