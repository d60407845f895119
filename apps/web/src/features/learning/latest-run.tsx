import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LearningRun } from '#contracts/learning.js';
import { formatDateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { RunResult, shareOf } from './run-words';

/** The latest run: how far it is, or what came of it. */
export function LatestRun({ run }: { run: LearningRun }) {
  const { t } = useTranslation('learning');
  const { id, state, progress, result, before, after } = run;
  if (state === 'failed')
    return (
      <Alert color="red" role="alert">
        {t('latest.failed')}
      </Alert>
    );
  if (state !== 'finished') {
    const words = t('latest.progress', { progress });
    return (
      <Panel title={t('latest.running')}>
        <Progress.Root size="lg">
          <Progress.Section value={progress} aria-label={words} />
        </Progress.Root>
        <Text size="sm" mt="sm" role="status">
          {words}
        </Text>
      </Panel>
    );
  }
  const counts = { outcomes: formatNumber(run.outcomes), needed: formatNumber(run.outcomesNeeded) };
  return (
    <Panel title={t('latest.title')} action={<RunResult run={run} />}>
      <Stack gap={4}>
        <Text size="sm">
          {t('latest.at', { at: formatDateTime(run.finishedAt ?? run.createdAt) })}{' '}
          {run.requestedBy ? t('latest.by', { name: run.requestedBy }) : t('latest.night')}
        </Text>
        <Text>
          {result === 'too-few'
            ? t('latest.tooFew', counts)
            : t(`latest.${result === 'adopted' || result === 'held' ? result : 'kept'}`, {
                ...counts,
                before: shareOf(before),
                after: shareOf(after),
              })}
        </Text>
        <TextLink to="/ranking/learning/$id" params={{ id }}>
          {t('latest.report')}
        </TextLink>
      </Stack>
    </Panel>
  );
}
