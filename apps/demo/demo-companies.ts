import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { demoDayOrderers } from './demo-day-orderers.js';
import { demoMetalworkers } from './demo-metalworkers.js';
import { demoOrderers } from './demo-orderers.js';
import { demoOtherSuppliers } from './demo-other-suppliers.js';

/** Fictional firms. Every name, number and figure is made up. */
export const demoCompanies: readonly { key: string; body: 'tokyo' | 'kanagawa'; profile: CompanyProfile }[] =
  [...demoOrderers, ...demoMetalworkers, ...demoOtherSuppliers, ...demoDayOrderers].map(
    ({ key, body = 'tokyo', ...profile }) => ({
      key,
      body,
      profile: companyProfile.parse({ isOrderer: false, isSupplier: true, ...profile }),
    }),
  );
