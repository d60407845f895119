import { describe, expect, it } from '@jest/globals';
import { companyProfile } from '#contracts/companies.js';
import { profileGaps } from './opportunity-gaps';

const base = { name: '受川製作所', isOrderer: false, isSupplier: true };

describe('profileGaps', () => {
  it('names what an empty profile lacks, the most helpful first', () => {
    expect(profileGaps(companyProfile.parse(base))).toEqual([
      'processes',
      'materials',
      'certificates',
      'place',
      'awards',
      'themes',
      'words',
    ]);
  });

  it('asks for the limits where no process has any', () => {
    const profile = companyProfile.parse({ ...base, processes: [{ code: 'turning', lotTo: 100 }] });
    expect(profileGaps(profile)).toContain('limits');
    expect(profileGaps(profile)).not.toContain('lots');
  });

  it('asks for nothing where everything is told', () => {
    const profile = companyProfile.parse({
      ...base,
      processes: [{ code: 'turning', maxX: 300, lotFrom: 1 }, { code: 'deburring' }],
      materials: ['sus304'],
      certificates: [{ kind: 'iso9001' }],
      prefecture: '13',
      products: [{ name: '軸' }],
      themes: ['ev'],
      summary: '小物の旋削',
    });
    expect(profileGaps(profile)).toEqual([]);
  });
});
