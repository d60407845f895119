import type { RoomRole } from '#contracts/message.js';
import { readsBetween } from '../attendance/between-parties.js';
import { canSeeDeal, sideOf } from '../room.policy.js';
import type { ChainLink } from './chain-link.entity.js';

/** For whom a record is made; `platform`: by whoever runs the system, with everything. */
export interface RecordReaderOf {
  readonly role: RoomRole | 'platform';
  /** Number of the first message they see. */
  readonly joinedSeq: number;
  readonly name: string;
}

/**
 * Whether an entry's content goes to a reader; of the others only the hash does. The one place that decides it: what was
 * said before they joined, and what the parties said between them, is held back; what happened to offers, prices,
 * agreements and minutes everybody in the room may read.
 */
export function isShownTo(
  { role, joinedSeq }: RecordReaderOf,
  { kind, seq, body }: Pick<ChainLink, 'kind' | 'seq' | 'body'>,
): boolean {
  if (role === 'platform') return true;
  if (kind !== 'message') return canSeeDeal(role);
  const { between } = (body['data'] ?? {}) as { between?: unknown };
  return seq !== null && seq >= joinedSeq && (between !== true || readsBetween(role));
}

/** Whether the bytes of a file that a side sent, or handed in as a document, go to a reader though others may not have them. */
export const isOwnFile = ({ role }: RecordReaderOf, side: string): boolean =>
  role === 'platform' || sideOf(role) === side;
