import { createHash } from 'node:crypto';

/**
 * JSON in one way only: keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them
 * (RFC 8785, JSON Canonicalization Scheme). What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** SHA-256 over UTF-8, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
