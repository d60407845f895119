import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { roundings } from './exact.js';
import { side } from './parties.js';
import { isAboveHundred } from './price-formula.js';
import { bothLanguages, byId, day, id, instant, line, optionalLine, prose } from './shapes.js';
import { decimalText } from './term-sheet.js';

/** A month of an index, `2026-04`. */
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'period' });
export const costKind = z.enum(['material', 'energy', 'labour', 'other']);
export type CostKind = z.infer<typeof costKind>;

/** An index that was attached from a table: monthly values, as they were read, and the rows that could not be. */
export const priceIndex = z.object({
  id,
  name: z.string(),
  source: z.string(),
  fileName: z.string(),
  points: z.array(z.object({ period: z.string(), value: z.string() })),
  problems: z.array(z.object({ line: z.int(), reason: bothLanguages })),
  by: z.string(),
  createdAt: instant,
});
export type PriceIndex = z.infer<typeof priceIndex>;

/** One part of the cost. Its values are those of an attached index at two months, or typed where there is none. */
const costPart = z
  .object({
    kind: costKind,
    label: line(100),
    sharePercent: decimalText(false),
    indexId: id.nullable().default(null),
    basePeriod: z.union([z.literal(''), period]).default(''),
    period: z.union([z.literal(''), period]).default(''),
    baseValue: z.union([z.literal(''), decimalText(false)]).default(''),
    value: z.union([z.literal(''), decimalText(false)]).default(''),
  })
  .superRefine((part, ctx) => {
    const needed =
      part.indexId === null ? (['baseValue', 'value'] as const) : (['basePeriod', 'period'] as const);
    for (const path of needed)
      if (part[path] === '') ctx.addIssue({ code: 'custom', path: [path], message: 'needed', input: '' });
  });

export const priceRequest = z
  .object({
    item: line(),
    unit: line(20),
    /** In yen per unit without tax. */
    currentPrice: decimalText(false),
    /** Left out: what the formula gives. */
    requestedPrice: z.union([z.literal(''), decimalText(false)]).default(''),
    effectiveOn: day,
    parts: z.array(costPart).min(1).max(20),
    rounding: z.enum(roundings).default('half-up'),
    /** Digits after the point of a yen that the price may have. */
    digits: z.int().min(0).max(2).default(0),
    reason: line(3_000),
  })
  .refine(({ parts }) => !isAboveHundred(parts), { path: ['parts'], error: 'shares-above-all' });
export type PriceRequest = z.infer<typeof priceRequest>;

/** A request as it is kept: each part with the values it was computed from. */
export const priceDocument = z.object({
  item: z.string(),
  unit: z.string(),
  currentPrice: z.string(),
  computedPrice: z.string(),
  requestedPrice: z.string(),
  formula: z.string(),
  effectiveOn: day,
  rounding: z.enum(roundings),
  digits: z.int(),
  parts: z.array(
    z.object({
      kind: costKind,
      label: z.string(),
      sharePercent: z.string(),
      index: z
        .object({ id, name: z.string(), source: z.string(), basePeriod: z.string(), period: z.string() })
        .nullable(),
      baseValue: z.string(),
      value: z.string(),
      changePercent: z.string(),
      effect: z.string(),
    }),
  ),
  reason: z.string(),
});
export type PriceDocument = z.infer<typeof priceDocument>;

export const priceDecision = z.enum(['accepted', 'other-price', 'refused']);
export const priceAnswer = z
  .object({
    decision: priceDecision,
    /** For `other-price`. */
    price: z.union([z.literal(''), decimalText(false)]).default(''),
    /** Not demanded, since nothing is blocked; an answer without them is flagged. */
    reasons: prose(3_000),
  })
  .refine(({ decision, price }) => decision !== 'other-price' || price !== '', {
    path: ['price'],
    error: 'needed',
  });
export type PriceAnswer = z.infer<typeof priceAnswer>;

const act = z.object({ by: z.string(), at: instant });
export const priceRound = z.object({
  id,
  no: z.int(),
  side,
  state: z.enum(['asked', 'answered', 'settled', 'withdrawn']),
  asked: act,
  document: priceDocument,
  answer: z.object({ decision: priceDecision, price: z.string(), reasons: z.string() }).nullable(),
  answered: act.nullable(),
  signed: z.object({ owner: act.nullable(), candidate: act.nullable() }),
  withdrawnReason: z.string(),
  /** Over request and answer together: what is countersigned. */
  sha256: z.string(),
  /** Whole days since it was asked, while it waits. */
  waitingDays: z.int().nullable(),
  /** Until when the database refuses to delete it. */
  retainUntil: day,
  can: z.object({ answer: z.boolean(), sign: z.boolean(), withdraw: z.boolean() }),
});
export type PriceRound = z.infer<typeof priceRound>;

export const priceLedger = z.object({
  items: z.array(priceRound),
  indexes: z.array(priceIndex),
  retentionYears: z.int(),
  can: z.object({ ask: z.boolean(), attach: z.boolean() }),
});
export type PriceLedger = z.infer<typeof priceLedger>;

const ofRound = z.object({ id, roundId: id });

export const priceLedgerApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms/:id/price-rounds',
    access: 'negotiation:read',
    summary: 'All requests to change a price, oldest first, and the attached indexes',
    params: byId,
    response: priceLedger,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/rooms/:id/price-rounds',
    access: 'negotiation:offer',
    creates: true,
    summary: 'Asks to change a price: a numbered round that is kept',
    params: byId,
    body: priceRequest,
    response: priceRound,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/rooms/:id/price-rounds/:roundId/answer',
    access: 'negotiation:offer',
    summary: "Answers the other side's request, once",
    params: ofRound,
    body: priceAnswer,
    response: priceRound,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/rooms/:id/price-rounds/:roundId/sign',
    access: 'negotiation:offer',
    summary: 'Countersigns an answered round; settled once both sides have',
    params: ofRound,
    body: z.object({ sha256: z.string().length(64) }),
    response: priceRound,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/rooms/:id/price-rounds/:roundId/withdraw',
    access: 'negotiation:offer',
    summary: 'Takes the own unanswered request back; the record stays',
    params: ofRound,
    body: z.object({ reason: line(500) }),
    response: priceRound,
  }),
  attachIndex: endpoint({
    method: 'POST',
    path: '/rooms/:id/price-indexes',
    access: 'negotiation:offer',
    upload: true,
    creates: true,
    summary:
      'Attaches an index: a table with a month and a value per row; rows that cannot be read are reported',
    params: byId,
    body: z.object({ name: line(100), source: optionalLine(300) }),
    response: priceIndex,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/rooms/:id/price-rounds.pdf',
    access: 'negotiation:read',
    summary: 'The whole ledger on paper',
    params: byId,
    response: file('application/pdf'),
  }),
  json: endpoint({
    method: 'GET',
    path: '/rooms/:id/price-rounds.json',
    access: 'negotiation:read',
    summary: 'The whole ledger as data, with its hashes',
    params: byId,
    response: file('application/json'),
  }),
};
