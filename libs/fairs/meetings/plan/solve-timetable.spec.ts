import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyTimetable } from '../../timetable/index.js';
import type { PlanFirm, PlanInput } from './event-input.js';
import { solveTimetable, type PlanResult } from './solve-timetable.js';

const quiet = { onProgress: () => undefined, isCancelled: () => false };
const every = (slots: number) => Array.from({ length: slots }, (_, i) => i + 1);
const firm = (id: string, side: PlanFirm['side'], given: Partial<PlanFirm> = {}): PlanFirm => ({
  ...{ id, code: `code-${id}`, side, isOnSite: true, cap: 4, openSlots: every(4), lossCredits: 0 },
  ...given,
});
/** Called in another order than that of their numbers. */
const tables = (n: number) => Array.from({ length: n }, (_, i) => `T${n - i}`);
const input = (given: Partial<PlanInput>): PlanInput => ({
  ...{ slots: 4, tables: tables(3), firms: [], wishes: [], fixed: [], seed: 'ab12cd34', limitSeconds: 60 },
  ...given,
});

/** What no timetable may do, whatever was wished for. */
function expectSound({ firms, slots, tables, wishes }: PlanInput, { meetings }: PlanResult): void {
  const taken = new Set<string>();
  const take = (key: string) => {
    expect(taken).not.toContain(key);
    taken.add(key);
  };
  for (const { ordererId, supplierId, slot, table } of meetings) {
    take(`${ordererId} at ${slot}`);
    take(`${supplierId} at ${slot}`);
    take(`${ordererId} with ${supplierId}`);
    if (table !== null) take(`table ${table} at ${slot}`);
    expect(slot >= 1 && slot <= slots && (table === null || (table >= 1 && table <= tables.length))).toBe(
      true,
    );
    for (const one of firms.filter(({ id }) => id === ordererId || id === supplierId))
      expect(one.openSlots).toContain(slot);
    const refused = wishes.some(
      ({ fromId, toId, want }) =>
        want === 'no' && [ordererId, supplierId].includes(fromId) && [ordererId, supplierId].includes(toId),
    );
    expect(refused).toBe(false);
  }
  for (const { id, cap } of firms)
    expect(
      meetings.filter(({ ordererId, supplierId }) => ordererId === id || supplierId === id).length,
    ).toBeLessThanOrEqual(cap);
}

