import { Button, Modal, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingTimetableApi, type Place, type Timetable } from '#contracts/meeting-timetable.js';
import { useEndpoint } from '../../api/use-endpoint';
import { listbox } from '../../forms/term-select';
import { Loaded } from '../../parts/loaded';
import { PlaceDialog } from './place-dialog';
import { firstPlace } from './timetable-words';

/** Two firms that nobody had wished for, e.g. one that walked in on the day: who meets whom, then where. */
export function AddMeeting({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const [opened, { open, close }] = useDisclosure(false);
  const query = useEndpoint(meetingTimetableApi.get, { params: { id: event.id } }, { enabled: opened });
  const [place, setPlace] = useState<Place | null>(null);
  const done = () => {
    setPlace(null);
    close();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('addMeeting.label')}
      </Button>
      <Modal opened={opened && !place} onClose={close} title={t('addMeeting.label')} centered>
        <Loaded query={query}>
          {(timetable) => (
            <Pair timetable={timetable} choose={(pair) => setPlace(firstPlace(event, timetable, pair))} />
          )}
        </Loaded>
      </Modal>
      {place && query.data && <PlaceDialog event={event} timetable={query.data} place={place} close={done} />}
    </>
  );
}

function Pair({
  timetable,
  choose,
}: {
  timetable: Timetable;
  choose: (pair: Pick<Place, 'ordererId' | 'supplierId'>) => void;
}) {
  const { t } = useTranslation('meetings');
  const [chosen, setChosen] = useState({ orderer: '', supplier: '' });
  const [tried, setTried] = useState(false);
  // Who left comes at no time.
  const firms = timetable.firms.filter(({ openSlots }) => openSlots.length > 0);
  return (
    <Stack gap="md">
      {(['orderer', 'supplier'] as const).map((side) => (
        <Select
          key={side}
          label={t(`side.${side}`)}
          required
          searchable
          {...listbox}
          data={firms
            .filter((firm) => firm.side === side)
            .map(({ participantId, name }) => ({ value: participantId, label: name }))}
          nothingFoundMessage={t('addMeeting.none')}
          value={chosen[side] || null}
          onChange={(id) => setChosen({ ...chosen, [side]: id ?? '' })}
          error={tried && chosen[side] === '' ? t('addMeeting.choose') : undefined}
        />
      ))}
      <Button
        onClick={() => {
          setTried(true);
          if (chosen.orderer !== '' && chosen.supplier !== '')
            choose({ ordererId: chosen.orderer, supplierId: chosen.supplier });
        }}
      >
        {t('addMeeting.next')}
      </Button>
    </Stack>
  );
}
