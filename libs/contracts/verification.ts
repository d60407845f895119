import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { side } from './parties.js';
import { instant } from './shapes.js';

/** What can be wrong with a record or an agreement that is checked. `position`: of an entry; `path`: of a file. */
export const findingCodes = [
  /** An entry between the first and the head is not there. */
  'entry-missing',
  /** What an entry says, or its number, is not what its link was computed from. */
  'entry-changed',
  /** An entry stands before one that it follows. */
  'entry-moved',
  'entry-repeated',
  /** An entry after the head that was sealed. */
  'entry-added',
  /** The last entry's link is not the head that the record names. */
  'head-differs',
  /** All single entries fit, yet the whole is not what was sealed: rewritten with new links, cut short, or its heading changed. */
  'seal-broken',
  'seal-missing',
  /** Sealed with a key that this platform never had. */
  'key-unknown',
  /** Sealed with another key than the one that was expected. */
  'key-differs',
  /** A file of the archive is not there, or not the one that was sealed. */
  'file-missing',
  'file-changed',
  /** Bytes of the PDF are others than those that were sealed. */
  'pdf-changed',
  /** The agreement's data inside the PDF are not what its own hash says. */
  'data-changed',
  /** The platform holds another agreement, or another entry, under this number. */
  'platform-differs',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const finding = z.object({
  code: z.enum(findingCodes),
  position: z.int().nullable(),
  path: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

/** Where a chain stands: the last entry's number and link (SHA-256, hex). */
export const recordHead = z.object({ position: z.int(), link: z.string() });
export type RecordHead = z.infer<typeof recordHead>;

export const signingMethod = z.enum(['totp', 'mailed-code']);
export type SigningMethod = z.infer<typeof signingMethod>;
export const signature = z.object({ side, by: z.string(), at: instant, method: signingMethod });
export type Signature = z.infer<typeof signature>;

/** What a check found. All that it tells comes from the file itself, but for whether the platform agrees. */
export const verificationReport = z.object({
  kind: z.enum(['agreement', 'record']),
  unaltered: z.boolean(),
  findings: z.array(finding),
  title: z.string(),
  /** The agreement's number; null for a record. */
  no: z.string().nullable(),
  parties: z.array(z.string()),
  /** When it was printed or exported. */
  madeAt: instant.nullable(),
  signatures: z.array(signature),
  head: recordHead.nullable(),
  /** How many entries the file shows, and how many it holds back by their hash alone. */
  shown: z.int(),
  withheld: z.int(),
  /** Of the sealing key; null without a seal. */
  fingerprint: z.string().nullable(),
  /** Whether it was also compared with what the platform holds. */
  compared: z.boolean(),
});
export type VerificationReport = z.infer<typeof verificationReport>;

export const sealingKey = z.object({
  /** First 32 hex digits of the SHA-256 of the key's 32 bytes. */
  fingerprint: z.string(),
  /** Ed25519, 32 bytes, base64. */
  publicKey: z.string(),
  since: instant,
  current: z.boolean(),
});
export type SealingKey = z.infer<typeof sealingKey>;

export const verificationApi = {
  keys: endpoint({
    method: 'GET',
    path: '/verification/keys',
    access: 'public',
    summary: 'The public keys with which this platform seals agreements and records, the present one first',
    response: z.object({ items: z.array(sealingKey) }),
  }),
  check: endpoint({
    method: 'POST',
    path: '/verification',
    access: 'public',
    upload: true,
    summary:
      'Whether an agreement (PDF) or an exported record (ZIP, JSON) is unaltered, and what is wrong where it is not; nothing of it is kept. Errors: verification/not-ours, file/too-large, auth/too-many-attempts',
    response: verificationReport,
  }),
};
