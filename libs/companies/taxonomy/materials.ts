import { metals } from './materials-metals.js';
import { mineralNaturalMaterials } from './materials-mineral-natural.js';
import { nonFerrousMetals } from './materials-nonferrous.js';
import { polymerMaterials } from './materials-polymers.js';
import type { TaxonomyEntry } from './taxonomy.types.js';

/** What a firm can work in, in up to three levels. */
export const materials: TaxonomyEntry[] = [
  ...metals,
  ...nonFerrousMetals,
  ...polymerMaterials,
  ...mineralNaturalMaterials,
];
