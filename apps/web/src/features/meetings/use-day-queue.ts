import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { meetingDayApi, type MeetingDayView } from '#contracts/meeting-day.js';
import { ApiError, call } from '../../api/client';
import { keyOf } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';
import { exclusively } from '../../parts/exclusively';
import { DayOutbox, nameOf, type DayAction, type Sent } from './day-outbox';

const RETRY_MS = 5_000;

async function send(eventId: string, action: DayAction): Promise<Sent> {
  try {
    if (action.kind === 'check-in')
      await call(meetingDayApi.checkIn, {
        params: { id: eventId, participantId: action.id },
        body: { at: action.at },
      });
    else
      await call(meetingDayApi.attend, {
        params: { id: eventId, meetingId: action.id },
        body: { state: action.state },
      });
    return 'stored';
  } catch (error) {
    // Also where the session has ended: what was done is sent once somebody has signed in again.
    const isLater = !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
    if (isLater || error.status === 401 || error.status === 429) return 'later';
    // The server refuses it for good, e.g. the meeting was cancelled meanwhile.
    tellProblem(error);
    return 'refused';
  }
}

/** Keeps what is done on this device until the server has it, through reloads and a network that comes and goes. */
export function useDayQueue(eventId: string) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<DayAction[]>([]);
  const outbox = useMemo(
    () =>
      new DayOutbox(
        eventId,
        localStorage,
        (action) => send(eventId, action),
        setWaiting,
        (work) => exclusively(nameOf(eventId), work),
      ),
    [eventId],
  );
  const flush = useCallback(async () => {
    if (outbox.actions().length === 0) return;
    await outbox.flush();
    await client.invalidateQueries({ queryKey: keyOf(meetingDayApi.day) });
  }, [client, outbox]);
  useRetries(eventId, outbox, setWaiting, flush);
  return {
    waiting,
    act: (action: DayAction) => {
      outbox.add(action);
      void flush();
    },
  };
}

/** Tries again when the network says that it is back, and every few seconds while something waits; sees other tabs' too. */
function useRetries(
  eventId: string,
  outbox: DayOutbox,
  show: (actions: DayAction[]) => void,
  flush: () => Promise<void>,
): void {
  useEffect(() => {
    const again = () => {
      show(outbox.actions());
      void flush();
    };
    // Cleared altogether it says no name.
    const seen = ({ key }: StorageEvent) => {
      if (key === null || key === nameOf(eventId)) again();
    };
    again();
    window.addEventListener('online', again);
    window.addEventListener('storage', seen);
    const timer = setInterval(() => void flush(), RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('storage', seen);
      clearInterval(timer);
    };
  }, [eventId, outbox, show, flush]);
}

/** The day as it is with what waits on this device. */
export function withActions(day: MeetingDayView, actions: readonly DayAction[]): MeetingDayView {
  const latest = new Map(actions.map((action) => [`${action.kind} ${action.id}`, action]));
  return {
    ...day,
    firms: day.firms.map((firm) => {
      const action = latest.get(`check-in ${firm.participantId}`);
      return action?.kind === 'check-in' ? { ...firm, checkedInAt: action.at } : firm;
    }),
    meetings: day.meetings.map((meeting) => {
      const action = latest.get(`attend ${meeting.id}`);
      return action?.kind === 'attend' ? { ...meeting, state: action.state } : meeting;
    }),
  };
}
