import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import {
  conflictsOf,
  mayOverrule,
  meetingTimetableApi,
  type Conflict,
  type Place,
  type Timetable,
} from '#contracts/meeting-timetable.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { joinWords } from '../../parts/words';
import { formatSlotOf } from './meeting-words';
import { nameIn, tableFor } from './timetable-words';
import { useMoveMeeting } from './use-move-meeting';

interface PlaceDialogProps {
  event: MeetingEvent;
  timetable: Timetable;
  place: Place;
  close: () => void;
}

/** Places a meeting without a mouse: every slot with what speaks against it; also fixes it and takes it out. */
export function PlaceDialog({ event, timetable, place, close }: PlaceDialogProps) {
  const { t } = useTranslation('meetings');
  const title = t('place.title', {
    orderer: nameIn(timetable, place.ordererId),
    supplier: nameIn(timetable, place.supplierId),
  });
  return (
    <Modal opened onClose={close} title={title} centered size="lg">
      <Stack gap="md">
        {timetable.can.change ? (
          <Where {...{ event, timetable, place, close }} />
        ) : (
          <Text>{t('place.readOnly')}</Text>
        )}
        {place.meetingId && timetable.can.change && <Rest {...{ timetable, place, close }} />}
      </Stack>
    </Modal>
  );
}

/** The list of slots is longer than it is shown: it begins where the chosen one is seen. */
const showChosen = (list: HTMLElement | null): void => {
  list?.querySelector('input:checked')?.scrollIntoView({ block: 'nearest' });
};

function Where({ event, timetable, place, close }: PlaceDialogProps) {
  const { t } = useTranslation('meetings');
  const move = useMoveMeeting(timetable.eventId);
  const [slot, setSlot] = useState(place.slot);
  const home = tableFor(timetable, place.ordererId, slot);
  const [chosen, setChosen] = useState(place.table);
  const at = (no: number): Place => ({ ...place, slot: no, table: home === null ? null : (chosen ?? home) });
  const wordsOf = (all: readonly Conflict[]) => joinWords(all.map((one) => t(`conflict.${one}`)));
  // That somebody would rather not meet is said once: it is so at any time.
  const ofSlot = (no: number) => wordsOf(conflictsOf(timetable, at(no)).filter((one) => one !== 'refused'));
  const conflicts = conflictsOf(timetable, at(slot));
  const isBlocked = conflicts.some((one) => !mayOverrule.includes(one));
  return (
    <>
      <Radio.Group label={t('place.slot')} value={String(slot)} onChange={(value) => setSlot(Number(value))}>
        <Stack ref={showChosen} gap={6} mt={6} mah={320} style={{ overflowY: 'auto' }}>
          {event.slots.map((one) => (
            <Radio
              key={one.no}
              size="sm"
              value={String(one.no)}
              label={formatSlotOf(one, event)}
              description={ofSlot(one.no) || t('timetable.free')}
            />
          ))}
        </Stack>
      </Radio.Group>
      {home !== null && (
        <NativeSelect
          label={t('place.table')}
          value={String(chosen ?? home)}
          onChange={(change) => setChosen(Number(change.currentTarget.value))}
          data={Array.from({ length: timetable.tables }, (_, i) => ({
            value: String(i + 1),
            label: t('timetable.tableNo', { n: i + 1 }),
          }))}
        />
      )}
      <Text size="sm" role="status" c={isBlocked ? 'red.7' : undefined}>
        {conflicts.length === 0
          ? t('timetable.free')
          : t('timetable.conflicts', { conflicts: wordsOf(conflicts) })}
      </Text>
      <Group justify="flex-end">
        <Button
          disabled={isBlocked}
          onClick={() => {
            move(at(slot), conflicts.length > 0);
            close();
          }}
        >
          {t(conflicts.length > 0 && !isBlocked ? 'place.overrule' : 'place.put')}
        </Button>
      </Group>
    </>
  );
}

function Rest({ timetable, place, close }: Omit<PlaceDialogProps, 'event'>) {
  const { t } = useTranslation('meetings');
  const fix = useCommand(meetingTimetableApi.fix);
  const cancel = useCommand(meetingTimetableApi.cancel);
  const [reason, setReason] = useState('');
  const params = { id: timetable.eventId, meetingId: place.meetingId ?? '' };
  const meeting = timetable.meetings.find(({ id }) => id === place.meetingId);
  const done = (words: string) => ({
    onSuccess: () => {
      tell(words);
      close();
    },
    onError: tellProblem,
  });
  if (!meeting) return null;
  return (
    <Stack gap="sm">
      <Textarea
        label={t('place.reason')}
        description={t('place.reasonHint')}
        maxLength={500}
        autosize
        minRows={1}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Button
          variant="default"
          onClick={() =>
            fix.mutate({ params, body: { isFixed: !meeting.isFixed } }, done(t('place.fixedDone')))
          }
        >
          {t(meeting.isFixed ? 'place.unfix' : 'place.fix')}
        </Button>
        <Button
          color="red"
          variant="default"
          c="red.7"
          disabled={reason.trim() === ''}
          onClick={() => cancel.mutate({ params, body: { reason } }, done(t('place.cancelled')))}
        >
          {t('place.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
