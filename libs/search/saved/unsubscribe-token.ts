import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const signatureOf = (secretKey: Buffer, id: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secretKey, '', 'saved search unsubscribe', 32)))
    .update(id)
    .digest();

/** The token of the link that ends a saved search's mails without signing in. It does nothing else, and works for ever. */
export const unsubscribeToken = (secretKey: Buffer, id: string): string =>
  `${id}.${signatureOf(secretKey, id).toString('base64url')}`;

/** The saved search that a token is for; null for one that is not ours. */
export function searchOfToken(secretKey: Buffer, token: string): string | null {
  const [id = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = signatureOf(secretKey, id);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null;
}
