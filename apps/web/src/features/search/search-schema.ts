import { z } from 'zod';
import { searchQuery } from '#contracts/search.js';
import type { Filters } from '../../parts/filters';

/** What the address of the search holds. */
export const searchSchema = searchQuery
  .omit({ cursor: true, limit: true })
  .extend({ view: z.enum(['map']).optional() });

export type SearchFilters = Filters<typeof searchSchema>;
export type SearchValue = z.output<typeof searchSchema>;

/** What takes a filter off, by the name that the server gives it. */
export function without(filter: string): Partial<SearchValue> {
  switch (filter) {
    case 'words':
      return { q: '' };
    case 'envelope':
      return { x: undefined, y: undefined, z: undefined };
    case 'tolerance':
    case 'lot':
    case 'km':
    case 'kind':
      return { [filter]: undefined };
    default:
      return { [filter]: [] };
  }
}
