import { z } from 'zod';
import { corporateNumber } from './company-profile.js';
import { side } from './parties.js';
import { bothLanguages, id, instant } from './shapes.js';

/** 64 hexadecimal digits: a hash, a seed, 32 random bytes. */
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * How lots are recorded. `/1`: names on the list are accounts' ids; `/2`: nobody can tell who they are, but for those who took
 * a seat; `/3`: so too, and the key of the names was committed to with the seed.
 */
export const lotFormat = z.enum(['nakadachi-lot/1', 'nakadachi-lot/2', 'nakadachi-lot/3']);
export type LotFormat = z.infer<typeof lotFormat>;

/** What is added where nobody drew in time: nothing. */
export const NO_ADDITION = '0'.repeat(64);

/** Why somebody who is willing cannot be drawn; see `conflictOf`. */
export const conflictCode = z.enum([
  'in-the-room',
  'party',
  'same-body',
  'dealing',
  'same-group',
  'same-bank-branch',
  'party-bank',
  'same-company',
  'asked-before',
]);
export type ConflictCode = z.infer<typeof conflictCode>;

/** A lot (くじ) in public: what was committed to before, what is known after. */
export const councilLot = z.object({
  no: z.int(),
  format: lotFormat,
  /** Seats to be filled. */
  seats: z.int(),
  /** Hash of the seed (from `/3` on with the key of the names), shown from the beginning; the seed itself once it is drawn. */
  commitment: z.string(),
  seed: z.string().nullable(),
  committedAt: instant,
  /** Number of candidates, the hash of their list, and how many were left out for which reason; null before it is fixed. */
  candidates: z.int().nullable(),
  listHash: z.string().nullable(),
  excluded: z.array(z.object({ code: conflictCode, count: z.int() })),
  listedAt: instant.nullable(),
  /** Sides that had not told their group and bank by then. */
  untold: z.array(side),
  /** Other firms of a team, parties too, that had not. */
  untoldPartners: z.int(),
  /** What whoever drew it added, which nobody could know when the list was fixed. */
  addition: z.string().nullable(),
  drawnBy: z.string().nullable(),
  drawnAt: instant.nullable(),
});
export type CouncilLot = z.infer<typeof councilLot>;

/** All that is needed to draw a lot again. */
export const lotRecord = z.object({
  format: lotFormat,
  disputeId: id,
  no: z.int(),
  seats: z.int(),
  commitment: hex64,
  seed: hex64,
  /** Hash of the key of the names, of which the commitment is too; null before `/3`. */
  namesCommitment: hex64.nullable().default(null),
  addition: hex64,
  /** Names on the list, sorted. */
  candidates: z.array(z.string()),
  listHash: hex64,
  /** The same names in the order in which they were drawn. */
  order: z.array(z.string()),
  /** Who took a seat: place in the order, account, and the nonce that makes their name of it. */
  named: z.array(z.object({ rank: z.int(), userId: id, nonce: hex64 })).default([]),
  /** What it does not prove although it is right, in words; no part of what is verified. */
  notes: z.array(bothLanguages).default([]),
});
export type LotRecord = z.infer<typeof lotRecord>;

/** A bank and its branch by their numbers in the payment system: four and three digits. */
export const bankBranch = z.string().regex(/^\d{4}-\d{3}$/);

/** Of a whole bank: four digits. */
export const bankCode = z.string().regex(/^\d{4}$/);

/** An answer of its own: what is left blank is not told. */
export const noTie = z.literal('none');
/** To whom a company or a support body is tied, for nobody but the lot. */
export const organisationTies = z.object({
  /** Corporate number (法人番号) of the company at the top of its group. */
  groupNumber: z.union([noTie, corporateNumber]),
  /** Of the main account; of a body that is a bank the whole bank. */
  bankBranch: z.union([noTie, bankBranch, bankCode]),
});
export type OrganisationTies = z.infer<typeof organisationTies>;
