import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { changedFields } from '../profile-columns.js';
import { mergeProfile, overfull } from './merge-profile.js';

const shape = companyProfile.shape;
const profile = (given: object = {}): CompanyProfile =>
  companyProfile.parse({ name: '試験製作所', isOrderer: false, isSupplier: true, ...given });
const award = (title: string, more: object = {}) => ({ title, year: null, from: '', ...more });

describe('merging a row into a profile', () => {
  it('lets the row win where it tells something', () => {
    const before = profile({ staff: 10, phone: '03', isOrderer: true });
    expect(mergeProfile(before, { name: '新名', staff: 12 })).toEqual({ ...before, name: '新名', staff: 12 });
  });

  it('makes a supplier of a new number', () => {
    expect(mergeProfile(null, { name: '新' })).toEqual(profile({ name: '新' }));
  });

  it('joins lists: known entries are completed, new ones come last, none goes', () => {
    const before = profile({
      processes: [{ code: 'turning', toleranceMm: 0.01 }, { code: 'milling' }],
      awards: [award('甲工事'), award('乙工事', { year: 2020 })],
      certificates: [{ kind: 'iso-9001', number: '1' }, { kind: 'iso-14001' }],
      equipment: [{ maker: 'オークマ', model: 'LB3000', count: 5 }],
      materials: ['sus304'],
    });
    const after = mergeProfile(before, {
      processes: shape.processes.parse([{ code: 'turning', maxX: 300 }]),
      awards: [
        award('甲工事', { from: '国' }),
        award('乙工事', { year: 2024 }),
        award('丙工事'),
        award('丙工事'),
      ],
      certificates: shape.certificates.parse([
        { kind: 'iso-9001', number: '2' },
        { kind: 'iso-14001', number: '3' },
      ]),
      equipment: shape.equipment.parse([{ maker: 'オークマ', model: 'ＬＢ３０００', year: 2015 }]),
      materials: ['s45c', 'sus304'],
    });
    expect(after.processes).toMatchObject([
      { code: 'turning', toleranceMm: 0.01, maxX: 300 },
      { code: 'milling' },
    ]);
    expect(after.awards).toEqual([
      award('甲工事', { from: '国' }),
      award('乙工事', { year: 2024 }),
      award('丙工事'),
    ]);
    expect(after.certificates.map(({ kind, number }) => kind + number)).toEqual([
      'iso-90011',
      'iso-140013',
      'iso-90012',
    ]);
    expect(after.equipment).toMatchObject([{ model: 'LB3000', count: 5, year: 2015 }]);
    expect(after.materials).toEqual(['sus304', 's45c']);
  });

  it('keeps what a Shift_JIS file has lost', () => {
    const before = profile({ name: '𠮷田工業', awards: [award('2022〜2023年度 𠮷野川調査')] });
    const after = mergeProfile(before, {
      name: '〓田工業',
      awards: [award('2022～2023年度 〓野川調査')],
    });
    expect(after).toEqual(before);
    expect(mergeProfile(before, { name: '〓川工業' }).name).toBe('〓川工業');
  });

  it('leaves no municipality of another prefecture', () => {
    const before = profile({ prefecture: '14', municipality: '14130' });
    expect(mergeProfile(before, { prefecture: '13' }).municipality).toBeNull();
    expect(mergeProfile(before, { staff: 1 }).municipality).toBe('14130');
  });

  it('refuses lists that become too long, and companies without a role', () => {
    const titles = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => award(`契約${from + i}`));
    const before = profile({ awards: titles(0, 1_500) });
    const after = mergeProfile(before, { awards: titles(1_000, 2_001) });
    expect(overfull(after, ['awards'])?.field).toBe('awards');
    expect(overfull(mergeProfile(before, { awards: titles(0, 2_000) }), ['awards'])).toBeNull();
    expect(overfull(mergeProfile(null, { name: 'x', isSupplier: false }), [])?.field).toBe('isSupplier');
  });

  it('changes nothing the second time', () => {
    const word = fc.constantFrom('a', 'ａ', '甲', '〓', '甲工事', '乙〓', '〜');
    const said = fc.record(
      {
        name: word,
        summary: word,
        awards: fc.array(word.map((title) => award(title))),
        materials: fc.uniqueArray(fc.constantFrom('sus304', 's45c', 'pom')),
        certificates: fc.array(
          fc.record({
            kind: fc.constantFrom('iso-9001', 'iso-14001'),
            number: fc.constantFrom('', '1', '2'),
          }),
        ),
        equipment: fc.array(fc.record({ model: word, count: fc.integer({ min: 1, max: 3 }) })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(said, { maxLength: 4 }), said, (earlier, row) => {
        const read = (given: object) =>
          Object.fromEntries(
            Object.entries(given).map(([key, v]) => [key, shape[key as keyof CompanyProfile].parse(v)]),
          ) as Partial<CompanyProfile>;
        const before = earlier.reduce<CompanyProfile | null>((p, next) => mergeProfile(p, read(next)), null);
        const once = mergeProfile(before, read(row));
        expect(changedFields(once, mergeProfile(once, read(row)))).toEqual([]);
      }),
    );
  });
});
