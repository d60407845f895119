import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conflictOf, sift, tieOf, type CaseTies, type Willing } from './conflict.policy.js';

const none: CaseTies = {
  parties: [
    {
      companyId: 'orderer',
      side: 'owner',
      number: '1',
      groupNumber: null,
      bankBranch: '0001-001',
      toldSince: false,
    },
    {
      companyId: 'supplier',
      side: 'candidate',
      number: '2',
      groupNumber: '9',
      bankBranch: null,
      toldSince: false,
    },
  ],
  roomPeople: new Set(['broker']),
  bodyIds: new Set(['body']),
  dealtWith: new Set(['partner']),
  sought: { owner: new Set(['sought']), candidate: new Set() },
  drawnBefore: new Set(['earlier']),
  seatedOrganisations: new Set(['seated']),
};
const someone = (given: Partial<Willing> = {}): Willing => ({
  ...{ userId: 'judge', companyId: 'neutral', bodyId: null, number: '5', groupNumber: null },
  ...{ bankBranch: '0001-002', since: new Date(0) },
  ...given,
});
const staff = (given: Partial<Willing> = {}) =>
  someone({ companyId: null, number: null, bankBranch: null, ...given });

describe('a conflict of interest', () => {
  it.each([
    [null, someone()],
    [null, staff({ bodyId: 'other body' })],
    ['in-the-room', staff({ userId: 'broker', bodyId: 'other body' })],
    ['party', someone({ companyId: 'supplier' })],
    ['same-body', staff({ bodyId: 'body' })],
    ['dealing', someone({ companyId: 'partner' })],
    ['dealing', someone({ companyId: 'sought' })],
    ['same-bank-branch', someone({ bankBranch: '0001-001' })],
    ['same-bank-branch', staff({ bodyId: 'other body', bankBranch: '0001-001' })],
    ['party-bank', staff({ bodyId: 'other body', bankBranch: '0001' })],
    [null, staff({ bodyId: 'other body', bankBranch: '0002' })],
    ['same-group', staff({ bodyId: 'other body', groupNumber: '9' })],
    ['asked-before', someone({ userId: 'earlier' })],
  ] as const)('%s', (code, one) => {
    expect(conflictOf(one, none)).toBe(code);
  });

  it('is the same group by its top company, whichever of the two that is', () => {
    expect(conflictOf(someone({ groupNumber: '9' }), none)).toBe('same-group');
    expect(conflictOf(someone({ groupNumber: '1' }), none)).toBe('same-group');
    expect(conflictOf(someone({ number: '9' }), none)).toBe('same-group');
    expect(conflictOf(someone({ groupNumber: '2' }), none)).toBe(null);
  });

  it('is none where neither has told a bank', () => {
    expect(conflictOf(someone({ bankBranch: null }), none)).toBe(null);
  });
});

describe('a tie that a side made once the panel was known', () => {
  const by = (one: Willing, about: CaseTies = none) => tieOf(one, about)?.by ?? null;

  it('is told from one in which somebody else had a part', () => {
    expect(by(someone())).toBe(null);
    expect(by(someone({ companyId: 'partner' }))).toEqual([]);
    expect(by(someone({ companyId: 'sought' }))).toEqual(['owner']);
    // Beside a tie that was not made, it changes nothing.
    expect(by(someone({ companyId: 'sought', groupNumber: '9' }))).toEqual([]);
    const both = { ...none, sought: { ...none.sought, candidate: new Set(['sought']) } };
    expect(by(someone({ companyId: 'sought' }), both)).toEqual(['owner', 'candidate']);
  });

  it('is one by what a side has told since, but not by what it is', () => {
    const since = { ...none, parties: none.parties.map((party) => ({ ...party, toldSince: true })) };
    expect(by(someone({ bankBranch: '0001-001' }))).toEqual([]);
    expect(by(someone({ bankBranch: '0001-001' }), since)).toEqual(['owner']);
    expect(by(someone({ groupNumber: '9' }), since)).toEqual(['candidate']);
    expect(by(someone({ groupNumber: '1' }), since)).toEqual([]);
    expect(by(someone({ companyId: 'supplier' }), since)).toEqual([]);
  });
});

describe('sifting', () => {
  it('leaves of an organisation who has been willing the longest, and none where it has a seat', () => {
    const elder = someone({ userId: 'z', since: new Date(1) });
    const younger = someone({ userId: 'a', since: new Date(2) });
    const seated = someone({ userId: 's', companyId: 'seated' });
    expect(sift([younger, elder, seated], none)).toEqual({
      candidates: ['z'],
      excluded: [
        { userId: 's', code: 'same-company' },
        { userId: 'a', code: 'same-company' },
      ],
    });
  });

  it('loses nobody: everybody is a candidate or left out with a reason, in whatever order they come', () => {
    const arbitrary = fc.record({
      userId: fc.uuid(),
      companyId: fc.constantFrom('neutral', 'orderer', 'partner', 'x', 'y'),
      bodyId: fc.constant(null),
      number: fc.constantFrom('1', '5', '6', '9'),
      groupNumber: fc.constantFrom(null, '1', '7'),
      bankBranch: fc.constantFrom(null, '0001-001', '0002-001'),
      since: fc.constantFrom(new Date(1), new Date(2)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(arbitrary, { selector: ({ userId }) => userId }), (willing) => {
        const { candidates, excluded } = sift(willing, none);
        const all = [...candidates, ...excluded.map(({ userId }) => userId)];
        expect(all.sort()).toEqual(willing.map(({ userId }) => userId).sort());
        const drawn = willing.filter(({ userId }) => candidates.includes(userId));
        expect(new Set(drawn.map(({ companyId }) => companyId)).size).toBe(drawn.length);
        for (const one of drawn) expect(conflictOf(one, none)).toBe(null);
        expect(sift([...willing].reverse(), none).candidates).toEqual(candidates);
      }),
    );
  });
});
