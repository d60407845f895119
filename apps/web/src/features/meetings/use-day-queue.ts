import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { meetingDayApi, type MeetingDayView } from '#contracts/meeting-day.js';
import { ApiError, call } from '../../api/client';
import { keyOf } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';

/** What was done at the reception and is not with the server yet. The same again takes the place of the earlier. */
export type DayAction =
  | { kind: 'check-in'; id: string; at: string | null }
  | { kind: 'attend'; id: string; state: 'planned' | 'held' | 'no-show' };

const RETRY_MS = 5_000;
const nameOf = (eventId: string) => `nakadachi.day.${eventId}`;

function stored(eventId: string): DayAction[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(eventId)) ?? '[]') as DayAction[];
  } catch {
    return [];
  }
}

const send = (eventId: string, action: DayAction) =>
  action.kind === 'check-in'
    ? call(meetingDayApi.checkIn, {
        params: { id: eventId, participantId: action.id },
        body: { at: action.at },
      })
    : call(meetingDayApi.attend, {
        params: { id: eventId, meetingId: action.id },
        body: { state: action.state },
      });

/** Keeps what is done on this device until the server has it, through reloads and a network that comes and goes. */
export function useDayQueue(eventId: string) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(() => stored(eventId));
  const busy = useRef(false);
  const keep = useCallback(
    (actions: DayAction[]) => {
      localStorage.setItem(nameOf(eventId), JSON.stringify(actions));
      setWaiting(actions);
    },
    [eventId],
  );

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (let [next] = stored(eventId); next; [next] = stored(eventId)) {
        const sent = next;
        try {
          await send(eventId, sent);
        } catch (error) {
          if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) return;
          // The server refuses it for good, e.g. the meeting was cancelled meanwhile.
          tellProblem(error);
        }
        keep(stored(eventId).filter((one) => JSON.stringify(one) !== JSON.stringify(sent)));
      }
      await client.invalidateQueries({ queryKey: keyOf(meetingDayApi.day) });
    } finally {
      busy.current = false;
    }
  }, [client, eventId, keep]);

  useRetries(eventId, flush);
  return {
    waiting,
    act: (action: DayAction) => {
      const others = stored(eventId).filter(({ kind, id }) => kind !== action.kind || id !== action.id);
      keep([...others, action]);
      void flush();
    },
  };
}

/** Tries again when the network says that it is back, and every few seconds while something waits. */
function useRetries(eventId: string, flush: () => Promise<void>): void {
  useEffect(() => {
    const again = () => void flush();
    window.addEventListener('online', again);
    const timer = setInterval(() => {
      if (stored(eventId).length > 0) again();
    }, RETRY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [eventId, flush]);
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
