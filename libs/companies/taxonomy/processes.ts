import { p, type TaxonomyEntry } from './taxonomy.types.js';

export const processes: TaxonomyEntry[] = [p('machining', null, '機械加工', 'Machining')];
