import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity/index.js';
import { CompaniesController } from './companies.controller.js';
import { CompaniesHandlers } from './companies.handlers.js';
import { CompaniesReader } from './companies.reader.js';
import { CompaniesService } from './companies.service.js';
import { CompanyImagesService } from './company-images.service.js';
import { CompanyViewReader } from './company-view.reader.js';
import { CompanyExport } from './export/company-export.js';
import { CompanyImportsController } from './import/company-imports.controller.js';
import { CompanyImportsReader } from './import/company-imports.reader.js';
import { CompanyImportsService } from './import/company-imports.service.js';
import { CompanyMerger } from './import/company-merger.js';
import { ImportRunner } from './import/import-runner.js';
import { CompanySheet } from './sheet/company-sheet.js';
import { SuppliersReader } from './suppliers.reader.js';

/** What other contexts ask, in every role. */
@Module({
  imports: [IdentityModule],
  providers: [CompaniesReader, SuppliersReader, CompanyViewReader, CompaniesService],
  exports: [CompaniesReader, SuppliersReader, CompanyViewReader, CompaniesService],
})
export class CompaniesModule {}

@Module({
  imports: [CompaniesModule],
  providers: [CompanyImagesService, CompanySheet, CompanyExport, CompanyImportsService, CompanyImportsReader],
  controllers: [CompaniesController, CompanyImportsController],
})
export class CompaniesApiModule {}

@Module({
  imports: [CompaniesModule],
  providers: [CompaniesHandlers, ImportRunner, CompanyMerger],
})
export class CompaniesWorkerModule {}
