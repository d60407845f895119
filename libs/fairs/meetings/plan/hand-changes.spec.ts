import { describe, expect, it } from '@jest/globals';
import { codesOf, withLatecomers, type Codes } from './codes.js';
import { handChanges } from './hand-changes.js';

const firm = (participantId: string) => ({
  participantId,
  side: participantId.startsWith('o') ? ('orderer' as const) : ('supplier' as const),
});

describe('the codes of what is published', () => {
  const firms = ['o1', 'o2', 's1', 's2', 's3'].map(firm);

  it('are the same for the same seed and key, another order for another of either', () => {
    const codes = codesOf('key', 'seed', firms, 12);
    expect(codesOf('key', 'seed', firms.toReversed(), 12)).toEqual(codes);
    expect(Object.values(codes.firms).sort()).toEqual(['O01', 'O02', 'S01', 'S02', 'S03']);
    expect([...codes.tables].sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `T${i < 9 ? 0 : ''}${i + 1}`),
    );
    for (const [key, seed] of [
      ['key', 'other'],
      ['other', 'seed'],
    ] as const)
      expect(codesOf(key, seed, firms, 12).tables).not.toEqual(codes.tables);
  });

  it('leave those of the first as they are when others come later', () => {
    const codes = codesOf('key', 'seed', firms, 0);
    const more = withLatecomers(codes, [...firms, firm('s4'), firm('o3')]);
    expect(more.firms).toEqual({ ...codes.firms, s4: 'S04', o3: 'O03' });
  });
});

describe('what was changed by hand', () => {
  const codes: Codes = { firms: { o: 'O01', s: 'S01', t: 'S02' }, tables: ['T02', 'T01'] };
  const placements = ['S01', 'S02'].map((supplier, slot) => ({
    ...{ meeting: JSON.stringify(['O01', supplier]), slot, table: 'T02' },
  }));
  const meeting = (supplierId: string, slot: number, table: number | null = 1) => ({
    ...{ ordererId: 'o', supplierId, slot, table },
  });

  it('is nothing where each meeting is where the search put it', () => {
    expect(handChanges({ placements }, [meeting('s', 1), meeting('t', 2)], codes)).toEqual([]);
  });

  it('is told for what was moved, taken out and added', () => {
    expect(handChanges({ placements }, [meeting('s', 3, 2)], codes)).toEqual([
      { meeting: '["O01","S01"]', to: { slot: 2, table: 'T01' } },
      { meeting: '["O01","S02"]', to: null },
    ]);
    expect(
      handChanges({ placements }, [meeting('s', 4, null), meeting('s', 1), meeting('t', 2)], codes),
    ).toEqual([{ meeting: '["O01","S01"]#2', to: { slot: 3, table: 'line O01' } }]);
  });
});
