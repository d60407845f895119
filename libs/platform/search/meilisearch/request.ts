import type { MultiSearchQuery } from 'meilisearch';
import {
  searchFields,
  type SearchCondition,
  type SearchFacet,
  type SearchFilter,
  type SearchQuery,
} from '../engine.js';
import { spelled } from '../normalise.js';
import { withoutSmallWords } from '../text/small-words.js';
import { LOCALES } from './settings.js';

/** Private characters around what matches: no text has them. */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;
/** Whether an attribute has one of the values. */
export const oneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;

function conditionText(condition: SearchCondition): string[] {
  if ('facet' in condition) return [oneOf(condition.facet, condition.values)];
  if ('near' in condition) {
    const { near, km } = condition;
    return [`_geoRadius(${near.latitude}, ${near.longitude}, ${Math.round(km * 1_000)})`];
  }
  const { number, min, max } = condition;
  const bounds = [
    ...(min === undefined ? [] : [`${number} >= ${min}`]),
    ...(max === undefined ? [] : [`${number} <= ${max}`]),
  ];
  return [bounds.length > 1 ? `(${bounds.join(' AND ')})` : (bounds[0] ?? `${number} EXISTS`)];
}

/** All of the filters, and what the viewer may see. */
export const filterOf = (
  viewer: readonly string[],
  filters: readonly SearchFilter[],
): (string | string[])[] => [
  oneOf('audience', viewer),
  `NOT ${oneOf('hiddenFrom', viewer)}`,
  ...filters.map(({ any }) => any.flatMap(conditionText)),
];

/** So many figures make a word a code, which means itself and nothing near it. */
const FIGURES = 3;

/** The words as Meilisearch reads them: without its operators, codes as phrases, so that they have no typing errors. */
export function wordsFor(words: string): string {
  const plain = spelled(words)
    .replace(/["']/g, ' ')
    .replace(/(^|\s)-+/g, ' ');
  const all = withoutSmallWords(plain.split(/[\s、,]+/).filter((word) => word !== ''));
  return all.map((word) => ((word.match(/\d/g)?.length ?? 0) >= FIGURES ? `"${word}"` : word)).join(' ');
}

function sortFor({ sort, from, words }: SearchQuery): string[] {
  switch (sort) {
    case 'newest':
      return ['since:desc'];
    case 'staff':
      return ['staff:desc', 'since:desc'];
    case 'deadline':
      return ['deadline:asc', 'since:desc'];
    case 'distance':
      return from ? [`_geoPoint(${from.latitude}, ${from.longitude}):asc`] : [];
    case 'relevance':
      return words.trim() === '' ? ['since:desc'] : [];
  }
}

const shared = (indexUid: string, query: SearchQuery): MultiSearchQuery => ({
  indexUid,
  q: wordsFor(query.words),
  matchingStrategy: 'all',
  locales: LOCALES,
});

/** The page itself. Its counts by kind, which every document has one of, make the total: hits are counted only so far. */
export const pageRequest = (indexUid: string, query: SearchQuery): MultiSearchQuery => ({
  ...shared(indexUid, query),
  filter: filterOf(query.viewer, query.filters),
  sort: sortFor(query),
  facets: [...new Set<SearchFacet>(['kind', ...query.facets])],
  page: query.page,
  hitsPerPage: query.pageSize,
  attributesToRetrieve: ['key', 'kind', 'id', '_geo'],
  ...(query.texts && {
    attributesToHighlight: [...searchFields],
    highlightPreTag: OPEN,
    highlightPostTag: CLOSE,
  }),
});

/** Counts alone, without the filters of a facet's own name where one is given. */
export const countRequest = (
  indexUid: string,
  query: SearchQuery,
  facet: SearchFacet | null,
): MultiSearchQuery => ({
  ...shared(indexUid, query),
  filter: filterOf(
    query.viewer,
    query.filters.filter(({ name }) => name !== facet),
  ),
  facets: [facet ?? 'kind'],
  limit: 0,
});
