import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const DIGITS = 6;

const mac = (secretKey: Buffer, purpose: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32)))
    .update(text)
    .digest();

/**
 * The six digits of a code. They follow from the code's id and the secret key, because the mail is written later, by a
 * handler that has only the id; so neither the events nor the tables hold a code that could be read there.
 */
export function codeOf(secretKey: Buffer, codeId: string): string {
  // 48 bits: the remainder favours no code by more than one in 2^28.
  const number = mac(secretKey, 'signing code', codeId).readUIntBE(0, 6) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** What the table keeps of a code. */
export const hashOfCode = (secretKey: Buffer, codeId: string, code: string): string =>
  mac(secretKey, 'signing code hash', `${codeId} ${code}`).toString('hex');

export function isCode(secretKey: Buffer, codeId: string, code: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashOfCode(secretKey, codeId, code)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
