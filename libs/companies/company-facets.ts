import type { Facet } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import type { Database } from '#platform/database/index.js';
import type { SqlConditions } from '#platform/search/index.js';
import { companyConditions, type CompanyFacet, type CompanyQuery } from './company-search.js';
import { ancestorsOf, materials, processes, type TaxonomyEntry } from './taxonomy/index.js';

/** Pairs of a term and itself or a broader one: a company with 旋削 counts for 機械加工 too, as its filter finds it. */
const broader = (entries: readonly TaxonomyEntry[]): { narrow: string[]; broad: string[] } => {
  const pairs = entries.flatMap(({ code }) => [code, ...ancestorsOf(code)].map((broad) => ({ code, broad })));
  return { narrow: pairs.map(({ code }) => code), broad: pairs.map(({ broad }) => broad) };
};
const terms = { process: broader(processes), material: broader(materials) };

/** Each value of a facet in a company's row, as a joined table `v(value)`. */
const values: Record<CompanyFacet, (sql: SqlConditions) => string> = {
  process: (sql) => withBroader('process', sql),
  material: (sql) => withBroader('material', sql),
  certificate: () => 'cross join lateral unnest(c.certificate_kinds) v(value)',
  theme: () => 'cross join lateral unnest(c.theme_codes) v(value)',
  prefecture: () => 'join lateral (select c.prefecture) v(value) on v.value is not null',
};

const withBroader = (name: 'process' | 'material', sql: SqlConditions): string =>
  `cross join lateral unnest(c.${name}_codes) code
   join unnest(${sql.bind(terms[name].narrow)}::text[], ${sql.bind(terms[name].broad)}::text[]) v(narrow, value)
     on v.narrow = code`;

/** How many companies each value would find, with all filters but its own. */
export async function companyFacets(
  database: Database,
  actor: Actor,
  query: CompanyQuery,
): Promise<Record<CompanyFacet, Facet>> {
  const count = (name: CompanyFacet): Promise<Facet> => {
    const sql = companyConditions(actor, query);
    const from = `company c ${values[name](sql)}`;
    return database.query(
      `select v.value, count(distinct c.id)::int count from ${from} where ${sql.where(name)}
       group by v.value order by count desc, v.value`,
      sql.parameters,
    );
  };
  const [process, material, certificate, theme, prefecture] = await Promise.all([
    count('process'),
    count('material'),
    count('certificate'),
    count('theme'),
    count('prefecture'),
  ]);
  return { process, material, certificate, theme, prefecture };
}
