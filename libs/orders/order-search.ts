import type { z } from 'zod';
import type { orderQuery } from '#contracts/orders.js';
import { descendantsOf } from '#companies/index.js';
import type { Actor } from '#platform/auth/index.js';
import { likePattern, nearFirst, searchWords, SqlConditions } from '#platform/search/index.js';

type OrderQuery = z.output<typeof orderQuery>;

/**
 * The SQL conditions of a search (alias `o`): what the viewer may see, then the filters, named so that a facet can
 * leave out its own. `first` are parameters that the statement has before them.
 */
export function orderConditions(actor: Actor, query: OrderQuery, first: unknown[] = []): SqlConditions {
  const sql = new SqlConditions();
  for (const value of first) sql.bind(value);
  const own = actor.company?.id ?? null;
  if (query.mine) sql.add('own', (p) => `o.company_id = ${p}`, own);
  else sql.add('visible', (p) => `o.published_at is not null or o.company_id = ${p}`, own);
  for (const word of searchWords(query.q)) sql.add('q', (p) => `o.search_text like ${p}`, likePattern(word));
  if (query.process.length > 0)
    sql.add('process', (p) => `o.process_codes && ${p}::text[]`, query.process.flatMap(descendantsOf));
  if (query.material.length > 0)
    sql.add('material', (p) => `o.material_codes && ${p}::text[]`, query.material.flatMap(descendantsOf));
  if (query.theme.length > 0) sql.add('theme', (p) => `o.theme_codes && ${p}::text[]`, query.theme);
  if (query.prefecture.length > 0) sql.add('prefecture', (p) => `o.prefecture = any(${p})`, query.prefecture);
  if (query.within)
    sql.add(
      'within',
      (p) => `not exists (select 1 from jsonb_array_elements(o.content -> 'requirements') r
        where r ->> 'kind' = 'delivery'
          and (r ->> 'date')::date > (now() at time zone 'Asia/Tokyo')::date + 7 * ${p}::int)`,
      query.within,
    );
  if (query.state) sql.add('state', (p) => `o.state = ${p}`, query.state);
  return sql;
}

/** How a list is sorted: the SQL key, the cast that a cursor's text needs, and the direction. */
export interface OrderSort {
  readonly key: string;
  readonly cast: string;
  readonly direction: 'asc' | 'desc';
}

const SINCE = 'coalesce(o.published_at, o.updated_at)';

/** Relevance puts orders with all words in the title first; what it needs is bound to `sql`. */
export function orderSort(query: Pick<OrderQuery, 'q' | 'sort'>, sql: SqlConditions): OrderSort {
  switch (query.sort) {
    case 'newest':
      return { key: SINCE, cast: 'timestamptz', direction: 'desc' };
    case 'answer-by':
      return { key: "coalesce(o.answer_by, 'infinity'::date)", cast: 'date', direction: 'asc' };
    case 'relevance':
      return { key: nearFirst('o.search_text', SINCE, query.q, sql), cast: 'numeric', direction: 'desc' };
  }
}
