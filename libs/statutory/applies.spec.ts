import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workKind, type PartyFacts, type WorkKind } from '#contracts/statutory.js';
import { freelance, toriteki } from './applies.js';
import { rulesOf2026 } from './migrations/rules-of-2026.js';
import { rulesOn } from './rules.js';

const rules = rulesOn(rulesOf2026, '2026-01-01');
const firm = (
  capitalYen: number | null,
  staff: number | null,
  more: Partial<PartyFacts> = {},
): PartyFacts => ({
  ...{ legalForm: 'corporation', capitalYen, staff, soleOfficer: false },
  ...more,
});
const alone = (staff: number | null): PartyFacts => ({
  ...{ legalForm: 'sole-proprietor', capitalYen: null, staff, soleOfficer: null },
});
const yen = 1;
const m = 1_000_000;

type Case = [work: WorkKind | null, orderer: PartyFacts, supplier: PartyFacts, rule: string | false];

/** The borders of each class, on both sides of each limit; `false`: does not apply. */
const cases: Case[] = [
  // 3億円 class: more than 300 million entrusts at most 300 million.
  ['manufacture', firm(300 * m + yen, 10), firm(300 * m, 500), 'toriteki.capital-300m-upper'],
  ['manufacture', firm(300 * m, 10), firm(300 * m, 500), false],
  ['manufacture', firm(300 * m + yen, 10), firm(300 * m + yen, 10), false],
  ['repair', firm(300 * m + yen, 10), firm(300 * m, 500), 'toriteki.capital-300m-upper'],
  ['program', firm(300 * m + yen, 10), firm(300 * m, 500), 'toriteki.capital-300m-upper'],
  ['handling', firm(300 * m + yen, 10), firm(300 * m, 500), 'toriteki.capital-300m-upper'],
  ['special-transport', firm(300 * m + yen, 10), firm(300 * m, 500), 'toriteki.capital-300m-upper'],
  ['manufacture', firm(300 * m + yen, 10), alone(400), 'toriteki.capital-300m-upper'],
  // 1千万円 class below it: more than 10 million up to 300 million entrusts at most 10 million.
  ['manufacture', firm(10 * m + yen, 10), firm(10 * m, 500), 'toriteki.capital-300m-lower'],
  ['manufacture', firm(10 * m, 10), firm(10 * m, 500), false],
  ['manufacture', firm(10 * m + yen, 10), firm(10 * m + yen, 500), false],
  ['manufacture', firm(300 * m, 10), firm(10 * m, 500), 'toriteki.capital-300m-lower'],
  ['repair', firm(10 * m + yen, 10), firm(10 * m, 500), 'toriteki.capital-300m-lower'],
  ['special-transport', firm(10 * m + yen, 10), firm(10 * m, 500), 'toriteki.capital-300m-lower'],
  ['manufacture', firm(10 * m + yen, 10), alone(400), 'toriteki.capital-300m-lower'],
  ['manufacture', firm(10 * m, 10), alone(0), false],
  // 5千万円 class: information (programs apart) and services (transport, storage, processing apart).
  ['information', firm(50 * m + yen, 10), firm(50 * m, 500), 'toriteki.capital-50m-upper'],
  ['information', firm(50 * m, 10), firm(50 * m, 500), false],
  ['information', firm(50 * m + yen, 10), firm(50 * m + yen, 10), false],
  ['service', firm(50 * m + yen, 10), firm(50 * m, 500), 'toriteki.capital-50m-upper'],
  ['service', firm(50 * m, 10), firm(10 * m + yen, 500), false],
  ['program', firm(50 * m + yen, 10), firm(50 * m, 500), false],
  ['handling', firm(50 * m + yen, 10), firm(50 * m, 500), false],
  ['information', firm(10 * m + yen, 10), firm(10 * m, 500), 'toriteki.capital-50m-lower'],
  ['information', firm(10 * m, 10), firm(10 * m, 500), false],
  ['service', firm(50 * m, 10), firm(10 * m, 500), 'toriteki.capital-50m-lower'],
  ['service', firm(10 * m + yen, 10), firm(10 * m + yen, 500), false],
  ['information', firm(300 * m + yen, 10), firm(50 * m + yen, 10), false],
  // Head count 300, where no capital class says so.
  ['manufacture', firm(10 * m, 301), firm(10 * m + yen, 300), 'toriteki.staff-300'],
  ['manufacture', firm(10 * m, 300), firm(10 * m + yen, 300), false],
  ['manufacture', firm(10 * m, 301), firm(10 * m + yen, 301), false],
  ['special-transport', firm(1 * m, 301), firm(500 * m, 300), 'toriteki.staff-300'],
  ['program', firm(1 * m, 301), firm(500 * m, 300), 'toriteki.staff-300'],
  ['handling', firm(1 * m, 301), alone(300), 'toriteki.staff-300'],
  ['repair', firm(1 * m, 301), alone(301), false],
  // Head count 100 for the other works.
  ['information', firm(10 * m, 101), firm(50 * m + yen, 100), 'toriteki.staff-100'],
  ['information', firm(10 * m, 100), firm(50 * m + yen, 100), false],
  ['information', firm(10 * m, 101), firm(50 * m + yen, 101), false],
  ['service', firm(10 * m, 101), firm(50 * m + yen, 100), 'toriteki.staff-100'],
  ['manufacture', firm(10 * m, 101), firm(50 * m + yen, 100), false],
  ['service', firm(10 * m, 300), firm(50 * m + yen, 101), false],
  // Nothing is entrusted, or no corporation entrusts it.
  ['none', firm(1_000 * m, 9_000), firm(1 * m, 3), false],
  ['manufacture', alone(500), firm(1 * m, 3), false],
];

