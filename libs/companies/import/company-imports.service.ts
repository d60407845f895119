import { Injectable } from '@nestjs/common';
import type { ImportMapping } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import {
  describeTable,
  tableMime,
  type Cell,
  type Row,
  type TableDescription,
} from '#platform/spreadsheet/index.js';
import { importRequested } from '../companies.events.js';
import { CompanyImport, CompanyImportProblem } from '../company-import.entity.js';
import { columnNames, guessMapping, missingColumns } from './import-columns.js';
import { canReadImport } from './import.policy.js';
import { clean } from './read-cells.js';

const SAMPLE_ROWS = 10;
const SAMPLE_TEXT = 200;

/** What people do with an import: upload a file, check its columns, start it. */
@Injectable()
export class CompanyImportsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Keeps the file and guesses its columns. Answers with the import's id. Errors: `import/empty-file`,
   * `import/old-excel`, `import/too-large`, `import/unreadable`.
   */
  async upload(actor: Actor, { fileName, bytes }: { fileName: string; bytes: Buffer }): Promise<string> {
    const table = await describeTable({ name: fileName, bytes }, { sampleRows: SAMPLE_ROWS });
    const headings = table.headers.map(clean);
    const { mime } = tableMime[table.format];
    return this.database.transaction(async () => {
      const file = await this.files.save({
        ...{ name: fileName, bytes, mime, createdBy: actor.userId },
        handedOut: false,
      });
      const upload = this.database.repository(CompanyImport).create({
        fileId: file.id,
        fileName: file.name,
        format: table.format,
        encoding: encodingOf(table),
        headings,
        sample: table.sample.flatMap(sampleOf),
        mapping: guessMapping(headings),
        total: table.rowCount,
        bodyId: actor.body?.id ?? null,
        createdBy: actor.userId,
      });
      await this.database.repository(CompanyImport).insert(upload);
      return upload.id;
    });
  }

  /**
   * Asks for a run, which follows as a job; also again after a dry run or a failure, from the beginning. Errors:
   * `import/mapping-incomplete`, `company/wrong-state` (it runs, or has run).
   */
  async request(
    actor: Actor,
    id: string,
    { mapping, dryRun }: { mapping: ImportMapping; dryRun: boolean },
    language: Language,
  ): Promise<void> {
    const missing = missingColumns(mapping).map((name) => columnNames[name][language]);
    if (missing.length > 0) throw new AppError('import/mapping-incomplete', { columns: missing.join('、') });
    await this.database.transaction(async () => {
      const imports = this.database.repository(CompanyImport);
      const row = found(await imports.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }));
      if (!canReadImport(actor, row)) throw new AppError('request/not-found');
      if (row.state === 'running' || (row.state === 'finished' && !row.dryRun))
        throw new AppError('company/wrong-state');
      demandHeadings(row, mapping, language);
      const run = row.run + 1;
      const counts = { lastLine: 0, done: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
      await imports.update(id, {
        ...counts,
        state: 'running',
        mapping: mapping,
        dryRun,
        run,
        finishedAt: null,
        progressedAt: new Date(),
      });
      await this.database.repository(CompanyImportProblem).delete({ importId: id });
      await this.events.record(importRequested, { importId: id, run }, { subjectId: id, actor });
    });
  }
}

/** JSON Lines may have keys that the sample lacks; of other files all headings are known. */
function demandHeadings(row: CompanyImport, mapping: ImportMapping, language: Language): void {
  if (row.format === 'jsonl') return;
  const sentence =
    language === 'ja' ? 'この見出しはファイルにありません。' : 'The file does not have this heading.';
  const unknown = Object.entries(mapping).filter(([, heading]) => !row.headings.includes(heading));
  if (unknown.length > 0)
    throw new AppError(
      'request/invalid',
      {},
      Object.fromEntries(unknown.map(([name]) => [`mapping.${name}`, sentence])),
    );
}

const encodingNames = { 'utf-8': 'UTF-8', cp932: 'Shift_JIS', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' };
/** As people know it; Excel has none of its own to tell. */
const encodingOf = ({ encoding }: TableDescription): string => (encoding ? encodingNames[encoding] : '');

const shown = (cell: Cell): string => {
  const text = clean(typeof cell === 'string' ? cell : JSON.stringify(cell));
  return text.length > SAMPLE_TEXT ? `${text.slice(0, SAMPLE_TEXT)}…` : text;
};

const sampleOf = (row: Row): Record<string, string>[] =>
  row.error
    ? []
    : [Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [clean(key), shown(cell)]))];
