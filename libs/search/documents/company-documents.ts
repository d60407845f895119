import type { Company as CompanyDto, CompanyProfile, CompanyState } from '#contracts/companies.js';
import type { SearchCard } from '#contracts/search.js';
import type { SearchDocument } from '#platform/search/index.js';
import {
  placeNames,
  placeOf,
  secondsOf,
  sides,
  tagsOf,
  texts,
  told,
  withBroader,
  type Built,
} from './built.js';

/** A company's row as far as it can be found by it. */
export interface CompanyRow extends Pick<
  CompanyProfile,
  | 'name'
  | 'nameKana'
  | 'nameEn'
  | 'isOrderer'
  | 'isSupplier'
  | 'industry'
  | 'prefecture'
  | 'municipality'
  | 'address'
  | 'latitude'
  | 'longitude'
  | 'staff'
  | 'summary'
  | 'description'
  | 'processes'
  | 'equipment'
  | 'products'
  | 'awards'
> {
  readonly id: string;
  readonly corporateNumber: string;
  readonly state: CompanyState;
  readonly processCodes: string[];
  readonly materialCodes: string[];
  readonly certificateKinds: string[];
  readonly themeCodes: string[];
  readonly capacity: CompanyDto['capacity'];
  readonly updatedAt: Date;
}

const MOST_AWARDS = 300;
const MOST_PRODUCTS = 30;
const CAPACITY_HOLDS_DAYS = 90;

const sizeOf = (staff: number | null): string[] => {
  if (staff === null || staff < 1) return [];
  return [
    staff <= 20
      ? '1-20'
      : staff <= 50
        ? '21-50'
        : staff <= 100
          ? '51-100'
          : staff <= 300
            ? '101-300'
            : '301-',
  ];
};

/** In which of the next weeks a company has told, not too long ago, that it has room. */
function capacityOf(capacity: CompanyDto['capacity'], now: number): string[] {
  const recent = capacity.filter(
    ({ toldAt }) => now - new Date(toldAt).getTime() < CAPACITY_HOLDS_DAYS * 86_400_000,
  );
  return (['weeks4', 'weeks8', 'weeks12'] as const).filter((weeks) =>
    recent.some((told_) => (told_[weeks] ?? 0) > 0),
  );
}

const greatest = (values: readonly (number | null)[]): number | null => {
  const told_ = values.filter((value) => value !== null);
  return told_.length === 0 ? null : Math.max(...told_);
};
const least = (values: readonly (number | null)[]): number | null => {
  const told_ = values.filter((value) => value !== null);
  return told_.length === 0 ? null : Math.min(...told_);
};

/** What any of its processes or machines can do; a side that is not told is as short as can be. */
function numbersOf(row: CompanyRow): SearchDocument['numbers'] {
  const boxes = [...row.processes, ...row.equipment]
    .filter(({ maxX, maxY, maxZ }) => maxX !== null || maxY !== null || maxZ !== null)
    .map(({ maxX, maxY, maxZ }) => sides(maxX ?? 0, maxY ?? 0, maxZ ?? 0));
  const side = (i: number) => greatest(boxes.map((box) => box[i] ?? null));
  const lotTo = row.processes.map((process) => process.lotTo);
  const lotFrom = row.processes.map((process) => process.lotFrom);
  return told({
    maxLong: side(0),
    maxMiddle: side(1),
    maxShort: side(2),
    tolerance: least(row.processes.map((process) => process.toleranceMm)),
    lotFrom: least(lotFrom) ?? (greatest(lotTo) === null ? null : 1),
    // Only the least lot told: there is no greatest.
    lotTo: greatest(lotTo) ?? (least(lotFrom) === null ? null : Number.MAX_SAFE_INTEGER),
    staff: row.staff,
    since: secondsOf(row.updatedAt),
  });
}

/** Documents of a company: itself, and each of its products. */
export function companyDocuments(row: CompanyRow, now = Date.now()): Built[] {
  const facets = {
    process: withBroader(row.processCodes),
    material: withBroader(row.materialCodes),
    certificate: row.certificateKinds,
    theme: row.themeCodes,
    prefecture: texts(row.prefecture),
    size: sizeOf(row.staff),
    capacity: capacityOf(row.capacity, now),
    state: [row.state],
    role: [...(row.isOrderer ? ['orderer'] : []), ...(row.isSupplier ? ['supplier'] : [])],
  };
  const shared = {
    id: row.id,
    audience: [...(row.state === 'approved' ? ['approved'] : []), 'staff', `company:${row.id}`],
    hiddenFrom: [],
    facets,
    numbers: numbersOf(row),
    place: placeOf(row),
  };
  const card = cardOf(row);
  const company: Built = {
    document: { ...shared, key: `company-${row.id}`, kind: 'company', texts: textsOf(row) },
    card,
  };
  const products = row.products.slice(0, MOST_PRODUCTS).map(({ name, summary }, i): Built => ({
    document: {
      ...shared,
      key: `product-${row.id}-${i}`,
      kind: 'product',
      texts: { title: [name], aliases: texts(row.name, row.nameKana), lead: texts(summary) },
    },
    card: {
      ...card,
      title: name,
      lead: summary.slice(0, 300),
      owner: { id: row.id, name: row.name, prefecture: row.prefecture, industry: row.industry },
    },
  }));
  return [company, ...products];
}

function textsOf(row: CompanyRow): SearchDocument['texts'] {
  return {
    title: [row.name],
    aliases: texts(row.nameKana, row.nameEn, row.corporateNumber),
    tags: tagsOf({
      processes: row.processCodes,
      materials: row.materialCodes,
      certificates: row.certificateKinds,
      themes: row.themeCodes,
      industry: row.industry,
    }),
    lead: texts(row.summary),
    items: texts(
      ...row.products.map(({ name, summary }) => `${name} ${summary}`.trim()),
      ...row.awards.slice(0, MOST_AWARDS).map(({ title }) => title),
      ...row.equipment.map(({ kind, maker, model }) => `${kind} ${maker} ${model}`.trim()),
    ),
    body: texts(...row.description.split(/\n\s*\n/), ...row.processes.map(({ note }) => note)),
    place: texts(...placeNames(row.prefecture, row.municipality), row.address),
  };
}

const cardOf = (row: CompanyRow): SearchCard => ({
  title: row.name,
  lead: row.summary,
  prefecture: row.prefecture,
  municipality: row.municipality,
  industry: row.industry,
  processes: row.processCodes,
  materials: row.materialCodes,
  certificates: row.certificateKinds,
  staff: row.staff,
  state: row.state,
  owner: null,
  deadline: null,
  since: row.updatedAt.toISOString(),
});
