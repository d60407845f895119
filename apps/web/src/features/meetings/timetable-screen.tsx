import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingTimetableApi, type Place } from '#contracts/meeting-timetable.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { AddMeeting } from './add-meeting';
import { MeetingFrame } from './meeting-frame';
import { MissedPairs } from './missed-pairs';
import { PlaceDialog } from './place-dialog';
import { PlanPanel } from './plan-panel';
import { ReplanPanel } from './replan-panel';
import { TimetableBoard } from './timetable-board';

/** The secretary's timetable: the search, the board to change it on, and who does not meet and why. */
export default function TimetableScreen() {
  const { t } = useTranslation('meetings');
  return (
    <MeetingFrame
      title={({ state }) => t(state === 'planning' ? 'parts.timetable' : 'parts.timetableOut')}
      lead={({ state }) => t(leadOf(state))}
    >
      {(event) => <Timetable event={event} />}
    </MeetingFrame>
  );
}

const leadOf = (state: MeetingEvent['state']) =>
  state === 'planning'
    ? ('timetable.lead' as const)
    : state === 'finished'
      ? ('timetable.leadOver' as const)
      : ('timetable.leadOut' as const);

function Timetable({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const query = useEndpoint(meetingTimetableApi.get, { params: { id: event.id } });
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <Loaded query={query}>
      {(timetable) => (
        <Stack gap="lg">
          <PlanPanel timetable={timetable} />
          <Panel
            title={t('timetable.board')}
            lead={timetable.can.change ? t('timetable.boardLead') : undefined}
            action={timetable.can.change && <AddMeeting event={event} />}
          >
            <TimetableBoard event={event} timetable={timetable} open={setPlace} />
          </Panel>
          {timetable.can.replan && <ReplanPanel event={event} timetable={timetable} />}
          <MissedPairs event={event} timetable={timetable} open={setPlace} />
          {place && <PlaceDialog {...{ event, timetable, place }} close={() => setPlace(null)} />}
        </Stack>
      )}
    </Loaded>
  );
}
