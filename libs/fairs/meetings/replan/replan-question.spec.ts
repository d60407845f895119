import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { isWithoutAnswer, replanOf, type Change, type ReplanInput } from './replan-question.js';
import { solveReplan } from './solve-replan.js';

const SLOTS = 4;
const firm = (participantId: string, side: TimetableFirm['side'], given: object = {}): TimetableFirm => ({
  ...{ participantId, name: participantId, side, attends: 'on-site', cap: 3, lossCredits: 0 },
  openSlots: [1, 2, 3, 4],
  ...given,
});
const meeting = (ordererId: string, supplierId: string, given: Partial<PlannedMeeting>): PlannedMeeting => ({
  ...{ id: `${ordererId}-${supplierId}`, ordererId, supplierId, slot: 1, table: 1, isOnline: false },
  ...{ state: 'planned', origin: 'plan', isFixed: false, reason: '', why: null },
  ...given,
});
const like = (fromId: string, toId: string) => ({ fromId, toId, want: 'like' as const });
const input = (given: Partial<ReplanInput>): ReplanInput => ({
  ...{ firms: [], wishes: [], meetings: [], left: new Set<string>(), seed: 'ab', slots: SLOTS },
  ...{ openSlots: [1, 2, 3, 4], tables: 3, closedTables: [], addWishes: false },
  ...given,
});
const answered = (given: Partial<ReplanInput>, begun: number[] = [], effort?: number) => {
  const replan = replanOf(input(given), new Set(begun));
  const result = solveReplan(replan.question, effort);
  return { replan, result, changes: replan.changesOf(result) };
};
const places = (changes: readonly Change[]) =>
  changes.map(({ ordererId, supplierId, from, to }) => [
    `${ordererId}-${supplierId}`,
    from && `${from.slot}/${from.table}`,
    to && `${to.slot}/${to.table}`,
  ]);

