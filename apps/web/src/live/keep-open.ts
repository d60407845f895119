import type { Socket } from 'socket.io-client';

/** So long (ms) after the server ended a connection it is opened again; and after its handshake failed. */
const ENDED_MS = 1_000;
const FAILED_MS = 10_000;

/** What the handshake answers to those who may not come: asking again would change nothing. */
export const NOT_SIGNED_IN = 'auth/not-signed-in';

type Kept = Pick<Socket, 'active' | 'connect' | 'disconnect' | 'on' | 'off'>;

/**
 * Opens a socket and keeps it open until the function that it answers with is called. Socket.IO comes back by itself
 * where the network failed, but not where the server ended the connection (a deploy, changed rights, an ended session)
 * or failed at the handshake: the handshake then decides whether this person may come again.
 */
export function keepOpen(socket: Kept): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), ms);
  };
  const onDisconnect = (reason: string) => {
    if (reason === 'io server disconnect') again(ENDED_MS);
  };
  const onRefused = (error: Error) => {
    if (!socket.active && error.message !== NOT_SIGNED_IN) again(FAILED_MS);
  };
  socket.on('disconnect', onDisconnect);
  socket.on('connect_error', onRefused);
  socket.connect();
  return () => {
    clearTimeout(timer);
    socket.off('disconnect', onDisconnect);
    socket.off('connect_error', onRefused);
    socket.disconnect();
  };
}
