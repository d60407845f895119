import { z } from 'zod';
import { recordHead } from '#contracts/verification.js';
import { canonicalJson } from '../agreement-document.js';
import { entryKinds } from './record-chain.js';
import { sealWith, type Seal, type Sealer } from './sealing.js';

export const RECORD_FORMAT = 'nakadachi-record/1';
/** The record's name in an exported archive. */
export const RECORD_NAME = 'record.json';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const place = { position: z.int(), link: hex64 };

const shownEntry = z.object({
  ...place,
  kind: z.enum(entryKinds),
  id: z.string(),
  at: z.string(),
  nonce: z.string(),
  body: z.unknown(),
});
/** In place of an entry that the reader may not see. */
const withheldEntry = z.object({ ...place, withheld: z.literal(true), hash: hex64 });

const base64 = z.string().max(200);
export const sealShape = z.object({
  algorithm: z.literal('Ed25519'),
  fingerprint: z.string().max(64),
  publicKey: base64,
  signature: base64,
});

/** A room's record as it is handed out: what its reader may see, sealed as a whole. */
export const recordFile = z.object({
  format: z.literal(RECORD_FORMAT),
  room: z.object({ id: z.uuid(), title: z.string(), owner: z.string(), candidate: z.string() }),
  /** `reader`: for whom it was made. */
  made: z.object({ at: z.iso.datetime(), reader: z.string() }),
  /** Where it can be checked. */
  verifyAt: z.string(),
  entries: z.array(z.union([withheldEntry, shownEntry])),
  head: recordHead,
  /** The other files of the archive, by name. */
  files: z.array(z.object({ path: z.string(), sha256: hex64 })),
  seal: sealShape.nullish(),
});
export type RecordFile = z.infer<typeof recordFile>;
export type RecordEntry = RecordFile['entries'][number];

/** What the seal is over: the canonical JSON of all but the seal. */
export function sealedBytes({ seal: _, ...rest }: RecordFile): Buffer {
  return Buffer.from(canonicalJson(rest), 'utf8');
}

/**
 * A record from the bytes of its file; null for anything else. `canonical`: whether the bytes are exactly those that the
 * platform writes for this content.
 */
export function readRecord(bytes: Buffer): { record: RecordFile; canonical: boolean } | null {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  if (!recordFile.safeParse(json).success) return null;
  // As it came, with whatever else somebody wrote into it: the seal is over all of that.
  return { record: json as RecordFile, canonical: bytes.equals(recordBytes(json as RecordFile)) };
}

/** A record's file: canonical JSON in UTF-8. */
export const recordBytes = (record: RecordFile): Buffer => Buffer.from(canonicalJson(record), 'utf8');

export const sealRecord = (
  record: Omit<RecordFile, 'seal'>,
  sealer: Sealer,
): RecordFile & { seal: Seal } => ({
  ...record,
  seal: sealWith(sealer, sealedBytes(record)),
});
