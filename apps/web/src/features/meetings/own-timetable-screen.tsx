import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingDayApi } from '#contracts/meeting-day.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingTimetableApi, type OwnMeeting, type OwnTimetable } from '#contracts/meeting-timetable.js';
import { urlOf } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { StateBadge } from '../../parts/state-badge';
import { TextLink } from '../../parts/text-link';
import { useServerClock } from '../../parts/use-server-clock';
import { dayInJapan } from '../../parts/words';
import { MeetingFrame } from './meeting-frame';
import { formatSlot, usePlaceWords } from './meeting-words';
import { RoomDoor } from './room-door';

/** A firm's own timetable: to read, to print, to take into a calendar; and why it meets whom. */
export default function OwnTimetableScreen() {
  const { t } = useTranslation('meetings');
  const { id, participantId } = useParams({ from: '/meetings/$id/timetable/$participantId' });
  const params = { id, participantId };
  const query = useEndpoint(meetingTimetableApi.own, { params }, { refetchInterval: 60_000 });
  return (
    <MeetingFrame
      title={query.data ? t('ownTimetable.title', { company: query.data.name }) : t('parts.ownTimetable')}
      action={(event) => (
        <>
          <Button variant="default" onClick={() => window.print()}>
            {t('ownTimetable.print')}
          </Button>
          <Button component="a" href={urlOf(meetingTimetableApi.calendar, { params })}>
            {t(event.state === 'cancelled' ? 'ownTimetable.icsOff' : 'ownTimetable.ics')}
          </Button>
        </>
      )}
    >
      {(event) => <Loaded query={query}>{(own) => <Own event={event} own={own} />}</Loaded>}
    </MeetingFrame>
  );
}

function Own({ event, own }: { event: MeetingEvent; own: OwnTimetable }) {
  const { t } = useTranslation('meetings');
  const placeWords = usePlaceWords();
  const at = useServerClock(own.now, own.pace);
  const isCancelled = event.state === 'cancelled';
  return (
    <Stack gap="lg">
      <Panel title={t('ownTimetable.meetings')} lead={event.content.place}>
        {own.meetings.length === 0 ? (
          <EmptyState
            title={t(isCancelled ? 'cancelled.title' : 'ownTimetable.none')}
            text={isCancelled ? undefined : t('ownTimetable.noneText')}
          />
        ) : (
          <DataTable
            caption={t('ownTimetable.meetings')}
            rows={own.meetings}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'time',
                header: t('ownTimetable.time'),
                main: true,
                compact: true,
                cell: (meeting) => (
                  <>
                    {event.content.days.length > 1 && `${formatDay(dayInJapan(meeting.startsAt))} `}
                    {formatSlot(meeting)}
                  </>
                ),
              },
              {
                key: 'where',
                header: t('ownTimetable.where'),
                compact: true,
                cell: (meeting) => placeWords(meeting, own.attends),
              },
              {
                key: 'with',
                header: t('ownTimetable.with'),
                cell: ({ other }) => (
                  <>
                    <TextLink
                      to="/meetings/$id/participants/$participantId"
                      params={{ id: event.id, participantId: other.participantId }}
                    >
                      {other.name}
                    </TextLink>
                    {other.headline && <Text size="sm">{other.headline}</Text>}
                  </>
                ),
              },
              {
                key: 'state',
                header: t('field.state'),
                bare: true,
                cell: ({ state, reason, why }) => (
                  <Group gap="xs">
                    <StateBadge kind="meetingOf" state={state} />
                    {reason && <Text size="sm">{reason}</Text>}
                    {(why === 'firm-left' || why === 'no-place') && <Text size="sm">{t(`why.${why}`)}</Text>}
                  </Group>
                ),
              },
              ...(own.meetings.some(({ isOnline }) => isOnline)
                ? [
                    {
                      key: 'room',
                      header: t('room.label'),
                      bare: true,
                      cell: (meeting: OwnMeeting) => <RoomDoor meeting={meeting} at={at} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Panel>
      {own.attends === 'on-site' && !isCancelled && (
        <Panel title={t('ownTimetable.qr')} lead={t('ownTimetable.qrText')}>
          <img
            src={urlOf(meetingDayApi.qr, { params: { id: event.id, participantId: own.participantId } })}
            alt={t('ownTimetable.qr')}
            width={180}
            height={180}
          />
        </Panel>
      )}
      {!isCancelled && (
        <Panel title={t('ownTimetable.why')} lead={t('ownTimetable.whyLead')}>
          {own.lossCredits > 0 && (
            <Text size="sm" mb="sm">
              {t('ownTimetable.credits', { n: own.lossCredits })}
            </Text>
          )}
          {own.pairs.length === 0 && <Text c="dimmed">{t('ownTimetable.noWishes')}</Text>}
          <RecordList>
            {own.pairs.map(({ other, reason }) => (
              <RecordRow key={other.participantId}>
                <Text fw={600}>{other.name}</Text>
                <Text size="sm">{t(`reason.${reason}`)}</Text>
              </RecordRow>
            ))}
          </RecordList>
          {own.code && (
            <Text size="sm" mt="md">
              {t('ownTimetable.code', { code: own.code })}
            </Text>
          )}
          <Anchor href={`/meetings/${event.id}`} size="sm" className="no-print">
            {t('ownTimetable.seed')}
          </Anchor>
        </Panel>
      )}
    </Stack>
  );
}
