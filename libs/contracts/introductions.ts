import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { orderContent } from './orders.js';
import { reason } from './matching.js';
import { side, subjectKind, talksKind } from './parties.js';
import { patentContent } from './patents.js';
import {
  bothLanguages,
  byId,
  day,
  id,
  instant,
  line,
  listOf,
  pageOf,
  pageQuery,
  prose,
  yen,
} from './shapes.js';

/** Coded reasons for declining (domain practice: eight of Inpart, plus those of Alibaba and Linkers). */
export const declineCodes = [
  'too-early',
  'benefit-unclear',
  'commercial-route-unclear',
  'description-unclear',
  'technical-objection',
  'capacity',
  'price',
  'delivery',
  'certificate-missing',
  'location',
  'ip-terms',
  'other',
] as const;
export const declineCode = z.enum(declineCodes);

export const introductionState = z.enum([
  'proposed',
  'consented',
  'negotiating',
  'agreed',
  'declined',
  'expired',
  'withdrawn',
  'ended',
]);
export type IntroductionState = z.infer<typeof introductionState>;
/** 成立 / 成立見込み / 継続 / 不成立. */
export const outcome = z.enum(['deal', 'likely', 'continuing', 'no-deal']);
export type Outcome = z.infer<typeof outcome>;
export const consent = z.enum(['waiting', 'consented', 'declined']);

/** A party as the viewer may know it: id and name are null until both have consented (or it is the viewer's own). */
export const party = z.object({
  side,
  company: z.object({
    id: id.nullable(),
    name: z.string().nullable(),
    prefecture: z.string().nullable(),
    industry: z.string().nullable(),
    staff: z.int().nullable(),
    processes: z.array(z.string()),
    certificates: z.array(z.string()),
    summary: z.string().nullable(),
  }),
  consent,
  answeredAt: instant.nullable(),
  declineCode: declineCode.nullable(),
  declineText: z.string(),
});
export type Party = z.infer<typeof party>;

export const introduction = z.object({
  id,
  state: introductionState,
  subject: z.object({
    kind: talksKind,
    id,
    title: z.string(),
    revision: z.int().nullable(),
    /** What the owner has released: the order's or patent's content. */
    order: orderContent.nullable(),
    patent: patentContent.nullable(),
  }),
  /** 連合受注: the candidate is asked as one firm of a team, for these steps of the order. */
  team: z
    .object({
      id,
      isLead: z.boolean(),
      steps: z.array(bothLanguages),
      /** How many firms the team has. */
      firms: z.int(),
    })
    .nullable(),
  owner: party,
  candidate: party,
  /** Which side the viewer is on; null for coordinators. */
  viewerSide: side.nullable(),
  /** Why the proposer thinks they fit, for both sides to read. */
  reason: z.string(),
  reasons: z.array(reason),
  body: z.object({ id, name: z.string() }).nullable(),
  coordinator: z.object({ id, name: z.string() }).nullable(),
  roomId: id.nullable(),
  expiresAt: instant.nullable(),
  /** For coordinators only. */
  nextAction: z.string(),
  nextActionOn: day.nullable(),
  outcome: outcome.nullable(),
  outcomeReason: z.string(),
  amountYen: yen.nullable(),
  outcomeOn: day.nullable(),
  /** Who learned whose identity, and when; for the coordinator and the company concerned. */
  disclosures: z.array(z.object({ viewer: z.string(), of: side, at: instant })),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
  can: z.object({
    respond: z.boolean(),
    withdraw: z.boolean(),
    followUp: z.boolean(),
    openRoom: z.boolean(),
  }),
});
export type Introduction = z.infer<typeof introduction>;

/** A case on the board or in the list. */
export const introductionCard = z.object({
  id,
  state: introductionState,
  subject: z.object({ kind: talksKind, id, title: z.string() }),
  /** Whether the candidate is asked as one of a team. */
  isOfTeam: z.boolean(),
  ownerName: z.string().nullable(),
  candidateName: z.string().nullable(),
  viewerSide: side.nullable(),
  ownerConsent: consent,
  candidateConsent: consent,
  coordinator: z.string().nullable(),
  nextAction: z.string(),
  nextActionOn: day.nullable(),
  outcome: outcome.nullable(),
  amountYen: yen.nullable(),
  roomId: id.nullable(),
  expiresAt: instant.nullable(),
  updatedAt: instant,
  version: z.int(),
});
export type IntroductionCard = z.infer<typeof introductionCard>;

export const introductionQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  state: listOf(introductionState),
  outcome: listOf(outcome),
  kind: talksKind.optional(),
  subjectId: id.optional(),
  coordinator: id.optional(),
  mine: z.stringbool().default(false),
  /** Only cases whose next action is due on or before this day. */
  dueBy: day.optional(),
  fiscalYear: z.coerce.number().int().min(2000).max(2100).optional(),
});

export const introductionsApi = {
  list: endpoint({
    method: 'GET',
    path: '/introductions',
    access: 'introduction:read',
    summary: "The own company's introductions, or the own body's cases",
    query: introductionQuery,
    response: pageOf(introductionCard),
  }),
  propose: endpoint({
    method: 'POST',
    path: '/introductions',
    access: 'introduction:propose',
    creates: true,
    summary: 'Proposes a candidate to both sides, with a reason',
    body: z
      .object({
        kind: subjectKind,
        subjectId: id,
        /** One of the two: a stored candidate (its company may be unknown to the proposer), or a company. */
        candidateId: id.optional(),
        companyId: id.optional(),
        reason: line(2_000),
      })
      .refine((v) => (v.candidateId === undefined) !== (v.companyId === undefined), {
        error: 'candidateId or companyId',
      }),
    response: introduction,
  }),
  get: endpoint({
    method: 'GET',
    path: '/introductions/:id',
    access: 'introduction:read',
    versioned: 'read',
    summary: 'An introduction as the viewer may see it',
    params: byId,
    response: introduction,
  }),
  consent: endpoint({
    method: 'POST',
    path: '/introductions/:id/consent',
    access: 'introduction:respond',
    summary: 'Consents; after both, identities are disclosed and the room opens',
    params: byId,
    response: introduction,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/introductions/:id/decline',
    access: 'introduction:respond',
    summary: 'Declines with a coded reason, told kindly to the other side',
    params: byId,
    body: z.object({ code: declineCode, text: prose(1_000) }),
    response: introduction,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/introductions/:id/withdraw',
    access: 'introduction:propose',
    summary: 'Takes an unanswered proposal back, with a reason',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: introduction,
  }),
  followUp: endpoint({
    method: 'PUT',
    path: '/introductions/:id/follow-up',
    access: 'introduction:follow-up',
    versioned: 'write',
    summary: 'Next action, its date, who is in charge',
    params: byId,
    body: z.object({ nextAction: prose(500), nextActionOn: day.nullable(), coordinatorId: id.nullable() }),
    response: introduction,
  }),
  recordOutcome: endpoint({
    method: 'PUT',
    path: '/introductions/:id/outcome',
    access: 'introduction:follow-up',
    versioned: 'write',
    summary: 'Deal, likely, continuing or no deal, with amount and reason',
    params: byId,
    body: z.object({
      outcome,
      amountYen: yen.nullable().default(null),
      reason: prose(1_000),
      code: declineCode.nullable().default(null),
      on: day,
    }),
    response: introduction,
  }),
  coordinators: endpoint({
    method: 'GET',
    path: '/introductions/coordinators',
    access: 'introduction:follow-up',
    summary: 'Coordinators of the own body, for assigning',
    response: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
  }),
};
