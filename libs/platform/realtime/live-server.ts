import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { errorMessage } from '#contracts/errors.js';
import {
  clientEvents,
  type Acknowledgement,
  type ClientEvent,
  type ServerEvent,
  type ServerEventData,
} from '#contracts/live.js';
import type { z } from 'zod';
import { SESSION_COOKIE, type Actor, type Sessions } from '../auth/actor.js';
import { AppError } from '../http/app-error.js';
import { holdsNul } from '../http/fields.js';
import { openPublisher, openSubscriber } from './hint-connection.js';
import { loginRoom, userRoom } from './live.js';

type Received<E extends ClientEvent> = z.output<(typeof clientEvents)[E]>;

/** One connected browser tab. */
export interface LiveClient {
  readonly actor: Actor;
  isIn(room: string): boolean;
  join(room: string): Promise<void>;
  leave(room: string): Promise<void>;
  /** To everybody else in the room; dropped rather than queued where a receiver is slow. */
  hint<E extends ServerEvent>(room: string, event: E, data: ServerEventData<E>): void;
}

export type LiveHandler<E extends ClientEvent> = (
  client: LiveClient,
  data: Received<E>,
) => Promise<object | void>;

export interface LiveServerSettings {
  readonly redisUrl: string | undefined;
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean;
}

/**
 * The socket server. Contexts add a handler per client event; what a client sends is checked against the contract, and
 * acknowledged with what the handler answers or with the error.
 */
export class LiveServer {
  readonly io: Server;
  private readonly handlers = new Map<ClientEvent, LiveHandler<ClientEvent>>();
  private readonly leaveListeners: ((actor: Actor, rooms: string[]) => void)[] = [];
  private readonly redis: Redis[] = [];

  constructor(
    private readonly settings: LiveServerSettings,
    private readonly log: Logger,
  ) {
    this.io = new Server({
      path: '/socket.io',
      serveClient: false,
      // One connection, no polling: several nodes need no sticky sessions.
      transports: ['websocket'],
      maxHttpBufferSize: 100_000,
      allowRequest: (request, answer) =>
        answer(null, settings.allowsOrigin(request.headers.origin, request.headers.host)),
    });
    if (settings.redisUrl) {
      const publisher = openPublisher(settings.redisUrl);
      const subscriber = openSubscriber(settings.redisUrl);
      this.redis.push(publisher, subscriber);
      this.io.adapter(createAdapter(publisher, subscriber));
    }
  }

  /** Handles a client event; refuses a second handler for it. */
  on<E extends ClientEvent>(event: E, handler: LiveHandler<E>): void {
    if (this.handlers.has(event)) throw new Error(`Two handlers for the socket event ${event}.`);
    this.handlers.set(event, handler);
  }

  /** Calls back with the rooms that a client was in when it went away. */
  onGone(listener: (actor: Actor, rooms: string[]) => void): void {
    this.leaveListeners.push(listener);
  }

  /** Refuses to start where a client event of the contract has no handler. */
  start(server: HttpServer, sessions: Sessions): void {
    const missing = Object.keys(clientEvents).filter((event) => !this.handlers.has(event as ClientEvent));
    if (missing.length > 0) throw new Error(`No handler for the socket events ${missing.join(', ')}.`);
    this.io.use((socket, next) => {
      const token = cookie(socket.handshake.headers.cookie, SESSION_COOKIE);
      void (token ? sessions.findActor(token) : Promise.resolve(null)).then(
        (actor) => {
          (socket.data as { actor?: Actor | null }).actor = actor;
          next(actor ? undefined : new Error('auth/not-signed-in'));
        },
        () => next(new Error('server/failed')),
      );
    });
    this.io.on('connection', (socket) => this.welcome(socket));
    this.io.attach(server);
  }

  get connections(): number {
    return this.io.engine?.clientsCount ?? 0;
  }

  async stop(): Promise<void> {
    await this.io.close();
    for (const connection of this.redis) connection.disconnect();
  }

  private welcome(socket: Socket): void {
    const { actor } = socket.data as { actor: Actor };
    void socket.join([userRoom(actor.userId), loginRoom(actor.sessionId)]);
    const client: LiveClient = {
      actor,
      isIn: (room) => socket.rooms.has(room),
      join: async (room) => void (await socket.join(room)),
      leave: async (room) => void (await socket.leave(room)),
      hint: (room, event, data) => void socket.volatile.to(room).emit(event, data),
    };
    for (const event of this.handlers.keys()) {
      socket.on(event, (data: unknown, answer?: unknown) => {
        void this.receive(event, client, data).then((acknowledgement) => {
          if (typeof answer === 'function') (answer as (a: Acknowledgement<object>) => void)(acknowledgement);
        });
      });
    }
    socket.on('disconnecting', () => {
      const rooms = [...socket.rooms];
      setImmediate(() => this.leaveListeners.forEach((listener) => listener(actor, rooms)));
    });
  }

  private async receive(
    event: ClientEvent,
    client: LiveClient,
    data: unknown,
  ): Promise<Acknowledgement<object>> {
    try {
      const parsed = clientEvents[event].safeParse(data);
      if (!parsed.success || holdsNul(parsed.data)) throw new AppError('request/invalid');
      const answer = await this.handlers.get(event)?.(client, parsed.data);
      return { ...answer, ok: true };
    } catch (error) {
      if (!(error instanceof AppError)) this.log.error({ err: error, event }, 'A socket event failed.');
      const code = error instanceof AppError ? error.code : 'server/failed';
      return { ok: false, code, message: errorMessage(code, client.actor.language) };
    }
  }
}

function cookie(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  try {
    return pair ? decodeURIComponent(pair.trim().slice(name.length + 1)) : null;
  } catch {
    // Not what this server set; Socket.IO would end the process for an error thrown here.
    return null;
  }
}
