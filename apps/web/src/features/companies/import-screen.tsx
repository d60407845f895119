import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, type CompanyImport } from '#contracts/companies.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { formatNumber } from '../../parts/words';
import { ImportMappingForm } from './import-mapping';
import { ImportResult } from './import-result';

/** The socket tells when it ends; in between the progress is asked for. */
const POLL_MS = 1_000;

export default function ImportScreen() {
  const { id } = useParams({ from: '/company-imports/$id' });
  const input = { params: { id } };
  const first = useEndpoint(companiesApi.getImport, input);
  const running = first.data?.state === 'running';
  const query = useEndpoint(companiesApi.getImport, input, { refetchInterval: running && POLL_MS });
  return <Loaded query={query}>{(data) => <ImportPage item={data} />}</Loaded>;
}

function ImportPage({ item }: { item: CompanyImport }) {
  const { t } = useTranslation('companies');
  const { state, dryRun } = item;
  const canRun = state === 'uploaded' || state === 'failed' || (state === 'finished' && dryRun);
  return (
    <>
      <PageHeader
        title={item.fileName}
        lead={[
          `${t('imports.format')}: ${item.format.toUpperCase()}`,
          item.format === 'xlsx' ? '' : `${t('imports.encoding')}: ${item.encoding}`,
        ]
          .filter(Boolean)
          .join(' / ')}
        back={{ to: '/company-imports', label: t('imports.toList') }}
        badges={<StateBadge kind="import" state={state} />}
      />
      <Stack gap="lg">
        {state === 'running' && <Running item={item} />}
        {state === 'failed' && (
          <Alert color="red" role="alert">
            {t('imports.failed')}
          </Alert>
        )}
        {(state === 'finished' || state === 'failed') && <ImportResult item={item} />}
        {canRun && <ImportMappingForm key={item.id} item={item} />}
      </Stack>
    </>
  );
}

function Running({ item: { done, total, dryRun } }: { item: CompanyImport }) {
  const { t } = useTranslation('companies');
  const words =
    total === null
      ? t('imports.progress', { done: formatNumber(done) })
      : t('imports.progressOf', { done: formatNumber(done), total: formatNumber(total) });
  const share = total ? (done / total) * 100 : 0;
  return (
    <Panel title={t(dryRun ? 'imports.runningDry' : 'imports.running')}>
      <Progress.Root size="lg">
        <Progress.Section value={total === null ? 100 : share} striped={total === null} aria-label={words} />
      </Progress.Root>
      <Text size="sm" mt="sm" role="status">
        {words}
      </Text>
    </Panel>
  );
}
