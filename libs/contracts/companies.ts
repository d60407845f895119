import { z } from 'zod';
import { capacityWeeks } from './capacity-weeks.js';
import { companyImport, importMapping } from './company-imports.js';
import { code, companyProfile, corporateNumber } from './company-profile.js';
import { endpoint, file } from './endpoint.js';
import {
  byId,
  facet,
  fileInfo,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
} from './shapes.js';
import { taxonomy } from './taxonomy.js';

export * from './company-imports.js';
export * from './company-profile.js';
export * from './taxonomy.js';

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
  /** Told how much of a chosen process (of any, without one) is free in so many weeks. */
  capacity: capacityWeeks.optional(),
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
    method: 'PATCH',
    path: '/companies/:id/capacity',
    access: 'company:edit',
    summary: 'Tells the spare capacity of the given processes, with the time; the others stay as they are',
    params: byId,
    body: z.object({ items: z.array(capacity).min(1).max(100) }),
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
