import type { SavedQuery } from '#contracts/search.js';
import type {
  Place,
  SearchCondition,
  SearchFacet,
  SearchFilter,
  SearchNumber,
} from '#platform/search/index.js';
import { sides } from './documents/built.js';

/** States in which something is there for others; what has ended is found by its state alone. */
const OPEN = ['approved', 'published', 'licensed'];

const listFacets = [
  'process',
  'material',
  'certificate',
  'theme',
  'prefecture',
  'size',
  'capacity',
  'field',
  'licence',
  'role',
] as const satisfies readonly SearchFacet[];

/** The counts that every answer has. */
export const countedFacets = ['kind', ...listFacets, 'state'] as const satisfies readonly SearchFacet[];

/** The filters of a search; each has the name of what the person has set. `from`: where distances are measured from. */
export function filtersOf(query: SavedQuery, from: Place | null): SearchFilter[] {
  const filters: SearchFilter[] = listFacets.flatMap((facet) =>
    query[facet].length > 0 ? [{ name: facet, any: [{ facet, values: query[facet] }] }] : [],
  );
  filters.push({
    name: 'state',
    any: [{ facet: 'state', values: query.state.length > 0 ? query.state : OPEN }],
  });
  if (query.kind) filters.push({ name: 'kind', any: [{ facet: 'kind', values: [query.kind] }] });
  filters.push(...envelope(query), ...tolerance(query), ...lot(query));
  if (from && query.km !== undefined) filters.push({ name: 'km', any: [{ near: from, km: query.km }] });
  return filters;
}

const atLeast = (number: SearchNumber, min: number): SearchCondition => ({ number, min });
const atMost = (number: SearchNumber, max: number): SearchCondition => ({ number, max });

/** A firm that can make a part of this size; an order for a part of no more. */
function envelope({ x, y, z }: SavedQuery): SearchFilter[] {
  const [long, middle, short] = sides(x ?? 0, y ?? 0, z ?? 0);
  const side = (size: number, can: SearchNumber, need: SearchNumber): SearchFilter[] =>
    size > 0 ? [{ name: 'envelope', any: [atLeast(can, size), atMost(need, size)] }] : [];
  return [
    ...side(long, 'maxLong', 'needLong'),
    ...side(middle, 'maxMiddle', 'needMiddle'),
    ...side(short, 'maxShort', 'needShort'),
  ];
}

/** A firm that keeps this tolerance; an order that asks for no finer one. */
const tolerance = ({ tolerance: mm }: SavedQuery): SearchFilter[] =>
  mm === undefined
    ? []
    : [{ name: 'tolerance', any: [atMost('tolerance', mm), atLeast('needTolerance', mm)] }];

/** A firm that makes so many at once; an order for no more. */
const lot = ({ lot: pieces }: SavedQuery): SearchFilter[] =>
  pieces === undefined
    ? []
    : [
        { name: 'lot', any: [atMost('lotFrom', pieces), atMost('needLot', pieces)] },
        { name: 'lot', any: [atLeast('lotTo', pieces), atMost('needLot', pieces)] },
      ];

/** A corporate number as people type it is one word: full width, with hyphens or spaces. */
export function wordsOf(q: string): string {
  const digits = q.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{13}$/.test(digits) ? digits : q;
}
