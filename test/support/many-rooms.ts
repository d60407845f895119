import { randomBytes } from 'node:crypto';
import { SESSION_COOKIE } from '#platform/auth/index.js';
import { hashToken } from '#identity/secrets.js';
import type { Database } from '#platform/database/index.js';
import { aCompany } from './companies.js';
import { aBody, aPerson } from './people.js';

/** A person who sits in one room. */
export interface Seated {
  readonly userId: string;
  readonly roomId: string;
  readonly cookie: string;
}

/**
 * So many rooms between two companies, each with people of both sides by turns: `people` in all, the first in the first
 * room, the second in the second and so on.
 */
export async function manyRooms(database: Database, rooms: number, people: number): Promise<Seated[]> {
  const bodyId = await aBody(database);
  const owner = await aCompany(database, { name: '架空重機', isOrderer: true, bodyId });
  const candidate = await aCompany(database, { name: '架空製作所', bodyId });
  const coordinator = await aPerson(database, { role: 'coordinator', bodyId });
  const roomIds = await emptyRooms(database, rooms, [owner.id, candidate.id, bodyId, coordinator.id]);
  const tokens = Array.from({ length: people }, () => randomBytes(32).toString('base64url'));
  const places = tokens.map((token, i) => ({
    n: i,
    hash: hashToken(token),
    roomId: roomIds[i % rooms],
    side: Math.floor(i / rooms) % 2 === 0 ? 'owner' : 'candidate',
  }));
  const rows = await database.query<{ n: number; userId: string }>(
    `with place as materialized (
       select *, uuidv7() id from jsonb_to_recordset($1) p(n int, hash text, "roomId" uuid, side text)
     ), person as (
       insert into app_user (id, email, name, password_hash, role, company_id, joined_at)
       select id, 'person-' || id || '@example.test', '担当 ' || n, '-', 'company-member',
         case side when 'owner' then $2::uuid else $3::uuid end, now() from place
     ), session as (
       insert into user_session (user_id, token_hash, device) select id, hash, 'bench' from place
     ), seat as (
       insert into room_member (room_id, user_id, role, joined_seq) select "roomId", id, side, 1 from place
     )
     select n, id "userId" from place order by n`,
    [JSON.stringify(places), owner.id, candidate.id],
  );
  return rows.map(({ n, userId }) => ({
    userId,
    roomId: roomIds[n % rooms] ?? '',
    cookie: `${SESSION_COOKIE}=${tokens[n]}`,
  }));
}

async function emptyRooms(database: Database, rooms: number, parties: string[]): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `with introduced as (
       insert into introduction (subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id,
         body_id, proposed_by, reason, state, owner_consent, candidate_consent, expires_at)
       select 'patent', uuidv7(), '軸受けの試作', $2, $3, $4, $5, '加工範囲が合うため', 'consented', 'consented',
         'consented', now() + interval '30 days' from generate_series(1, $1) returning *
     )
     insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id, body_id)
     select id, subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id, body_id
     from introduced returning id`,
    [rooms, ...parties],
  );
  return rows.map(({ id }) => id);
}
