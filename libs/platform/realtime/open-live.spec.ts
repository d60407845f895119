import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { clientEvents, type ClientEvent } from '#contracts/live.js';
import { LiveServer } from './live-server.js';
import { openLive } from './open-live.js';

/** Nothing listens there. */
const away = 'redis://127.0.0.1:1';
const roomId = '01900000-0000-7000-8000-000000000001';

describe('telling browsers while Redis is away', () => {
  beforeEach(() => {
    // The client says there that it cannot connect.
    jest.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  // A rejected promise that nobody holds would end the process, and here the test.
  it('fails nobody, from a process without sockets', async () => {
    const { live, close } = openLive(null, away);
    live.toUser('somebody', 'room:left', { roomId });
    live.removeFromRoom('somebody', roomId);
    close();
    await sleep(20);
  });

  it('fails nobody, from a process with sockets', async () => {
    const server = new LiveServer({ redisUrl: away, allowsOrigin: () => true }, pino({ level: 'silent' }));
    for (const event of Object.keys(clientEvents) as ClientEvent[]) server.on(event, async () => undefined);
    server.start(createServer(), { findActor: async () => null });
    const { live } = openLive(server, away);
    live.toUser('somebody', 'room:left', { roomId });
    live.disconnectUser('somebody');
    await server.stop();
    await sleep(20);
  });
});

it('telling browsers needs no Redis where nobody listens, as in a command line', () => {
  const { live, close } = openLive(null, undefined);
  expect(() => live.toRoom(roomId, 'room:left', { roomId })).not.toThrow();
  close();
});
