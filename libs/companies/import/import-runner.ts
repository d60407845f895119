import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { Live } from '#platform/realtime/index.js';
import { TableError } from '#platform/spreadsheet/index.js';
import { importFinished } from '../companies.events.js';
import { CompanyImport, CompanyImportProblem } from '../company-import.entity.js';
import { CompanyMerger, type BatchResult, type Importer } from './company-merger.js';
import { reasons, type RowProblem } from './import-problems.js';
import { readBatches, type RowBatch } from './read-batches.js';

/**
 * Runs an import as a job. Each batch is one transaction with the line that it ends at, so that a run that was killed
 * goes on after its last saved batch, and of two runs at once only one does.
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly files: StoredFiles,
    private readonly merger: CompanyMerger,
    private readonly live: Live,
  ) {}

  /** Runs it to its end, unless another run has been asked for or has finished it. */
  async run(importId: string, run: number): Promise<void> {
    const row = await this.database
      .repository(CompanyImport)
      .findOneBy({ id: importId, run, state: 'running' });
    if (!row) return;
    // A dry run writes no companies and would count those of its lost batches twice: it starts anew.
    if (row.dryRun) await this.startAnew(row);
    const { stream } = await this.files.open(row.fileId);
    const met = new Set<string>();
    let lastLine = row.lastLine;
    try {
      for await (const batch of readBatches({ name: row.fileName, bytes: stream }, row.mapping, lastLine)) {
        if (!(await this.take(row, lastLine, batch, met))) return;
        lastLine = batch.lastLine;
        this.live.toUser(row.createdBy, 'resource:changed', { kind: 'import', id: importId });
      }
      await this.finish(row, lastLine, null);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      const broken = { line: lastLine, field: '', reason: reasons.broken, raw: '' };
      await this.finish(row, lastLine, broken);
    } finally {
      stream.destroy();
    }
    this.live.toUser(row.createdBy, 'resource:changed', { kind: 'import', id: importId });
  }

  /** Ends runs that have not moved for an hour: their job has failed for good. Answers with how many. */
  async failStuck(): Promise<number> {
    const stuck = await this.database.query<{ id: string; lastLine: number }>(
      `select id, last_line "lastLine" from company_import
       where state = 'running' and progressed_at < now() - interval '1 hour'`,
    );
    for (const { id, lastLine } of stuck) {
      const row = await this.database.repository(CompanyImport).findOneByOrFail({ id });
      await this.finish(row, lastLine, { line: lastLine, field: '', reason: reasons.stopped, raw: '' });
    }
    return stuck.length;
  }

  /** Saves one batch; false where the import has gone on without this run. */
  private take(row: CompanyImport, lastLine: number, batch: RowBatch, met: Set<string>): Promise<boolean> {
    return this.database.transaction(async () => {
      if (!(await this.isAt(row, lastLine))) return false;
      const importer: Importer = {
        userId: row.createdBy,
        bodyId: row.bodyId,
        everyBody: row.bodyId === null,
      };
      const result = row.dryRun
        ? await this.merger.rehearse(batch.rows, importer, met)
        : await this.merger.merge(batch.rows, importer);
      await this.keepProblems(row.id, [...batch.problems, ...result.problems]);
      await this.count(row.id, batch, result);
      return true;
    });
  }

  /** Whether the import, locked from now on, still is where this run left it. */
  private async isAt({ id, run }: CompanyImport, lastLine: number): Promise<boolean> {
    const current = await this.database
      .repository(CompanyImport)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return current?.state === 'running' && current.run === run && current.lastLine === lastLine;
  }

  private async count(id: string, batch: RowBatch, result: BatchResult): Promise<void> {
    const merged = batch.rows.length - result.problems.length;
    const failed = batch.failed + result.problems.length;
    await this.database.query(
      `update company_import set last_line = $2, done = done + $3, created = created + $4, updated = updated + $5,
              unchanged = unchanged + $6, failed = failed + $7, progressed_at = now()
       where id = $1`,
      [id, batch.lastLine, merged + failed, result.created, result.updated, result.unchanged, failed],
    );
  }

  private async keepProblems(id: string, problems: readonly RowProblem[]): Promise<void> {
    if (problems.length === 0) return;
    const rows = problems.map(({ line, field, reason, raw }) => ({ line, field, ...reason, raw }));
    await this.database.query(
      `insert into company_import_problem (import_id, line, field, reason_ja, reason_en, raw)
       select $1, r.line, r.field, r.ja, r.en, r.raw
       from jsonb_to_recordset($2) r(line int, field text, ja text, en text, raw text)
       on conflict do nothing`,
      [id, JSON.stringify(rows)],
    );
  }

  private async finish(row: CompanyImport, lastLine: number, broken: RowProblem | null): Promise<void> {
    await this.database.transaction(async () => {
      if (!(await this.isAt(row, lastLine))) return;
      if (broken) await this.keepProblems(row.id, [broken]);
      const state = broken ? 'failed' : 'finished';
      const [result] = await this.database.query<Pick<CompanyImport, 'created' | 'updated' | 'failed'>>(
        `update company_import set state = $2, total = case when $2 = 'finished' then done else total end,
                finished_at = now() where id = $1 returning created, updated, failed`,
        [row.id, state],
      );
      const counts = result ?? { created: 0, updated: 0, failed: 0 };
      await this.events.record(
        importFinished,
        { importId: row.id, dryRun: row.dryRun, state, ...counts },
        { subjectId: row.id, actor: { userId: row.createdBy } },
      );
    });
  }

  private async startAnew(row: CompanyImport): Promise<void> {
    const counts = { lastLine: 0, done: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
    await this.database.transaction(async () => {
      await this.database.repository(CompanyImport).update({ id: row.id, run: row.run }, counts);
      await this.database.repository(CompanyImportProblem).delete({ importId: row.id });
    });
    Object.assign(row, counts);
  }
}
