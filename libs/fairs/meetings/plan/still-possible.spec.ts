import { describe, expect, it } from '@jest/globals';
import type { PlacedFirm, PlannedMeeting } from '#contracts/meeting-timetable.js';
import { stillPossible } from './still-possible.js';

const firm = (id: string, given: Partial<PlacedFirm> = {}): PlacedFirm => ({
  ...{ participantId: id, name: id, side: id.startsWith('o') ? 'orderer' : 'supplier' },
  ...{ attends: 'on-site', openSlots: [1, 2, 3], cap: 3, ...given },
});
const at = (ordererId: string, supplierId: string, slot: number, table: number | null = 1) => ({
  ...{ ordererId, supplierId, slot, table },
});
const kept = (ordererId: string, supplierId: string, slot: number, table: number | null): PlannedMeeting => ({
  ...{ id: `${ordererId}${supplierId}${slot}`, ...at(ordererId, supplierId, slot, table) },
  ...{ isOnline: false, state: 'planned', origin: 'plan', isFixed: true, reason: '', why: null },
});
const nobody = new Set<string>();

describe('what a search found', () => {
  it('is taken as it is where nothing has changed', () => {
    const firms = [firm('o'), firm('s'), firm('t', { attends: 'online' })];
    expect(stillPossible({ firms, left: nobody, kept: [] }, [at('o', 's', 1), at('o', 't', 2)])).toEqual([
      { ...at('o', 's', 1), isOnline: false },
      { ...at('o', 't', 2), isOnline: true },
    ]);
  });

  it('leaves out firms that are no more let in, or cannot come then any more', () => {
    const firms = [firm('o'), firm('s'), firm('t', { openSlots: [1] }), firm('u', { cap: 0 })];
    const found = [at('o', 's', 1), at('o', 't', 2), at('o', 'u', 3), at('o', 'gone', 3)];
    expect(stillPossible({ firms, left: new Set(['s']), kept: [] }, found)).toEqual([]);
  });

  it('gives no table to who comes by a call now, and nobody a table that is none', () => {
    // The two have swapped.
    const firms = [firm('o', { attends: 'online' }), firm('p'), firm('s')];
    const found = [at('o', 's', 1, 1), at('p', 's', 2, null), at('p', 's', 3, 1)];
    expect(stillPossible({ firms, left: nobody, kept: [] }, found)).toEqual([
      { ...at('o', 's', 1, null), isOnline: true },
      { ...at('p', 's', 3, 1), isOnline: false },
    ]);
  });

  it('gives way to what was fixed meanwhile: to the pair, its time and its table', () => {
    const firms = [firm('o'), firm('p'), firm('s'), firm('t')];
    const now = { firms, left: nobody, kept: [kept('o', 's', 1, 1)] };
    const found = [at('o', 's', 2), at('o', 't', 1, 2), at('p', 's', 1, 2), at('p', 't', 1, 1)];
    expect(stillPossible(now, found)).toEqual([]);
    expect(stillPossible(now, [at('p', 't', 1, 2)])).toHaveLength(1);
  });
});
