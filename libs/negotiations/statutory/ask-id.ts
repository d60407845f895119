import type { Side } from '#contracts/parties.js';
import { uuidOf } from '../uuid-of.js';

/** One request a day and side, however often it is pressed. */
export const askId = (roomId: string, side: Side, day: string): string =>
  uuidOf(`statutory-asked ${roomId} ${side} ${day}`);
