import type { SearchChange, SearchEngine } from '#platform/search/index.js';
import type { DocumentFeed } from './document-feed.js';

const BATCH = 500;

/**
 * Compares what an index holds with what it should, by count and sum of marks; where they differ, finds the documents
 * that are missing, out of date or too many and mends them. An index that cannot be mended is built anew. Answers with
 * how many documents were mended.
 */
export async function repairEngine(engine: SearchEngine, feed: DocumentFeed): Promise<number> {
  if (await isEqual(engine, feed)) return 0;
  const held = new Map<string, number>();
  for await (const batch of engine.versions()) for (const { key, version } of batch) held.set(key, version);
  const broken: string[] = [];
  for await (const batch of feed.versions())
    for (const { key, version } of batch) {
      if (held.get(key) !== version) broken.push(key);
      held.delete(key);
    }
  const surplus = [...held].map(([key, version]): SearchChange => ({
    key,
    version: version + 1,
    document: null,
  }));
  for (let i = 0; i < broken.length; i += BATCH)
    await engine.apply(await feed.changes(broken.slice(i, i + BATCH)));
  await engine.apply(surplus);
  // Newer than the table: it was brought back from an old copy.
  if (!(await isEqual(engine, feed))) await engine.rebuild(feed.all());
  return broken.length + surplus.length;
}

async function isEqual(engine: SearchEngine, feed: DocumentFeed): Promise<boolean> {
  const [is, should] = [await engine.contents(), await feed.contents()];
  return is.documents === should.documents && is.marks === should.marks;
}
