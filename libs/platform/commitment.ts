import { randomBytes } from 'node:crypto';
import { sha256 } from './canonical-json.js';

/** 256 random bits, hex. */
export const newSeed = (): string => randomBytes(32).toString('hex');

/**
 * What is shown before, so that a seed cannot be exchanged after: its SHA-256, with what it is for. Of 256 random bits it
 * tells nothing.
 */
export const commitmentTo = (purpose: string, seed: string): string =>
  sha256(`nakadachi-${purpose}-seed\n${seed}`);
