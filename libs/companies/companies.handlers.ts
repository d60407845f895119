import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { renewSearchText } from '#platform/search/stored-search-text.js';
import { importRequested } from './companies.events.js';
import { ImportRunner } from './import/import-runner.js';
import { Company } from './company.entity.js';
import { toProfile } from './profile-columns.js';
import { searchText } from './search-text.js';

const A_MINUTE = 60_000;
const TEN_MINUTES = 600_000;

@Injectable()
export class CompaniesHandlers {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRunner,
  ) {}

  @OnEvent(importRequested, 'companies.run-import', 'heavy')
  async runImport({ data }: RecordedEvent<typeof importRequested>): Promise<void> {
    await this.imports.run(data.importId, data.run);
  }

  @Every('companies.fail-stuck-imports', TEN_MINUTES)
  async failStuckImports(): Promise<void> {
    await this.imports.failStuck();
  }

  /** Companies that were written by an earlier version are found by what this one makes of their words. */
  @Every('companies.renew-search-text', A_MINUTE, 'heavy')
  async renewSearchText(): Promise<void> {
    const columns = this.database.schema
      .getMetadata(Company)
      .columns.map((column) => `${column.databaseName} "${column.propertyName}"`)
      .join(', ');
    await renewSearchText<Company>(this.database, {
      table: 'company',
      columns,
      textOf: (company) => searchText(toProfile(company)),
    });
  }
}
