import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { offerState } from './offers.js';
import { byId, day, id, instant } from './shapes.js';
import { currency, termSheet } from './term-sheet.js';

/**
 * What offers are weighed by: three that follow from the terms, three that the orderer rates. Payment is shown and not
 * scored: a score that rewards paying late would push against the law on payments to smaller suppliers.
 */
export const computedCriteria = ['price', 'delivery', 'warranty'] as const;
export const ratedCriteria = ['quality', 'capability', 'reliability'] as const;
export const criteria = [...computedCriteria, ...ratedCriteria] as const;
export type Criterion = (typeof criteria)[number];
const criterion = z.enum(criteria);

const weight = z.int().min(0).max(100);
export const offerWeights = z.object({
  price: weight,
  delivery: weight,
  warranty: weight,
  quality: weight,
  capability: weight,
  reliability: weight,
});
export type OfferWeights = z.infer<typeof offerWeights>;
/** Until the orderer sets others: what every offer says, so that the first look has scores without a rating. */
export const usualWeights: OfferWeights = {
  ...{ price: 60, delivery: 40, warranty: 0, quality: 0, capability: 0, reliability: 0 },
};
const rating = z.int().min(0).max(5).nullable();
/** What the orderer thinks of one supplier, 0 to 5; null: not rated. */
export const supplierRating = z.object({
  roomId: id,
  quality: rating,
  capability: rating,
  reliability: rating,
});
export type SupplierRating = z.infer<typeof supplierRating>;

export const offerWeighing = z.object({
  weights: offerWeights,
  ratings: z
    .array(supplierRating)
    .max(200)
    .refine((all) => new Set(all.map(({ roomId }) => roomId)).size === all.length, { error: 'repeated' }),
});
export type OfferWeighing = z.infer<typeof offerWeighing>;

/**
 * Why a criterion has no points. `not-said`: the offer is silent; `not-rated`: the orderer has not rated the supplier;
 * `other-currency`: no exchange rate is guessed; `impossible`: to be delivered before the day of the offer.
 */
export const missingReason = z.enum(['not-said', 'not-rated', 'other-currency', 'impossible']);
const points = z.string().nullable();
/** How an offer stands beside the others under some weights. */
export const weighed = z.object({
  /** Out of 100 with one digit after the point, by criterion; null where it cannot be said. */
  scores: z.record(criterion, points),
  missing: z.array(z.object({ criterion, why: missingReason })),
  /** Mean of the scores by weight; null where a criterion that has a weight is missing, and while all weights are 0. */
  score: points,
  /** 1 is the best score; equal scores share a rank. */
  rank: z.int().nullable(),
  /** In what it is the best of at least two that differ. */
  best: z.array(z.enum([...criteria, 'score'])),
  /** The day of the last delivery, the day of the first of the offers that stand being 1; null where it does not stand. */
  deliveryDay: z.int().nullable(),
});
export type Weighed = z.infer<typeof weighed>;

export const comparedOffer = z.object({
  roomId: id,
  company: z.object({ id, name: z.string() }),
  offerId: id,
  no: z.int(),
  state: offerState,
  /** Whether it still is the supplier's word: only such offers are scored. */
  stands: z.boolean(),
  /** The order was amended since. */
  outdated: z.boolean(),
  terms: termSheet,
  /** Without tax; null where it has lines in several currencies. */
  price: z.object({ net: z.string(), currency }).nullable(),
  /** The day in Japan. */
  madeOn: day,
  lastDelivery: day,
  rating: supplierRating.omit({ roomId: true }),
  ...weighed.shape,
});
export type ComparedOffer = z.infer<typeof comparedOffer>;
export const offerComparison = z.object({
  title: z.string(),
  weights: offerWeights,
  /** Who set weights and ratings last; null: nobody yet. */
  weighedBy: z.object({ name: z.string(), at: instant }).nullable(),
  items: z.array(comparedOffer),
  /** Rooms of the order in which the viewer does not sit: their offers are not shown. */
  otherRooms: z.int(),
  version: z.int(),
});
export type OfferComparison = z.infer<typeof offerComparison>;

export const offerComparisonApi = {
  get: endpoint({
    method: 'GET',
    path: '/orders/:id/offers',
    access: 'negotiation:offer',
    versioned: 'read',
    summary:
      'The latest offer of each supplier for an own order, of the rooms where the viewer sits; best score first',
    params: byId,
    response: offerComparison,
  }),
  weigh: endpoint({
    method: 'PUT',
    path: '/orders/:id/offers/weights',
    access: 'negotiation:offer',
    versioned: 'write',
    summary: 'Sets weights and ratings for the whole company',
    params: byId,
    body: offerWeighing,
    response: offerComparison,
  }),
  export: endpoint({
    method: 'GET',
    path: '/orders/:id/offers/export',
    access: 'negotiation:offer',
    summary: 'The comparison as a table, with the weights',
    params: byId,
    query: z.object({ format: z.enum(['csv', 'xlsx']) }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
};
