// Before a Jest run: one PostgreSQL for all its tests, without durability, its address in TEST_DATABASE_URL.
// An address given from outside is used instead.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = new URL('../../dist/libs/platform/database/embedded/index.js', import.meta.url);

export default async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return;
  if (!existsSync(fileURLToPath(launcher)))
    throw new Error('The tests start PostgreSQL with the built launcher: run "npm run build" first.');
  const { startEmbeddedPostgres } = await import(launcher);
  const folder = await mkdtemp(join(tmpdir(), 'nakadachi-test-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({
    dataDir,
    port: 0,
    durable: false,
    log: () => {},
  });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testPostgres = { server, folders: [await realpath(dataDir), folder] };
}
