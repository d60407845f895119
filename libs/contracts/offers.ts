import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { side, talksKind } from './parties.js';
import { byId, id, instant, prose, yen } from './shapes.js';
import { flatTerms, termSheet } from './term-sheet.js';

export const offerState = z.enum(['open', 'accepted', 'superseded', 'withdrawn', 'declined', 'expired']);
export type OfferState = z.infer<typeof offerState>;

/** One side's yes to one version: who, and when. */
const yes = z.object({ side, by: z.string(), at: instant });
export const offer = z.object({
  id,
  no: z.int(),
  side,
  by: z.string(),
  terms: termSheet,
  /** Of all lots, in whole yen without tax; lines in other currencies are not in it. */
  totalYen: yen,
  state: offerState,
  /** SHA-256 over the canonical JSON of `terms`, hex: what exactly is accepted. */
  sha256: z.string(),
  /** Revision of the order it was made on; `outdated` when the order has been amended since. */
  orderRevision: z.int().nullable(),
  outdated: z.boolean(),
  reason: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** Its maker's by making it, the other side's by accepting it; an agreement needs both. */
  acceptances: z.array(yes),
  /** Keys of the lots that were accepted; null while none was, or for the whole offer. */
  acceptedLots: z.array(z.string()).nullable(),
  can: z.object({
    accept: z.boolean(),
    acceptSome: z.boolean(),
    withdraw: z.boolean(),
    decline: z.boolean(),
    confirm: z.boolean(),
  }),
});
export type Offer = z.infer<typeof offer>;

export const agreement = z.object({
  id,
  no: z.string(),
  roomId: id,
  introductionId: id,
  title: z.string(),
  subjectKind: talksKind,
  orderRevision: z.int().nullable(),
  owner: z.object({ companyId: id, name: z.string(), corporateNumber: z.string(), by: z.string() }),
  candidate: z.object({ companyId: id, name: z.string(), corporateNumber: z.string(), by: z.string() }),
  /** What both sides accepted; flat in agreements that are older than term sheets (`sheetOf` reads both). */
  terms: z.union([termSheet, flatTerms]),
  totalYen: yen,
  agreedAt: instant,
  /** SHA-256 over the canonical JSON of the agreement, hex; printed on the PDF. */
  sha256: z.string(),
});
export type Agreement = z.infer<typeof agreement>;

const ofRoom = z.object({ id, offerId: id });

export const offersApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms/:id/offers',
    access: 'negotiation:read',
    summary: 'All offers of a room, oldest first',
    params: byId,
    response: z.object({ items: z.array(offer) }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/rooms/:id/offers',
    access: 'negotiation:offer',
    creates: true,
    summary: 'An offer or counter-offer; it supersedes the open one',
    params: byId,
    body: termSheet,
    response: offer,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/rooms/:id/offers/:offerId/accept',
    access: 'negotiation:offer',
    summary:
      "Accepts the other side's open offer, or, where it is separable, some of its lots; the agreement is recorded",
    params: ofRoom,
    body: z
      .object({
        /** Of the terms that were read; another version is refused. */
        sha256: z.string().length(64).optional(),
        /** Keys of lots; left out: all. */
        lots: z.array(z.string()).min(1).max(50).optional(),
      })
      .default({}),
    response: agreement,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/rooms/:id/offers/:offerId/withdraw',
    access: 'negotiation:offer',
    summary: 'Takes the own open offer back',
    params: ofRoom,
    body: z.object({ reason: prose(500) }),
    response: offer,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/rooms/:id/offers/:offerId/decline',
    access: 'negotiation:offer',
    summary: "Declines the other side's open offer",
    params: ofRoom,
    body: z.object({ reason: prose(500) }),
    response: offer,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/rooms/:id/offers/:offerId/confirm',
    access: 'negotiation:offer',
    summary: 'Confirms the own offer for the amended order',
    params: ofRoom,
    response: offer,
  }),
  agreement: endpoint({
    method: 'GET',
    path: '/agreements/:id',
    access: 'negotiation:read',
    summary: 'An agreement, for its parties and their coordinator',
    params: byId,
    response: agreement,
  }),
  agreementPdf: endpoint({
    method: 'GET',
    path: '/agreements/:id/agreement.pdf',
    access: 'negotiation:read',
    summary: 'The agreement as PDF',
    params: byId,
    response: file('application/pdf'),
  }),
};
