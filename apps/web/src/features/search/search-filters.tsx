import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contracts/endpoint.js';
import type { searchApi } from '#contracts/search.js';
import { FacetFilter, FilterPanel } from '../../parts/filters';
import { useStateText, type StateKind, type StateOf } from '../../parts/state-badge';
import { useTaxonomy, type TaxonomyList } from '../../parts/taxonomy';
import { shownLanguage } from '../../i18n';
import { shownWord } from '../patents/technical-words';
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

/** What narrows the result, with how many each choice would leave. */
export function SearchFilters({ filters, facets }: { filters: Filters; facets: Facets | undefined }) {
  const { t } = useTranslation('search');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const { value, set } = filters;
  const nameOf = (facet: (typeof coded)[number], code: string): string => {
    if (facet === 'field') return shownWord(code, shownLanguage());
    if (facet === 'licence') return stateText('licence', code as StateOf<'licence'>);
    if (facet !== 'state') return t(`${facet}.${code}` as 'size.1-20');
    const own = value.kind === 'patent' || value.kind === 'fair' ? value.kind : undefined;
    const kind = code === 'published' ? (own ?? 'order') : stateKinds[code];
    return kind ? stateText(kind, code as StateOf<StateKind>) : code;
  };
  const clear = () => filters.clear(value.sort === 'distance' ? { sort: 'relevance' } : {});
  return (
    <FilterPanel filters={{ active: filters.active, clear }}>
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
