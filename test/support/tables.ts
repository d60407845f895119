import type { Database } from '#platform/database/index.js';

/** The tables of which some column of some row holds one of these texts. */
export async function tablesWith(database: Database, texts: readonly string[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select table_name name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select 1 from "${name}" t where t::text like any($1) limit 1`, [
      texts.map((text) => `%${text}%`),
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
