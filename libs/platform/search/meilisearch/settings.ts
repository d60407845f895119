import type { Settings } from 'meilisearch';
import { MAX_DEPTH, searchFacets, searchFields, searchNumbers, type SearchLanguage } from '../engine.js';

/** The attribute of what a document is found by beside its texts. */
export const KEYS = 'keys';
/** Meilisearch's names of the languages that the texts are in. */
export const LOCALES = ['jpn', 'eng'];

const MOST_VALUES = 300;

/** How the index is searched: fields in their order, what may be filtered and sorted by, how near counts before far. */
export function settingsFor(language: SearchLanguage): Settings {
  return {
    searchableAttributes: [...searchFields, KEYS],
    filterableAttributes: [
      'key',
      'audience',
      'hiddenFrom',
      'gone',
      '_geo',
      ...searchFacets,
      ...searchNumbers,
    ],
    sortableAttributes: ['_geo', 'since', 'staff', 'deadline'],
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'since:desc'],
    localizedAttributes: [{ attributePatterns: [...searchFields], locales: LOCALES }],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnNumbers: true,
      disableOnWords: language.codes.map((code) => code.toLowerCase()),
    },
    faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MAX_DEPTH },
    ...languageSettings(language),
  };
}

/** The part of the settings that follows the thesaurus. */
export function languageSettings({ synonyms, codes }: SearchLanguage): Settings {
  const map: Record<string, string[]> = {};
  for (const { from, to } of synonyms) (map[from] ??= []).push(to);
  return { synonyms: map, dictionary: [...new Set(codes.flatMap((code) => [code, code.toLowerCase()]))] };
}
