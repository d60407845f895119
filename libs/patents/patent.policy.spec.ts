import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patentState } from '#contracts/patents.js';
import type { Role } from '#contracts/permissions.js';
import * as policy from './patent.policy.js';
import { mayGo } from './patent.states.js';

const person = (role: Role, id?: string) => ({
  role,
  company: id ? { id, isOrderer: true, isSupplier: true, approved: true } : null,
});

const own = person('company-member', 'holder');
const stranger = person('company-owner', 'stranger');
const staff = (['coordinator', 'secretary', 'administrator'] as const).map((role) => person(role));
const newcomer = person('newcomer');

const patents: fc.Arbitrary<policy.PatentFacts> = fc
  .record({
    companyId: fc.constant('holder'),
    state: fc.constantFrom(...patentState.options),
    visibility: fc.constantFrom('anonymous', 'open'),
    wasPublished: fc.boolean(),
    disclosed: fc.boolean(),
  })
  .map(({ wasPublished, ...patent }) => {
    const published =
      patent.state === 'withdrawn'
        ? wasPublished
        : patent.state === 'published' || patent.state === 'licensed';
    return { ...patent, publishedAt: published ? new Date() : null };
  });

describe('patent policy', () => {
  it('shows what was never published to nobody but its holder', () => {
    fc.assert(
      fc.property(patents, (patent) => {
        expect(policy.canRead(own, patent)).toBe(true);
        expect(policy.canRead(newcomer, patent)).toBe(false);
        for (const viewer of [stranger, ...staff])
          expect(policy.canRead(viewer, patent)).toBe(patent.publishedAt !== null);
      }),
    );
  });

  it('tells companies who the holder is only where that is open or was disclosed to them', () => {
    fc.assert(
      fc.property(patents, (patent) => {
        for (const viewer of [own, ...staff]) expect(policy.canKnowHolder(viewer, patent)).toBe(true);
        expect(policy.canKnowHolder(stranger, patent)).toBe(patent.visibility === 'open' || patent.disclosed);
      }),
    );
  });

  it('lets only the holder change it, until it is withdrawn', () => {
    fc.assert(
      fc.property(patents, (patent) => {
        for (const viewer of [stranger, newcomer, ...staff]) {
          const may = [policy.canEdit, policy.canPublish, policy.canWithdraw].some((can) =>
            can(viewer, patent),
          );
          expect(may).toBe(false);
        }
        expect(policy.canEdit(own, patent)).toBe(patent.state !== 'withdrawn');
        expect(policy.canPublish(own, patent)).toBe(mayGo(patent.state, 'published'));
        expect(policy.canWithdraw(own, patent)).toBe(mayGo(patent.state, 'withdrawn'));
      }),
    );
  });

  it('takes the interest of other companies in what is on offer, and shows it to holder and staff', () => {
    fc.assert(
      fc.property(patents, (patent) => {
        const onOffer = patent.state === 'published' || patent.state === 'licensed';
        expect(policy.canShowInterest(stranger, patent)).toBe(onOffer);
        for (const viewer of [own, newcomer, ...staff])
          expect(policy.canShowInterest(viewer, patent)).toBe(false);
        for (const viewer of [own, ...staff]) {
          expect(policy.canReadInterests(viewer, patent)).toBe(true);
          expect(policy.canReadCandidates(viewer, patent)).toBe(patent.publishedAt !== null);
        }
        for (const viewer of [stranger, newcomer]) {
          expect(policy.canReadInterests(viewer, patent)).toBe(false);
          expect(policy.canReadCandidates(viewer, patent)).toBe(false);
        }
      }),
    );
  });
});
