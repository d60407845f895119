import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idOfSignedLink, signedLink } from './signed-link.js';

const key = randomBytes(32);

describe('signed links', () => {
  it('give back the id they were made for, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(idOfSignedLink(key, 'a', signedLink(key, 'a', id))).toBe(id);
      }),
    );
  });

  it('are of no use for another purpose, another id or with another key', () => {
    const token = signedLink(key, 'a', 'one');
    expect(idOfSignedLink(key, 'b', token)).toBeNull();
    expect(idOfSignedLink(randomBytes(32), 'a', token)).toBeNull();
    expect(idOfSignedLink(key, 'a', token.replace('one', 'two'))).toBeNull();
    for (const broken of ['', '.', 'one', 'one.', token.slice(0, -1)])
      expect(idOfSignedLink(key, 'a', broken)).toBeNull();
  });
});
