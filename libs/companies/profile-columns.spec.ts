import { describe, expect, it } from '@jest/globals';
import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { changedFields, isSame, toColumns, toProfile } from './profile-columns.js';

const profile = (given: Partial<CompanyProfile> = {}): CompanyProfile =>
  companyProfile.parse({ name: '試験製作所', isOrderer: false, isSupplier: true, ...given });

describe('profile columns', () => {
  it('hold the profile and what follows from it', () => {
    const full = profile({
      materials: ['sus304', 'sus304'],
      themes: ['dx'],
      processes: companyProfile.shape.processes.parse([{ code: 'turning' }, { code: 'turning', maxX: 10 }]),
      certificates: companyProfile.shape.certificates.parse([{ kind: 'iso-9001' }]),
    });
    const columns = toColumns(full);
    expect(columns).toMatchObject({
      processCodes: ['turning'],
      materialCodes: ['sus304'],
      certificateKinds: ['iso-9001'],
      themeCodes: ['dx'],
    });
    expect(toProfile(columns)).toEqual({ ...full, materials: ['sus304'] });
  });

  it('are searched by names, synonyms and broader terms, whatever the width', () => {
    const { searchText } = toColumns(
      profile({
        name: '㈱ナカダチ',
        processes: companyProfile.shape.processes.parse([{ code: 'turning' }]),
        prefecture: '14',
        awards: [{ title: 'ＡＢＣ装置', year: null, from: '' }],
      }),
    );
    const [names, does, rest] = searchText.split('\n');
    expect(names).toContain('ナカダチ');
    for (const word of ['旋削加工', '旋盤', '機械加工', 'machining']) expect(does).toContain(word);
    for (const word of ['神奈川県', 'abc装置']) expect(rest).toContain(word);
  });

  it('differ only where a value does, whatever the order of keys', () => {
    const a = profile({ products: [{ name: 'x', summary: 'y' }], staff: 1 });
    const b = { ...a, products: [{ summary: 'y', name: 'x' }], staff: 2 };
    expect(changedFields(a, b)).toEqual([{ field: 'staff', before: 1, after: 2 }]);
    expect([isSame([1], [1, 2]), isSame({ a: null }, {}), isSame(null, {}), isSame([], {})]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
