import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import {
  byId,
  day,
  facet,
  fileInfo,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
  prose,
  yen,
} from './shapes.js';

/**
 * Whether 13 digits are a corporate number (法人番号): the first digit is
 * 9 − ((Σ over the other twelve, from the right, of digit × (1, 2, 1, 2 …)) mod 9).
 * Source: 法人番号の指定等に関する省令 第2条 (National Tax Agency).
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const rest = [...text.slice(1)].reverse();
  const sum = rest.reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return Number(text[0]) === 9 - (sum % 9);
}

export const corporateNumber = z
  .string()
  .transform((v) => v.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine(isCorporateNumber, { error: 'corporate-number' });

const code = z.string().min(1).max(60);
const mm = z.number().positive().max(1_000_000);
const count = z.int().min(0).max(100_000_000);
export const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('');

/** What a firm can do in one process. Lengths in mm, mass in kg, lot in pieces, lead time in days; null = not told. */
export const processCapability = z.object({
  code,
  maxX: mm.nullable().default(null),
  maxY: mm.nullable().default(null),
  maxZ: mm.nullable().default(null),
  maxMassKg: z.number().positive().max(10_000_000).nullable().default(null),
  toleranceMm: z.number().positive().max(1_000).nullable().default(null),
  lotFrom: count.nullable().default(null),
  lotTo: count.nullable().default(null),
  leadTimeDays: z.int().min(0).max(3_650).nullable().default(null),
  note: optionalLine(500),
});
export const equipment = z.object({
  kind: optionalLine(100),
  maker: optionalLine(100),
  model: line(100),
  count: z.int().min(1).max(10_000).default(1),
  year: z.int().min(1900).max(2100).nullable().default(null),
  maxX: mm.nullable().default(null),
  maxY: mm.nullable().default(null),
  maxZ: mm.nullable().default(null),
});
export const certificate = z.object({
  kind: code,
  number: optionalLine(100),
  issuer: optionalLine(100),
  validUntil: day.nullable().default(null),
});
export const product = z.object({ name: line(), summary: prose(2_000) });
export const award = z.object({
  title: line(500),
  year: z.int().min(1900).max(2100).nullable().default(null),
  from: optionalLine(),
});

/** What a company says of itself: one document, edited as a whole, every change kept with before and after. */
export const companyProfile = z.object({
  name: line(),
  nameKana: optionalLine(),
  nameEn: optionalLine(),
  isOrderer: z.boolean(),
  isSupplier: z.boolean(),
  industry: z.string().max(60).nullable().default(null),
  prefecture: z.string().length(2).nullable().default(null),
  municipality: z.string().max(10).nullable().default(null),
  address: optionalLine(300),
  latitude: z.number().min(20).max(46).nullable().default(null),
  longitude: z.number().min(122).max(154).nullable().default(null),
  staff: z.int().min(0).max(1_000_000).nullable().default(null),
  capitalYen: yen.nullable().default(null),
  founded: z.int().min(578).max(2100).nullable().default(null),
  website: url,
  phone: optionalLine(30),
  contactName: optionalLine(100),
  summary: optionalLine(300),
  description: prose(),
  acceptsVisits: z.boolean().default(false),
  processes: z.array(processCapability).max(100).default([]),
  materials: z.array(code).max(200).default([]),
  equipment: z.array(equipment).max(300).default([]),
  certificates: z.array(certificate).max(50).default([]),
  themes: z.array(code).max(30).default([]),
  products: z.array(product).max(100).default([]),
  awards: z.array(award).max(2_000).default([]),
});
export type CompanyProfile = z.infer<typeof companyProfile>;

/** Free share of normal load in percent for the next 4, 8 and 12 weeks; null = not told. */
export const capacity = z.object({
  process: code,
  weeks4: z.int().min(0).max(100).nullable(),
  weeks8: z.int().min(0).max(100).nullable(),
  weeks12: z.int().min(0).max(100).nullable(),
});
export const companyState = z.enum(['pending', 'approved', 'rejected', 'suspended']);
export type CompanyState = z.infer<typeof companyState>;

export const company = z.object({
  id,
  corporateNumber: z.string(),
  state: companyState,
  /** Why it was rejected or suspended; shown to its own members. */
  stateReason: z.string(),
  profile: companyProfile,
  capacity: z.array(capacity.extend({ toldAt: instant })),
  images: z.array(fileInfo.extend({ caption: z.string() })),
  body: z.object({ id, name: z.string() }).nullable(),
  verifiedAt: instant.nullable(),
  verifiedBy: z.string().nullable(),
  version: z.int(),
  updatedAt: instant,
  can: z.object({ edit: z.boolean(), approve: z.boolean(), verify: z.boolean(), manageMembers: z.boolean() }),
});
export type Company = z.infer<typeof company>;

