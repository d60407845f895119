import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { clientEvents, type ClientEvent } from '#contracts/live.js';
import type { Actor, Sessions } from '../auth/actor.js';
import { AppError } from '../http/app-error.js';
import { Live, negotiationRoom } from './live.js';
import { LiveServer, type LiveHandler } from './live-server.js';

const roomId = '01900000-0000-7000-8000-000000000001';
const actor: Actor = {
  userId: '01900000-0000-7000-8000-000000000002',
  name: '山田 太郎',
  role: 'company-owner',
  language: 'ja',
  sessionId: 'session-1',
  company: null,
  body: null,
};
const sessions: Sessions = {
  findActor: async (token) => {
    if (token === 'broken database') throw new Error('no connection');
    return token === 'known' ? actor : null;
  },
};
const events = Object.keys(clientEvents) as ClientEvent[];
const nothing: LiveHandler<ClientEvent> = async () => undefined;

let server: LiveServer;
let http: Server | null = null;
const sockets: Socket[] = [];

const newServer = () =>
  (server = new LiveServer(
    { redisUrl: undefined, allowsOrigin: (origin) => origin !== 'https://elsewhere.example' },
    pino({ level: 'silent' }),
  ));

/** A server with `handlers`, the other events doing nothing. */
async function serve(handlers: { [E in ClientEvent]?: LiveHandler<E> } = {}): Promise<string> {
  newServer();
  for (const event of events) server.on(event, (handlers[event] as LiveHandler<ClientEvent>) ?? nothing);
  const listening = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  server.start(listening, sessions);
  http = listening;
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

/** Connects; answers with the socket, or with what refused it. */
function connect(url: string, headers: Record<string, string>): Promise<Socket | string> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  sockets.push(socket);
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', (error) => resolve(error.message));
  });
}
const known = async (url: string): Promise<Socket> => {
  const socket = await connect(url, { cookie: 'nakadachi_session=known' });
  if (typeof socket === 'string') throw new Error(socket);
  return socket;
};

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  if (http) await server.stop();
  http = null;
});

describe('the start of a socket server', () => {
  it('is refused where a client event has no handler', () => {
    const [first, ...others] = events;
    newServer();
    for (const event of others) server.on(event, nothing);
    expect(() => server.start(createServer(), sessions)).toThrow(
      `No handler for the socket events ${first ?? ''}.`,
    );
  });

  it('is refused with two handlers for one event', () => {
    newServer().on('room:join', nothing);
    expect(() => server.on('room:join', nothing)).toThrow('Two handlers for the socket event room:join.');
  });
});

describe('a connection', () => {
  it('is for those with a session', async () => {
    const url = await serve();
    expect(await connect(url, {})).toBe('auth/not-signed-in');
    expect(await connect(url, { cookie: 'nakadachi_session=unknown' })).toBe('auth/not-signed-in');
    expect(await connect(url, { cookie: 'other=known' })).toBe('auth/not-signed-in');
    expect(await connect(url, { cookie: 'nakadachi_session=broken%20database' })).toBe('server/failed');
    expect((await known(url)).connected).toBe(true);
    expect(server.connections).toBeGreaterThan(0);
  });

  it('with a cookie that is no percent-encoding is refused, and harms nobody', async () => {
    const url = await serve();
    expect(await connect(url, { cookie: 'nakadachi_session=%E0%A4%A' })).toBe('auth/not-signed-in');
    expect((await known(url)).connected).toBe(true);
  });

  it('from a page of somebody else is refused', async () => {
    const url = await serve();
    const headers = { cookie: 'nakadachi_session=known', origin: 'https://elsewhere.example' };
    expect(await connect(url, headers)).toEqual(expect.any(String));
    expect(server.connections).toBe(0);
  });
});

describe('a client event', () => {
  it('is checked against the contract before its handler sees it', async () => {
    let calls = 0;
    const socket = await known(await serve({ 'room:join': async () => void calls++ }));
    for (const data of [undefined, null, 'text', {}, { roomId: 'no id' }]) {
      expect(await socket.emitWithAck('room:join', data)).toMatchObject({
        ok: false,
        code: 'request/invalid',
        message: '入力内容を確認してください。',
      });
    }
    expect(calls).toBe(0);
    expect(await socket.emitWithAck('room:join', { roomId })).toEqual({ ok: true });
    expect(calls).toBe(1);
  });

  it('whose text PostgreSQL could not hold is refused like on HTTP', async () => {
    const socket = await known(await serve());
    const message = { roomId, clientId: actor.userId, text: 'a\u0000b' };
    expect(await socket.emitWithAck('message:send', message)).toMatchObject({ code: 'request/invalid' });
  });

  it('is acknowledged with the answer, or with the error in the reader’s language', async () => {
    const socket = await known(
      await serve({
        'message:send': async (_, { text }) => {
          if (text === 'closed') throw new AppError('negotiation/room-closed');
          if (text === 'secret') throw new Error('password=secret');
          return { seq: 7, createdAt: '2026-04-01T00:00:00Z' };
        },
      }),
    );
    const say = (text: string) =>
      socket.emitWithAck('message:send', { roomId, clientId: actor.userId, text }) as Promise<unknown>;
    expect(await say('good')).toEqual({ ok: true, seq: 7, createdAt: '2026-04-01T00:00:00Z' });
    expect(await say('closed')).toEqual({
      ok: false,
      code: 'negotiation/room-closed',
      message: 'この商談ルームは終了しています。',
    });
    const failed = await say('secret');
    expect(failed).toMatchObject({ ok: false, code: 'server/failed' });
    expect(JSON.stringify(failed)).not.toContain('secret');
  });

  it('without an acknowledgement is handled too, and unknown events are nobody’s', async () => {
    const heard: string[] = [];
    const socket = await known(
      await serve({ 'room:typing': async (_, data) => void heard.push(data.roomId) }),
    );
    socket.emit('no:such-event', { roomId });
    socket.emit('room:typing', { roomId }, 'not a function');
    socket.emit('room:typing', { roomId });
    await socket.emitWithAck('room:join', { roomId });
    expect(heard).toEqual([roomId, roomId]);
  });
});

describe('rooms', () => {
  it('are told, left and, when a client goes away, named to whoever listens', async () => {
    const url = await serve({
      'room:join': async (client, data) => client.join(negotiationRoom(data.roomId)),
      'room:typing': async (client, data) => ({ inside: client.isIn(negotiationRoom(data.roomId)) }),
    });
    const gone = new Promise<string[]>((resolve) => server.onGone((_, rooms) => resolve(rooms)));
    const live = new Live(server.io);
    const socket = await known(url);
    const left = new Promise((resolve) => socket.once('room:left', resolve));
    await socket.emitWithAck('room:join', { roomId });
    expect(await socket.emitWithAck('room:typing', { roomId })).toMatchObject({ inside: true });
    live.removeFromRoom(actor.userId, roomId);
    expect(await left).toEqual({ roomId });
    expect(await socket.emitWithAck('room:typing', { roomId })).toMatchObject({ inside: false });
    await socket.emitWithAck('room:join', { roomId });
    const disconnected = new Promise((resolve) => socket.once('disconnect', resolve));
    live.disconnectSession(actor.sessionId);
    await disconnected;
    expect(await gone).toContain(negotiationRoom(roomId));
  });

  it('where nobody is told (a command line) cost nothing', () => {
    newServer();
    const live = new Live(null);
    live.toUser(actor.userId, 'room:left', { roomId });
    live.removeFromRoom(actor.userId, roomId);
    live.disconnectUser(actor.userId);
    expect(server.connections).toBe(0);
  });
});
