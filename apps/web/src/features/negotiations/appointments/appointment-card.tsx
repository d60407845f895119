import { Anchor, Badge, Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { appointmentsApi, type Appointment } from '#contracts/appointments.js';
import type { Room } from '#contracts/negotiations.js';
import { urlOf } from '../../../api/client';
import { useCommand } from '../../../api/use-endpoint';
import { tell } from '../../../forms/tell';
import { ConfirmButton } from '../../../parts/confirm-button';
import { StateBadge } from '../../../parts/state-badge';
import { Proposal } from './proposal';
import { TimesForm } from './times-form';
import { Overlaps } from './times-fields';
import type { Busy } from './use-busy';
import { SpanText, type OtherZone } from './zones';
import { colon } from '../../../parts/words';

export interface AppointmentCardProps {
  room: Room;
  appointment: Appointment;
  zone: string;
  others: readonly OtherZone[];
  busy: readonly Busy[];
  /** Whether the reader was led to this one. */
  sought: boolean;
}

/** One appointment: when and where, what waits for an answer, and what may be done. */
export function AppointmentCard(props: AppointmentCardProps) {
  const { appointment, zone, others, busy, sought } = props;
  const { t } = useTranslation('appointments');
  const { startsAt, endsAt, proposal, cancelled } = appointment;
  const span = startsAt && endsAt ? { startsAt, endsAt } : null;
  const isComing = span !== null && appointment.state === 'confirmed' && Date.parse(span.endsAt) > Date.now();
  return (
    <Paper
      component="li"
      id={`appointment-${appointment.id}`}
      withBorder
      p="md"
      {...(sought && { style: { borderColor: 'var(--mantine-color-ai-5)' } })}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
          <Text fw={650} component="h2" fz="md" m={0} style={{ overflowWrap: 'anywhere' }}>
            {appointment.title}
          </Text>
          <Group gap={6} justify="flex-end">
            {appointment.fixed && (
              <Badge color="gray" variant="light" tt="none">
                {t('fixed')}
              </Badge>
            )}
            <StateBadge kind="appointment" state={appointment.state} />
          </Group>
        </Group>
        {span && (
          <div>
            <SpanText {...{ span, zone, others }} />
            {isComing && <Overlaps span={span} busy={busy.filter(({ id }) => id !== appointment.id)} />}
          </div>
        )}
        <Where appointment={appointment} />
        {appointment.note && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {appointment.note}
          </Text>
        )}
        {cancelled && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {cancelled.by
              ? t('cancelledBy', { by: cancelled.by, reason: cancelled.reason })
              : t('cancelledByOrganiser', { reason: cancelled.reason })}
          </Text>
        )}
        {proposal && <Proposal {...props} proposal={proposal} />}
        <Actions {...props} />
      </Stack>
    </Paper>
  );
}

function Where({ appointment: { means, address, hardEnd } }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  return (
    <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
      {t(`means.${means}`)}
      {means === 'place' && `${colon()}${address}`}
      {means === 'link' && (
        <>
          {colon()}
          <Anchor href={address} target="_blank" rel="noopener noreferrer" inherit underline="always">
            {address}
          </Anchor>
        </>
      )}
      {hardEnd && ` ${t('hardEnd')}`}
    </Text>
  );
}

function Actions({ appointment, zone, others }: AppointmentCardProps) {
  const { t } = useTranslation('appointments');
  const [proposing, { open, close }] = useDisclosure(false);
  const cancel = useCommand(appointmentsApi.cancel);
  const params = { id: appointment.roomId, appointmentId: appointment.id };
  const isConfirmed = appointment.state === 'confirmed';
  return (
    <Group gap="xs">
      {appointment.startsAt && (
        <Button
          component="a"
          href={urlOf(appointmentsApi.calendar, { params })}
          variant="default"
          size="compact-sm"
        >
          {t(isConfirmed ? 'calendar' : 'calendarOff')}
        </Button>
      )}
      {appointment.can.propose && (
        <Button variant="default" size="compact-sm" onClick={open}>
          {t(isConfirmed ? 'move.open' : 'counter.open')}
        </Button>
      )}
      {appointment.can.cancel && (
        <ConfirmButton
          size="compact-sm"
          danger
          label={t('cancel.label')}
          title={t('cancel.title', { title: appointment.title })}
          text={t('cancel.text')}
          reason={{ label: t('cancel.reason'), needed: true }}
          onConfirm={async (reason) => {
            await cancel.mutateAsync({ params, version: appointment.version, body: { reason } });
            tell(t('cancel.done'));
          }}
        />
      )}
      <Modal
        opened={proposing}
        onClose={close}
        title={t(isConfirmed ? 'move.open' : 'counter.open')}
        size="lg"
      >
        {proposing && <TimesForm {...{ appointment, zone, others }} done={close} />}
      </Modal>
    </Group>
  );
}
