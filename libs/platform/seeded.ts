import { createHash } from 'node:crypto';

const BYTES = 6;

/** A number from 0 (inclusive) to 1 (exclusive) that looks random and is always the same for a text. */
export const seededFraction = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, BYTES) / 2 ** (8 * BYTES);