/** A company in a list. */
export const companyCard = z.object({
  id,
  corporateNumber: z.string(),
  state: companyState,
  name: z.string(),
  nameEn: z.string(),
  summary: z.string(),
  isOrderer: z.boolean(),
  isSupplier: z.boolean(),
  industry: z.string().nullable(),
  prefecture: z.string().nullable(),
  municipality: z.string().nullable(),
  staff: z.int().nullable(),
  processes: z.array(z.string()),
  certificates: z.array(z.string()),
  awards: z.int(),
  verifiedAt: instant.nullable(),
});
export type CompanyCard = z.infer<typeof companyCard>;

export const companySort = z.enum(['relevance', 'name', 'updated', 'staff']);
export const companyQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  process: listOf(z.string()),
  material: listOf(z.string()),
  certificate: listOf(z.string()),
  theme: listOf(z.string()),
  prefecture: listOf(z.string()),
  role: z.enum(['orderer', 'supplier']).optional(),
  state: companyState.optional(),
  sort: companySort.default('relevance'),
});

export const companyChange = z.object({
  id,
  at: instant,
  by: z.string(),
  /** Path of the field in the profile (`staff`, `processes`), or `state`, `capacity`, `images`. */
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export const taxonomyEntry = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  ja: z.string(),
  en: z.string(),
  synonyms: z.array(z.string()),
});
export const taxonomy = z.object({
  processes: z.array(taxonomyEntry),
  materials: z.array(taxonomyEntry),
  certificates: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  themes: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  industries: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  prefectures: z.array(
    z.object({
      code: z.string(),
      ja: z.string(),
      en: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    }),
  ),
  municipalities: z.array(
    z.object({
      code: z.string(),
      prefecture: z.string(),
      ja: z.string(),
      en: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    }),
  ),
});
export type TaxonomyDocument = z.infer<typeof taxonomy>;

/** Columns that an import can fill; `corporateNumber` and `name` are needed. Lists are separated by `;` or `、`. */
export const importColumns = [
  'corporateNumber',
  'name',
  'nameKana',
  'nameEn',
  'industry',
  'prefecture',
  'municipality',
  'address',
  'staff',
  'capitalYen',
  'founded',
  'website',
  'phone',
  'contactName',
  'summary',
  'description',
  'processes',
  'materials',
  'certificates',
  'themes',
  'products',
  'awards',
  'equipment',
  'isOrderer',
  'isSupplier',
] as const;
export const importColumn = z.enum(importColumns);
export type ImportColumn = z.infer<typeof importColumn>;
/** Import column → heading in the file. */
export const importMapping = z.partialRecord(importColumn, z.string());
export type ImportMapping = z.infer<typeof importMapping>;

