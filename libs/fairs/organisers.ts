import type { Database } from '#platform/database/index.js';

/** Where an event's or a fair's organisers stand, and its firms, each of which is counted for one of them. */
export interface OrganisersTables {
  readonly bodies: 'meeting_event_body' | 'fair_body';
  readonly firms: 'meeting_participant' | 'fair_exhibitor';
  readonly key: 'event_id' | 'fair_id';
}

/**
 * The bodies that organise it from now on, `lead` before all. Firms of a body that organises no longer are counted for
 * the one that leads. Belongs into the transaction of the change.
 */
export async function setOrganisers(
  database: Database,
  { bodies, firms, key }: OrganisersTables,
  id: string,
  { lead, others }: { lead: string; others: readonly string[] },
): Promise<void> {
  const all = [...new Set([lead, ...others])];
  await database.query(`delete from ${bodies} where ${key} = $1 and body_id <> all($2::uuid[])`, [id, all]);
  await database.query(
    `insert into ${bodies} (${key}, body_id, is_lead)
     select $1, b, b = $3::uuid from unnest($2::uuid[]) b on conflict do nothing`,
    [id, all, lead],
  );
  await database.query(`update ${firms} set body_id = $3 where ${key} = $1 and body_id <> all($2::uuid[])`, [
    id,
    all,
    lead,
  ]);
}

/** Ids of the bodies that organise it, the one that leads first. */
export async function organisersOf(
  database: Database,
  { bodies, key }: OrganisersTables,
  id: string,
): Promise<string[]> {
  const rows = await database.query<{ bodyId: string }>(
    `select body_id "bodyId" from ${bodies} where ${key} = $1 order by is_lead desc`,
    [id],
  );
  return rows.map(({ bodyId }) => bodyId);
}
