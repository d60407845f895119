import { Alert, List, Loader, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { matchRun } from '#contracts/matching.js';
import { shownLanguage } from '../../i18n';
import { formatDateTime } from '../../parts/format';

/** How the latest search went, and what to loosen to find more. */
export function RunNote({ run }: { run: z.output<typeof matchRun> }) {
  const { t } = useTranslation('matching');
  if (run.state === 'waiting' || run.state === 'running') {
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{t('running')}</Text>
      </Group>
    );
  }
  if (run.state === 'failed') return <Alert color="red">{t('failed')}</Alert>;
  if (run.state === 'never') return <Alert color="gray">{t('never')}</Alert>;
  const most = run.excluded.toSorted((a, b) => b.companies - a.companies).slice(0, 3);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('looked', {
          n: run.companies.toLocaleString('ja-JP'),
          at: run.finishedAt ? formatDateTime(run.finishedAt) : '',
        })}
        {run.revision !== null && run.revision > 1 && ` ${t('forRevision', { n: run.revision })}`}
      </Text>
      {most.length > 0 && (
        <Alert color="gray" title={t('loosen')}>
          <List size="sm">
            {most.map((must) => (
              <List.Item key={must.requirementId}>
                {t('loosenOne', {
                  words: must.words[shownLanguage()],
                  count: must.companies,
                  n: must.companies.toLocaleString('ja-JP'),
                })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