describe('取適法', () => {
  it('is tried on more than forty borders', () => expect(cases.length).toBeGreaterThan(40));

  it.each(cases)('%s by %j to %j: %s', (work, orderer, supplier, rule) => {
    const { answer, rule: by, missing, source } = toriteki(rules, { work, orderer, supplier });
    expect([answer, by, missing]).toEqual(rule ? ['applies', rule, []] : ['applies-not', null, []]);
    expect(source === null).toBe(rule === false);
  });

  it.each([
    ['manufacture', firm(null, 10), firm(10 * m, 5), ['orderer-capital']],
    ['manufacture', firm(300 * m + yen, 10), firm(null, 5), ['supplier-capital']],
    ['manufacture', firm(10 * m, null), firm(10 * m, 5), ['orderer-staff']],
    ['manufacture', firm(10 * m, 400), firm(10 * m, null), ['supplier-staff']],
    [null, firm(300 * m + yen, 10), firm(10 * m, 5), ['work']],
    [
      'service',
      firm(null, null),
      firm(null, null),
      ['orderer-capital', 'supplier-capital', 'orderer-staff', 'supplier-staff'],
    ],
  ] as const)('asks for what would decide: %s by %j to %j', (work, orderer, supplier, missing) => {
    expect(toriteki(rules, { work, orderer, supplier })).toMatchObject({
      answer: 'unknown',
      rule: null,
      missing,
    });
  });

  it('does not ask for what cannot change the answer', () => {
    // The capital class applies, whatever the head counts are.
    expect(
      toriteki(rules, { work: 'manufacture', orderer: firm(400 * m, null), supplier: firm(5 * m, null) })
        .answer,
    ).toBe('applies');
    // No class is left: too small by capital and by people.
    expect(
      toriteki(rules, { work: 'manufacture', orderer: firm(10 * m, 300), supplier: firm(null, null) }).answer,
    ).toBe('applies-not');
    expect(toriteki(rules, { work: null, orderer: firm(5 * m, 5), supplier: firm(null, null) }).answer).toBe(
      'applies-not',
    );
  });

  it('before 2026 knew neither head counts nor the transport of goods', () => {
    const before = rulesOn(rulesOf2026, '2025-12-31');
    const on = (work: WorkKind, orderer: PartyFacts, supplier: PartyFacts) =>
      toriteki(before, { work, orderer, supplier }).answer;
    expect(on('manufacture', firm(300 * m + yen, 10), firm(300 * m, 5))).toBe('applies');
    expect(on('manufacture', firm(10 * m, 301), firm(20 * m, 5))).toBe('applies-not');
    expect(on('special-transport', firm(400 * m, 900), firm(5 * m, 5))).toBe('applies-not');
  });

  it('never loses its answer by learning more', () => {
    const amount = fc.constantFrom(null, 5 * m, 10 * m, 50 * m, 50 * m + yen, 300 * m, 300 * m + yen);
    const people = fc.constantFrom(null, 0, 100, 101, 300, 301);
    const party = fc.record({
      legalForm: fc.constantFrom('corporation' as const, 'sole-proprietor' as const),
      ...{ capitalYen: amount, staff: people, soleOfficer: fc.constantFrom(null, true, false) },
    });
    fc.assert(
      fc.property(fc.constantFrom(...workKind.options), party, party, (work, orderer, supplier) => {
        const { answer } = toriteki(rules, { work, orderer, supplier });
        if (answer === 'unknown') return;
        const know = (facts: PartyFacts): PartyFacts => ({
          ...facts,
          capitalYen: facts.capitalYen ?? 20 * m,
          staff: facts.staff ?? 150,
        });
        expect(toriteki(rules, { work, orderer: know(orderer), supplier: know(supplier) }).answer).toBe(
          answer,
        );
      }),
    );
  });
});

describe('フリーランス法', () => {
  const large = firm(300 * m, 200);
  it.each([
    ['a sole proprietor without staff', large, alone(0), 'applies', true],
    ['a sole proprietor with staff', large, alone(1), 'applies-not', false],
    ['a corporation of one', large, firm(1 * m, 0, { soleOfficer: true }), 'applies', true],
    ['a corporation of two officers', large, firm(1 * m, 0), 'applies-not', false],
    ['a corporation with staff', large, firm(1 * m, 1, { soleOfficer: true }), 'applies-not', false],
    ['written terms alone, from one freelance to another', alone(0), alone(0), 'applies', false],
    ['the whole act, from a proprietor with staff', alone(1), alone(0), 'applies', true],
    ['the whole act, from two officers without staff', firm(1 * m, 0), alone(0), 'applies', true],
    ['nobody knows yet', large, alone(null), 'unknown', true],
  ] as const)('protects %s', (_, orderer, supplier, answer, full) => {
    expect(freelance(rules, { work: 'manufacture', orderer, supplier })).toMatchObject({ answer, full });
  });

  it('asks for officers only where nobody is employed', () => {
    const ask = (staff: number | null) =>
      freelance(rules, {
        work: 'service',
        orderer: large,
        supplier: firm(1 * m, staff, { soleOfficer: null }),
      });
    expect(ask(3)).toMatchObject({ answer: 'applies-not', missing: [] });
    expect(ask(0)).toMatchObject({ answer: 'unknown', missing: ['supplier-officers'] });
    expect(ask(null).missing).toEqual(['supplier-staff', 'supplier-officers']);
  });

  it('does not touch goods off the shelf, nor days before it was in force', () => {
    expect(freelance(rules, { work: 'none', orderer: large, supplier: alone(0) }).answer).toBe('applies-not');
    const before = rulesOn(rulesOf2026, '2024-10-31');
    expect(freelance(before, { work: 'service', orderer: large, supplier: alone(0) }).answer).toBe(
      'applies-not',
    );
  });
});
