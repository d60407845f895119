import { createHmac } from 'node:crypto';
import type { IceServer } from '#contracts/calls.js';

export interface IceConfig {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** Shared with the TURN server (coturn: static-auth-secret). */
  readonly turnSecret: string | undefined;
}

/** How long (s) TURN credentials hold: longer than any call. */
const LIFETIME = 6 * 3_600;

/**
 * STUN and TURN servers for one person. The credentials are ephemeral, by draft-uberti-behave-turn-rest-00, section 2.2:
 * the user name is the time (s) until which they hold and who they are for, the password its HMAC-SHA1 under the shared
 * secret, in base64.
 */
export function iceServersFor(
  { stunUrls, turnUrls, turnSecret }: IceConfig,
  userId: string,
  now: Date,
): IceServer[] {
  const servers: IceServer[] = [];
  if (stunUrls.length > 0) servers.push({ urls: [...stunUrls] });
  if (turnUrls.length > 0 && turnSecret) {
    const username = `${Math.floor(now.getTime() / 1_000) + LIFETIME}:${userId}`;
    const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
    servers.push({ urls: [...turnUrls], username, credential });
  }
  return servers;
}
