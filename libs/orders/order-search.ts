import type { z } from 'zod';
import type { orderQuery } from '#contracts/orders.js';
import { descendantsOf } from '#companies/index.js';
import { isStaff, type Actor } from '#platform/auth/index.js';
import { likePattern, searchWords, SqlConditions } from '#platform/search/index.js';

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
  else if (isStaff(actor)) sql.add('visible', (p) => `o.state <> ${p}`, 'draft');
  else sql.add('visible', (p) => `o.state <> 'draft' or o.company_id = ${p}`, own);
  for (const word of searchWords(query.q)) sql.add('q', (p) => `o.search_text like ${p}`, likePattern(word));
  if (query.process.length > 0)
    sql.add('process', (p) => `o.process_codes && ${p}::text[]`, query.process.flatMap(descendantsOf));
  if (query.material.length > 0)
    sql.add('material', (p) => `o.material_codes && ${p}::text[]`, query.material.flatMap(descendantsOf));
  if (query.theme.length > 0) sql.add('theme', (p) => `o.theme_codes && ${p}::text[]`, query.theme);
  if (query.prefecture.length > 0) sql.add('prefecture', (p) => `o.prefecture = any(${p})`, query.prefecture);
  if (query.state) sql.add('state', (p) => `o.state = ${p}`, query.state);
  return sql;
}

/** How a list is sorted: the SQL key, the cast that a cursor's text needs, and the key of a row. */
export const orderSorts = {
  newest: {
    key: 'coalesce(o.published_at, o.updated_at)',
    cast: '::timestamptz',
    descending: true,
    keyOf: textKey,
  },
  'answer-by': {
    key: "coalesce(o.answer_by, 'infinity'::date)",
    cast: '::date',
    descending: false,
    keyOf: textKey,
  },
  relevance: {
    key: 'coalesce(o.published_at, o.updated_at)',
    cast: '::timestamptz',
    descending: true,
    keyOf: textKey,
  },
} as const;

function textKey(row: { sortKey: string }): string {
  return row.sortKey;
}
