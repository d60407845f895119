import { FAIR_NAMESPACE, type FairServerEvent, type FairServerEventData } from '#contracts/fair-live.js';
import type { ServerEvent, ServerEventData } from '#contracts/live.js';

interface Rooms {
  to(room: string): { emit(event: string, data: unknown): unknown };
  in(room: string): { disconnectSockets(close?: boolean): void };
}

/** What Socket.IO's server and its Redis emitter have in common. */
export interface Broadcaster {
  of(namespace: string): Rooms;
  to(room: string): {
    emit(event: string, data: unknown): unknown;
    except(room: string): { emit(event: string, data: unknown): unknown };
  };
  in(room: string): {
    socketsLeave(rooms: string | string[]): void;
    disconnectSockets(close?: boolean): void;
  };
}

export const userRoom = (userId: string): string => `user:${userId}`;
/** The sockets of one login. */
export const loginRoom = (sessionId: string): string => `login:${sessionId}`;
export const negotiationRoom = (roomId: string): string => `room:${roomId}`;
/** Those in a negotiation room who sit there for one of its two companies. */
export const partiesRoom = (roomId: string): string => `parties:${roomId}`;

/**
 * Tells browsers what changed, from any process. At most once and without memory: whoever missed it fetches the state
 * over HTTP.
 */
export class Live {
  constructor(private readonly broadcaster: Broadcaster | null) {}

  toUser<E extends ServerEvent>(userId: string, event: E, data: ServerEventData<E>): void {
    this.broadcaster?.to(userRoom(userId)).emit(event, data);
  }

  toRoom<E extends ServerEvent>(roomId: string, event: E, data: ServerEventData<E>): void {
    this.broadcaster?.to(negotiationRoom(roomId)).emit(event, data);
  }

  /** Tells the two companies something, and everybody else in the room what is left of it. */
  toParties<E extends ServerEvent>(
    roomId: string,
    event: E,
    data: ServerEventData<E>,
    others: ServerEventData<E>,
  ): void {
    this.broadcaster?.to(partiesRoom(roomId)).emit(event, data);
    this.broadcaster?.to(negotiationRoom(roomId)).except(partiesRoom(roomId)).emit(event, others);
  }

  /** Takes all of a user's sockets out of a negotiation room, and tells them. */
  removeFromRoom(userId: string, roomId: string): void {
    this.broadcaster?.in(userRoom(userId)).socketsLeave([negotiationRoom(roomId), partiesRoom(roomId)]);
    this.toUser(userId, 'room:left', { roomId });
  }

  /** To those at a fair who look at a booth, take part in a talk or sit in a session. */
  toFair<E extends FairServerEvent>(room: string, event: E, data: FairServerEventData<E>): void {
    this.broadcaster?.of(FAIR_NAMESPACE).to(room).emit(event, data);
  }

  disconnectUser(userId: string): void {
    this.disconnect(userRoom(userId));
  }

  disconnectSession(sessionId: string): void {
    this.disconnect(loginRoom(sessionId));
  }

  /** In every namespace. */
  private disconnect(room: string): void {
    this.broadcaster?.of(FAIR_NAMESPACE).in(room).disconnectSockets(true);
    this.broadcaster?.in(room).disconnectSockets(true);
  }
}
