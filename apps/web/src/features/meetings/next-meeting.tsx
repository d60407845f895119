import { Box, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingTimetableApi, type OwnTimetable } from '#contracts/meeting-timetable.js';
import { useEndpoint } from '../../api/use-endpoint';
import { formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { useServerClock } from '../../parts/use-server-clock';
import { dayInJapan } from '../../parts/words';
import { formatSlot, usePlaceWords } from './meeting-words';
import { RoomDoor } from './room-door';

/** The own firm's meeting that is on or comes next, with the way to it; nothing outside a published event. */
export function NextMeeting({ event }: { event: MeetingEvent }) {
  const { own, state, id } = event;
  const isOn = own?.state === 'approved' && (state === 'published' || state === 'running');
  const params = { id, participantId: own?.id ?? '' };
  const { data } = useEndpoint(
    meetingTimetableApi.own,
    { params },
    { enabled: isOn, refetchInterval: 60_000 },
  );
  return isOn && data ? <Next event={event} own={data} /> : null;
}

function Next({ event, own }: { event: MeetingEvent; own: OwnTimetable }) {
  const { t } = useTranslation('meetings');
  const placeWords = usePlaceWords();
  const at = useServerClock(own.now, own.pace);
  const next = own.meetings.find(({ state, endsAt }) => state === 'planned' && Date.parse(endsAt) > at);
  const all = (
    <TextLink
      to="/meetings/$id/timetable/$participantId"
      params={{ id: event.id, participantId: own.participantId }}
    >
      {t('next.all', { n: own.meetings.filter(({ state }) => state !== 'cancelled').length })}
    </TextLink>
  );
  if (!next) return null;
  const isNow = Date.parse(next.startsAt) <= at;
  return (
    <Box mb="lg">
      <Panel title={t(isNow ? 'next.now' : 'next.title')} action={all}>
        <Group justify="space-between" gap="sm">
          <Stack gap={2}>
            <Text fw={600}>{next.other.name}</Text>
            <Text size="sm">
              {formatDay(dayInJapan(next.startsAt))} {formatSlot(next)} {placeWords(next, own.attends)}
            </Text>
          </Stack>
          <RoomDoor meeting={next} at={at} />
        </Group>
      </Panel>
    </Box>
  );
}
