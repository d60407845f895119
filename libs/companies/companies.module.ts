import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity/index.js';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityHandlers } from './capacity/capacity.handlers.js';
import { CapacityReader } from './capacity/capacity.reader.js';
import { CapacityService } from './capacity/capacity.service.js';
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
  providers: [
    CapacityReader,
    CapacityService,
    CompanyImagesService,
    CompanySheet,
    CompanyExport,
    CompanyImportsService,
    CompanyImportsReader,
  ],
  controllers: [CapacityController, CompaniesController, CompanyImportsController],
})
export class CompaniesApiModule {}

@Module({
  imports: [CompaniesModule],
  providers: [CapacityHandlers, CompaniesHandlers, ImportRunner, CompanyMerger],
})
export class CompaniesWorkerModule {}
