import type { TradeTerm } from '#contracts/trade-terms.js';
import { materials, processes, type TaxonomyEntry } from '#companies/index.js';
import { ownTradeTerms } from './trade-terms.data.js';

const fromTaxonomy = (kind: 'process' | 'material', entries: readonly TaxonomyEntry[]): TradeTerm[] =>
  entries.map(({ code, ja, en, synonyms }) => ({
    code: `${kind}.${code}`,
    kind,
    ja,
    en,
    also: [...synonyms],
  }));

/** Every word that the product has in both languages: what companies state, and what is agreed about. */
export const tradeTerms: TradeTerm[] = [
  ...ownTradeTerms,
  ...fromTaxonomy('process', processes),
  ...fromTaxonomy('material', materials),
];
