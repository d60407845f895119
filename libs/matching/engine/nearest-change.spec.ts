import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement, Supplier, Taxonomy } from './match.types.js';
import { nearestChanges, type OpenNeed } from './nearest-change.js';

const taxonomy: Taxonomy = {
  processParents: { turning: 'machining', milling: 'machining', machining: null },
  materialParents: {},
  labels: { process: {}, material: {}, certificate: {}, theme: {}, prefecture: {} },
};
const row = { code: 'turning', toleranceMm: 0.02, lotFrom: 10, lotTo: 100 };
const firm: Supplier = {
  ...{ id: 'firm', name: '架空精機', approved: true, materials: ['sus304'], capacity: [], equipment: [] },
  certificates: [{ kind: 'iso-9001', validUntil: null }],
  processes: [row],
  ...{ prefecture: '13', lat: null, lon: null, themes: [], texts: [], updatedAt: '2026-01-01T00:00:00Z' },
};
let made = 0;
const must = (requirement: object): Requirement =>
  ({ id: `r${made++}`, level: 'must', ...requirement }) as Requirement;
const turning = must({ kind: 'process', code: 'turning' });
const need = (id: string, budgetYen: number | null, ...requirements: object[]): OpenNeed => ({
  ...{ id, title: id, text: '', today: '2026-11-26', budgetYen },
  requirements: [turning, ...requirements.map(must)],
});
const iso13485 = { kind: 'certificate', certificate: 'iso-13485' };
const changes = (...needs: OpenNeed[]) => nearestChanges(firm, needs, taxonomy);

describe('the nearest change', () => {
  it('counts what one certificate would open, and its budgets', () => {
    const [first, ...others] = changes(
      need('a', 3_000_000, iso13485),
      need('b', null, iso13485),
      need('fits', 1_000),
    );
    expect(first).toMatchObject({ kind: 'certificate', needIds: ['a', 'b'], budgetYen: 3_000_000 });
    expect(first?.words.ja).toContain('取得すれば');
    expect(others).toEqual([]);
  });

  it('counts no need that would still be missed, and none that nothing speaks for', () => {
    expect(changes(need('two', 1, iso13485, { kind: 'material', code: 'pom' }))).toEqual([]);
    const alone = { ...need('alone', 1), requirements: [must(iso13485)] };
    expect(changes(alone)).toEqual([]);
    expect(changes(need('far', 1, { kind: 'region', prefectures: ['47'] }))).toEqual([]);
  });

  it('of a measure tells each step: the hardest opens the easier ones, too', () => {
    const found = changes(
      need('fine', 5, { kind: 'tolerance', mm: 0.01 }),
      need('finer', 7, { kind: 'tolerance', mm: 0.005 }),
      need('finest', 9, { kind: 'tolerance', mm: 0.005 }),
    );
    expect(found.map(({ needIds, budgetYen }) => [needIds, budgetYen])).toEqual([
      [['fine', 'finer', 'finest'], 21],
      [['fine'], 5],
    ]);
    expect(found[0]?.words.ja).toContain('0.015mm');
  });

  it('really opens what it says: with it, nothing of these needs is missed', () => {
    const tolerances = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(tolerances, (thousandths) => {
        const needs = thousandths.map((n, i) => need(`n${i}`, 1, { kind: 'tolerance', mm: n / 1000 }));
        for (const { needIds } of changes(...needs)) {
          const opened = needs.filter(({ id }) => needIds.includes(id));
          const wanted = opened.map(({ requirements }) => requirements[1] as { mm: number });
          const toleranceMm = Math.min(...wanted.map(({ mm }) => mm));
          const better = { ...firm, processes: [{ ...row, toleranceMm }] };
          expect(nearestChanges(better, opened, taxonomy)).toEqual([]);
          expect(opened.every((_, i) => (wanted[i]?.mm ?? 0) < row.toleranceMm)).toBe(true);
        }
      }),
    );
  });
});
