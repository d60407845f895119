import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { markOf } from '#platform/search/index.js';
import type { Built, SubjectKind } from './documents/built.js';
import { sourceSql, subjectKinds, SubjectSources } from './documents/subject-sources.js';

const AT_ONCE = 500;

/** The table that all indexes follow: every document with its version, made from the rows of other contexts. */
@Injectable()
export class SearchProjection {
  constructor(
    private readonly database: Database,
    private readonly sources: SubjectSources,
  ) {}

  /** Makes the documents of these rows anew. What has not changed stays as it is. */
  async project(kind: SubjectKind, ids: readonly string[]): Promise<void> {
    const sorted = [...new Set(ids)].sort();
    for (let i = 0; i < sorted.length; i += AT_ONCE)
      await this.projectBatch(kind, sorted.slice(i, i + AT_ONCE));
  }

  /** A company with the orders and patents that show it. */
  async projectCompanies(ids: readonly string[]): Promise<void> {
    await this.project('company', ids);
    for (const [kind, table] of [
      ['order', 'purchase_order'],
      ['patent', 'open_patent'],
    ] as const) {
      const rows = await this.database.query<{ id: string }>(
        `select id from ${table} where company_id = any($1) and published_at is not null`,
        [ids],
      );
      await this.project(
        kind,
        rows.map(({ id }) => id),
      );
    }
  }

  /** Finds rows whose documents are missing or out of date, and makes them anew; answers with how many they were. */
  async repair(onProgress?: (done: number) => void): Promise<number> {
    let repaired = 0;
    for (const kind of subjectKinds) {
      const rows = await this.database.query<{ id: string }>(
        `select coalesce(now.id, s.id) id from (${sourceSql[kind]}) now
         full join (select id, source from search_subject where kind = $1) s on s.id = now.id
         where now.source is distinct from s.source`,
        [kind],
      );
      for (let i = 0; i < rows.length; i += AT_ONCE) {
        const ids = rows.slice(i, i + AT_ONCE).map(({ id }) => id);
        await this.project(kind, ids);
        repaired += ids.length;
        onProgress?.(repaired);
      }
    }
    return repaired;
  }

  /**
   * In one transaction that holds the subjects: whoever makes them anew at the same time waits, then reads newer rows
   * and gives a greater version.
   */
  private projectBatch(kind: SubjectKind, ids: readonly string[]): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query(
        `insert into search_subject (kind, id, source) select $1, unnest($2::uuid[]), '' on conflict do nothing`,
        [kind, ids],
      );
      await this.database.query(
        'select 1 from search_subject where kind = $1 and id = any($2) order by id for update',
        [kind, ids],
      );
      const sources = await this.database.query<{ id: string; source: string }>(
        `select id, source from (${sourceSql[kind]}) now where id = any($1)`,
        [ids],
      );
      await this.store(kind, ids, await this.sources.documents(kind, ids));
      await this.database.query(
        `update search_subject s set source = now.source
         from unnest($2::uuid[], $3::text[]) now(id, source) where s.kind = $1 and s.id = now.id`,
        [kind, sources.map(({ id }) => id), sources.map(({ source }) => source)],
      );
      await this.database.query(
        'delete from search_subject where kind = $1 and id = any($2) and id <> all($3::uuid[])',
        [kind, ids, sources.map(({ id }) => id)],
      );
    });
  }

  private async store(kind: SubjectKind, ids: readonly string[], built: readonly Built[]): Promise<void> {
    const [clock] = await this.database.query<{ version: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000000)::bigint "version"',
    );
    const version = clock?.version ?? 0;
    const rows = built.map(({ document, card }) => {
      const text = JSON.stringify({ document, card });
      return {
        key: document.key,
        subject_id: document.id,
        mark: markOf(document.key, version),
        digest: createHash('md5').update(text).digest('hex'),
        document,
        card,
      };
    });
    await this.database.query(
      `insert into search_document (key, subject_kind, subject_id, version, mark, digest, document, card, changed_xact)
       select key, $2, subject_id, $3, mark, digest, document, card, pg_current_xact_id()::text::bigint
       from jsonb_to_recordset($1) as r(key text, subject_id uuid, mark bigint, digest text, document jsonb, card jsonb)
       on conflict (key) do update set version = excluded.version, mark = excluded.mark, digest = excluded.digest,
         document = excluded.document, card = excluded.card, changed_xact = excluded.changed_xact
       where search_document.digest <> excluded.digest`,
      [JSON.stringify(rows), kind, version],
    );
    await this.database.query(
      `update search_document set version = $4, mark = 0, digest = '', document = null, card = null,
         changed_xact = pg_current_xact_id()::text::bigint
       where subject_kind = $1 and subject_id = any($2) and key <> all($3::text[]) and document is not null`,
      [kind, ids, rows.map(({ key }) => key), version],
    );
  }
}
