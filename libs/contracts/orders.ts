import { z } from 'zod';
import { capacityWeeks } from './capacity-weeks.js';
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
  pageOf,
  pageQuery,
  prose,
  yen,
} from './shapes.js';

const code = z.string().min(1).max(60);
const positive = z.number().positive();
const base = { id: z.string().min(1).max(40), level: z.enum(['must', 'want']) };
const pieces = z.int().min(1).max(100_000_000);

/** What an order asks for. A must that is known to be missed excludes a supplier; a want only ranks. mm, kg, pieces. */
export const requirement = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('process'), code }),
  z.object({ ...base, kind: z.literal('material'), code }),
  z.object({ ...base, kind: z.literal('envelope'), x: positive, y: positive, z: positive }),
  z.object({ ...base, kind: z.literal('mass'), kg: positive }),
  z.object({ ...base, kind: z.literal('tolerance'), mm: positive.max(1_000) }),
  z.object({ ...base, kind: z.literal('lot'), pieces }),
  z.object({ ...base, kind: z.literal('quantity'), pieces }),
  z.object({ ...base, kind: z.literal('certificate'), certificate: code }),
  z.object({ ...base, kind: z.literal('region'), prefectures: z.array(z.string().length(2)).min(1).max(47) }),
  z.object({ ...base, kind: z.literal('delivery'), date: day }),
  z.object({ ...base, kind: z.literal('theme'), code }),
]);
export type Requirement = z.infer<typeof requirement>;

export const orderContent = z.object({
  title: line(),
  summary: prose(5_000),
  requirements: z
    .array(requirement)
    .max(60)
    .refine((list) => new Set(list.map((r) => r.id)).size === list.length, {
      error: 'duplicate requirement id',
    })
    .default([]),
  budgetYen: yen.nullable().default(null),
  answerBy: day.nullable().default(null),
  /** `anonymous`: suppliers learn who asks only after both consents. */
  visibility: z.enum(['anonymous', 'open']).default('anonymous'),
});
export type OrderContent = z.infer<typeof orderContent>;

export const orderState = z.enum(['draft', 'published', 'closed', 'cancelled']);
export type OrderState = z.infer<typeof orderState>;
/** How a closed order ended. */
export const orderOutcome = z.enum(['placed-here', 'placed-elsewhere', 'made-in-house', 'not-placed']);

/** Who posts, as far as the viewer may know: the name is null where it is not disclosed to them. */
export const poster = z.object({
  id: id.nullable(),
  name: z.string().nullable(),
  prefecture: z.string().nullable(),
  industry: z.string().nullable(),
});
export type Poster = z.infer<typeof poster>;

export const order = z.object({
  id,
  state: orderState,
  revision: z.int(),
  content: orderContent,
  poster,
  attachments: z.array(fileInfo),
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: orderOutcome.nullable(),
  reason: z.string(),
  version: z.int(),
  updatedAt: instant,
  can: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    amend: z.boolean(),
    close: z.boolean(),
    cancel: z.boolean(),
    readCandidates: z.boolean(),
    propose: z.boolean(),
  }),
});
export type Order = z.infer<typeof order>;

export const orderCard = z.object({
  id,
  state: orderState,
  revision: z.int(),
  title: z.string(),
  summary: z.string(),
  processes: z.array(z.string()),
  materials: z.array(z.string()),
  poster,
  answerBy: day.nullable(),
  budgetYen: yen.nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
});
export type OrderCard = z.infer<typeof orderCard>;

export const orderRevision = z.object({
  revision: z.int(),
  content: orderContent,
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const orderQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  process: listOf(z.string()),
  material: listOf(z.string()),
  theme: listOf(z.string()),
  prefecture: listOf(z.string()),
  state: orderState.optional(),
  /** To be delivered within so many weeks, or without a day. */
  within: capacityWeeks.optional(),
  mine: z.stringbool().default(false),
  sort: z.enum(['newest', 'answer-by', 'relevance']).default('newest'),
});

export const ordersApi = {
  list: endpoint({
    method: 'GET',
    path: '/orders',
    access: 'order:read',
    summary: 'Search orders the viewer may see',
    query: orderQuery,
    response: pageOf(orderCard).extend({
      facets: z.object({ process: facet, material: facet, theme: facet, prefecture: facet }),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/orders',
    access: 'order:edit',
    creates: true,
    summary: 'A new draft',
    body: orderContent,
    response: order,
  }),
  get: endpoint({
    method: 'GET',
    path: '/orders/:id',
    access: 'order:read',
    versioned: 'read',
    summary: 'An order',
    params: byId,
    response: order,
  }),
  updateDraft: endpoint({
    method: 'PUT',
    path: '/orders/:id',
    access: 'order:edit',
    versioned: 'write',
    summary: 'Changes a draft',
    params: byId,
    body: orderContent,
    response: order,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/orders/:id/publish',
    access: 'order:edit',
    versioned: 'write',
    summary: 'Publishes a draft; matching starts',
    params: byId,
    response: order,
  }),
  amend: endpoint({
    method: 'POST',
    path: '/orders/:id/amend',
    access: 'order:edit',
    versioned: 'write',
    summary: 'A new revision of a published order; offers made on an older one must be confirmed again',
    params: byId,
    body: z.object({ content: orderContent, reason: line(500) }),
    response: order,
  }),
  close: endpoint({
    method: 'POST',
    path: '/orders/:id/close',
    access: 'order:edit',
    versioned: 'write',
    summary: 'Closes with an outcome',
    params: byId,
    body: z.object({ outcome: orderOutcome, reason: prose(500) }),
    response: order,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/orders/:id/cancel',
    access: 'order:edit',
    versioned: 'write',
    summary: 'Cancels with a reason; it stays visible as cancelled',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: order,
  }),
  revisions: endpoint({
    method: 'GET',
    path: '/orders/:id/revisions',
    access: 'order:read',
    summary: 'All revisions, newest first',
    params: byId,
    response: z.object({ items: z.array(orderRevision) }),
  }),
  attach: endpoint({
    method: 'POST',
    path: '/orders/:id/attachments',
    access: 'order:edit',
    creates: true,
    upload: true,
    summary: 'Adds a file',
    params: byId,
    response: fileInfo,
  }),
  detach: endpoint({
    method: 'DELETE',
    path: '/orders/:id/attachments/:fileId',
    access: 'order:edit',
    summary: 'Takes a file away',
    params: z.object({ id, fileId: id }),
  }),
  attachment: endpoint({
    method: 'GET',
    path: '/orders/:id/attachments/:fileId',
    access: 'order:read',
    summary: 'A file',
    params: z.object({ id, fileId: id }),
    response: file('application/octet-stream'),
  }),
};
