import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { io, type Socket } from 'socket.io-client';
import type {
  Acknowledgement,
  ClientEvent,
  ClientEventData,
  ServerEvent,
  ServerEventData,
} from '#contracts/live.js';
import type { Me } from '#contracts/identity.js';
import { meKey, queryClient } from '../api/query-client';
import { keepOpen, NOT_SIGNED_IN } from './keep-open';

type Heard = { [E in ServerEvent]: (data: ServerEventData<E>) => void };
type Said = {
  [E in ClientEvent]: (data: ClientEventData<E>, answer: (a: Acknowledgement<object>) => void) => void;
};

export type LiveState = 'off' | 'connecting' | 'connected';

const socket: Socket<Heard, Said> = io({
  path: '/socket.io',
  transports: ['websocket'],
  autoConnect: false,
  reconnectionDelayMax: 10_000,
});

let state: LiveState = 'off';
const watchers = new Set<() => void>();
const become = (next: LiveState): void => {
  state = next;
  watchers.forEach((watcher) => watcher());
};

socket.on('connect', () => {
  become('connected');
  // What happened while nobody was listening is fetched.
  void queryClient.invalidateQueries();
});
socket.on('disconnect', (reason) => become(reason === 'io client disconnect' ? 'off' : 'connecting'));
socket.on('connect_error', (error) => {
  const signedOut = error.message === NOT_SIGNED_IN;
  become(signedOut ? 'off' : 'connecting');
  if (!signedOut) return;
  socket.disconnect();
  void queryClient.invalidateQueries({ queryKey: meKey });
});
socket.on('resource:changed', () => void queryClient.invalidateQueries());
socket.on('notifications:changed', () => {
  void queryClient.invalidateQueries({ queryKey: ['/notifications'] });
  // A notice may be about the reader's own rights: an approval, a new role.
  void queryClient.invalidateQueries({ queryKey: meKey });
});

/**
 * Keeps the socket open for this person, from the frame; null closes it. The server knows its owner as they were when
 * it was opened, so that it is opened again when their rights change.
 */
export function useLiveConnection(me: Me | null): void {
  const owner = me && JSON.stringify([me.id, me.role, me.company?.id, me.company?.approved, me.body?.id]);
  useEffect(() => {
    if (owner === null) return;
    become('connecting');
    const close = keepOpen(socket);
    return () => {
      close();
      become('off');
    };
  }, [owner]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}

/** Calls back with each event of this kind while the component is shown. */
export function useLive<E extends ServerEvent>(event: E, handler: (data: ServerEventData<E>) => void): void {
  const onEvent = useEffectEvent(handler);
  useEffect(() => {
    const listener = (data: ServerEventData<E>) => onEvent(data);
    socket.on(event, listener as never);
    return () => void socket.off(event, listener as never);
  }, [event]);
}

/** Sends an event and waits for its acknowledgement, at most 10 s. No connection: `{ ok: false, code: 'client/offline' }`. */
export async function sendLive<T extends object = object>(
  event: ClientEvent,
  data: ClientEventData<typeof event>,
): Promise<Acknowledgement<T>> {
  const none: Acknowledgement<T> = { ok: false, code: 'client/offline', message: '' };
  if (!socket.connected) return none;
  try {
    const untyped = socket as Socket;
    return (await untyped.timeout(10_000).emitWithAck(event, data)) as Acknowledgement<T>;
  } catch {
    return none;
  }
}
