/** What can be found. A hit's `id` is the row's; of a product it is its company's. */
export const searchKinds = ['company', 'order', 'patent', 'product', 'fair', 'meeting'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The texts of a document, the nearest first: a hit in an earlier one ranks higher. */
export const searchFields = ['title', 'aliases', 'tags', 'lead', 'items', 'body', 'place'] as const;
export type SearchField = (typeof searchFields)[number];

/** What documents are filtered and counted by. */
export const searchFacets = [
  'kind',
  'process',
  'material',
  'certificate',
  'theme',
  'prefecture',
  'size',
  'capacity',
  'field',
  'licence',
  'state',
  'role',
] as const;
export type SearchFacet = (typeof searchFacets)[number];

/**
 * What documents are ranged and sorted by: mm, pieces, persons. `max…` is what a firm can make, `need…` what an order
 * asks for, sides sorted by length; `since` and `deadline` in seconds since 1970.
 */
export const searchNumbers = [
  'maxLong',
  'maxMiddle',
  'maxShort',
  'needLong',
  'needMiddle',
  'needShort',
  'tolerance',
  'needTolerance',
  'lotFrom',
  'lotTo',
  'needLot',
  'staff',
  'since',
  'deadline',
] as const;
export type SearchNumber = (typeof searchNumbers)[number];

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** One thing that can be found, as one group of viewers may see it. */
export interface SearchDocument {
  /** Letters, digits, `-` and `_`; one subject may have several documents for different viewers. */
  readonly key: string;
  readonly kind: SearchKind;
  readonly id: string;
  /** Viewers who may find it: it has one of their tokens here … */
  readonly audience: readonly string[];
  /** … and none of them here. */
  readonly hiddenFrom: readonly string[];
  /** A tag is an entry of the controlled lists: its names, one a line (see `tagOf`). */
  readonly texts: Partial<Record<SearchField, readonly string[]>>;
  readonly facets: Partial<Record<Exclude<SearchFacet, 'kind'>, readonly string[]>>;
  readonly numbers: Partial<Record<SearchNumber, number>>;
  readonly place: Place | null;
}

/** A new state of a document; `document` is null where it is gone. A version is greater than all before it. */
export interface SearchChange {
  readonly key: string;
  readonly version: number;
  readonly document: SearchDocument | null;
}

export type SearchCondition =
  | { readonly facet: SearchFacet; readonly values: readonly string[] }
  | { readonly number: SearchNumber; readonly min?: number; readonly max?: number }
  | { readonly near: Place; readonly km: number };

/** Holds where one of its conditions does. A facet's counts leave the filters of its own name out. */
export interface SearchFilter {
  readonly name: string;
  readonly any: readonly SearchCondition[];
}

export const searchSorts = ['relevance', 'newest', 'distance', 'staff', 'deadline'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** Texts of documents by their keys; the tags may be left out. */
export type TextSource = (keys: readonly string[]) => Promise<Map<string, SearchDocument['texts']>>;

export interface SearchQuery {
  /** As typed. All words must be there; the last may be unfinished. */
  readonly words: string;
  /** The viewer's tokens. */
  readonly viewer: readonly string[];
  readonly filters: readonly SearchFilter[];
  readonly facets: readonly SearchFacet[];
  readonly sort: SearchSort;
  /** Where distances are measured from. */
  readonly from: Place | null;
  /** From 1; `page * pageSize` is at most MAX_DEPTH. */
  readonly page: number;
  readonly pageSize: number;
  /** Where an engine that keeps no texts reads those of the hits, to show matches in them; null: none are shown. */
  readonly texts: TextSource | null;
}

/** How deep one may page: who has not found it by then needs a filter. */
export const MAX_DEPTH = 1_000;

/** A piece of text; `hit` where it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

export interface Highlight {
  readonly field: SearchField;
  /** The text that says it best; of tags the names that match, some in each script. Never empty. */
  readonly texts: readonly (readonly TextPart[])[];
}

export interface SearchHit {
  readonly key: string;
  readonly kind: SearchKind;
  readonly id: string;
  readonly distanceKm: number | null;
  /** Where it matches, the nearest field first. */
  readonly highlights: readonly Highlight[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly facets: Partial<Record<SearchFacet, readonly FacetCount[]>>;
  /** Other words that find something where these, taken literally, do not. */
  readonly suggestion: string | null;
}

/** What an index holds: how many documents, and the sum of their marks (see `markOf`). */
export interface SearchContents {
  readonly documents: number;
  readonly marks: number;
}

/** Words that find each other: who types `from` also finds `to`. `weight` from 0 to 1 says how near they are. */
export interface SearchSynonym {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** What the engine should know of the trade's language. */
export interface SearchLanguage {
  readonly synonyms: readonly SearchSynonym[];
  /** Codes such as SUS304: one word each, and never a typing error of one another. */
  readonly codes: readonly string[];
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number | null;
}

/** The engine cannot answer just now; what was asked may be asked again. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

/**
 * Full-text search with facets, ranges and distances over documents. Only what the viewer may see is found, counted,
 * highlighted and suggested.
 */
export interface SearchEngine {
  /** @throws SearchUnavailable */
  search(query: SearchQuery): Promise<SearchResult>;
  /** How many documents each query finds; `facets`, `page` and `texts` are ignored. @throws SearchUnavailable */
  count(queries: readonly SearchQuery[]): Promise<number[]>;
  /** Takes changes in; one with a version not above the present one changes nothing. @throws SearchUnavailable */
  apply(changes: readonly SearchChange[]): Promise<void>;
  /**
   * Builds a second index and swaps it in when it is complete. Until then the first one answers; changes that are
   * applied meanwhile are in both. @throws SearchUnavailable
   */
  rebuild(
    batches: AsyncIterable<readonly SearchChange[]>,
    onProgress?: (done: number) => void,
  ): Promise<void>;
  useLanguage(language: SearchLanguage): Promise<void>;
  contents(): Promise<SearchContents>;
  /** Key and version of every document, in batches, for repairs. */
  versions(): AsyncIterable<readonly { key: string; version: number }[]>;
}

/** The mark of a document's state: a 32-bit number. Equal sums of marks mean equal contents, but for great bad luck. */
export function markOf(key: string, version: number): number {
  // FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo).
  let hash = 0x811c9dc5;
  for (const char of `${key}:${version}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
