import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Company, CompanyProfile } from '#contracts/companies.js';
import { formatDateTime, formatDay, formatYen } from '../../parts/format';
import { useTaxonomy, type Taxonomy } from '../../parts/taxonomy';
import { formatEnvelope, formatNumber, formatQuantity, joinWords } from '../../parts/words';

type Process = CompanyProfile['processes'][number];
type T = TFunction<'companies'>;

/** 最大の大きさ、質量、公差、ロット、納期 of a process, each with its unit; without what is not told. */
export function processLimits(process: Partial<Process>, t: T): string[] {
  const lot = lotWords(process, t);
  return [
    formatEnvelope(process),
    process.maxMassKg ? t('process.massWords', { mass: formatQuantity(process.maxMassKg, 'kg') }) : '',
    process.toleranceMm
      ? t('process.toleranceLabel', { tolerance: formatQuantity(process.toleranceMm, 'mm') })
      : '',
    lot && t('process.lotLabel', { lot }),
    typeof process.leadTimeDays === 'number'
      ? t('process.leadLabel', { days: formatQuantity(process.leadTimeDays, 'days') })
      : '',
  ].filter((words) => words !== '');
}

/** 10〜500個; '' where neither end is told. */
export function lotWords({ lotFrom, lotTo }: Partial<Process>, t: T): string {
  const from = typeof lotFrom === 'number' ? lotFrom : null;
  const to = typeof lotTo === 'number' ? lotTo : null;
  if (from !== null && to !== null)
    return t('process.lotWords', { from: formatNumber(from), to: formatQuantity(to, 'pieces') });
  if (from !== null) return t('process.lotFromWords', { from: formatQuantity(from, 'pieces') });
  return to === null ? '' : t('process.lotToWords', { to: formatQuantity(to, 'pieces') });
}

type Equipment = CompanyProfile['equipment'][number];
/** マシニングセンタ オークマ MB-46VA 2台 2018年. */
export const equipmentWords = (item: Partial<Equipment>, t: T): string =>
  [
    item.kind,
    item.maker,
    item.model,
    item.count && item.count > 1 ? formatQuantity(item.count, 'machines') : '',
    item.year ? t('equipmentField.yearWords', { year: item.year }) : '',
    formatEnvelope(item),
  ]
    .filter(Boolean)
    .join(' ');

type Capacity = Pick<Company['capacity'][number], 'process' | 'weeks4' | 'weeks8' | 'weeks12'>;
const capacityWords = (item: Capacity, t: T, name: string): string => {
  const share = (value: number | null) => (value === null ? t('capacity.unknown') : `${value}%`);
  return t('capacity.changeWords', {
    process: name,
    w4: share(item.weeks4),
    w8: share(item.weeks8),
    w12: share(item.weeks12),
  });
};

interface Words {
  t: T;
  taxonomy: Taxonomy;
  yesNo: (value: boolean) => string;
}

const lists: { [field: string]: (item: never, words: Words) => string } = {
  processes: (item: Process, { t, taxonomy }) =>
    [taxonomy.name('processes', item.code), joinWords([...processLimits(item, t), item.note ?? ''])]
      .filter(Boolean)
      .join(' '),
  materials: (code: string, { taxonomy }) => taxonomy.name('materials', code),
  themes: (code: string, { taxonomy }) => taxonomy.name('themes', code),
  equipment: (item: Equipment, { t }) => equipmentWords(item, t),
  certificates: (item: CompanyProfile['certificates'][number], { t, taxonomy }) =>
    [
      taxonomy.name('certificates', item.kind),
      item.number,
      item.issuer,
      item.validUntil && t('certificateField.until', { on: formatDay(item.validUntil) }),
    ]
      .filter(Boolean)
      .join(' '),
  products: (item: CompanyProfile['products'][number]) => joinWords([item.name, item.summary]),
  awards: (item: CompanyProfile['awards'][number], { t }) =>
    [item.year && t('awardField.yearWords', { year: item.year }), item.title, item.from]
      .filter(Boolean)
      .join(' '),
  capacity: (item: Capacity, { t, taxonomy }) =>
    capacityWords(item, t, taxonomy.name('processes', item.process)),
  images: ({ caption }: { caption?: string }, { t }) =>
    caption ? t('history.image', { caption }) : t('history.imageUnnamed'),
};

const scalars: { [field: string]: (value: never, words: Words) => string } = {
  industry: (code: string, { taxonomy }) => taxonomy.name('industries', code),
  prefecture: (code: string, { taxonomy }) => taxonomy.name('prefectures', code),
  municipality: (code: string, { taxonomy }) => taxonomy.name('municipalities', code),
  staff: (value: number) => formatQuantity(value, 'people'),
  capitalYen: (value: number) => formatYen(value),
  founded: (value: number, { t }) => t('equipmentField.yearWords', { year: value }),
  verified: (at: string) => formatDateTime(at),
};

/** A profile's field in words: one line per entry of a list, one for anything else, none where it is empty. */
function linesOf(field: string, value: unknown, words: Words): string[] {
  if (value === null || value === undefined || value === '') return [];
  const entry = lists[field];
  if (Array.isArray(value)) return value.map((item) => (entry ? entry(item as never, words) : String(item)));
  const scalar = scalars[field];
  if (scalar) return [scalar(value as never, words)];
  if (typeof value === 'boolean') return [words.yesNo(value)];
  return [
    typeof value === 'number'
      ? formatNumber(value)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value),
  ];
}

export interface ProfileWords {
  label: (field: string) => string;
  lines: (field: string, value: unknown) => string[];
}

/** The names of a profile's fields, and their values in words of the reader. */
export function useProfileWords(): ProfileWords {
  const { t, i18n } = useTranslation(['companies', 'common']);
  const taxonomy = useTaxonomy();
  const words: Words = {
    t: t,
    taxonomy,
    yesNo: (value) => t(value ? 'common:yes' : 'common:no'),
  };
  return {
    label: (field) => (i18n.exists(`companies:field.${field}`) ? t(`field.${field}` as 'field.name') : field),
    lines: (field, value) => linesOf(field, value, words),
  };
}
