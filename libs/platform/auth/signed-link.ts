import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A key of its own per purpose (RFC 5869), so that a link for one thing opens no other. */
const signatureOf = (secretKey: Buffer, purpose: string, id: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32)))
    .update(id)
    .digest();

/**
 * The token of a link that does one thing without signing in: the id it is about, and its signature. Nothing is stored;
 * what the link may do, and until when, is for the row with that id to say.
 */
export const signedLink = (secretKey: Buffer, purpose: string, id: string): string =>
  `${id}.${signatureOf(secretKey, purpose, id).toString('base64url')}`;

/** The id that a token is about; null for one that was not made here for this purpose. */
export function idOfSignedLink(secretKey: Buffer, purpose: string, token: string): string | null {
  const end = token.lastIndexOf('.');
  const id = token.slice(0, Math.max(0, end));
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const wanted = signatureOf(secretKey, purpose, id);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null;
}
