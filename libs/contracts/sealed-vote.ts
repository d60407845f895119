import { z } from 'zod';
import { prose, yen } from './shapes.js';

/** What a member finds of a claim. */
export const finding = z.enum(['upheld', 'partly', 'rejected']);
export type Finding = z.infer<typeof finding>;

/** A member's vote. The amount goes with `partly`, where one was claimed. */
export const vote = z.object({
  finding,
  amountYen: yen.nullable().default(null),
  reasons: prose(1_000),
});
export type Vote = z.infer<typeof vote>;

export const VOTE_FORMAT = 'nakadachi-vote/1';
/** All votes are this long before they are sealed, so that a sealed one tells nothing by its length. In bytes. */
export const VOTE_BYTES = 8_192;

/**
 * To what a sealed vote is bound (the additional data of AES-GCM): nobody can hand in another member's or another
 * dispute's as their own.
 */
export const voteContext = (disputeId: string, userId: string): string =>
  `${VOTE_FORMAT}\n${disputeId}\n${userId}`;

/** A vote as it is sealed: JSON in UTF-8, filled up with spaces. */
export function voteBytes(given: Vote): Uint8Array<ArrayBuffer> {
  const { finding: found, amountYen, reasons } = given;
  const json = new TextEncoder().encode(JSON.stringify({ finding: found, amountYen, reasons }));
  if (json.length > VOTE_BYTES) throw new RangeError('The vote is too long.');
  const bytes = new Uint8Array(VOTE_BYTES).fill(0x20);
  bytes.set(json);
  return bytes;
}

/**
 * What the commitment is the SHA-256 of: AES-GCM alone would let a member make one ciphertext that opens to two votes with
 * two keys. `key`: 64 hex digits.
 */
export function committedBytes(context: string, key: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${context}\n${key}\n`);
  const bytes = new Uint8Array(head.length + sealed.length);
  bytes.set(head);
  bytes.set(sealed, head.length);
  return bytes;
}
