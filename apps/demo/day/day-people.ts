import type { INestApplicationContext } from '@nestjs/common';
import { SessionsService } from '#identity/index.js';
import { SESSION_COOKIE, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { demoAccounts } from '../accounts.js';
import { actorOf } from '../demo-actors.js';
import type { Demo } from '../seed.js';
import { DemoClient } from './demo-client.js';

const emailOf = (key: string): string =>
  demoAccounts.find((one) => one.key === key)?.email ?? `${key}@demo.example`;

/** The demonstration's people as they are in the database now: the organisers, and the owners of these firms. */
export async function findPeople(
  app: INestApplicationContext,
  keys: readonly string[],
): Promise<Pick<Demo, 'staff' | 'owners'>> {
  const database = app.get(Database, { strict: false });
  const rows = await database.query<{ id: string; email: string }>(
    'select id, email from app_user where email = any($1) and suspended_at is null',
    [[...keys, 'administrator', 'secretary', 'coordinator'].map(emailOf)],
  );
  const find = async (key: string): Promise<Actor | null> => {
    const row = rows.find(({ email }) => email === emailOf(key));
    return row ? actorOf(database, row.id) : null;
  };
  const staff = async (key: string): Promise<Actor> => {
    const actor = await find(key);
    if (!actor) throw new Error(`The demonstration has no ${key}.`);
    return actor;
  };
  const owners = new Map<string, Actor>();
  for (const key of keys) {
    const owner = await find(key);
    if (owner?.company?.approved) owners.set(key, owner);
  }
  return {
    staff: {
      administrator: await staff('administrator'),
      secretary: await staff('secretary'),
      coordinator: await staff('coordinator'),
    },
    owners,
  };
}

/**
 * A person at work, in a session of their own. It is opened without the password, which whoever shows the demonstration
 * may have changed.
 */
export async function signedIn(
  app: INestApplicationContext,
  url: string,
  userId: string,
): Promise<DemoClient> {
  const [user] = await app
    .get(Database, { strict: false })
    .query<{ id: string; passwordHash: string }>(
      'select id, password_hash "passwordHash" from app_user where id = $1',
      [userId],
    );
  if (!user) throw new Error(`Nobody has the id ${userId}.`);
  const visitor = { address: '127.0.0.1', userAgent: 'demonstration', token: undefined };
  const token = await app.get(SessionsService, { strict: false }).open(user, visitor);
  return new DemoClient(url, `${SESSION_COOKIE}=${encodeURIComponent(token)}`);
}
