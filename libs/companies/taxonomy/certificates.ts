import { p, type TaxonomyEntry } from './taxonomy.types.js';

export const certificateKinds: TaxonomyEntry[] = [p('iso-9001', null, 'ISO9001', 'ISO9001')];
