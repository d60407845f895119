import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { callsApi, type Call, type TimedMeeting } from '#contracts/calls.js';
import { useEndpoint } from '../../../api/use-endpoint';
import { useLive, useLiveState } from '../../../live/live';
import { CallSession, type CallState } from './call-session';

export interface RoomCall {
  /** The call that is going on; null: none is, or it is not known yet. */
  call: Call | null;
  /** What the server's clock is ahead of this device's, in ms. */
  ahead: number;
  /** The room's timed meetings until tomorrow, soonest first, and what has just been. */
  timed: readonly TimedMeeting[];
  /** The zone that the reader is known to read times in; null: none is yet, undefined: it was not read. */
  zone: string | null | undefined;
}

type Told = Omit<RoomCall, 'timed' | 'zone'> & { at: number };

/** The call of a room as it is: read once, then told by the socket, and read again after a reconnection. */
export function useRoomCall(roomId: string): RoomCall {
  const { data } = useEndpoint(callsApi.get, { params: { id: roomId } });
  const [told, setTold] = useState<Told | null>(null);
  const [read, setRead] = useState<{ data: typeof data; known: Told } | null>(null);
  if (data && read?.data !== data)
    setRead({ data, known: { call: data.call, ahead: aheadOf(data.now), at: Date.parse(data.now) } });
  useLive('call:changed', ({ roomId: where, call, now }) => {
    if (where === roomId) setTold({ call, ahead: aheadOf(now), at: Date.parse(now) });
  });
  const known = read?.known ?? null;
  // The later one by the server's clock: an answer may have been on its way for long.
  const latest = told && known ? (told.at >= known.at ? told : known) : (told ?? known);
  return { ...(latest ?? { call: null, ahead: 0 }), timed: data?.timed ?? NONE, zone: data?.zone };
}

const NONE: readonly TimedMeeting[] = [];
const aheadOf = (now: string): number => Date.parse(now) - Date.now();

/** One's own part in the room's call, for as long as the component is shown. */
export function useCallSession(
  roomId: string,
  userId: string,
  speaks: boolean,
  call: Call | null,
): { session: CallSession; state: CallState } {
  const [session, setSession] = useState(() => new CallSession(roomId, userId, speaks));
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const connected = useLiveState() === 'connected';
  useEffect(() => {
    // In development React mounts twice: what was closed is not opened again.
    const own = session.isClosed ? new CallSession(roomId, userId, speaks) : session;
    if (own !== session) setSession(own);
    else void own.openDevices();
    const leave = () => own.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      own.close();
    };
  }, [session, roomId, userId, speaks]);
  const changed = useEffectEvent(() => session.heardCall(call));
  useEffect(() => changed(), [call]);
  useEffect(() => {
    if (connected) session.reconnected();
  }, [connected, session]);
  useLive('call:signal', ({ roomId: where, from, to, signal }) => {
    if (where === roomId) session.heardSignal(to, from, signal);
  });
  useLive('call:warning', ({ roomId: where, minutes }) => {
    if (where === roomId) session.heardWarning(minutes);
  });
  useLive('call:ended', ({ roomId: where, reason }) => {
    if (where === roomId) session.heardEnd(reason);
  });
  return { session, state };
}
