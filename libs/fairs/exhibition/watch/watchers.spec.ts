import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { AppError } from '#platform/http/index.js';
import type { LiveServer } from '#platform/realtime/index.js';
import type { FairSocket } from '../talks/fair-socket.js';
import type { WatchReader } from './watch.reader.js';
import { Watchers } from './watchers.js';

const fairId = '01900000-0000-7000-8000-000000000001';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A big screen that stands there while its day is read by `read`. Answers with what it was told. */
async function aScreen(read: () => Promise<object>): Promise<object[]> {
  const told: object[] = [];
  const rooms = new Set<string>();
  const local = { to: () => ({ emit: (_: string, watch: object) => told.push(watch) }) };
  const server = { io: { of: () => ({ adapter: { rooms }, local }) } } as unknown as LiveServer;
  const reader = { watch: read, state: read } as unknown as WatchReader;
  const watchers = new Watchers(server, reader, pino({ level: 'silent' }));
  const socket = { person: { actor: {}, holder: null }, join: async (room: string) => void rooms.add(room) };
  await watchers.join(socket as unknown as FairSocket, fairId);
  return told;
}

it('goes on telling a big screen after a reading that failed', async () => {
  let reads = 0;
  const told = await aScreen(async () => {
    reads += 1;
    if (reads === 2) throw new Error('The database is being started again.');
    return { now: '', reads };
  });
  await jest.advanceTimersByTimeAsync(1_600);
  expect(told).toEqual([
    { now: '', reads: 3 },
    { now: '', reads: 4 },
  ]);
});

it('reads no more of a fair that is gone', async () => {
  let reads = 0;
  const told = await aScreen(async () => {
    reads += 1;
    if (reads === 2) throw new AppError('request/not-found');
    return { now: '', reads };
  });
  await jest.advanceTimersByTimeAsync(5_000);
  expect([told, reads]).toEqual([[], 2]);
});
