import { Alert, Button, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingDayApi, type MeetingDayView } from '#contracts/meeting-day.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { StateBadge } from '../../parts/state-badge';
import { useFolded } from '../../parts/use-folded';
import { useServerClock } from '../../parts/use-server-clock';
import { AddMeeting } from './add-meeting';
import { MeetingFrame } from './meeting-frame';
import { formatSlotOf, usePlaceWords } from './meeting-words';
import { RefillButton } from './refill-button';
import type { DayAction } from './day-outbox';
import { useDayQueue, withActions } from './use-day-queue';

/** So many firms are shown at the reception until one is looked for, or all are wanted. */
const RECEPTION_SHOWN = 20;

/** The work of the day: reception and attendance, also while the venue's network is away. */
export default function DayScreen() {
  const { t } = useTranslation('meetings');
  return (
    <MeetingFrame title={t('parts.day')} action={(event) => <DayActions event={event} />}>
      {(event) => <Day event={event} />}
    </MeetingFrame>
  );
}

function DayActions({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const board = useEndpoint(meetingDayApi.boardLink, { params: { id: event.id } });
  return (
    <>
      {board.data && (
        <Button component="a" href={board.data.path} target="_blank" variant="default">
          {t('day.board')}
        </Button>
      )}
      {event.state !== 'finished' && <AddMeeting event={event} />}
      {event.state !== 'finished' && <RefillButton event={event} />}
    </>
  );
}

function Day({ event }: { event: MeetingEvent }) {
  const query = useEndpoint(meetingDayApi.day, { params: { id: event.id } }, { refetchInterval: 30_000 });
  const { waiting, act } = useDayQueue(event.id);
  return (
    <Loaded query={query}>
      {(day) => <DayLists event={event} day={withActions(day, waiting)} waiting={waiting.length} act={act} />}
    </Loaded>
  );
}

interface ListsProps {
  event: MeetingEvent;
  day: MeetingDayView;
  act: (action: DayAction) => void;
}

function DayLists({ event, day, waiting, act }: ListsProps & { waiting: number }) {
  const { t } = useTranslation('meetings');
  const awaited = day.firms.filter((firm) => isAwaited(event, firm));
  const here = awaited.filter(({ checkedInAt }) => checkedInAt !== null).length;
  return (
    <Stack gap="lg">
      {day.state === 'finished' && (
        <Alert color="blue" title={t('day.over')}>
          <Text size="sm">{t('day.overText')}</Text>
        </Alert>
      )}
      <Alert color={waiting > 0 ? 'yellow' : 'gray'} role="status">
        {waiting > 0 ? t('day.waiting', { n: waiting }) : t('day.synced')}
      </Alert>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Panel title={t('day.reception')} lead={t('day.here', { here, all: awaited.length })}>
          <Reception event={event} day={day} act={act} />
        </Panel>
        <Panel title={t('day.meetings')}>
          <Attendance event={event} day={day} act={act} />
        </Panel>
      </SimpleGrid>
    </Stack>
  );
}

/** Who takes part by a call is received only where it comes after all, or where all do. */
const isAwaited = ({ content }: MeetingEvent, firm: MeetingDayView['firms'][number]): boolean =>
  !firm.left && (firm.attends !== 'online' || content.format === 'online' || firm.checkedInAt !== null);

const AT_THE_DOOR = {
  checkIn: 'day.checkIn',
  checkInOf: 'day.checkInOf',
  undo: 'day.undo',
  undoOf: 'day.undoOf',
} as const;
const AFTERWARDS = {
  checkIn: 'day.note',
  checkInOf: 'day.noteOf',
  undo: 'day.unnote',
  undoOf: 'day.unnoteOf',
} as const;
/** Once it is over nobody is received any more, but who came is still noted. */
const wordsOf = ({ state }: MeetingDayView) => (state === 'finished' ? AFTERWARDS : AT_THE_DOOR);

/** Who is awaited; of the others, those that are looked for. */
function Reception({ event, day, act }: ListsProps) {
  const { t } = useTranslation('meetings');
  const { firm = '' } = useSearch({ from: '/meetings/$id/day' });
  const scanned = day.firms.find(({ participantId }) => participantId === firm);
  const [typed, setTyped] = useState(scanned?.name ?? '');
  const looked = typed.trim().toLowerCase();
  const found = day.firms.filter(
    (firm) =>
      `${firm.name} ${firm.contact}`.toLowerCase().includes(looked) &&
      (looked === '' ? isAwaited(event, firm) : !firm.left),
  );
  const { shown, more } = useFolded(found, RECEPTION_SHOWN);
  const endsAt = day.slots.at(-1)?.endsAt ?? '';
  const words = wordsOf(day);
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={t('day.search')}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      {shown.length === 0 && <Text c="dimmed">{t('day.noFirm')}</Text>}
      <RecordList>
        {shown.map(({ participantId, name, side, attends, contact, phone, checkedInAt }) => (
          <RecordRow
            key={participantId}
            aside={
              <Button
                size="xs"
                variant={checkedInAt ? 'default' : 'filled'}
                aria-label={t(checkedInAt ? words.undoOf : words.checkInOf, { company: name })}
                onClick={() =>
                  act({
                    kind: 'check-in',
                    id: participantId,
                    at: checkedInAt ? null : new Date().toISOString(),
                  })
                }
              >
                {t(checkedInAt ? words.undo : words.checkIn)}
              </Button>
            }
          >
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {[t(`side.${side}`), attends === 'online' && t('format.online'), contact, phone]
                .filter(Boolean)
                .join(' / ')}
            </Text>
            {checkedInAt && (
              <Text size="sm" c="green.8">
                {t(checkedInAt > endsAt ? 'day.noted' : 'day.checkedIn', { at: formatDateTime(checkedInAt) })}
              </Text>
            )}
          </RecordRow>
        ))}
      </RecordList>
      {more}
    </Stack>
  );
}

