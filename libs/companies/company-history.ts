import type { Database } from '#platform/database/index.js';

/** One changed field of a company; null: it was not there. */
export interface HistoryEntry {
  readonly companyId: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds to the change history, in the caller's transaction. `actorId` null: the system itself. */
export async function remember(
  database: Database,
  entries: readonly HistoryEntry[],
  actorId: string | null,
): Promise<void> {
  await database.query(
    `insert into company_change (company_id, actor_id, field, before, after)
     select r."companyId", $2, r.field, r.before, r.after
     from jsonb_to_recordset($1) r("companyId" uuid, field text, before jsonb, after jsonb)`,
    [JSON.stringify(entries), actorId],
  );
}
