import { randomBytes, randomUUID } from 'node:crypto';
import { SESSION_COOKIE } from '#platform/auth/index.js';
import type { Role } from '#contracts/permissions.js';
import { hashToken } from '#identity/secrets.js';
import type { Database } from '#platform/database/index.js';

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly cookie: string;
}

/** A person with a session, written straight into the tables; the password cannot be signed in with. */
export async function aPerson(
  database: Database,
  {
    role = 'newcomer',
    companyId = null,
    bodyId = null,
    name = '試験 太郎',
  }: {
    role?: Role;
    companyId?: string | null;
    bodyId?: string | null;
    name?: string;
  } = {},
): Promise<TestPerson> {
  const email = `${randomUUID()}@example.test`;
  const token = randomBytes(32).toString('base64url');
  const [row] = await database.query<{ id: string }>(
    `with person as (
       insert into app_user (email, name, password_hash, role, company_id, body_id, joined_at)
       values ($1, $2, '-', $3, $4, $5, now()) returning id
     ), session as (
       insert into user_session (user_id, token_hash, device) select id, $6, 'test' from person
     )
     select id from person`,
    [email, name, role, companyId, bodyId, hashToken(token)],
  );
  return { id: row?.id ?? '', email, name, cookie: `${SESSION_COOKIE}=${token}` };
}

/** A support body. */
export async function aBody(
  database: Database,
  name = '試験支援センター',
  orderersMayPropose = false,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'insert into support_body (name, name_en, orderers_may_propose) values ($1, $1, $2) returning id',
    [name, orderersMayPropose],
  );
  return row?.id ?? '';
}
