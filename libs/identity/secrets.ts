import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A key of its own per purpose (RFC 5869), so that what one part makes is of no use to another. */
const keyFor = (secretKey: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));

/** 256 random bits, in characters that a cookie and an address may have. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Tables keep only a token's SHA-256: who reads a backup cannot use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * The token of a mailed link, 256 bits. It follows from the link's id and the secret key, because the mail is written
 * later, by a handler that has only the event row: events are kept as the audit trail, so that a token in one would
 * stay readable, and the link's own row has just its hash. Neither table gives the token away without the key.
 */
export const linkToken = (secretKey: Buffer, linkId: string): string =>
  createHmac('sha256', keyFor(secretKey, 'mailed link')).update(linkId).digest('base64url');

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a one-time-password secret for its owner's row (AES-256-GCM; base64 of nonce, tag, text). */
export function sealTotpSecret(secretKey: Buffer, userId: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, 'totp secret'), nonce);
  cipher.setAAD(Buffer.from(userId));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** Throws where the key has changed, or the text was moved here from another account. */
export function openTotpSecret(secretKey: Buffer, userId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(secretKey, 'totp secret'),
    bytes.subarray(0, NONCE_BYTES),
    { authTagLength: TAG_BYTES },
  );
  decipher.setAAD(Buffer.from(userId));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
