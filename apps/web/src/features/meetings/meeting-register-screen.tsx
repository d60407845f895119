import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingParticipantsApi } from '#contracts/meeting-participants.js';
import { useMe } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { MeetingFrame } from './meeting-frame';
import { emptyParticipation, ParticipationForm } from './participation-form';

/** Registers the own company for an event. */
export default function MeetingRegisterScreen() {
  const { t } = useTranslation('meetings');
  return (
    <MeetingFrame title={t('entry.title')} lead={t('entry.lead')}>
      {(event) => (
        <Box maw="56rem">
          <Register event={event} />
        </Box>
      )}
    </MeetingFrame>
  );
}

function Register({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const me = useMe();
  const register = useCommand(meetingParticipantsApi.register);
  const sides = event.can.register;
  const [first] = sides;
  if (!first) return <EmptyState title={t('entry.closed')} text={t('entry.closedText')} />;
  return (
    <ParticipationForm
      event={event}
      sides={sides}
      initial={{
        ...emptyParticipation(sides.includes('supplier') ? 'supplier' : first),
        contact: me.name,
      }}
      draft={`meeting.${event.id}.entry`}
      label={t('entry.submit')}
      save={(body) => register.mutateAsync({ params: { id: event.id }, body })}
      saved={({ id }) => {
        tell(t('entry.submitted'));
        void navigate({
          to: '/meetings/$id/participants/$participantId',
          params: { id: event.id, participantId: id },
        });
      }}
    />
  );
}
