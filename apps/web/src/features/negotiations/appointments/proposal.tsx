import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { appointmentsApi, type TimeProposal } from '#contracts/appointments.js';
import { useCommand } from '../../../api/use-endpoint';
import { tell, tellProblem } from '../../../forms/tell';
import { ConfirmButton } from '../../../parts/confirm-button';
import { joinWords } from '../../../parts/words';
import type { AppointmentCardProps } from './appointment-card';
import { Overlaps } from './times-fields';
import { SpanText } from './zones';

type ProposalProps = AppointmentCardProps & { proposal: TimeProposal };

/** Times that wait for an answer: who can come then, and the way to say so. */
export function Proposal(props: ProposalProps) {
  const { appointment, proposal } = props;
  const { t } = useTranslation('appointments');
  const keep = useCommand(appointmentsApi.keep);
  const params = { id: appointment.roomId, appointmentId: appointment.id };
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t(appointment.state === 'confirmed' ? 'proposal.move' : 'proposal.by', { by: proposal.by })}
      </Text>
      {proposal.reason && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {t('proposal.reason', { reason: proposal.reason })}
        </Text>
      )}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {proposal.times.map((_, i) => (
          <Time key={i} {...props} index={i} />
        ))}
      </Stack>
      {appointment.can.keep && (
        <Group>
          <ConfirmButton
            size="compact-sm"
            label={t('keep.label')}
            title={t('keep.label')}
            text={t('keep.text')}
            onConfirm={async () => {
              await keep.mutateAsync({ params, version: appointment.version });
              tell(t('keep.done'));
            }}
          />
        </Group>
      )}
    </Stack>
  );
}

function Time(props: ProposalProps & { index: number }) {
  const { room, appointment, proposal, index, zone, others, busy } = props;
  const { t } = useTranslation('appointments');
  const accept = useCommand(appointmentsApi.accept);
  const time = proposal.times[index];
  if (!time) return null;
  const { role } = room.viewer;
  const isAccepted = time.accepts.some((side) => side === role);
  const isPast = Date.parse(time.startsAt) <= Date.now();
  const who = joinWords(time.accepts.map((side) => room[side].name));
  const confirm = () =>
    accept.mutate(
      {
        params: { id: appointment.roomId, appointmentId: appointment.id },
        ...{ version: appointment.version, body: { time: index } },
      },
      {
        onSuccess: ({ state, proposal: left }) =>
          tell(t(state === 'confirmed' && !left ? 'accept.confirmed' : 'accept.noted')),
        onError: tellProblem,
      },
    );
  return (
    <Paper component="li" withBorder p="xs" bg="gray.0">
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <SpanText span={time} zone={zone} others={others} />
          {who && (
            <Text size="sm" c="gray.7">
              {t('proposal.accepts', { who })}
            </Text>
          )}
          <Overlaps span={time} busy={busy.filter(({ id }) => id !== appointment.id)} />
          {isPast && (
            <Text size="sm" c="gray.7">
              {t('proposal.past')}
            </Text>
          )}
        </div>
        {appointment.can.accept && !isAccepted && !isPast && (
          <Button size="compact-sm" loading={accept.isPending} onClick={confirm}>
            {t('accept.label')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
