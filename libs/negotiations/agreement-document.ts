import { createHash } from 'node:crypto';
import type { Agreement } from '#contracts/offers.js';

/** What both sides agreed on: the whole agreement but for its own hash. */
export type AgreementDocument = Omit<Agreement, 'sha256'>;

/**
 * JSON in one way only: keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes
 * them (RFC 8785, JSON Canonicalization Scheme). For plain data without `undefined`.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** SHA-256 over the canonical JSON in UTF-8, hex. */
export const sha256Of = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');

export const hashOf = (document: AgreementDocument): string => sha256Of(document);
