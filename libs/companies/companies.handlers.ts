import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { importRequested } from './companies.events.js';
import { ImportRunner } from './import/import-runner.js';

const TEN_MINUTES = 600_000;

@Injectable()
export class CompaniesHandlers {
  constructor(private readonly imports: ImportRunner) {}

  @OnEvent(importRequested, 'companies.run-import', 'heavy')
  async runImport({ data }: RecordedEvent<typeof importRequested>): Promise<void> {
    await this.imports.run(data.importId, data.run);
  }

  @Every('companies.fail-stuck-imports', TEN_MINUTES)
  async failStuckImports(): Promise<void> {
    await this.imports.failStuck();
  }
}
