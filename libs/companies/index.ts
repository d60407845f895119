import type { Context } from '#platform/context.js';
import { CompaniesModule } from './companies.module.js';
import { CompanyChange } from './company-change.entity.js';
import { CompanyImage } from './company-image.entity.js';
import { CompanyImport, CompanyImportProblem } from './company-import.entity.js';
import { Company } from './company.entity.js';
import { CreateCompanies1764000002000 } from './migrations/1764000002000-create-companies.js';

export * from './companies.events.js';
export { CompaniesModule } from './companies.module.js';
export { CompaniesReader, type CompanyMembership, type MaskedParty } from './companies.reader.js';
export * from './taxonomy/index.js';

export const companies: Context = {
  name: 'companies',
  entities: [Company, CompanyChange, CompanyImage, CompanyImport, CompanyImportProblem],
  migrations: [CreateCompanies1764000002000],
  api: CompaniesModule,
  worker: CompaniesModule,
};
