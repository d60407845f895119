import type { AppConfig } from '#platform/config/index.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/index.js';

/** The configured database, or an embedded one that stops with this process. */
export async function useEmbedded({
  database,
}: AppConfig): Promise<{ url: string; stop: () => Promise<void> }> {
  if (database.url) return { url: database.url, stop: () => Promise.resolve() };
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  return startEmbeddedPostgres({ ...database.embedded, log });
}