export const importState = z.enum(['uploaded', 'running', 'finished', 'failed']);
export const companyImport = z.object({
  id,
  state: importState,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  encoding: z.string(),
  headings: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
  mapping: importMapping,
  dryRun: z.boolean(),
  /** Rows read so far; `total` is null until the end of the file is known. */
  done: z.int(),
  total: z.int().nullable(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** The first bad rows; the whole list is the file of `importErrors`. */
  problems: z.array(
    z.object({ line: z.int(), field: z.string(), reasonJa: z.string(), reasonEn: z.string() }),
  ),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type CompanyImport = z.infer<typeof companyImport>;

export const companiesApi = {
  taxonomy: endpoint({
    method: 'GET',
    path: '/taxonomy',
    access: 'public',
    summary: 'Processes, materials, certificates, themes, places, with both names',
    response: taxonomy,
  }),
  list: endpoint({
    method: 'GET',
    path: '/companies',
    access: 'company:read',
    summary: 'Search companies; facets count what the viewer may see',
    query: companyQuery,
    response: pageOf(companyCard).extend({
      facets: z.object({
        process: facet,
        material: facet,
        certificate: facet,
        theme: facet,
        prefecture: facet,
      }),
    }),
  }),
  register: endpoint({
    method: 'POST',
    path: '/companies',
    access: 'company:register',
    creates: true,
    summary: 'Registers the own company; invisible to others until a support body approves it',
    body: z.object({
      corporateNumber,
      name: line(),
      isOrderer: z.boolean(),
      isSupplier: z.boolean(),
      prefecture: z.string().length(2),
      bodyId: id,
    }),
    response: company,
  }),
  get: endpoint({
    method: 'GET',
    path: '/companies/:id',
    access: 'company:read',
    summary: 'A company',
    versioned: 'read',
    params: byId,
    response: company,
  }),
  updateProfile: endpoint({
    method: 'PUT',
    path: '/companies/:id',
    access: 'company:edit',
    summary: 'Replaces the profile',
    versioned: 'write',
    params: byId,
    body: companyProfile,
    response: company,
  }),
  tellCapacity: endpoint({
    method: 'PUT',
    path: '/companies/:id/capacity',
    access: 'company:edit',
    summary: 'Tells the spare capacity per process; the time is kept',
    params: byId,
    body: z.object({ items: z.array(capacity).max(100) }),
    response: company,
  }),
  changes: endpoint({
    method: 'GET',
    path: '/companies/:id/changes',
    access: 'company:edit',
    summary: 'Change history with before and after',
    params: byId,
    query: pageQuery,
    response: pageOf(companyChange),
  }),
  approve: endpoint({
    method: 'POST',
    path: '/companies/:id/approve',
    access: 'company:approve',
    summary: 'Makes the company visible',
    params: byId,
    response: company,
  }),
  reject: endpoint({
    method: 'POST',
    path: '/companies/:id/reject',
    access: 'company:approve',
    summary: 'Refuses or suspends, with a reason',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: company,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/companies/:id/verify',
    access: 'company:edit',
    summary: 'States that the data was checked today (登録企業データベースの更新調査)',
    params: byId,
    response: company,
  }),
  addImage: endpoint({
    method: 'POST',
    path: '/companies/:id/images',
    access: 'company:edit',
    upload: true,
    creates: true,
    summary: 'Adds a picture',
    params: byId,
    body: z.object({ caption: optionalLine() }),
    response: company,
  }),
  removeImage: endpoint({
    method: 'DELETE',
    path: '/companies/:id/images/:fileId',
    access: 'company:edit',
    summary: 'Takes a picture away',
    params: z.object({ id, fileId: id }),
  }),
  image: endpoint({
    method: 'GET',
    path: '/companies/:id/images/:fileId',
    access: 'company:read',
    summary: 'A picture; `size=small` for lists',
    params: z.object({ id, fileId: id }),
    query: z.object({ size: z.enum(['small', 'large']).default('large') }),
    response: file('image/webp'),
  }),
  sheet: endpoint({
    method: 'GET',
    path: '/companies/:id/sheet.pdf',
    access: 'company:read',
    summary: 'One-page PR sheet, A4',
    params: byId,
    query: z.object({ language: z.enum(['ja', 'en']).default('ja') }),
    response: file('application/pdf'),
  }),
  export: endpoint({
    method: 'GET',
    path: '/companies-export',
    access: 'company:import',
    summary: 'The search result as a file, in the columns of the import',
    query: companyQuery
      .omit({ cursor: true, limit: true })
      .extend({ format: z.enum(['csv', 'csv-sjis', 'xlsx', 'jsonl']) }),
    response: file(
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/x-ndjson',
    ),
  }),
  imports: endpoint({
    method: 'GET',
    path: '/company-imports',
    access: 'company:import',
    summary: 'Imports so far',
    query: pageQuery,
    response: pageOf(companyImport),
  }),
  upload: endpoint({
    method: 'POST',
    path: '/company-imports',
    access: 'company:import',
    upload: true,
    creates: true,
    summary:
      'Uploads CSV (UTF-8 or Shift_JIS), Excel or JSON Lines; answers with the guessed mapping and a sample',
    response: companyImport,
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/company-imports/:id',
    access: 'company:import',
    summary: 'Progress and result of an import',
    params: byId,
    response: companyImport,
  }),
  runImport: endpoint({
    method: 'POST',
    path: '/company-imports/:id/run',
    access: 'company:import',
    summary: 'Starts the import or a dry run as a job',
    params: byId,
    body: z.object({ mapping: importMapping, dryRun: z.boolean() }),
    response: companyImport,
  }),
  importErrors: endpoint({
    method: 'GET',
    path: '/company-imports/:id/errors.csv',
    access: 'company:import',
    summary: 'Every bad row with line and reason',
    params: byId,
    response: file('text/csv'),
  }),
};
