import { createDecipheriv, createHash } from 'node:crypto';
import { committedBytes, vote, VOTE_BYTES, voteContext, type Vote } from '#contracts/sealed-vote.js';

/** A vote as it is kept: base64, but for the commitment, which is hex. */
export interface SealedVote {
  /** AES-256-GCM, its 16 bytes of authentication at the end. */
  readonly ciphertext: string;
  readonly iv: string;
  readonly commitment: string;
}

export const TAG_BYTES = 16;

/**
 * Opens a vote with the key that its member hands over after the quorum: 64 hex digits. Null where the key does not open
 * it, or opens something else than what was committed to. Sealing happens in the member's browser alone, so that until
 * then nothing that the platform holds can read it.
 */
export function openVote(sealed: SealedVote, disputeId: string, userId: string, key: string): Vote | null {
  const context = voteContext(disputeId, userId);
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  let plain: Buffer;
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'hex'),
      Buffer.from(sealed.iv, 'base64'),
    );
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
  const commitment = createHash('sha256')
    .update(committedBytes(context, key, plain))
    .digest('hex');
  if (commitment !== sealed.commitment || plain.length !== VOTE_BYTES) return null;
  return vote.safeParse(parsed(plain.toString('utf8'))).data ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
