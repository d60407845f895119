import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { questionnaireState } from './fair-questions.js';
import { byId, id, instant, line, listOf, optionalLine, pageOf, pageQuery, prose } from './shapes.js';

export const exhibitorState = z.enum(['applied', 'approved', 'declined', 'withdrawn']);
export type ExhibitorState = z.infer<typeof exhibitorState>;

/** 製品 / 認定ブランド品 (certified by a city or body) / 開放特許を使った製品 (made under a licence). */
export const productKind = z.enum(['product', 'brand', 'licensed']);
export type ProductKind = z.infer<typeof productKind>;
export const fairProduct = z.object({
  kind: productKind,
  name: line(120),
  text: prose(1_000),
  /** Of a certified brand its name and year; of a licensed product the patent and its holder. */
  mark: optionalLine(160),
});
export type FairProduct = z.output<typeof fairProduct>;

/** What a firm applies with; all but `contact` and `phone` is on its public page. */
export const boothApplication = z
  .object({
    headline: line(120),
    text: prose(3_000),
    attends: z.enum(['on-site', 'online', 'both']).default('both'),
    /** How many booths (小間) it wishes. */
    booths: z.int().min(1).max(10).default(1),
    pavilionKey: z.string().max(40).nullable().default(null),
    products: z.array(fairProduct).max(30).default([]),
    contact: line(100),
    phone: optionalLine(40),
  })
  .superRefine(({ products }, context) => {
    products.forEach(({ kind, mark }, i) => {
      if (kind !== 'product' && mark === '')
        context.addIssue({
          code: 'custom',
          path: ['products', i, 'mark'],
          message: 'mark-needed',
          input: mark,
        });
    });
  });
export type BoothApplication = z.output<typeof boothApplication>;

export const exhibitor = z.object({
  id,
  fairId: id,
  state: exhibitorState,
  company: z.object({
    id,
    name: z.string(),
    prefecture: z.string().nullable(),
    summary: z.string(),
    processes: z.array(z.string()),
    certificates: z.array(z.string()),
  }),
  /** The organising body that it is counted for. */
  body: z.object({ id, name: z.string(), nameEn: z.string() }),
  /** Numbers of its booths, e.g. `A-01`. */
  booths: z.array(z.string()),
  /** `contact` and `phone` are empty for all but the firm and the organisers. */
  content: z.object({ ...boothApplication.shape, contact: z.string() }),
  /** What of the checklist is done; empty for others. */
  done: z.array(z.object({ key: z.string(), at: instant })),
  /** Whether the firm is asked how the fair was; null for others. */
  questionnaire: questionnaireState.nullable(),
  reason: z.string(),
  isProxy: z.boolean(),
  appliedAt: instant,
  version: z.int(),
  can: z.object({
    edit: z.boolean(),
    decide: z.boolean(),
    withdraw: z.boolean(),
    /** Of the firm itself, or an organiser. */
    staff: z.boolean(),
  }),
});
export type Exhibitor = z.infer<typeof exhibitor>;

export const exhibitorQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  state: listOf(exhibitorState),
  /** What its processes belong to. */
  process: listOf(z.string()),
  pavilion: listOf(z.string().max(40)),
  hall: listOf(z.string().max(2)),
  kind: listOf(productKind),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** One line of the common catalogue: a product with who shows it and where. */
export const catalogueItem = z.object({
  exhibitorId: id,
  no: z.int(),
  company: z.string(),
  booths: z.array(z.string()),
  ...fairProduct.shape,
  name: z.string(),
  /** 引き合い: how many visitors' contacts name this product; for organisers and the firm itself. */
  inquiries: z.int().nullable(),
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

const ofFair = z.object({ id, exhibitorId: id });

export const fairExhibitorsApi = {
  list: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors',
    access: 'public',
    summary:
      'All applications for organisers; for others who exhibits, from publication on. `q` is understood as in the search: trade words find what they mean',
    params: byId,
    query: exhibitorQuery,
    response: pageOf(exhibitor),
  }),
  catalogue: endpoint({
    method: 'GET',
    path: '/fairs/:id/catalogue',
    access: 'public',
    summary: 'Products, certified brands and licensed products of all exhibitors in one list',
    params: byId,
    query: pageQuery.extend({ q: z.string().max(200).default(''), kind: listOf(productKind) }),
    response: pageOf(catalogueItem),
  }),
  apply: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors',
    access: 'fair:exhibit',
    creates: true,
    summary:
      'Applies for the own company, or as an organiser for `companyId`, e.g. from a paper form. Errors: fair/closed, fair/already-applied',
    params: byId,
    body: boothApplication.safeExtend({ companyId: id.nullable().default(null) }),
    response: exhibitor,
  }),
  get: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId',
    access: 'public',
    versioned: 'read',
    summary: 'The page of an exhibitor',
    params: ofFair,
    response: exhibitor,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/fairs/:id/exhibitors/:exhibitorId',
    access: 'fair:exhibit',
    versioned: 'write',
    summary: 'The firm, or an organiser for it, changes its page and products',
    params: ofFair,
    body: boothApplication,
    response: exhibitor,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/decision',
    access: 'fair:organise',
    summary: 'Lets a firm in, or declines with a reason, which frees its booths',
    params: ofFair,
    body: z.object({ decision: z.enum(['approve', 'decline']), reason: prose(500) }),
    response: exhibitor,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/withdrawal',
    access: 'fair:exhibit',
    summary: 'The firm, or an organiser for it, takes the application back, which frees its booths',
    params: ofFair,
    body: z.object({ reason: prose(500) }),
    response: exhibitor,
  }),
  assign: endpoint({
    method: 'PUT',
    path: '/fairs/:id/booths/:no',
    access: 'fair:organise',
    summary:
      'Gives a booth to an exhibitor that was let in, or frees it. Errors: fair/booth-taken, fair/no-such-booth',
    params: z.object({ id, no: z.string().max(8) }),
    body: z.object({ exhibitorId: id.nullable() }),
    response: z.object({ no: z.string(), exhibitorId: id.nullable() }),
  }),
  fill: endpoint({
    method: 'POST',
    path: '/fairs/:id/booths',
    access: 'fair:organise',
    summary:
      'Gives every exhibitor that still lacks booths free ones side by side, those of a pavilion together; moves nobody',
    params: byId,
    response: z.object({ assigned: z.int(), left: z.int() }),
  }),
  tick: endpoint({
    method: 'PUT',
    path: '/fairs/:id/exhibitors/:exhibitorId/tasks/:key',
    access: 'fair:exhibit',
    summary: 'Ticks a task of the checklist, or takes the tick back',
    params: z.object({ id, exhibitorId: id, key: z.string().max(40) }),
    body: z.object({ isDone: z.boolean() }),
    response: exhibitor,
  }),
};
