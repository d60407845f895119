import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { VocabularyContent, vocabularySource, vocabularyState } from '#contracts/vocabulary.js';

/** An entry as it is in force. */
export interface Entry {
  readonly id: string;
  readonly state: z.output<typeof vocabularyState>;
  readonly source: z.output<typeof vocabularySource>;
  readonly content: VocabularyContent;
}

/** Of the first trade word: what a shipped entry is known by, from version to version. */
export const keyOf = ({ tradeJa, tradeEn, patentJa, patentEn }: VocabularyContent): string =>
  tradeJa[0] ?? tradeEn[0] ?? patentJa[0] ?? patentEn[0] ?? '';

/** A UUID (version 8, RFC 9562) made of a shipped entry's key: the same everywhere, for ever. */
export function shippedId(key: string): string {
  const hex = createHash('sha256').update(`vocabulary ${key}`).digest('hex');
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
