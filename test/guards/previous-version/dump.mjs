// node test/guards/previous-version/dump.mjs DATABASE_URL FILE.json.gz
// Writes a running product's whole database as upgrade.db-spec.ts reads it: do so before a release, with its demonstration.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import pg from 'pg';

const [url, file] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
const { rows: tables } = await client.query(
  `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
);
const dump = { migrations: [], rows: {} };
for (const { name } of tables) {
  const { rows } = await client.query(`select to_jsonb(t) as row from public."${name}" t`);
  if (name === 'migrations') dump.migrations = rows.map(({ row }) => row.name).sort();
  else dump.rows[name] = rows.map(({ row }) => row);
}
await client.end();
writeFileSync(file, gzipSync(JSON.stringify(dump), { level: 9 }));
