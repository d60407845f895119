import type { Agreement } from '#contracts/offers.js';
import { canonicalJson, sha256 } from '#platform/canonical-json.js';

export { canonicalJson };

/** What both sides agreed on: the whole agreement but for its own hash. */
export type AgreementDocument = Omit<Agreement, 'sha256'>;

/** SHA-256 over the canonical JSON in UTF-8, hex. */
export const sha256Of = (value: unknown): string => sha256(canonicalJson(value));

export const hashOf = (document: AgreementDocument): string => sha256Of(document);
