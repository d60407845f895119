import { describe, expect, it } from '@jest/globals';
import { contentRefusal, hiddenBy, revokeRefusal } from './document.policy.js';

const roles = ['owner', 'candidate', 'coordinator'] as const;
const revision = { revokedAt: null, scan: 'none' } as const;
const revoked = { revokedAt: new Date(), scan: 'none' } as const;

describe('what is hidden', () => {
  it.each([
    // side, level, both accepted: what keeps it from owner, candidate, coordinator
    ['owner', 'open', false, [null, null, null]],
    ['owner', 'parties', false, [null, null, 'parties-only']],
    ['owner', 'nda', false, [null, 'nda', 'parties-only']],
    ['owner', 'nda', true, [null, null, 'parties-only']],
    ['candidate', 'open', false, [null, null, null]],
    ['candidate', 'parties', false, [null, null, 'parties-only']],
    ['candidate', 'nda', false, ['nda', null, 'parties-only']],
    ['candidate', 'nda', true, [null, null, 'parties-only']],
  ] as const)('of %s, level %s, both accepted: %s', (side, level, inForce, expected) => {
    expect(roles.map((role) => hiddenBy(role, { side, level }, inForce))).toEqual(expected);
  });
});

describe('the content of a revision', () => {
  const document = { side: 'owner', level: 'nda' } as const;

  it('is kept from all but its own side once it was withdrawn', () => {
    expect(roles.map((role) => contentRefusal(role, document, revoked, true))).toEqual([
      null,
      'document/revoked',
      'document/parties-only',
    ]);
  });

  it('says first what protects it, so that nothing else is told', () => {
    expect(contentRefusal('candidate', document, { ...revoked, scan: 'infected' }, false)).toBe(
      'document/nda-needed',
    );
  });

  it.each([
    ['waiting', 'file/quarantined'],
    ['infected', 'file/infected'],
    ['clean', null],
    ['none', null],
  ] as const)('with a scan that is %s, for everybody: %s', (scan, expected) => {
    for (const role of ['owner', 'candidate'] as const)
      expect(contentRefusal(role, document, { ...revision, scan }, true)).toBe(expected);
  });
});

describe('a withdrawal', () => {
  it.each([
    ['owner', null, [], null],
    ['owner', null, [2], 'document/named-by-offer'],
    ['owner', new Date(), [], 'document/revoked'],
    ['candidate', null, [], 'auth/forbidden'],
    ['coordinator', null, [], 'auth/forbidden'],
  ] as const)('by %s', (role, revokedAt, namedBy, expected) => {
    expect(revokeRefusal(role, { side: 'owner', level: 'open' }, { revokedAt, namedBy })).toBe(expected);
  });
});
