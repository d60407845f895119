import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { poster } from './orders.js';
import { byId, day, facet, id, instant, line, listOf, pageOf, pageQuery } from './shapes.js';

/** What can be found; `product` is what a company makes, `fair` an exhibition, `meeting` a meeting event. */
export const searchKind = z.enum(['company', 'order', 'patent', 'product', 'fair', 'meeting']);
export type SearchKind = z.infer<typeof searchKind>;

/** Staff of a company in classes; 300 is where the law's small firms of manufacturing end. */
export const sizeClass = z.enum(['1-20', '21-50', '51-100', '101-300', '301-']);
/** Told spare capacity in the next so many weeks. */
export const capacityClass = z.enum(['weeks4', 'weeks8', 'weeks12']);
export const searchSort = z.enum(['relevance', 'newest', 'distance', 'staff', 'deadline']);

const mm = z.coerce.number().positive().max(1_000_000).optional();

/** What narrows a search beside its words. Lengths in mm, lot in pieces. */
export const searchFilters = z.object({
  process: listOf(z.string().max(60)),
  material: listOf(z.string().max(60)),
  certificate: listOf(z.string().max(60)),
  theme: listOf(z.string().max(60)),
  prefecture: listOf(z.string().max(2)),
  size: listOf(sizeClass),
  capacity: listOf(capacityClass),
  field: listOf(z.string().max(60)),
  licence: listOf(z.string().max(20)),
  state: listOf(z.string().max(20)),
  role: listOf(z.enum(['orderer', 'supplier'])),
  /** The part to be made: firms that can make it, orders that ask for no more. In any order. */
  x: mm,
  y: mm,
  z: mm,
  /** ± mm that is to be kept, as above. */
  tolerance: z.coerce.number().positive().max(1_000).optional(),
  lot: z.coerce.number().int().min(1).max(100_000_000).optional(),
  /** Where distances are measured from: `own`, or the code of a prefecture or municipality. */
  near: z.string().max(10).optional(),
  /** Only what is within so many km of it. */
  km: z.coerce.number().positive().max(3_000).optional(),
});

/** A search without its page: what is saved. `q` is as typed. */
export const savedQuery = searchFilters.extend({
  q: z.string().trim().max(200).default(''),
  kind: searchKind.optional(),
});
export type SavedQuery = z.infer<typeof savedQuery>;

export const searchQuery = pageQuery.extend({
  ...savedQuery.shape,
  limit: z.coerce.number().int().min(1).max(50).default(20),
  sort: searchSort.default('relevance'),
});

export const textPart = z.object({ text: z.string(), hit: z.boolean() });
/** Which text of a hit matches: its title, other names, terms, summary, products and awards, description, place. */
export const searchField = z.enum(['title', 'aliases', 'tags', 'lead', 'items', 'body', 'place']);

/** What a hit shows; never more than the viewer may know. */
export const searchCard = z.object({
  title: z.string(),
  lead: z.string(),
  prefecture: z.string().nullable(),
  municipality: z.string().nullable(),
  industry: z.string().nullable(),
  processes: z.array(z.string()),
  materials: z.array(z.string()),
  certificates: z.array(z.string()),
  staff: z.int().nullable(),
  state: z.string().nullable(),
  /** The company that posts, holds or makes it; null for a company itself. */
  owner: poster.nullable(),
  deadline: day.nullable(),
  since: instant.nullable(),
});
export type SearchCard = z.infer<typeof searchCard>;

export const searchHit = searchCard.extend({
  /** Different for each hit of a page. */
  key: z.string(),
  kind: searchKind,
  /** The company's, order's or patent's; of a product its company's. */
  id,
  distanceKm: z.number().nullable(),
  /** Where it matches. One text of a field; of tags several names, in either language. */
  highlights: z.array(z.object({ field: searchField, texts: z.array(z.array(textPart)) })),
});
export type SearchHit = z.infer<typeof searchHit>;

/** Why an answer may not be whole: the index is being built, or the search server is away. */
export const searchNote = z.object({
  building: z.object({ done: z.int(), total: z.int() }).nullable(),
  degraded: z.boolean(),
});

const counts = z.object({
  kind: facet,
  process: facet,
  material: facet,
  certificate: facet,
  theme: facet,
  prefecture: facet,
  size: facet,
  capacity: facet,
  field: facet,
  licence: facet,
  state: facet,
  role: facet,
});

export const alertFrequency = z.enum(['off', 'daily', 'instant']);
export type AlertFrequency = z.infer<typeof alertFrequency>;

export const savedSearch = z.object({
  id,
  name: z.string(),
  query: savedQuery,
  alert: alertFrequency,
  /** How many it finds now that were not there when one last looked. */
  fresh: z.int(),
  version: z.int(),
  createdAt: instant,
});
export type SavedSearch = z.infer<typeof savedSearch>;

export const searchApi = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    access: 'search:use',
    summary:
      'Companies, orders, patents and products by words, filters, ranges and distance; counts and highlights are of what the viewer may see',
    query: searchQuery,
    response: pageOf(searchHit).extend({
      facets: counts,
      /** Other words that find something where these do not. */
      suggestion: z.string().nullable(),
      /**
       * Where nothing is found: how much would be without one of the filters (`words`: without the words). `left`: with
       * what is left of the words where one of several is taken away; null where the filter goes as a whole.
       */
      loosen: z.array(z.object({ filter: z.string(), left: z.string().nullable(), count: z.int() })),
      note: searchNote,
    }),
  }),
  quick: endpoint({
    method: 'GET',
    path: '/search/quick',
    access: 'search:use',
    summary: 'The best few of each kind while one types',
    query: z.object({ q: z.string().trim().max(200) }),
    response: z.object({
      groups: z.array(z.object({ kind: searchKind, total: z.int(), items: z.array(searchHit) })),
      suggestion: z.string().nullable(),
      note: searchNote,
    }),
  }),
  saved: endpoint({
    method: 'GET',
    path: '/saved-searches',
    access: 'search:use',
    summary: 'Own saved searches',
    response: z.object({ items: z.array(savedSearch) }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/saved-searches',
    access: 'search:use',
    creates: true,
    summary: 'Saves a search; what fits newly from now on is told by mail where wanted',
    body: z.object({ name: line(100), query: savedQuery, alert: alertFrequency.default('daily') }),
    response: savedSearch,
  }),
  changeSaved: endpoint({
    method: 'PUT',
    path: '/saved-searches/:id',
    access: 'search:use',
    versioned: 'write',
    summary: 'Changes name and mails of an own saved search',
    params: byId,
    body: z.object({ name: line(100), alert: alertFrequency }),
    response: savedSearch,
  }),
  seenSaved: endpoint({
    method: 'POST',
    path: '/saved-searches/:id/seen',
    access: 'search:use',
    summary: 'Counts what an own saved search finds now as seen',
    params: byId,
  }),
  removeSaved: endpoint({
    method: 'DELETE',
    path: '/saved-searches/:id',
    access: 'search:use',
    summary: 'Removes an own saved search',
    params: byId,
  }),
  unsubscribe: endpoint({
    method: 'POST',
    path: '/saved-searches/unsubscribe',
    access: 'public',
    summary: 'Ends the mails of a saved search, by the link in one of them',
    body: z.object({ token: z.string().max(200) }),
    response: z.object({ name: z.string() }),
  }),
};
