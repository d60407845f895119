import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contracts/endpoint.js';
import type { searchApi } from '#contracts/search.js';
import { FacetFilter, FilterPanel } from '../../parts/filters';
import { useStateText, type StateKind, type StateOf } from '../../parts/state-badge';
import { useTaxonomy, type TaxonomyList } from '../../parts/taxonomy';
import { NearFilter, RangeFilters } from './range-filters';
import type { SearchFilters as Filters } from './search-schema';

type Facets = OutputOf<typeof searchApi.search>['facets'];

const lists = {
  process: 'processes',
  material: 'materials',
  certificate: 'certificates',
  prefecture: 'prefectures',
  theme: 'themes',
} as const satisfies Partial<Record<keyof Facets, TaxonomyList>>;

const coded = ['size', 'capacity', 'role', 'field', 'licence', 'state'] as const;

/** Which kind's words a state is said in. */
const stateKinds: Readonly<Record<string, StateKind>> = {
  pending: 'company',
  approved: 'company',
  rejected: 'company',
  suspended: 'company',
  closed: 'order',
  cancelled: 'order',
  licensed: 'patent',
  withdrawn: 'patent',
  published: 'order',
  finished: 'fair',
};

/** What is asked for beside the filters, and stays where they are taken off. */
const beside: readonly string[] = ['q', 'kind', 'sort', 'view'] satisfies (keyof Filters['value'])[];

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';

/** What narrows the result, with how many each choice would leave. */
export function SearchFilters({ filters, facets }: { filters: Filters; facets: Facets | undefined }) {
  const { t } = useTranslation('search');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const { value, set } = filters;
  const nameOf = (facet: (typeof coded)[number], code: string): string => {
    if (facet === 'field') return code;
    if (facet === 'licence') return stateText('licence', code as StateOf<'licence'>);
    if (facet !== 'state') return t(`${facet}.${code}` as 'size.1-20');
    const own = value.kind === 'patent' || value.kind === 'fair' ? value.kind : undefined;
    const kind = code === 'published' ? (own ?? 'order') : stateKinds[code];
    return kind ? stateText(kind, code as StateOf<StateKind>) : code;
  };
  const chosen = Object.entries(value).filter(([name, one]) => !beside.includes(name) && isSet(one));
  const clear = () =>
    set({
      ...Object.fromEntries(chosen.map(([name]) => [name, undefined])),
      ...(value.sort === 'distance' && { sort: 'relevance' }),
    });
  return (
    <FilterPanel filters={{ active: chosen.length, clear }}>
      {(Object.keys(lists) as (keyof typeof lists)[]).map((facet) => (
        <FacetFilter
          key={facet}
          label={t(`filter.${facet}`)}
          facet={facets?.[facet]}
          value={value[facet]}
          onChange={(chosen) => set({ [facet]: chosen })}
          nameOf={(code) => taxonomy.name(lists[facet], code)}
        />
      ))}
      <NearFilter filters={filters} />
      <RangeFilters filters={filters} />
      {coded.map((facet) => (
        <FacetFilter
          key={facet}
          label={t(`filter.${facet}`)}
          facet={facets?.[facet]}
          value={value[facet]}
          onChange={(chosen) => set({ [facet]: chosen })}
          nameOf={(code) => nameOf(facet, code)}
        />
      ))}
    </FilterPanel>
  );
}
