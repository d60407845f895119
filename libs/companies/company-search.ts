import type { z } from 'zod';
import type { companyQuery, companySort } from '#contracts/companies.js';
import { isStaff, type Actor } from '#platform/auth/index.js';
import { likePattern, normalise, searchWords, SqlConditions } from '#platform/search/index.js';
import { descendantsOf } from './taxonomy/index.js';

export type CompanyQuery = Omit<z.output<typeof companyQuery>, 'cursor' | 'limit'>;
export type CompanyFacet = 'process' | 'material' | 'certificate' | 'theme' | 'prefecture';

/** A corporate number as people type it: full width, with hyphens or spaces. */
const asCorporateNumber = (q: string): string | null =>
  /^\d{13}$/.exec(q.normalize('NFKC').replace(/[\s-]/g, ''))?.[0] ?? null;

/**
 * The SQL conditions of a search (alias `c`): what the viewer may see, then the filters, named so that a facet can
 * leave out its own. Null as viewer sees all that is approved.
 */
export function companyConditions(actor: Actor | null, query: CompanyQuery): SqlConditions {
  const sql = new SqlConditions();
  addVisible(sql, actor, query.state);
  const number = asCorporateNumber(query.q);
  if (number) sql.add('q', (p) => `c.corporate_number = ${p}`, number);
  else
    for (const word of searchWords(query.q))
      sql.add('q', (p) => `c.search_text like ${p}`, likePattern(word));
  if (query.role)
    sql.add('role', (p) => `case ${p} when 'orderer' then c.is_orderer else c.is_supplier end`, query.role);
  const filter = (name: CompanyFacet, column: string, codes = query[name]) => {
    if (query[name].length > 0) sql.add(name, (p) => `c.${column} && ${p}::text[]`, codes);
  };
  filter('process', 'process_codes', query.process.flatMap(descendantsOf));
  filter('material', 'material_codes', query.material.flatMap(descendantsOf));
  filter('certificate', 'certificate_kinds');
  filter('theme', 'theme_codes');
  if (query.capacity) {
    const codes = sql.bind(query.process.flatMap(descendantsOf));
    sql.add(
      'capacity',
      (
        p,
      ) => `exists (select 1 from jsonb_array_elements(c.capacity) told where told ->> ${p}::text is not null
        and (cardinality(${codes}::text[]) = 0 or told ->> 'process' = any(${codes}::text[])))`,
      `weeks${query.capacity}`,
    );
  }
  if (query.prefecture.length > 0) sql.add('prefecture', (p) => `c.prefecture = any(${p})`, query.prefecture);
  return sql;
}

function addVisible(sql: SqlConditions, actor: Actor | null, state: CompanyQuery['state']): void {
  const own = actor?.company?.id ?? null;
  const all = actor === null || isStaff(actor);
  if (!all && !actor.company?.approved) sql.add('visible', (p) => `c.id = ${p}`, own);
  else if (!all) sql.add('visible', (p) => `c.state = 'approved' or c.id = ${p}`, own);
  if (state) sql.add('state', (p) => `c.state = ${p}`, state);
  else if (all) sql.add('state', (p) => `c.state = ${p}`, 'approved');
}

/** One key of a sort order, and how a cursor's value is read back. */
interface SortKey {
  readonly sql: string;
  readonly cast: string;
}

export interface Sort {
  readonly keys: readonly SortKey[];
  readonly direction: 'asc' | 'desc';
}

/** Microseconds since 1970, so that a cursor loses nothing. */
const micros = (column: string): SortKey => ({
  sql: `(extract(epoch from coalesce(${column}, 'epoch')) * 1000000)::bigint`,
  cast: 'bigint',
});
const id: SortKey = { sql: 'c.id', cast: 'uuid' };
const updated = micros('c.updated_at');

/**
 * How near a company is to the words: 3 its name begins with them, 2 they are in its names, 1 in what it does, 0
 * elsewhere (search-text.ts).
 */
function nearness(sql: SqlConditions, q: string): SortKey {
  const names = `split_part(c.search_text, e'\\n', 1)`;
  const does = `split_part(c.search_text, e'\\n', 2)`;
  const patterns = sql.bind(searchWords(q).map(likePattern));
  const start = sql.bind(likePattern(normalise(q)).slice(1));
  return {
    sql: `case when ${names} like ${start} then 3
               when ${names} like all (${patterns}::text[]) then 2
               when ${names} || ' ' || ${does} like all (${patterns}::text[]) then 1 else 0 end`,
    cast: 'int',
  };
}

/** The keys of a sort order; nearness adds its parameters to `sql`. Without words, relevance is how fresh the data is. */
export function sortOf(sort: z.output<typeof companySort>, q: string, sql: SqlConditions): Sort {
  switch (sort) {
    case 'name':
      return {
        keys: [{ sql: `coalesce(nullif(c.name_kana, ''), c.name)`, cast: 'text' }, id],
        direction: 'asc',
      };
    case 'updated':
      return { keys: [updated, id], direction: 'desc' };
    case 'staff':
      return { keys: [{ sql: 'coalesce(c.staff, -1)', cast: 'int' }, id], direction: 'desc' };
    case 'relevance': {
      const fresh = [micros('c.verified_at'), updated, id];
      const keys = searchWords(q).length > 0 ? [nearness(sql, q), ...fresh] : fresh;
      return { keys, direction: 'desc' };
    }
  }
}

/** The condition for what comes after a cursor; a cursor of another sort order is none. */
export function afterCursor(
  sort: Sort,
  cursor: readonly (string | number | null)[] | undefined,
  sql: SqlConditions,
): string {
  if (cursor?.length !== sort.keys.length) return 'true';
  const places = sort.keys.map((key, i) => `${sql.bind(cursor[i])}::${key.cast}`);
  return `(${sort.keys.map((key) => key.sql).join(', ')}) ${sort.direction === 'asc' ? '>' : '<'} (${places.join(', ')})`;
}

export const orderBy = (sort: Sort): string =>
  sort.keys.map((key) => `${key.sql} ${sort.direction}`).join(', ');

/** The sort keys of a row as a JSON list, for its cursor. */
export const cursorKeys = (sort: Sort): string =>
  `json_build_array(${sort.keys.map((key) => `(${key.sql})`).join(', ')})`;
