import { Redis, type Command } from 'ioredis';

/**
 * A connection to Redis for Socket.IO, which looks at no promise of what it sends: without this, one that Redis
 * refuses, or that waited too long while Redis was away, would end the process.
 */
export class HintConnection extends Redis {
  override sendCommand(...given: Parameters<Redis['sendCommand']>): unknown {
    const [command] = given as [Command];
    command.promise.catch(() => undefined);
    return super.sendCommand(...given);
  }
}

/** For telling. What Redis could not take within some ten seconds is dropped, as a hint may be. */
export const openPublisher = (url: string): Redis => new HintConnection(url);

/** For listening. It waits for Redis however long that takes: a subscription that was given up would never come back. */
export const openSubscriber = (url: string): Redis => new HintConnection(url, { maxRetriesPerRequest: null });