/** The meetings of one slot, the one that is on now first. */
function Attendance({ event, day, act }: ListsProps) {
  const { t } = useTranslation('meetings');
  const placeWords = usePlaceWords();
  const now = new Date(useServerClock(day.now, day.pace)).toISOString();
  const met = day.slots.find(({ no }) =>
    day.meetings.some((one) => one.slot === no && one.state !== 'cancelled'),
  );
  // Once it is over it is gone through from the beginning.
  const current = day.slots.find(({ endsAt }) => endsAt >= now) ?? met ?? day.slots.at(-1);
  const [chosen, setChosen] = useState<number | null>(null);
  const slot = day.slots.find(({ no }) => no === (chosen ?? current?.no));
  if (!slot) return <EmptyState title={t('timetable.empty')} />;
  const meetings = day.meetings.filter((one) => one.slot === slot.no && one.state !== 'cancelled');
  const name = (id: string) => day.firms.find(({ participantId }) => participantId === id)?.name ?? '';
  const step = (by: number) => setChosen(Math.min(Math.max(slot.no + by, 1), day.slots.length));
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Button variant="default" size="xs" disabled={slot.no === 1} onClick={() => step(-1)}>
          {t('day.before')}
        </Button>
        <Text fw={600} role="status">
          {formatSlotOf(slot, event)}
        </Text>
        <Button variant="default" size="xs" disabled={slot.no === day.slots.length} onClick={() => step(1)}>
          {t('day.after')}
        </Button>
      </Group>
      {meetings.length === 0 && <Text c="dimmed">{t('day.noMeeting')}</Text>}
      <RecordList>
        {meetings.map((meeting) => (
          <RecordRow key={meeting.id}>
            <Stack gap={6}>
              <Group gap="xs">
                <Text fw={600}>
                  {name(meeting.ordererId)} × {name(meeting.supplierId)}
                </Text>
                <StateBadge kind="meetingOf" state={meeting.state} />
              </Group>
              <Text size="sm" c="dimmed">
                {placeWords(meeting)}
              </Text>
              <SegmentedControl
                size="xs"
                aria-label={t('day.stateOf', {
                  pair: `${name(meeting.ordererId)} × ${name(meeting.supplierId)}`,
                })}
                value={meeting.state}
                onChange={(state) =>
                  act({ kind: 'attend', id: meeting.id, state: state as 'planned' | 'held' | 'no-show' })
                }
                data={(['planned', 'held', 'no-show'] as const).map((value) => ({
                  value,
                  label: t(`attendance.${value}`),
                }))}
              />
            </Stack>
          </RecordRow>
        ))}
      </RecordList>
    </Stack>
  );
}
