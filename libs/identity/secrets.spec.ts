import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hashToken, linkToken, newToken, openTotpSecret, sealTotpSecret } from './secrets.js';

const key = randomBytes(32);

describe('tokens', () => {
  it('are 256 bits that fit in a cookie and an address', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('of a mailed link follow from its id and the key, and from nothing less', () => {
    expect(linkToken(key, 'a')).toMatch(/^[\w-]{43}$/);
    expect(linkToken(key, 'a')).toBe(linkToken(key, 'a'));
    expect(linkToken(key, 'a')).not.toBe(linkToken(key, 'b'));
    expect(linkToken(randomBytes(32), 'a')).not.toBe(linkToken(key, 'a'));
  });

  it('are kept as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a sealed one-time-password secret', () => {
  it('opens with the key and the account it was sealed for', () => {
    const sealed = sealTotpSecret(key, 'user-1', 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(openTotpSecret(key, 'user-1', sealed)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is another text every time', () => {
    expect(sealTotpSecret(key, 'user-1', 'X')).not.toBe(sealTotpSecret(key, 'user-1', 'X'));
  });

  it('does not open with another key, for another account, or changed', () => {
    const sealed = sealTotpSecret(key, 'user-1', 'JBSWY3DPEHPK3PXP');
    const changed = Buffer.from(sealed, 'base64');
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect(() => openTotpSecret(randomBytes(32), 'user-1', sealed)).toThrow();
    expect(() => openTotpSecret(key, 'user-2', sealed)).toThrow();
    expect(() => openTotpSecret(key, 'user-1', changed.toString('base64'))).toThrow();
  });
});
