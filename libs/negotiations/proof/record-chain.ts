import { createHash } from 'node:crypto';
import type { RecordHead } from '#contracts/verification.js';
import { sha256Of } from '../agreement-document.js';

export const entryKinds = [
  'message',
  'offer',
  'agreement',
  'signature',
  'price',
  'minutes',
  'nda',
  'file',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One entry of a room's chain, as it was when it was chained. */
export interface ChainEntry {
  /** From 1, without gaps. */
  readonly position: number;
  readonly kind: EntryKind;
  /** Of what it is: a message's number, an offer's id …; unique within its kind. */
  readonly id: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
  /** 128 random bits, hex: without them, who sees only the hash of a short text could guess the text. */
  readonly nonce: string;
  readonly body: unknown;
}

/**
 * A room's record is a hash chain. Each entry's hash is SHA-256 over its canonical JSON (RFC 8785); each link is SHA-256
 * over the bytes of the link before and the bytes of the entry's hash. The entry goes in by its hash, so that an entry
 * that a reader may not see can be held back from an export (its hash stands in its place) and the chain still be checked.
 */
export const hashOfEntry = ({ position, kind, id, at, nonce, body }: ChainEntry): string =>
  sha256Of({ position, kind, id, at, nonce, body });

/** The link after an entry; `previous` and `hash` as 64 hex digits. */
export const linkAfter = (previous: string, hash: string): string =>
  createHash('sha256').update(previous, 'hex').update(hash, 'hex').digest('hex');

/** What stands before the first entry: the chain of one room is of no use in another. */
export const headBefore = (roomId: string): RecordHead => ({
  position: 0,
  link: createHash('sha256').update(`nakadachi-record/1 ${roomId}`).digest('hex'),
});
