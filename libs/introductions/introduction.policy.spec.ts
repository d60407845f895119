import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consent, introductionState } from '#contracts/introductions.js';
import type { Role } from '#contracts/permissions.js';
import * as policy from './introduction.policy.js';

const person = (userId: string, role: Role, belongsTo: { company?: string; body?: string }) => ({
  userId,
  role,
  company: belongsTo.company
    ? { id: belongsTo.company, isOrderer: true, isSupplier: true, approved: true }
    : null,
  body: belongsTo.body ? { id: belongsTo.body } : null,
});

const owner = person('o', 'company-owner', { company: 'owner' });
const candidate = person('c', 'company-member', { company: 'candidate' });
const coordinator = person('b', 'coordinator', { body: 'centre' });
const strangers = [
  person('s', 'company-owner', { company: 'stranger' }),
  person('t', 'coordinator', { body: 'another' }),
  person('a', 'administrator', {}),
  person('n', 'newcomer', {}),
];

const introductions: fc.Arbitrary<policy.IntroductionFacts> = fc.record({
  state: fc.constantFrom(...introductionState.options),
  ownerCompanyId: fc.constant('owner'),
  candidateCompanyId: fc.constant('candidate'),
  bodyId: fc.constantFrom('centre', null),
  proposedBy: fc.constantFrom('b', 'o', 'somebody'),
  ownerConsent: fc.constantFrom(...consent.options),
  candidateConsent: fc.constantFrom(...consent.options),
});

describe('introduction policy', () => {
  it('is for both sides and the staff of its body, and for nobody else', () => {
    fc.assert(
      fc.property(introductions, (introduction) => {
        expect(policy.canRead(owner, introduction)).toBe(true);
        expect(policy.canRead(candidate, introduction)).toBe(true);
        expect(policy.canRead(coordinator, introduction)).toBe(introduction.bodyId === 'centre');
        expect(policy.canFollowUp(coordinator, introduction)).toBe(introduction.bodyId === 'centre');
        for (const stranger of strangers) {
          expect(policy.canRead(stranger, introduction)).toBe(false);
          expect(policy.canRespond(stranger, introduction)).toBe(false);
          expect(policy.canWithdraw(stranger, introduction)).toBe(false);
          expect(policy.canFollowUp(stranger, introduction)).toBe(false);
        }
      }),
    );
  });

  it('lets each side answer once, while it is proposed', () => {
    fc.assert(
      fc.property(introductions, (introduction) => {
        const open = introduction.state === 'proposed';
        expect(policy.canRespond(owner, introduction)).toBe(open && introduction.ownerConsent === 'waiting');
        expect(policy.canRespond(candidate, introduction)).toBe(
          open && introduction.candidateConsent === 'waiting',
        );
        expect(policy.canRespond(coordinator, introduction)).toBe(false);
      }),
    );
  });

  it('is taken back by its proposer or the staff of its body, while it is proposed', () => {
    fc.assert(
      fc.property(introductions, (introduction) => {
        const open = introduction.state === 'proposed';
        expect(policy.canWithdraw(candidate, introduction)).toBe(false);
        expect(policy.canWithdraw(owner, introduction)).toBe(open && introduction.proposedBy === 'o');
        expect(policy.canWithdraw(coordinator, introduction)).toBe(
          open && (introduction.bodyId === 'centre' || introduction.proposedBy === 'b'),
        );
      }),
    );
  });

  it('is proposed by staff, and by the owner of the order or patent where the body allows it', () => {
    const subject = { ownerCompanyId: 'owner' };
    for (const allowed of [true, false]) {
      expect(policy.canPropose(coordinator, subject, allowed)).toBe(true);
      expect(policy.canPropose(owner, subject, allowed)).toBe(allowed);
      expect(policy.canPropose(candidate, subject, allowed)).toBe(false);
    }
  });

  it('knows which side a person is on', () => {
    const introduction = fc.sample(introductions, 1)[0] as policy.IntroductionFacts;
    const sides = [owner, candidate, coordinator, ...strangers].map((who) =>
      policy.sideOf(who, introduction),
    );
    expect(sides).toEqual(['owner', 'candidate', null, null, null, null, null]);
  });
});
