import { editDistance } from '../../search/text/edit-distance.js';
import { filterCheck, metresBetween, Refused, type Stored } from './meili-filter.js';

export interface Index {
  readonly primaryKey: string;
  readonly documents: Map<string, Stored>;
  settings: Record<string, unknown>;
}

interface Request {
  readonly q?: string;
  readonly filter?: unknown;
  readonly facets?: string[];
  readonly sort?: string[];
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly limit?: number;
  readonly attributesToHighlight?: string[];
  readonly attributesToRetrieve?: string[];
  readonly highlightPreTag?: string;
  readonly highlightPostTag?: string;
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
const isLatin = (word: string): boolean => /^[a-z0-9.]+$/.test(word);

/** How far a text has a word: its typing errors, or null. A phrase has none; Japanese is found inside of words. */
function errorsIn(text: string, word: string, phrase: boolean): { errors: number; as: string } | null {
  const plain = folded(text);
  if (!isLatin(word)) return plain.includes(word) ? { errors: 0, as: word } : null;
  let best: { errors: number; as: string } | null = null;
  for (const own of plain.match(/[a-z0-9.]+/g) ?? []) {
    if (phrase ? own === word : own.startsWith(word)) return { errors: 0, as: own };
    const allowed = phrase || /\d/.test(word) ? 0 : word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const errors = editDistance(own, word, allowed);
    if (errors <= allowed && (best === null || errors < best.errors)) best = { errors, as: own };
  }
  return best;
}

interface Ranked {
  readonly document: Stored;
  readonly errors: number;
  readonly field: number;
  readonly marks: string[];
}

function matches(document: Stored, words: readonly string[], { settings }: Index): Ranked | null {
  const fields = strings(settings['searchableAttributes']);
  const synonyms = (settings['synonyms'] ?? {}) as Record<string, string[]>;
  const marks: string[] = [];
  let [errors, field] = [0, 0];
  for (const quoted of words) {
    const phrase = quoted.startsWith('"');
    const word = folded(quoted.replaceAll('"', ''));
    const ways = [word, ...(synonyms[word] ?? []).map(folded)];
    const found = fields.flatMap((name, i) =>
      ways.flatMap((way) =>
        strings(document[name]).flatMap((text) => {
          const hit = errorsIn(text, way, phrase || way !== word);
          return hit ? [{ ...hit, field: i }] : [];
        }),
      ),
    );
    const [best] = found.sort((a, b) => a.errors - b.errors || a.field - b.field);
    if (!best) return null;
    errors += best.errors;
    field += best.field;
    marks.push(best.as);
  }
  return { document, errors, field, marks };
}

function marked(text: string, marks: readonly string[], [pre, post]: [string, string]): string {
  const plain = folded(text);
  if (plain.length !== text.length) return text;
  const at = marks.flatMap((mark) => {
    const start = plain.indexOf(mark);
    return start < 0 ? [] : [[start, start + mark.length] as const];
  });
  const [first] = at.sort((a, b) => a[0] - b[0]);
  if (!first) return text;
  const [start, end] = first;
  return `${text.slice(0, start)}${pre}${text.slice(start, end)}${post}${text.slice(end)}`;
}

function sorter(sort: readonly string[], sortable: ReadonlySet<string>): (a: Stored, b: Stored) => number {
  const rules = [...sort, 'since:desc'].map((rule) => {
    const geo = /^_geoPoint\(([\d.-]+), ?([\d.-]+)\):asc$/.exec(rule);
    const [attribute = '', direction] = geo ? ['_geo', 'asc'] : rule.split(':');
    if (!sortable.has(attribute) || !['asc', 'desc'].includes(direction ?? ''))
      throw new Refused('invalid_search_sort', `${rule} cannot be sorted by.`);
    const from = geo ? { lat: Number(geo[1]), lng: Number(geo[2]) } : null;
    const value = (document: Stored): number | undefined => {
      const own = document[attribute];
      if (!from) return typeof own === 'number' ? own : undefined;
      return own ? metresBetween(own as { lat: number; lng: number }, from) : undefined;
    };
    return { value, sign: direction === 'asc' ? 1 : -1 };
  });
  return (a, b) => {
    for (const { value, sign } of rules) {
      const [x, y] = [value(a), value(b)];
      if (x === y) continue;
      // What has no value comes last, whatever the direction.
      return x === undefined ? 1 : y === undefined ? -1 : sign * (x - y);
    }
    return 0;
  };
}

/** A search as the server answers it, in the plainest way. */
export function searchIndex(index: Index, request: Request): Record<string, unknown> {
  const { settings } = index;
  const filterable = new Set(strings(settings['filterableAttributes']));
  const check = filterCheck(request.filter, filterable);
  const words = (request.q ?? '').split(/\s+/).filter((word) => word !== '');
  const found = [...index.documents.values()]
    .filter(check)
    .map((document) => matches(document, words, index))
    .filter((one) => one !== null);
  const bySort = sorter(request.sort ?? [], new Set(strings(settings['sortableAttributes'])));
  const isSorted = (request.sort ?? []).length > 0;
  found.sort(
    (a, b) =>
      (isSorted ? bySort(a.document, b.document) : 0) ||
      a.errors - b.errors ||
      a.field - b.field ||
      bySort(a.document, b.document),
  );
  const facetDistribution: Record<string, Record<string, number>> = {};
  for (const facet of request.facets ?? []) {
    if (!filterable.has(facet)) throw new Refused('invalid_search_facets', `${facet} is not filterable.`);
    const counts: Record<string, number> = (facetDistribution[facet] = {});
    for (const { document } of found)
      for (const value of [document[facet] ?? []].flat().map(String))
        counts[value] = (counts[value] ?? 0) + 1;
  }
  const reachable = found.slice(0, (settings['pagination'] as { maxTotalHits: number }).maxTotalHits);
  const { page = 1, hitsPerPage } = request;
  const shown =
    hitsPerPage === undefined
      ? reachable.slice(0, request.limit ?? 20)
      : reachable.slice((page - 1) * hitsPerPage, page * hitsPerPage);
  return {
    hits: shown.map((one) => hitOf(one, request)),
    facetDistribution,
    query: request.q ?? '',
    processingTimeMs: 0,
    ...(hitsPerPage === undefined
      ? { estimatedTotalHits: reachable.length, limit: request.limit ?? 20, offset: 0 }
      : {
          totalHits: reachable.length,
          hitsPerPage,
          page,
          totalPages: Math.ceil(reachable.length / hitsPerPage),
        }),
  };
}

function hitOf({ document, marks }: Ranked, request: Request): Stored {
  const hit = Object.fromEntries(
    (request.attributesToRetrieve ?? Object.keys(document)).flatMap((name) =>
      document[name] === undefined ? [] : [[name, document[name]]],
    ),
  );
  if (!request.attributesToHighlight) return hit;
  const tags: [string, string] = [request.highlightPreTag ?? '<em>', request.highlightPostTag ?? '</em>'];
  const formatted = Object.fromEntries(
    request.attributesToHighlight.flatMap((name) =>
      document[name] === undefined
        ? []
        : [[name, strings(document[name]).map((text) => marked(text, marks, tags))]],
    ),
  );
  return { ...hit, _formatted: { ...hit, ...formatted } };
}
