import { Emitter } from '@socket.io/redis-emitter';
import { openPublisher } from './hint-connection.js';
import { Live } from './live.js';
import type { LiveServer } from './live-server.js';

/**
 * Where this process tells browsers: by its own sockets, or through Redis by those of the realtime processes. With
 * neither (a command line) nobody is told.
 */
export function openLive(
  own: LiveServer | null,
  redisUrl: string | undefined,
): { live: Live; close: () => void } {
  if (own) return { live: new Live(own.io), close: () => undefined };
  if (!redisUrl) return { live: new Live(null), close: () => undefined };
  const redis = openPublisher(redisUrl);
  return { live: new Live(new Emitter(redis)), close: () => redis.disconnect() };
}
