import { z } from 'zod';
import { callClientEvents, callServerEvents } from './calls.js';
import { message, newText } from './message.js';
import { id } from './shapes.js';

/**
 * The socket protocol. The client sends these and gets an acknowledgement; a message is acknowledged only after it is
 * committed. Sockets say what changed; HTTP says what it is now.
 */
export const clientEvents = {
  'room:join': z.object({ roomId: id }),
  'room:leave': z.object({ roomId: id }),
  /** Answers with the message's number; the same clientId again answers with the number it already has. */
  'message:send': newText.extend({ roomId: id }),
  'room:typing': z.object({ roomId: id }),
  ...callClientEvents,
} as const;
export type ClientEvent = keyof typeof clientEvents;

/** What the server tells. */
export const serverEvents = {
  'message:new': message,
  /** Something of the room other than messages changed (`members`, `offers`, `state`, `read`, `files`, `appointments`, `record`): fetch it. */
  'room:changed': z.object({
    roomId: id,
    what: z.enum(['members', 'offers', 'state', 'read', 'files', 'appointments', 'record']),
  }),
  'room:presence': z.object({ roomId: id, userIds: z.array(id) }),
  'room:typing': z.object({ roomId: id, userId: id, name: z.string() }),
  ...callServerEvents,
  /** The receiver is no longer a member. */
  'room:left': z.object({ roomId: id }),
  /** A notification arrived, or was read elsewhere. */
  'notifications:changed': z.object({ unread: z.int() }),
  /** A resource the receiver may see changed: `kind` and id, e.g. `introduction`, `import`, `candidates`. */
  'resource:changed': z.object({ kind: z.string(), id }),
} as const;
export type ServerEvent = keyof typeof serverEvents;

export type ClientEventData<E extends ClientEvent> = z.input<(typeof clientEvents)[E]>;
export type ServerEventData<E extends ServerEvent> = z.output<(typeof serverEvents)[E]>;

/** The acknowledgement of a client event. */
export type Acknowledgement<T = Record<string, never>> =
  ({ ok: true } & T) | { ok: false; code: string; message: string };
export type SendAcknowledgement = Acknowledgement<{ seq: number; createdAt: string }>;
