import { Alert, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { learningApi } from '#contracts/learning.js';
import { subjectKind, type SubjectKind } from '#contracts/parties.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { CurrentWeights } from './current-weights';
import { LatestRun } from './latest-run';
import { MetricChart } from './metric-chart';
import { RunList } from './run-list';
import { VersionList } from './version-list';

const schema = z.object({ kind: subjectKind.default('order') });
/** The socket tells when it ends; in between the progress is asked for. */
const POLL_MS = 1_000;

/** What the ranking has learned from outcomes: which weights count, how well they do, and the way back. */
export default function LearningScreen() {
  const { t } = useTranslation('learning');
  const filters = useFilters(schema);
  const { kind } = filters.value;
  const input = { params: { kind } };
  const first = useEndpoint(learningApi.current, input);
  const state = first.data?.latest?.state;
  const isOpen = state === 'waiting' || state === 'running';
  const query = useEndpoint(learningApi.current, input, { refetchInterval: isOpen && POLL_MS });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={<RunNow kind={kind} isOpen={isOpen} />} />
      <Stack gap="lg">
        <SegmentedControl
          aria-label={t('kind.label')}
          value={kind}
          onChange={(value) => filters.set({ kind: value })}
          data={subjectKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          maw="20rem"
        />
        <TextLink to="/ranking">{t('howItWorks')}</TextLink>
        <Loaded query={query} lines={8}>
          {({ version, changedBy, changedAt, latest, history }) => (
            <>
              {latest && <LatestRun run={latest} />}
              <CurrentWeights {...{ version, changedBy, changedAt }} />
              <Panel title={t('chart.title')} lead={t('chart.lead')}>
                {history.length === 0 ? (
                  <Text size="sm">{t('chart.none')}</Text>
                ) : (
                  <MetricChart history={history} />
                )}
              </Panel>
              <RunList kind={kind} />
              <VersionList kind={kind} />
            </>
          )}
        </Loaded>
      </Stack>
    </>
  );
}

function RunNow({ kind, isOpen }: { kind: SubjectKind; isOpen: boolean }) {
  const { t } = useTranslation('learning');
  const start = useCommand(learningApi.start);
  const run = async () => {
    await start.mutateAsync({ params: { kind } });
    tell(t('started'));
  };
  return (
    <Stack gap="xs">
      <Button onClick={() => void run().catch(() => undefined)} loading={start.isPending} disabled={isOpen}>
        {t('runNow')}
      </Button>
      {start.error && (
        <Alert color="red" role="alert">
          {start.error.message}
        </Alert>
      )}
    </Stack>
  );
}
