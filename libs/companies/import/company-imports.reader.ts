import { Injectable } from '@nestjs/common';
import type { CompanyImport as Dto } from '#contracts/companies.js';
import type { Language, Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import type { FileAnswer } from '#platform/http/index.js';
import { notFound } from '#platform/http/index.js';
import { tableMime, writeTable } from '#platform/spreadsheet/index.js';
import { CompanyImport } from '../company-import.entity.js';
import { columnNames } from './import-columns.js';
import { canReadImport } from './import.policy.js';

const SHOWN_PROBLEMS = 50;
const BATCH = 1_000;

interface ProblemRow {
  line: number;
  field: string;
  reasonJa: string;
  reasonEn: string;
  raw: string;
}

/** What people see of imports. */
@Injectable()
export class CompanyImportsReader {
  constructor(private readonly database: Database) {}

  async get(actor: Actor, id: string): Promise<Dto> {
    const row = await this.readable(actor, id);
    const problems = await this.problems(id, SHOWN_PROBLEMS);
    return toDto(row, problems);
  }

  /** Newest first; without their problems. */
  async list(actor: Actor, page: { cursor?: string; limit: number }): Promise<Page<Dto>> {
    const [after] = decodeCursor(page.cursor) ?? [];
    const query = this.database
      .repository(CompanyImport)
      .createQueryBuilder('i')
      .orderBy('i.id', 'DESC')
      .limit(page.limit + 1);
    if (actor.role !== 'administrator') query.andWhere('i.bodyId = :body', { body: actor.body?.id ?? null });
    if (after !== undefined) query.andWhere('i.id < :after', { after });
    return pageFrom(
      await query.getMany(),
      page.limit,
      (row) => [row.id],
      (row) => toDto(row, []),
    );
  }

  /** Every bad row, as a CSV file. */
  async errorsFile(actor: Actor, id: string, language: Language): Promise<FileAnswer> {
    const { fileName } = await this.readable(actor, id);
    const ja = language === 'ja';
    const headers = [
      { key: 'line', label: ja ? '行' : 'Line' },
      { key: 'field', label: ja ? '項目' : 'Field' },
      { key: 'reason', label: ja ? '理由' : 'Reason' },
      { key: 'raw', label: ja ? '元の行' : 'Row' },
    ];
    return {
      name: `${fileName.replace(/\.[^.]*$/, '')}-errors.csv`,
      mime: tableMime.csv.mime,
      content: writeTable('csv', headers, this.errorRows(id, language)),
    };
  }

  private async *errorRows(id: string, language: Language) {
    for (let offset = 0; ; offset += BATCH) {
      const problems = await this.problems(id, BATCH, offset);
      for (const { line, field, reasonJa, reasonEn, raw } of problems)
        yield {
          line,
          field: isColumn(field) ? columnNames[field][language] : field,
          reason: language === 'ja' ? reasonJa : reasonEn,
          raw,
        };
      if (problems.length < BATCH) return;
    }
  }

  private problems(id: string, limit: number, offset = 0): Promise<ProblemRow[]> {
    return this.database.query(
      `select line, field, reason_ja "reasonJa", reason_en "reasonEn", raw from company_import_problem
       where import_id = $1 order by line, field limit $2 offset $3`,
      [id, limit, offset],
    );
  }

  private async readable(actor: Actor, id: string): Promise<CompanyImport> {
    const row = await this.database.repository(CompanyImport).findOneBy({ id });
    if (!row || !canReadImport(actor, row)) throw notFound();
    return row;
  }
}

const isColumn = (field: string): field is keyof typeof columnNames => field in columnNames;

function toDto(row: CompanyImport, problems: readonly ProblemRow[]): Dto {
  const {
    fileId: _,
    run: __,
    lastLine: ___,
    bodyId: ____,
    createdBy: _____,
    progressedAt: ______,
    ...same
  } = row;
  return {
    ...same,
    problems: problems.map(({ line, field, reasonJa, reasonEn }) => ({ line, field, reasonJa, reasonEn })),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
