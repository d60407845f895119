import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { CallSignal } from '#contracts/calls.js';
import { demandPermission } from '#platform/auth/index.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';
import { Live, LiveServer, type LiveClient } from '#platform/realtime/index.js';
import { CallsReader } from './calls.reader.js';
import { CallsService, type CallSeat } from './calls.service.js';

const TICK = 1_000;
/** Without a sign of a call in this process for so long (ms) its clock is looked at every tenth time only. */
const QUIET = 60_000;

const PREFIX = 'peer:';
const peerRoom = (peerId: string): string => PREFIX + peerId;

/** What browsers do for calls over their socket, and the clock that ends them. */
@Injectable()
export class CallSockets implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: ReturnType<typeof setInterval> | undefined;
  private running: Promise<void> | null = null;
  private ticks = 0;
  private lastSign = -Infinity;

  constructor(
    private readonly server: LiveServer,
    private readonly live: Live,
    private readonly calls: CallsService,
    private readonly reader: CallsReader,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.server.on('call:join', (client, { roomId, media }) => this.join(client, roomId, media));
    this.server.on('call:signal', (client, signal) => this.signal(client, signal));
    this.server.on('call:alive', (client, { roomId, peerId, media }) =>
      this.alive(client, roomId, peerId, media),
    );
    this.server.on('call:leave', async (client, { roomId, peerId }) => {
      await client.leave(peerRoom(peerId));
      await this.calls.leave(client.actor.userId, roomId, peerId);
    });
    this.server.onGone((_, rooms) => this.gone(rooms));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), TICK);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async join(
    client: LiveClient,
    roomId: string,
    media: Parameters<CallsService['join']>[2],
  ): Promise<CallSeat> {
    demandPermission(client.actor, 'negotiation:write');
    this.lastSign = Date.now();
    try {
      const seat = await this.calls.join(client.actor, roomId, media);
      await client.join(peerRoom(seat.peerId));
      return seat;
    } catch (error) {
      // As on every event of a room, who has no place learns nothing of it.
      if (error instanceof AppError && error.code === 'request/not-found')
        throw new AppError('auth/forbidden');
      throw error;
    }
  }

  /** Passed on as it is, to the one tab that it is for; both sit in the room and in its call, or it goes nowhere. */
  private async signal(
    client: LiveClient,
    { roomId, peerId, to, signal }: { roomId: string; peerId: string; to: string; signal: CallSignal },
  ): Promise<void> {
    const userId = await this.reader.partner(client.actor.userId, { roomId, peerId, to });
    if (userId === null) throw new AppError('auth/forbidden');
    this.live.toUser(userId, 'call:signal', { roomId, from: peerId, to, signal });
  }

  private async alive(
    client: LiveClient,
    roomId: string,
    peerId: string,
    media: Parameters<CallsService['join']>[2],
  ): Promise<void> {
    this.lastSign = Date.now();
    await this.calls.alive(client.actor, roomId, peerId, media);
    // Its socket may be another one than before.
    if (!client.isIn(peerRoom(peerId))) await client.join(peerRoom(peerId));
  }

  private gone(rooms: string[]): void {
    for (const room of rooms.filter((name) => name.startsWith(PREFIX))) {
      this.lastSign = Date.now();
      this.calls.lost(room.slice(PREFIX.length)).catch((error: unknown) => this.warn(error));
    }
  }

  private tick(): void {
    this.ticks += 1;
    if (this.running || (Date.now() - this.lastSign > QUIET && this.ticks % 10 !== 0)) return;
    this.running = this.calls
      .watch()
      .catch((error: unknown) => this.warn(error))
      .finally(() => (this.running = null));
  }

  private warn(err: unknown): void {
    this.log.warn({ err }, 'The state of calls could not be kept up; it is tried again.');
  }
}
