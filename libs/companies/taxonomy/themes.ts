import { p, type TaxonomyEntry } from './taxonomy.types.js';

export const themes: TaxonomyEntry[] = [p('sdgs', null, 'SDGs', 'SDGs')];
