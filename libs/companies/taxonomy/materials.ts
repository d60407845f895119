import { metals } from './materials-metals.js';
import { mineralNaturalMaterials } from './materials-mineral-natural.js';
import { nonFerrousMetals } from './materials-nonferrous.js';
import { polymerMaterials } from './materials-polymers.js';
import type { TaxonomyEntry } from './taxonomy.types.js';

/** What a firm can work in, from the family to the JIS grade: metal, steel, stainless steel, SUS304. */
export const materials: TaxonomyEntry[] = [
  ...metals,
  ...nonFerrousMetals,
  ...polymerMaterials,
  ...mineralNaturalMaterials,
];
