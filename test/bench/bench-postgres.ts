import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { createTestDatabase, type TestDatabase } from '#platform/testing/index.js';
import { contexts } from '../../apps/contexts.js';

/** A PostgreSQL of its own with the product's settings: what it has acknowledged outlives a crash. */
export async function benchPostgres(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'nakadachi-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    durable: true,
    log: () => undefined,
  });
  const test = await createTestDatabase(server.url, contexts);
  return {
    ...test,
    drop: async () => {
      await test.database.close();
      await server.stop();
      for (const each of [await realpath(join(folder, 'postgres')), folder])
        await rm(each, { recursive: true, force: true });
    },
  };
}
