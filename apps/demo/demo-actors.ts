import type { Actor } from '#platform/auth/index.js';
import type { Database } from '#platform/database/index.js';

/** A person of the demonstration as they would act when signed in. */
export async function actorOf(database: Database, userId: string): Promise<Actor> {
  const [actor] = await database.query<Actor>(
    `select u.id "userId", u.name, u.role, u.language, '' "sessionId",
       case when c.id is not null then json_build_object('id', c.id, 'isOrderer', c.is_orderer,
         'isSupplier', c.is_supplier, 'approved', c.state = 'approved') end company,
       case when u.body_id is not null then json_build_object('id', u.body_id) end body
     from app_user u left join company c on c.id = u.company_id where u.id = $1`,
    [userId],
  );
  if (!actor) throw new Error(`Nobody has the id ${userId}.`);
  return actor;
}
