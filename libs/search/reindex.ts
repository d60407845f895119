import type { AppConfig } from '#platform/config/index.js';
import type { Database } from '#platform/database/index.js';
import type { Log } from '#platform/logging/index.js';
import { ThesaurusReader } from '#vocabulary/index.js';
import { DocumentFeed } from './document-feed.js';
import { SubjectSources } from './documents/subject-sources.js';
import { SearchProjection } from './projection.js';
import { SearchLanguageSource } from './search-language.js';
import { SearchServer } from './search-server.js';
import { ServerSync } from './server-sync.js';

export interface ReindexReport {
  /** Rows whose documents were made anew. */
  readonly subjects: number;
  /** Documents that there are now. */
  readonly documents: number;
  readonly server: 'none' | 'checked' | 'rebuilt';
}

/**
 * Makes the documents anew from the rows, all of them or with `check` those that are out of date, and then the search
 * server's index: a second one that is swapped in, or with `check` what differs. Running processes follow by themselves.
 */
export async function reindex(
  { database, config, log }: { database: Database; config: AppConfig; log: Log },
  { check, onProgress }: { check: boolean; onProgress?: (done: number) => void },
): Promise<ReindexReport> {
  const feed = new DocumentFeed(database);
  const projection = new SearchProjection(database, new SubjectSources(database));
  if (!check) await database.query(`update search_subject set source = ''`);
  const subjects = await projection.repair(onProgress);
  const server = new SearchServer(config);
  const sync = new ServerSync(
    database,
    server,
    feed,
    new SearchLanguageSource(new ThesaurusReader(database)),
    log,
  );
  await (check ? sync.check() : sync.rebuild());
  const { documents } = await feed.contents();
  return { subjects, documents, server: !server.engine ? 'none' : check ? 'checked' : 'rebuilt' };
}