describe('what is left of a timetable', () => {
  const [o, p] = [firm('o', 'orderer'), firm('p', 'orderer')];
  const [s, t] = [firm('s', 'supplier'), firm('t', 'supplier')];
  const firms = [o, p, s, t];

  it('stays as it is where nothing has changed', () => {
    const meetings = [meeting('o', 's', {}), meeting('p', 't', { table: 2 })];
    const { changes, result } = answered({ firms, meetings });
    expect({ changes, status: result.status }).toEqual({ changes: [], status: 'optimal' });
  });

  it('gives an orderer whose table falls away another of its own, at the same times', () => {
    const meetings = [meeting('o', 's', {}), meeting('o', 't', { slot: 2 }), meeting('p', 't', { table: 2 })];
    const { changes, result } = answered({ firms, meetings, closedTables: [1] });
    expect(result.moved).toEqual([]);
    expect(places(changes)).toEqual([
      ['o-s', '1/1', '1/3'],
      ['o-t', '2/1', '2/3'],
    ]);
  });

  it('moves what stood in a slot that falls away, and nothing that has begun or is over', () => {
    const meetings = [
      meeting('o', 's', { slot: 1 }),
      meeting('p', 't', { slot: 2, table: 2, state: 'held' }),
      meeting('p', 's', { slot: 2, table: 2, id: 'moving' }),
      meeting('o', 't', { slot: 4 }),
    ];
    const { changes } = answered({ firms, meetings, openSlots: [3, 4] }, [1]);
    expect(places(changes)).toEqual([['p-s', '2/2', '3/2']]);
  });

  it('keeps what the secretary fixed, as long as it can', () => {
    const meetings = [
      meeting('o', 's', { slot: 3, isFixed: true }),
      meeting('o', 't', { slot: 1, isFixed: true }),
    ];
    const { changes } = answered({ firms, meetings, openSlots: [2, 3] });
    expect(places(changes)).toEqual([['o-t', '1/1', '2/1']]);
  });

  it('takes out only what has no place, and lets no wish in for it', () => {
    const meetings = [meeting('o', 's', { slot: 1 }), meeting('o', 't', { slot: 2 })];
    const wishes = [like('p', 's')];
    const { changes, replan } = answered({ firms, meetings, wishes, openSlots: [2], addWishes: true });
    // Of two meetings and one time one has no place: no search is needed for that.
    expect(replan.question.displaced).toEqual([]);
    expect(places(changes)).toEqual([
      ['o-s', '1/1', null],
      ['p-s', null, '2/2'],
    ]);
    const alone = answered({ firms, meetings, wishes, openSlots: [2], tables: 1, addWishes: true });
    expect(places(alone.changes)).toEqual([['o-s', '1/1', null]]);
  });

  it('says at once that full firms and full halls have no place left', () => {
    const all = Array.from({ length: 18 }, (_, i) => i + 1);
    const orderers = Array.from({ length: 12 }, (_, i) =>
      firm(`o${i}`, 'orderer', { cap: 18, openSlots: all }),
    );
    const makers = Array.from({ length: 18 }, (_, i) =>
      firm(`s${i}`, 'supplier', { cap: 18, openSlots: all }),
    );
    const meetings = orderers.flatMap((_, o) =>
      makers.map((_, s) => meeting(`o${o}`, `s${s}`, { slot: ((o + s) % 18) + 1, table: o + 1 })),
    );
    const full = { firms: [...orderers, ...makers], meetings, slots: 18, openSlots: all, tables: 12 };
    const wishes = [...makers.keys()].map((s) => like(`s${s}`, 'o0')).slice(1);
    const slot = answered({ ...full, wishes, openSlots: all.filter((no) => no !== 1), addWishes: true });
    expect(slot.changes.map(({ from, to }) => [from?.slot, to])).toEqual(orderers.map(() => [1, null]));
    const table = answered({ ...full, wishes, closedTables: [1], addWishes: true });
    expect(table.changes.map(({ ordererId, to }) => [ordererId, to])).toEqual(makers.map(() => ['o0', null]));
    expect([slot.result.status, table.result.status]).toEqual(['optimal', 'optimal']);
  });

  it('lets wishes in that no cap and no refusal forbids, and none that was called off', () => {
    const meetings = [
      meeting('o', 's', {}),
      meeting('p', 's', { state: 'cancelled', reason: '急病', slot: 2, table: 2 }),
    ];
    const of = (given: Partial<ReplanInput>) =>
      answered({ firms, meetings, addWishes: true, ...given }).replan.question.wishes;
    expect(of({ wishes: [like('t', 'o'), like('s', 'p')] })).toEqual(['wish o t']);
    expect(of({ wishes: [like('t', 'o'), { ...like('o', 't'), want: 'no' }] })).toEqual([]);
    expect(of({ wishes: [like('t', 'o')], firms: [{ ...o, cap: 1 }, p, s, t] })).toEqual([]);
    expect(of({ wishes: [like('t', 'o'), like('t', 'p')], firms: [o, p, s, { ...t, cap: 1 }] })).toEqual([
      'wish p t',
    ]);
  });

  it('comes by a call where its orderer does, without a table', () => {
    const away = firm('o', 'orderer', { attends: 'online' });
    const meetings = [meeting('o', 's', { table: null, isOnline: true })];
    const { changes } = answered({ firms: [away, s], meetings, openSlots: [3], tables: 0 });
    expect(places(changes)).toEqual([['o-s', '1/null', '3/null']]);
  });

  it('never puts a firm or a table in two meetings at once, nor anybody where it cannot be', () => {
    const timetables = fc.record({
      slots: fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(3), fc.integer({ min: 1, max: SLOTS })), {
        maxLength: 8,
        selector: ([orderer, supplier]) => `${orderer} ${supplier}`,
      }),
      wishes: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 6 }),
      closedTables: fc.subarray([1, 2, 3]),
      closed: fc.subarray([1, 2, 3, 4]),
      // Also of a search that is broken off at once: what it finds may be worse, but not wrong.
      effort: fc.constantFrom(undefined, undefined, 0, 1),
    });
    fc.assert(
      fc.property(timetables, ({ slots, wishes, closedTables, closed, effort }) => {
        const meetings: PlannedMeeting[] = [];
        for (const [o, s, slot] of slots) {
          const clash = meetings.some(
            (one) => one.slot === slot && (one.ordererId === `o${o}` || one.supplierId === `s${s}`),
          );
          if (!clash) meetings.push(meeting(`o${o}`, `s${s}`, { slot, table: o + 1 }));
        }
        const all = [
          ...[0, 1, 2].map((i) => firm(`o${i}`, 'orderer')),
          ...[0, 1, 2, 3].map((i) => firm(`s${i}`, 'supplier')),
        ];
        const openSlots = [1, 2, 3, 4].filter((slot) => !closed.includes(slot));
        const asked = wishes.map(([o, s]) => like(`s${s}`, `o${o}`));
        const given = { firms: all, meetings, closedTables, openSlots, addWishes: true, wishes: asked };
        const { changes, result } = answered(given, [], effort);
        if (effort === undefined) expect(result.status).toBe('optimal');
        if (isWithoutAnswer(result.status)) return;
        expect(result.moved.length).toBeGreaterThanOrEqual(result.movesBound);
        const changed = new Map(changes.map((one) => [one.meeting?.id, one]));
        const after = [
          ...meetings.flatMap((one) => {
            const change = changed.get(one.id);
            return change ? (change.to ? [{ ...one, ...change.to }] : []) : [one];
          }),
          ...changes.flatMap((one) => (one.meeting === null && one.to ? [{ ...one, ...one.to }] : [])),
        ];
        const keys = after.flatMap(({ ordererId, supplierId, slot, table }) => [
          ...[`${ordererId} ${slot}`, `${supplierId} ${slot}`, `table ${table} ${slot}`],
          `${ordererId} ${supplierId}`,
        ]);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { slot, table } of after) {
          expect(openSlots).toContain(slot);
          expect(closedTables).not.toContain(table);
        }
      }),
      { numRuns: 150 },
    );
  });
});
