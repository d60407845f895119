import type { Message } from '#contracts/message.js';
import type { Live } from '#platform/realtime/index.js';
import { isBetween, withheld } from './between-parties.js';

/** Tells a room's sockets of an entry: each of them what it may read. */
export function tellMessage(live: Live, message: Message): void {
  if (isBetween(message)) live.toParties(message.roomId, 'message:new', message, withheld(message));
  else live.toRoom(message.roomId, 'message:new', message);
}
