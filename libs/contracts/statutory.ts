import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { side } from './parties.js';
import { bothLanguages, byId, day, id, yen } from './shapes.js';
import { termSheet } from './term-sheet.js';

/**
 * What is entrusted, in the kinds of the act: 製造委託, 修理委託, 情報成果物作成委託 (programs apart), 役務提供委託 (transport,
 * storage and information processing apart), 特定運送委託. `none`: no such entrusting (standard goods, a licence).
 */
export const workKind = z.enum([
  'manufacture',
  'repair',
  'program',
  'information',
  'handling',
  'service',
  'special-transport',
  'none',
]);
export type WorkKind = z.infer<typeof workKind>;

/** `toriteki`: 中小受託取引適正化法 (until 2025 下請法); `freelance`: フリーランス・事業者間取引適正化等法. */
export const act = z.enum(['toriteki', 'freelance']);
export type Act = z.infer<typeof act>;
export const legalForm = z.enum(['corporation', 'sole-proprietor']);

/** What decides whether an act applies. Null: not told. */
export const partyFacts = z.object({
  legalForm,
  capitalYen: yen.nullable(),
  /** Regularly employed people (常時使用する従業員), without the owner and officers. */
  staff: z.int().min(0).max(1_000_000).nullable(),
  /** A corporation with one representative and no other officer; asked only where nobody is employed. */
  soleOfficer: z.boolean().nullable(),
});
export type PartyFacts = z.infer<typeof partyFacts>;
export const companyFacts = partyFacts.extend({
  companyId: id,
  name: z.string(),
  /** 0 while the facts come from the company's profile alone. */
  version: z.int(),
});
export type CompanyFacts = z.infer<typeof companyFacts>;

/** What is not known and would decide. */
export const missingFact = z.enum([
  'work',
  'orderer-capital',
  'orderer-staff',
  'supplier-capital',
  'supplier-staff',
  'orderer-officers',
  'supplier-officers',
]);
export type MissingFact = z.infer<typeof missingFact>;

export const verdict = z.object({
  act,
  answer: z.enum(['applies', 'applies-not', 'unknown']),
  /** The rule that says so; null where none does. */
  rule: z.string().nullable(),
  source: bothLanguages.nullable(),
  missing: z.array(missingFact),
  /** Freelance act: whether also payment and prohibitions bind (特定業務委託事業者); null where that is not known. */
  full: z.boolean().nullable(),
});
export type Verdict = z.infer<typeof verdict>;

export const flagCode = z.enum([
  'payment-late',
  'payment-scheme',
  'payment-undated',
  'reentrusted-late',
  'reentrusted-undated',
  'reentrusted-unstated',
  'promissory-note',
  'cash-equivalent',
  'fee-deducted',
  'terms-missing',
  'price-unanswered',
  'price-ignored',
  'price-unreasoned',
  'one-month',
  'six-months',
]);
export type FlagCode = z.infer<typeof flagCode>;
/** What a written statement of terms must say (4条明示 / 3条通知). */
export const writtenTerm = z.enum([
  'receive-on',
  'place',
  'inspection',
  'amount',
  'payment-date',
  'payment-method',
  'settlement-details',
]);
export type WrittenTerm = z.infer<typeof writtenTerm>;
/** A hint, never a lock: what does not fit, why, and what would cure it; the sentence is a text of the web app. */
export const flag = z.object({
  code: flagCode,
  act,
  /** `warning`: it would not fit the rule; `notice`: look at it. */
  level: z.enum(['warning', 'notice']),
  /** False while it is not known whether the act applies at all. */
  certain: z.boolean(),
  /** Fills the sentence: days, lots, numbers of rounds. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** For `terms-missing`. */
  terms: z.array(writtenTerm),
  source: bothLanguages,
});
export type Flag = z.infer<typeof flag>;

export const roomStatutory = z.object({
  work: workKind.nullable(),
  workVersion: z.int(),
  orderer: companyFacts,
  supplier: companyFacts,
  verdicts: z.array(verdict),
  /** Of the latest offer and of the price rounds. */
  flags: z.array(flag),
  /** Number of the offer that was looked at; null where there is none. */
  offerNo: z.int().nullable(),
  /** The side whose facts the viewer may complete; null for coordinators. */
  viewer: side.nullable(),
  /** Whether the other side was asked today to complete its facts. */
  asked: z.boolean(),
});
export type RoomStatutory = z.infer<typeof roomStatutory>;

export const statutoryRule = z.object({
  code: z.string(),
  act,
  kind: z.enum(['applies', 'check']),
  validFrom: day,
  validTo: day.nullable(),
  params: z.record(z.string(), z.unknown()),
  source: bothLanguages,
});
export type StatutoryRule = z.infer<typeof statutoryRule>;

export const statutoryApi = {
  rules: endpoint({
    method: 'GET',
    path: '/statutory/rules',
    access: 'negotiation:read',
    summary: 'The rules that hold on a day (left out: all there are), with their sources',
    query: z.object({ on: day.optional() }),
    response: z.object({ items: z.array(statutoryRule) }),
  }),
  facts: endpoint({
    method: 'GET',
    path: '/companies/:id/statutory',
    access: 'negotiation:offer',
    versioned: 'read',
    summary: "What of the viewer's own company decides whether an act applies",
    params: byId,
    response: companyFacts,
  }),
  tellFacts: endpoint({
    method: 'PUT',
    path: '/companies/:id/statutory',
    access: 'negotiation:offer',
    versioned: 'write',
    summary: 'States them; they go before the profile',
    params: byId,
    body: partyFacts,
    response: companyFacts,
  }),
  room: endpoint({
    method: 'GET',
    path: '/rooms/:id/statutory',
    access: 'negotiation:read',
    summary: 'Whether the acts apply in a room, and what to look at. No legal advice',
    params: byId,
    response: roomStatutory,
  }),
  setWork: endpoint({
    method: 'PUT',
    path: '/rooms/:id/statutory/work',
    access: 'negotiation:offer',
    versioned: 'write',
    summary: 'What kind of work is entrusted; If-Match takes `workVersion`',
    params: byId,
    body: z.object({ work: workKind }),
    response: roomStatutory.extend({ version: z.int() }),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/rooms/:id/statutory/ask',
    access: 'negotiation:offer',
    summary: 'Asks the other side in the room to complete its facts, at most once a day',
    params: byId,
    response: roomStatutory,
  }),
  check: endpoint({
    method: 'POST',
    path: '/rooms/:id/statutory/check',
    access: 'negotiation:read',
    summary: 'What to look at in terms that are not offered yet; stores nothing',
    params: byId,
    body: termSheet,
    response: z.object({ flags: z.array(flag) }),
  }),
};
