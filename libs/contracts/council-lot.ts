import { z } from 'zod';
import { side } from './parties.js';
import { id, instant } from './shapes.js';

/** 64 hexadecimal digits: a hash, a seed, 32 random bytes. */
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Why somebody who is willing cannot be drawn; see `conflictOf`. */
export const conflictCode = z.enum([
  'in-the-room',
  'party',
  'same-body',
  'dealing',
  'same-group',
  'same-bank-branch',
  'same-company',
  'asked-before',
]);
export type ConflictCode = z.infer<typeof conflictCode>;

/** A lot (くじ) in public: what was committed to before, what is known after. */
export const councilLot = z.object({
  no: z.int(),
  /** Seats to be filled. */
  seats: z.int(),
  /** Hash of the seed, shown from the beginning; the seed itself once it is drawn. */
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
  /** What whoever drew it added, which nobody could know when the list was fixed. */
  addition: z.string().nullable(),
  drawnBy: z.string().nullable(),
  drawnAt: instant.nullable(),
});
export type CouncilLot = z.infer<typeof councilLot>;

/** Written with `nakadachi-lot/1`: all that is needed to draw a lot again. */
export const lotRecord = z.object({
  format: z.literal('nakadachi-lot/1'),
  disputeId: id,
  no: z.int(),
  seats: z.int(),
  commitment: hex64,
  seed: hex64,
  addition: hex64,
  /** Accounts' ids, sorted. */
  candidates: z.array(z.string()),
  listHash: hex64,
  /** The same ids in the order in which they were drawn. */
  order: z.array(z.string()),
});
export type LotRecord = z.infer<typeof lotRecord>;
