import { Alert, Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingTimetableApi, type PlanRun, type Timetable } from '#contracts/meeting-timetable.js';
import { useCommand } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { formatNumber } from '../../parts/words';

const limits = [10, 30, 60, 180];

/** The search for a timetable: starts it, shows how far it is, ends it. */
export function PlanPanel({ timetable }: { timetable: Timetable }) {
  const { t } = useTranslation('meetings');
  const { plan, can } = timetable;
  const isRunning = plan?.state === 'waiting' || plan?.state === 'running';
  if (!can.plan && !plan) return null;
  return (
    <Panel title={t('plan.title')} lead={t('plan.lead')}>
      <Stack gap="md">
        {plan && <PlanState plan={plan} />}
        {isRunning && <Stop eventId={timetable.eventId} plan={plan} />}
        {can.plan && !isRunning && <Start timetable={timetable} />}
      </Stack>
    </Panel>
  );
}

function PlanState({ plan }: { plan: PlanRun }) {
  const { t } = useTranslation('meetings');
  const isRunning = plan.state === 'waiting' || plan.state === 'running';
  const seconds = Math.round(plan.seconds);
  if (plan.state === 'failed')
    return (
      <Alert color="red" role="alert">
        {t('plan.failed')}
      </Alert>
    );
  if (plan.state === 'cancelled') return <Alert color="gray">{t('plan.cancelled')}</Alert>;
  return (
    <Stack gap={6} role="status">
      {isRunning && (
        <Progress
          value={Math.min(100, (100 * plan.seconds) / plan.limitSeconds)}
          aria-label={t('plan.progress')}
          animated
        />
      )}
      <Text size="sm">
        {isRunning
          ? t('plan.running', { seconds, limit: plan.limitSeconds })
          : t('plan.finished', {
              meetings: formatNumber(plan.meetings ?? 0),
              fewest: plan.fewest ?? 0,
              seconds,
            })}
      </Text>
      {plan.best !== null && (
        <Text size="sm">
          {t(plan.isProven ? 'plan.proven' : 'plan.gap', { best: plan.best, bound: plan.bound ?? 0 })}
        </Text>
      )}
    </Stack>
  );
}

function Stop({ eventId, plan }: { eventId: string; plan: PlanRun }) {
  const { t } = useTranslation('meetings');
  const cancel = useCommand(meetingTimetableApi.cancelPlan);
  return (
    <Group>
      <Button
        variant="default"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ params: { id: eventId, planId: plan.id } }, { onError: tellProblem })}
      >
        {t('plan.stop')}
      </Button>
    </Group>
  );
}

function Start({ timetable: { eventId, meetings } }: { timetable: Timetable }) {
  const { t } = useTranslation('meetings');
  const start = useCommand(meetingTimetableApi.plan);
  const [limit, setLimit] = useState(30);
  const begin = () => start.mutateAsync({ params: { id: eventId }, body: { limitSeconds: limit } });
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={t('plan.limit')}
        value={String(limit)}
        onChange={(event) => setLimit(Number(event.currentTarget.value))}
        data={limits.map((n) => ({ value: String(n), label: t('plan.seconds', { n }) }))}
      />
      {meetings.length === 0 ? (
        <Button loading={start.isPending} onClick={() => void begin().catch(tellProblem)}>
          {t('plan.start')}
        </Button>
      ) : (
        <ConfirmButton
          label={t('plan.again')}
          title={t('plan.againTitle')}
          text={t('plan.againText')}
          onConfirm={begin}
        />
      )}
    </Group>
  );
}
