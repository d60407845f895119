import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { importColumns, type companiesApi } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import type { FileAnswer } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { tableMime, writeTable, type ExportFormat } from '#platform/spreadsheet/index.js';
import { companyConditions, type CompanyQuery } from '../company-search.js';
import { Company } from '../company.entity.js';
import { columnNames } from '../import/import-columns.js';
import { toProfile } from '../profile-columns.js';
import { toExportRow, toJsonLine, type ExportedCompany } from './export-rows.js';

type ExportQuery = z.output<typeof companiesApi.export.query>;

const BATCH = 500;
/** What an export without filters finds. */
export const everything: CompanyQuery = {
  q: '',
  process: [],
  material: [],
  certificate: [],
  theme: [],
  prefecture: [],
  sort: 'name',
};

/** Companies as a file in the columns of the import, read from the database while it is written. */
@Injectable()
export class CompanyExport {
  constructor(private readonly database: Database) {}

  /** What a search finds, as a download. */
  file(actor: Actor, query: ExportQuery, language: Language): FileAnswer {
    const { mime, extension } = tableMime[query.format];
    const title = language === 'ja' ? '企業一覧' : 'companies';
    return {
      name: `${title}-${todayInJapan()}.${extension}`,
      mime,
      content: this.content(actor, query, query.format, language),
    };
  }

  /** The file's bytes, companies by id. `actor` null: all that is approved, for the command line. */
  content(actor: Actor | null, query: CompanyQuery, format: ExportFormat, language: Language): Readable {
    const companies = this.companies(actor, query);
    if (format === 'jsonl') return Readable.from(mapped(companies, toJsonLine), { objectMode: false });
    const headers = importColumns.map((key) => ({ key, label: columnNames[key][language] }));
    const rows = mapped(companies, (company) => toExportRow(company, language));
    return writeTable(format, headers, rows, { sheet: language === 'ja' ? '企業' : 'Companies' });
  }

  private async *companies(actor: Actor | null, query: CompanyQuery): AsyncGenerator<ExportedCompany> {
    let after: string | null = null;
    for (;;) {
      const sql = companyConditions(actor, query);
      const ids: { id: string }[] = await this.database.query<{ id: string }>(
        `select c.id from company c where ${sql.where()} and (${sql.bind(after)}::uuid is null or c.id > $${sql.parameters.length})
         order by c.id limit ${BATCH}`,
        sql.parameters,
      );
      if (ids.length === 0) return;
      const companies = await this.database
        .repository(Company)
        .createQueryBuilder('c')
        .where('c.id = any(:ids)', { ids: ids.map(({ id }) => id) })
        .orderBy('c.id')
        .getMany();
      for (const company of companies)
        yield { corporateNumber: company.corporateNumber, profile: toProfile(company) };
      after = ids.at(-1)?.id ?? null;
    }
  }
}

async function* mapped<In, Out>(items: AsyncIterable<In>, toOut: (item: In) => Out): AsyncGenerator<Out> {
  for await (const item of items) yield toOut(item);
}
