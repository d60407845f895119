import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { SignInAttempt } from './sign-in-attempt.entity.js';

/** At most `most` tries with this key within `seconds`. */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

export const limits = {
  /** Wrong passwords for one account from one network: somebody guesses, or forgot. */
  signIn: (address: string, email: string): Limit => ({
    key: `sign-in:${networkOf(address)}:${email}`,
    most: 5,
    seconds: QUARTER,
  }),
  /** Wrong passwords for any account from one network: somebody tries one password on many. */
  signInFrom: (address: string): Limit => ({
    key: `sign-in:${networkOf(address)}`,
    most: 50,
    seconds: QUARTER,
  }),
  /** Wrong codes, from anywhere: only who has the password gets here. */
  code: (userId: string): Limit => ({ key: `code:${userId}`, most: 10, seconds: QUARTER }),
  /** Wrong present passwords given by somebody who is signed in. */
  ownPassword: (userId: string): Limit => ({ key: `password:${userId}`, most: 5, seconds: QUARTER }),
  /** Links mailed to one address. */
  mailTo: (email: string): Limit => ({ key: `mail:${email}`, most: 5, seconds: HOUR }),
  /** Links asked for from one network; a whole hall of a fair may stand behind it. */
  mailFrom: (address: string): Limit => ({
    key: `mail-from:${networkOf(address)}`,
    most: 100,
    seconds: HOUR,
  }),
  /** Invitations by one person. */
  invitations: (userId: string): Limit => ({ key: `invite:${userId}`, most: 50, seconds: HOUR }),
};

/** A home or firm has a whole /64 of IPv6 addresses, so those count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Counts tries in the database, so that the limits hold over all processes. */
@Injectable()
export class Throttle {
  constructor(private readonly database: Database) {}

  /**
   * Counts a try against each limit, before it is known how it ends: of many sent at once no more than the limit get
   * through. Answers with what `release` takes back. Error: `auth/too-many-attempts` with the seconds to wait; the
   * refused try itself does not count.
   */
  async claim(...wanted: Limit[]): Promise<string[]> {
    return this.database.transaction(async () => {
      const ids: string[] = [];
      for (const { key, most, seconds } of wanted) {
        await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
        const [full] = await this.database.query<{ seconds: number }>(
          `select ceil(extract(epoch from at + make_interval(secs => $3) - now()))::int seconds
           from sign_in_attempt where key = $1 and at > now() - make_interval(secs => $3)
           order by at desc offset $2 - 1 limit 1`,
          [key, most, seconds],
        );
        if (full) throw new AppError('auth/too-many-attempts', { seconds: full.seconds });
        const [attempt] = await this.database.query<{ id: string }>(
          'insert into sign_in_attempt (key) values ($1) returning id',
          [key],
        );
        if (attempt) ids.push(attempt.id);
      }
      return ids;
    });
  }

  /** Takes a try back that was none. */
  async release(ids: string[]): Promise<void> {
    await this.database.repository(SignInAttempt).delete(ids);
  }

  /** Forgets all tries of a limit: the right person has come. */
  async clear({ key }: Limit): Promise<void> {
    await this.database.repository(SignInAttempt).delete({ key });
  }
}
