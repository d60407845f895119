import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { demandPermission, type Actor } from '#platform/auth/index.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';
import { Live, LiveServer, negotiationRoom, partiesRoom, type LiveClient } from '#platform/realtime/index.js';
import { readsBetween } from './attendance/between-parties.js';
import { MessageWriter, type NewMessage } from './message-writer.js';
import { RoomsReader, type Seat } from './rooms.reader.js';

/** Presence is told this long (ms) after a change, so that a page reload is one telling, not two. */
const PRESENCE_DELAY = 50;

const PREFIX = negotiationRoom('');

/** What browsers do in rooms over their socket. */
@Injectable()
export class RoomSockets implements OnModuleInit {
  private readonly changing = new Set<string>();

  constructor(
    private readonly server: LiveServer,
    private readonly live: Live,
    private readonly rooms: RoomsReader,
    private readonly writer: MessageWriter,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.server.on('room:join', (client, { roomId }) => this.join(client, roomId));
    this.server.on('room:leave', (client, { roomId }) => this.leave(client, roomId));
    this.server.on('room:typing', (client, { roomId }) => this.typing(client, roomId));
    this.server.on('message:send', (client, message) => this.send(client, message));
    // Also where a socket is lost, or is taken out from another process.
    const { adapter } = this.server.io.of('/');
    for (const change of ['join-room', 'leave-room'])
      adapter.on(change, (room: string) => this.presenceChanged(room));
  }

  /** Looks twice: who is taken out between the first look and the joining would otherwise stay. */
  private async join(client: LiveClient, roomId: string): Promise<{ lastSeq: number }> {
    demandPermission(client.actor, 'negotiation:read');
    const { role } = await this.seat(client.actor, roomId);
    await client.join(negotiationRoom(roomId));
    if (readsBetween(role)) await client.join(partiesRoom(roomId));
    try {
      const seat = await this.seat(client.actor, roomId);
      if (!readsBetween(seat.role)) await client.leave(partiesRoom(roomId));
      return { lastSeq: seat.lastSeq };
    } catch (error) {
      await this.leave(client, roomId);
      throw error;
    }
  }

  private async leave(client: LiveClient, roomId: string): Promise<void> {
    await client.leave(negotiationRoom(roomId));
    await client.leave(partiesRoom(roomId));
  }

  private async seat(actor: Actor, roomId: string): Promise<Seat> {
    try {
      return await this.rooms.seat(actor, roomId);
    } catch (error) {
      throw error instanceof AppError ? new AppError('auth/forbidden') : error;
    }
  }

  /** A hint: it touches no database. */
  private async typing(client: LiveClient, roomId: string): Promise<void> {
    if (!client.isIn(negotiationRoom(roomId))) throw new AppError('auth/forbidden');
    const { userId, name } = client.actor;
    client.hint(negotiationRoom(roomId), 'room:typing', { roomId, userId, name });
  }

  private async send(
    { actor }: LiveClient,
    message: Omit<NewMessage, 'senderId'>,
  ): Promise<{ seq: number; createdAt: string }> {
    demandPermission(actor, 'negotiation:write');
    const { seq, createdAt } = await this.writer.post({ ...message, senderId: actor.userId });
    return { seq, createdAt: createdAt.toISOString() };
  }

  private presenceChanged(room: string): void {
    if (!room.startsWith(PREFIX) || this.changing.has(room)) return;
    this.changing.add(room);
    setTimeout(() => {
      this.changing.delete(room);
      this.tellPresence(room.slice(PREFIX.length)).catch((error: unknown) =>
        this.log.warn({ err: error }, 'Presence could not be told.'),
      );
    }, PRESENCE_DELAY).unref();
  }

  /** Who has the room open, on all nodes. */
  private async tellPresence(roomId: string): Promise<void> {
    const sockets = await this.server.io.in(negotiationRoom(roomId)).fetchSockets();
    const userIds = sockets.map((socket) => (socket.data as { actor: Actor }).actor.userId);
    this.live.toRoom(roomId, 'room:presence', { roomId, userIds: [...new Set(userIds)] });
  }
}
