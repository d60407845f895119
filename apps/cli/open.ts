import { loadConfigOrExit } from '#platform/config/index.js';
import { useEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { openResources, type Resources } from '#platform/resources.js';
import { contexts } from '../contexts.js';
import { say } from './command.js';

/**
 * Runs `work` with the configured database, or the embedded one: that of a running program, or one started for this
 * command. Its schema is brought up to date first.
 */
export async function withResources<T>(
  work: (resources: Resources, migrations: string[]) => Promise<T>,
): Promise<T> {
  const config = loadConfigOrExit();
  const { url, embedded } = config.database;
  const server = url
    ? { url, stop: () => Promise.resolve() }
    : await useEmbeddedPostgres({ ...embedded, log: say });
  try {
    const resources = await openResources(config, server.url, contexts, { realtime: false });
    try {
      return await work(resources, await resources.database.migrate());
    } finally {
      await resources.queues.close();
      await resources.close();
    }
  } finally {
    await server.stop();
  }
}
