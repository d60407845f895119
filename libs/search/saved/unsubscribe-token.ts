import { idOfSignedLink, signedLink } from '#platform/auth/index.js';

const PURPOSE = 'saved search unsubscribe';

/** The token of the link that ends a saved search's mails without signing in. It does nothing else, and works for ever. */
export const unsubscribeToken = (secretKey: Buffer, id: string): string => signedLink(secretKey, PURPOSE, id);

/** The saved search that a token is for; null for one that is not ours. */
export const searchOfToken = (secretKey: Buffer, token: string): string | null =>
  idOfSignedLink(secretKey, PURPOSE, token);
