import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { poster } from './orders.js';
import {
  byId,
  day,
  facet,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
  prose,
} from './shapes.js';

/** An open patent (開放特許) in the columns of the national open-patent database. */
export const patentContent = z.object({
  /** 開放特許情報番号, e.g. L2023000887; empty where the patent is not in the national database. */
  number: optionalLine(40),
  title: line(300),
  registrationNumber: optionalLine(60),
  applicationNumber: optionalLine(60),
  publicationNumber: optionalLine(60),
  applicationDate: day.nullable().default(null),
  holder: optionalLine(200),
  summary: prose(),
  purpose: prose(),
  effect: prose(),
  applicableProducts: prose(2_000),
  technicalFields: z.array(line(60)).max(3).default([]),
  functions: z.array(line(60)).max(3).default([]),
  ipc: optionalLine(500),
  themes: z.array(z.string().max(60)).max(20).default([]),
  licence: z.enum(['offered', 'negotiable', 'not-offered']).default('offered'),
  assignment: z.enum(['offered', 'negotiable', 'not-offered']).default('not-offered'),
  terms: prose(3_000),
  implemented: z.boolean().nullable().default(null),
  licensedBefore: z.boolean().nullable().default(null),
  /** `anonymous`: the holder is disclosed only after both consents. */
  visibility: z.enum(['anonymous', 'open']).default('open'),
});
export type PatentContent = z.infer<typeof patentContent>;
export const patentState = z.enum(['draft', 'published', 'licensed', 'withdrawn']);
export type PatentState = z.infer<typeof patentState>;

export const patent = z.object({
  id,
  state: patentState,
  content: patentContent,
  poster,
  publishedAt: instant.nullable(),
  reason: z.string(),
  /** The viewer's own company's interest. */
  interest: z.object({ reason: z.string(), at: instant }).nullable(),
  /** For the holder and coordinators. */
  interests: z.int().nullable(),
  version: z.int(),
  updatedAt: instant,
  can: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    showInterest: z.boolean(),
    readCandidates: z.boolean(),
    propose: z.boolean(),
  }),
});
export type Patent = z.infer<typeof patent>;
export const patentCard = z.object({
  id,
  state: patentState,
  number: z.string(),
  title: z.string(),
  effect: z.string(),
  technicalFields: z.array(z.string()),
  licence: z.enum(['offered', 'negotiable', 'not-offered']),
  poster,
  publishedAt: instant.nullable(),
  updatedAt: instant,
  interests: z.int().nullable(),
});
export type PatentCard = z.infer<typeof patentCard>;
export const patentInterest = z.object({
  id,
  company: z.object({ id: id.nullable(), name: z.string().nullable(), prefecture: z.string().nullable() }),
  reason: z.string(),
  at: instant,
});

export const patentQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  field: listOf(z.string()),
  theme: listOf(z.string()),
  licence: z.enum(['offered', 'negotiable', 'not-offered']).optional(),
  state: patentState.optional(),
  mine: z.stringbool().default(false),
  sort: z.enum(['newest', 'relevance']).default('newest'),
});

export const patentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/patents',
    access: 'patent:read',
    summary: 'Search open patents',
    query: patentQuery,
    response: pageOf(patentCard).extend({ facets: z.object({ field: facet, theme: facet }) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/patents',
    access: 'patent:edit',
    creates: true,
    summary: 'A new draft',
    body: patentContent,
    response: patent,
  }),
  get: endpoint({
    method: 'GET',
    path: '/patents/:id',
    access: 'patent:read',
    versioned: 'read',
    summary: 'An open patent',
    params: byId,
    response: patent,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/patents/:id',
    access: 'patent:edit',
    versioned: 'write',
    summary: 'Changes it',
    params: byId,
    body: patentContent,
    response: patent,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/patents/:id/publish',
    access: 'patent:edit',
    versioned: 'write',
    summary: 'Publishes; matching starts',
    params: byId,
    response: patent,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/patents/:id/withdraw',
    access: 'patent:edit',
    versioned: 'write',
    summary: 'Withdraws with a reason; it stays on record',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: patent,
  }),
  showInterest: endpoint({
    method: 'PUT',
    path: '/patents/:id/interest',
    access: 'patent:show-interest',
    summary: "Marks the own company's interest, with a reason",
    params: byId,
    body: z.object({ reason: line(1_000) }),
    response: patent,
  }),
  dropInterest: endpoint({
    method: 'DELETE',
    path: '/patents/:id/interest',
    access: 'patent:show-interest',
    summary: 'Takes it back',
    params: byId,
  }),
  interests: endpoint({
    method: 'GET',
    path: '/patents/:id/interests',
    access: 'patent:read',
    summary: 'Who is interested, for the holder and coordinators',
    params: byId,
    response: z.object({ items: z.array(patentInterest) }),
  }),
};
