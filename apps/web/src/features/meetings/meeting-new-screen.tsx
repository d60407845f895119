import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { PageHeader } from '../../parts/page-header';
import { MeetingForm, newMeeting } from './meeting-form';

export default function MeetingNewScreen() {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const [initial] = useState(newMeeting);
  const create = useCommand(meetingEventsApi.create);
  return (
    <Box maw="56rem">
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        back={{ to: '/meetings', label: t('toList') }}
      />
      <MeetingForm
        initial={initial}
        draft="meeting.new"
        label={t('form.saveDraft')}
        save={(body) => create.mutateAsync({ body })}
        saved={({ id }) => {
          tell(t('form.draftSaved'));
          void navigate({ to: '/meetings/$id', params: { id } });
        }}
      />
    </Box>
  );
}
