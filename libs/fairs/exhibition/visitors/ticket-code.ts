import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other on a badge. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A new code of a ticket: 40 random bits, said in two groups (`ABCD-EFGH`). */
export const newCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** The code in what was typed or scanned: alone, with hyphens, in small or wide letters, or at the end of an address. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const inAddress = /[?&]code=([^&#]+)/.exec(plain)?.[1] ?? plain;
  const code = inAddress.replace(/[\s-]/g, '').toUpperCase();
  return code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one)) ? code : null;
}
