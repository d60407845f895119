import type { Database } from '../database/index.js';
import { NORMALISER } from './normalise.js';

/** A table whose rows hold search text, and what it says for a row. */
export interface StoredSearchText<Row extends { id: string }> {
  readonly table: string;
  /** The SQL list of columns that `textOf` needs, as their properties are named; `id` among them. */
  readonly columns: string;
  readonly textOf: (row: Row) => string;
}

const BATCH = 500;

/**
 * Writes search text anew that an earlier normaliser wrote, batch by batch from where the last run stopped; afterwards
 * it costs one query. Rows keep their version and time: their content stays. Safe in several processes at once.
 */
export async function renewSearchText<Row extends { id: string }>(
  database: Database,
  stored: StoredSearchText<Row>,
): Promise<number> {
  let renewed = 0;
  for (;;) {
    const done = await database.transaction(() => renewBatch(database, stored));
    if (done === null) return renewed;
    renewed += done;
  }
}

/** One batch; null where all is written. */
async function renewBatch<Row extends { id: string }>(
  database: Database,
  { table, columns, textOf }: StoredSearchText<Row>,
): Promise<number | null> {
  await database.query(
    `insert into search_text_state (name) select $1
     where not exists (select 1 from search_text_state where name = $1) on conflict do nothing`,
    [table],
  );
  const [state] = await database.query<{ normaliser: number; lastId: string | null }>(
    `select normaliser, last_id "lastId" from search_text_state where name = $1 for update`,
    [table],
  );
  if (!state || state.normaliser >= NORMALISER) return null;
  const rows = await database.query<Row>(
    `select ${columns} from ${table} where $1::uuid is null or id > $1 order by id limit ${BATCH} for update`,
    [state.lastId],
  );
  await database.query(
    `update ${table} set search_text = t.text from unnest($1::uuid[], $2::text[]) t(id, text)
     where ${table}.id = t.id and search_text <> t.text`,
    [rows.map((row) => row.id), rows.map(textOf)],
  );
  const isLast = rows.length < BATCH;
  await database.query(
    'update search_text_state set last_id = $2, normaliser = case when $3 then $4 else normaliser end where name = $1',
    [table, isLast ? null : rows.at(-1)?.id, isLast, NORMALISER],
  );
  return rows.length;
}
