import { p, type TaxonomyEntry } from './taxonomy.types.js';

export const materials: TaxonomyEntry[] = [p('steel', null, '鉄鋼', 'Steel')];
