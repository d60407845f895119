import { Box } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { MeetingForm } from './meeting-form';

export default function MeetingEditScreen() {
  const { id } = useParams({ from: '/meetings/$id/edit' });
  const query = useEndpoint(meetingEventsApi.get, { params: { id } });
  return (
    <Box maw="56rem">
      <Loaded query={query}>{(event) => <Editor event={event} />}</Loaded>
    </Box>
  );
}

function Editor({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const update = useCommand(meetingEventsApi.update);
  const { id } = event;
  return (
    <>
      <PageHeader
        title={t('form.editTitle', { title: event.content.title })}
        lead={t('form.editLead')}
        back={{ to: `/meetings/${id}`, label: t('toMeeting') }}
      />
      {event.can.edit ? (
        <MeetingForm
          initial={event.content}
          version={event.version}
          draft={`meeting.${id}`}
          label={t('form.save')}
          save={(body, version) => update.mutateAsync({ params: { id }, body, version })}
          saved={() => {
            tell(t('form.saved'));
            void navigate({ to: '/meetings/$id', params: { id } });
          }}
        />
      ) : (
        <EmptyState title={t('form.notEditable')} text={t('form.notEditableText')} />
      )}
    </>
  );
}
