import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { committedBytes, voteBytes, voteContext, type Vote } from '#contracts/sealed-vote.js';

/** A vote sealed as a browser seals it: the demonstration’s members have none. */
export function sealedVote(disputeId: string, userId: string, given: Vote) {
  const key = randomBytes(32).toString('hex');
  const iv = randomBytes(12);
  const context = voteContext(disputeId, userId);
  const bytes = voteBytes(given);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  const commitment = createHash('sha256')
    .update(committedBytes(context, key, bytes))
    .digest('hex');
  return { key, sealed: { ciphertext: body.toString('base64'), iv: iv.toString('base64'), commitment } };
}