const events = fc.record({
  orderers: fc.array(
    fc.record({
      isOnSite: fc.boolean(),
      cap: fc.integer({ min: 1, max: 4 }),
      away: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  suppliers: fc.array(
    fc.record({
      isOnSite: fc.boolean(),
      cap: fc.integer({ min: 1, max: 3 }),
      away: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  wants: fc.array(fc.constantFrom('must', 'like', 'no', null), { minLength: 30, maxLength: 30 }),
  tables: fc.integer({ min: 1, max: 3 }).map(tables),
});

describe('a timetable', () => {
  it('puts nobody in two places, keeps caps, absences and refusals, in any event', () => {
    fc.assert(
      fc.property(events, ({ orderers, suppliers, wants, tables }) => {
        const made = (side: PlanFirm['side'], list: typeof orderers) =>
          list.map(({ isOnSite, cap, away }, i) =>
            firm(`${side}${i}`, side, { isOnSite, cap, openSlots: every(4).filter((slot) => slot !== away) }),
          );
        const [ours, theirs] = [made('orderer', orderers), made('supplier', suppliers)];
        let at = 0;
        const wishes = ours.flatMap((o) =>
          theirs.flatMap((s) =>
            [
              [o.id, s.id],
              [s.id, o.id],
            ].flatMap(([fromId = '', toId = '']) => {
              const want = wants[at++ % wants.length];
              return want ? [{ fromId, toId, want }] : [];
            }),
          ),
        );
        const problem = input({ tables, firms: [...ours, ...theirs], wishes });
        expectSound(problem, solveTimetable(problem, quiet));
      }),
      { numRuns: 60 },
    );
  });

  it('gives every wish its meeting where there is room, without gaps, and proves it', () => {
    const firms = [firm('o', 'orderer'), firm('p', 'orderer'), firm('s', 'supplier'), firm('t', 'supplier')];
    const wishes = ['s', 't'].flatMap((fromId) =>
      ['o', 'p'].map((toId) => ({ fromId, toId, want: 'like' as const })),
    );
    const result = solveTimetable(input({ firms, wishes }), quiet);
    expect(result).toMatchObject({ breaks: 0, isProven: true, fewest: 2 });
    expect(result.meetings).toHaveLength(4);
    const tableOf = new Map(result.meetings.map(({ ordererId, table }) => [ordererId, table]));
    for (const { ordererId, table } of result.meetings) expect(table).toBe(tableOf.get(ordererId));
  });

  it('leaves what is fixed, and gives the same for the same seed', () => {
    const firms = [
      firm('o', 'orderer', { cap: 2 }),
      ...['s', 't', 'u', 'v'].map((id) => firm(id, 'supplier')),
    ];
    const wishes = ['s', 't', 'u', 'v'].map((fromId) => ({ fromId, toId: 'o', want: 'like' as const }));
    const fixed = [{ ordererId: 'o', supplierId: 'v', slot: 3, table: 2 }];
    const problem = input({ firms, wishes, fixed });
    const { meetings } = solveTimetable(problem, quiet);
    expect(meetings).toHaveLength(2);
    expect(meetings).toContainEqual(fixed[0]);
    expect(solveTimetable(problem, quiet).meetings).toEqual(meetings);
  });

  it('places an orderer that is not on site at no table', () => {
    const firms = [firm('o', 'orderer', { isOnSite: false }), firm('s', 'supplier')];
    const wishes = [{ fromId: 's', toId: 'o', want: 'must' as const }];
    const { meetings } = solveTimetable(input({ tables: [], firms, wishes }), quiet);
    expect(meetings.map(({ table }) => table)).toEqual([null]);
  });

  it('gives who is owed from earlier events the place for which all else is equal', () => {
    const wishes = ['s', 't'].map((fromId) => ({ fromId, toId: 'o', want: 'like' as const }));
    const meets = (owed: string) => {
      const firms = ['s', 't'].map((id) => firm(id, 'supplier', { lossCredits: id === owed ? 1 : 0 }));
      const event = input({ firms: [firm('o', 'orderer', { cap: 1 }), ...firms], wishes });
      return solveTimetable(event, quiet).meetings.map(({ supplierId }) => supplierId);
    };
    expect([meets('s'), meets('t')]).toEqual([['s'], ['t']]);
  });

  it('is published without who is who, who wished and who refused, and anybody can compute it again', () => {
    const firms = [firm('o', 'orderer'), ...['s', 't', 'u'].map((id) => firm(id, 'supplier'))];
    const wishes = [
      { fromId: 's', toId: 'o', want: 'must' as const },
      { fromId: 'o', toId: 's', want: 'like' as const },
      { fromId: 't', toId: 'o', want: 'like' as const },
      { fromId: 'o', toId: 't', want: 'no' as const },
    ];
    const fixed = [
      { ordererId: 'o', supplierId: 'u', slot: 2, table: 1 },
      { ordererId: 'o', supplierId: 'u', slot: 4, table: 1 },
    ];
    const { meetings, published } = solveTimetable(input({ firms, wishes, fixed }), quiet);
    expect(meetings.map(({ supplierId }) => supplierId).sort()).toEqual(['s', 'u', 'u']);
    const { input: told } = published;
    expect(told.wishes).toEqual([{ from: 'code-o', to: 'code-s', kind: 'must', weight: 2 }]);
    expect(told.kept).toEqual([{ orderer: 'code-o', supplier: 'code-u' }]);
    expect(told.tables.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
    const stored = JSON.parse(JSON.stringify(published)) as typeof published;
    expect(verifyTimetable(stored)).toEqual({ faults: [], repeatedHash: published.resultHash });
  });
});
