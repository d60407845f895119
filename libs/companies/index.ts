import type { Context } from '#platform/context.js';
import { CapacityAsk } from './capacity/capacity-ask.entity.js';
import { CompaniesApiModule, CompaniesWorkerModule } from './companies.module.js';
import { CompanyChange } from './company-change.entity.js';
import { CompanyImage } from './company-image.entity.js';
import { CompanyImport, CompanyImportProblem } from './company-import.entity.js';
import { Company } from './company.entity.js';
import { CreateCompanies1764000002000 } from './migrations/1764000002000-create-companies.js';
import { AskCapacity1764100700000 } from './migrations/1764100700000-ask-capacity.js';

export * from './companies.events.js';
export { freshness, HALF_LIFE_DAYS } from './capacity/told-capacity.js';
export { CompaniesModule } from './companies.module.js';
export { CompaniesService } from './companies.service.js';
export { CompaniesReader, type CompanyMembership, type MaskedParty } from './companies.reader.js';
export { everything, CompanyExport } from './export/company-export.js';
export { CompanyMerger, type Importer } from './import/company-merger.js';
export { guessMapping, missingColumns } from './import/import-columns.js';
export type { RowProblem } from './import/import-problems.js';
export { readBatches } from './import/read-batches.js';
export { SuppliersReader, type SupplierData, type WantedSuppliers } from './suppliers.reader.js';
export * from './taxonomy/index.js';

export const companies: Context = {
  name: 'companies',
  entities: [CapacityAsk, Company, CompanyChange, CompanyImage, CompanyImport, CompanyImportProblem],
  migrations: [CreateCompanies1764000002000, AskCapacity1764100700000],
  api: CompaniesApiModule,
  worker: CompaniesWorkerModule,
};
