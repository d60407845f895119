import { useEffect, useEffectEvent, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import {
  FAIR_NAMESPACE,
  type FairClientEvent,
  type FairServerEvent,
  type FairServerEventData,
} from '#contracts/fair-live.js';
import type { Acknowledgement } from '#contracts/live.js';
import { keepOpen } from '../../live/keep-open';

/** The socket of a fair: with a visitor's ticket, or with the session of who is signed in. */
export function useFairSocket(ticket: string | null, enabled: boolean): Socket | null {
  const [socket, setSocket] = useState<Socket | null>(null);
  useEffect(() => {
    if (!enabled) return;
    const opened = io(FAIR_NAMESPACE, {
      ...{ path: '/socket.io', transports: ['websocket'], reconnectionDelayMax: 10_000 },
      // A connection of its own: the frame closes the one for signed-in people when their rights change.
      forceNew: true,
      autoConnect: false,
      auth: ticket ? { ticket } : {},
    });
    setSocket(opened);
    const close = keepOpen(opened);
    return () => {
      close();
      setSocket(null);
    };
  }, [ticket, enabled]);
  return socket;
}

/** Calls back with each event of this kind while the component is shown. */
export function useFairEvent<E extends FairServerEvent>(
  socket: Socket | null,
  event: E,
  handler: (data: FairServerEventData<E>) => void,
): void {
  const onEvent = useEffectEvent(handler);
  useEffect(() => {
    if (!socket) return;
    const listener = (data: FairServerEventData<E>) => onEvent(data);
    socket.on(event, listener as never);
    return () => void socket.off(event, listener as never);
  }, [socket, event]);
}

/** Does something at once where it is connected, and on every connection that follows. */
export function useOnConnect(socket: Socket | null, key: string, handler: (socket: Socket) => void): void {
  const onConnect = useEffectEvent(handler);
  useEffect(() => {
    if (!socket) return;
    const listener = () => onConnect(socket);
    if (socket.connected) listener();
    socket.on('connect', listener);
    return () => void socket.off('connect', listener);
  }, [socket, key]);
}

/** Sends and waits for the acknowledgement, at most 10 s. */
export async function sendFair<T extends object = object>(
  socket: Socket | null,
  event: FairClientEvent,
  data: object,
): Promise<Acknowledgement<T>> {
  const none: Acknowledgement<T> = { ok: false, code: 'client/offline', message: '' };
  if (!socket?.connected) return none;
  try {
    return (await socket.timeout(10_000).emitWithAck(event, data)) as Acknowledgement<T>;
  } catch {
    return none;
  }
}
