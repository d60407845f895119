import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** Ed25519 keys in their DER envelopes (RFC 8410): these bytes, then the key's 32. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

/** With what the platform seals. */
export interface Sealer {
  readonly fingerprint: string;
  /** 32 bytes, base64. */
  readonly publicKey: string;
  /** 64 bytes, base64. Equal bytes give equal signatures. */
  sign(bytes: Buffer): string;
}

/** What stands in a sealed thing. */
export interface Seal {
  readonly algorithm: 'Ed25519';
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly signature: string;
}

/**
 * The platform's Ed25519 key. It follows from the secret key (HKDF, RFC 5869), which is made at the first start, kept in
 * the data folder and the same in all processes; so there is one secret to keep, and sealing needs no second file.
 */
export function sealerOf(secretKey: Buffer): Sealer {
  const seed = Buffer.from(hkdfSync('sha256', secretKey, '', 'record seal', KEY_BYTES));
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return {
    fingerprint: fingerprintOf(raw),
    publicKey: raw.toString('base64'),
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  };
}

export const sealWith = (sealer: Sealer, bytes: Buffer): Seal => ({
  algorithm: 'Ed25519',
  fingerprint: sealer.fingerprint,
  publicKey: sealer.publicKey,
  signature: sealer.sign(bytes),
});

/** First 32 hex digits of the SHA-256 of a raw public key: short enough to be compared by eye. */
const fingerprintOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 32);

/** Whether a seal is of these bytes, and names its own key rightly. */
export function isSealOf(seal: Seal, bytes: Buffer): boolean {
  const key = publicKeyOf(seal.publicKey);
  if (!key || fingerprintOf(Buffer.from(seal.publicKey, 'base64')) !== seal.fingerprint) return false;
  const signature = Buffer.from(seal.signature, 'base64');
  // Node reads past what is no base64, and past bits after the last byte: then a changed letter would stay unseen.
  return signature.toString('base64') === seal.signature && verify(null, bytes, key, signature);
}

function publicKeyOf(base64: string): KeyObject | null {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== KEY_BYTES || raw.toString('base64') !== base64) return null;
  try {
    return createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
