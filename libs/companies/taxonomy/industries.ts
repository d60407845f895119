import { p, type TaxonomyEntry } from './taxonomy.types.js';

export const industries: TaxonomyEntry[] = [p('automotive', null, '自動車', 'Automotive')];
