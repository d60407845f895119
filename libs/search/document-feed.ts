import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import type { SearchChange, SearchContents } from '#platform/search/index.js';

const BATCH = 1_000;

/** What the indexes read of the table of documents: all of it, or what has changed. */
@Injectable()
export class DocumentFeed {
  constructor(private readonly database: Database) {}

  /** A place to follow from: every change that shows later has a transaction of at least this. */
  async position(): Promise<number> {
    const [row] = await this.database.query<{ xact: number }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint xact',
    );
    return row?.xact ?? 0;
  }

  /** The place to follow from now, and whether there is anything from another one on: both at one moment. */
  async look(from: number): Promise<{ position: number; isNew: boolean }> {
    const [row] = await this.database.prepared<{ position: number; isNew: boolean }>(
      'look-for-documents',
      `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint "position",
         exists (select from search_document where changed_xact >= $1) "isNew"`,
      [from],
    );
    return row ?? { position: from, isNew: true };
  }

  /** Every document, in batches. */
  async *all(): AsyncGenerator<SearchChange[]> {
    let after = '';
    for (;;) {
      const rows: SearchChange[] = await this.database.query<SearchChange>(
        `select key, version, document from search_document
         where key > $1 and document is not null order by key limit ${BATCH}`,
        [after],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.key ?? '';
    }
  }

  /**
   * What was written by transactions from `position` on, oldest first. Some may come twice: a transaction that was
   * still running then may have written before others that are known already.
   */
  async *since(position: number): AsyncGenerator<SearchChange[]> {
    let [xact, key] = [position, ''];
    for (;;) {
      const rows: (SearchChange & { xact: number })[] = await this.database.query<
        SearchChange & { xact: number }
      >(
        `select key, version, document, changed_xact xact from search_document
         where changed_xact >= $1 and (changed_xact, key) > ($1, $2) order by changed_xact, key limit ${BATCH}`,
        [xact, key],
      );
      if (rows.length > 0) yield rows.map(({ xact: _, ...change }) => change);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      [xact, key] = [last.xact, last.key];
    }
  }

  /** Key and version of every document, in batches. */
  async *versions(): AsyncGenerator<{ key: string; version: number }[]> {
    let after = '';
    for (;;) {
      const rows: { key: string; version: number }[] = await this.database.query(
        `select key, version from search_document
         where key > $1 and document is not null order by key limit ${10 * BATCH}`,
        [after],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < 10 * BATCH) return;
      after = rows.at(-1)?.key ?? '';
    }
  }

  /** What an index should hold. */
  async contents(): Promise<SearchContents> {
    const [row] = await this.database.query<SearchContents>(
      'select count(*) documents, coalesce(sum(mark), 0)::bigint marks from search_document where document is not null',
    );
    return row ?? { documents: 0, marks: 0 };
  }

  /** Documents by key as they are now; those that are gone are null. */
  changes(keys: readonly string[]): Promise<SearchChange[]> {
    return this.database.query('select key, version, document from search_document where key = any($1)', [
      keys,
    ]);
  }
}
