import type { SearchHit, SearchKind } from '#contracts/search.js';

/** The kinds that have a tab of their own, in this order. */
export const tabs = [
  'company',
  'order',
  'patent',
  'product',
  'fair',
  'meeting',
] as const satisfies readonly SearchKind[];

/** Where a hit leads: a product to who makes it. */
export function addressOf({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string {
  switch (kind) {
    case 'company':
    case 'product':
      return `/companies/${id}`;
    case 'order':
      return `/orders/${id}`;
    case 'patent':
      return `/patents/${id}`;
    case 'fair':
      return `/fairs/${id}`;
    case 'meeting':
      return `/meetings/${id}`;
  }
}
