import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { refillOf, type RefillInput } from './refill.js';

const firm = (participantId: string, side: TimetableFirm['side'], given: object = {}): TimetableFirm => ({
  ...{
    participantId,
    name: participantId,
    side,
    attends: 'on-site',
    openSlots: [1, 2, 3],
    cap: 3,
    lossCredits: 0,
  },
  ...given,
});
const meeting = (ordererId: string, supplierId: string, slot: number, state = 'planned'): PlannedMeeting =>
  ({
    ...{ id: `${ordererId}${supplierId}${slot}`, ordererId, supplierId, slot, table: 1, isOnline: false },
    ...{ state, origin: 'plan', isFixed: false, reason: '', why: null },
  }) as PlannedMeeting;
const like = (fromId: string, toId: string) => ({ fromId, toId, want: 'like' as const });
const input = (given: Partial<RefillInput>): RefillInput => ({
  ...{
    firms: [],
    waiting: [],
    wishes: [],
    meetings: [],
    slots: [1, 2, 3],
    closedTables: [],
    left: new Set(),
  },
  ...{ absent: new Set(), seed: 'ab' },
  ...given,
});

describe('a refill', () => {
  const o = firm('o', 'orderer');
  const [s, t, u] = ['s', 't', 'u'].map((id) => firm(id, 'supplier')) as [
    TimetableFirm,
    TimetableFirm,
    TimetableFirm,
  ];
  const off = meeting('o', 'u', 2, 'cancelled');

  it('goes to the wisher with fewest meetings', () => {
    const given = input({
      firms: [o, firm('p', 'orderer'), s, t, u],
      wishes: [like('s', 'o'), like('t', 'o')],
      meetings: [off, meeting('p', 's', 1)],
    });
    expect(refillOf(given)).toEqual([
      { ordererId: 'o', supplierId: 't', slot: 2, table: 1, why: 'fewest-meetings' },
    ]);
  });

  it('looks at meetings first, then at musts, then at what is owed, then at the lot, and says at which', () => {
    const whoAndWhy = (given: Partial<RefillInput>) =>
      refillOf(input({ meetings: [off], ...given })).map(({ supplierId, why }) => [supplierId, why]);
    const wishes = [like('s', 'o'), like('t', 'o')];
    const must = [like('s', 'o'), { ...like('o', 't'), want: 'must' as const }];
    const owed = { ...t, lossCredits: 2 };
    expect(whoAndWhy({ firms: [o, s, u], wishes: [like('s', 'o')] })).toEqual([['s', 'only-one']]);
    expect(whoAndWhy({ firms: [o, s, t, u], wishes: must })).toEqual([['t', 'must']]);
    expect(whoAndWhy({ firms: [o, { ...s, lossCredits: 9 }, t, u], wishes: must })).toEqual([['t', 'must']]);
    expect(whoAndWhy({ firms: [o, s, owed, u], wishes })).toEqual([['t', 'loss-credits']]);
    // Who is there comes before all of it; where nobody is, the rest decides.
    const absent = new Set(['t', 'u']);
    expect(whoAndWhy({ firms: [o, s, owed, u], wishes: must, absent })).toEqual([['s', 'ready']]);
    absent.add('s');
    expect(whoAndWhy({ firms: [o, s, owed, u], wishes, absent })).toEqual([['t', 'loss-credits']]);
    const drawn = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      whoAndWhy({ firms: [o, s, t, u], wishes, seed }),
    );
    expect(new Set(drawn.flat().map(([who]) => who))).toEqual(new Set(['s', 't']));
    expect(new Set(drawn.flat().map(([, why]) => why))).toEqual(new Set(['lot']));
  });

  it('gives the first in line the place that fewest others could take, so that more get one', () => {
    const p = firm('p', 'orderer');
    const given = input({
      firms: [o, p, s, t, u],
      wishes: [like('s', 'o'), like('s', 'p'), like('t', 'o')],
      meetings: [meeting('o', 'u', 1, 'cancelled'), { ...meeting('p', 'u', 2, 'cancelled'), table: 2 }],
    });
    expect(
      refillOf(given)
        .map(({ ordererId, supplierId }) => `${supplierId} ${ordererId}`)
        .sort(),
    ).toEqual(['s p', 't o']);
  });

  it('goes to the waiting list where nobody else wished, in order of arrival', () => {
    const waiting = [firm('w', 'supplier', { openSlots: [1] }), firm('x', 'supplier'), firm('y', 'supplier')];
    const given = input({ firms: [o, u], waiting, meetings: [off] });
    expect(refillOf(given).map(({ supplierId }) => supplierId)).toEqual(['x']);
  });

  it('lets in first, of those that wait, who has fewest meetings, and gives it what fewest others could take', () => {
    const p = firm('p', 'orderer');
    const cancelled = [1, 2, 3].map((slot) => meeting('o', 'u', slot, 'cancelled'));
    const waiting = [firm('w', 'supplier'), firm('x', 'supplier', { openSlots: [1] })];
    const late = { ...meeting('p', 'u', 3, 'cancelled'), table: 2 };
    const given = input({ firms: [o, p, u], waiting, meetings: [...cancelled, late] });
    // Nobody meets one orderer twice: the first gets one place of each.
    expect(
      refillOf(given).map(({ ordererId, supplierId, slot }) => `${supplierId} ${ordererId} ${slot}`),
    ).toEqual(['w o 2', 'x o 1', 'w p 3']);
  });

  it('takes place as its orderer comes now, whatever table the cancelled meeting had', () => {
    const remote = firm('o', 'orderer', { attends: 'online' });
    const wishes = [like('s', 'o')];
    expect(refillOf(input({ firms: [remote, s, u], wishes, meetings: [off] }))).toMatchObject([
      { supplierId: 's', table: null },
    ]);
    // Somebody else sits at that table now, which is nothing to who is not there.
    const p = firm('p', 'orderer');
    const taken = input({ firms: [remote, p, s, u], wishes, meetings: [off, meeting('p', 'u', 2)] });
    expect(refillOf(taken)).toHaveLength(1);
    // In the hall it needs a table, which only the secretary gives.
    const noTable = input({ firms: [o, s, u], wishes, meetings: [{ ...off, table: null }] });
    expect(refillOf(noTable)).toEqual([]);
  });

  it('goes to nobody who left, refused, has just cancelled, or whose time is over', () => {
    const wishes = [
      like('s', 'o'),
      like('u', 'o'),
      { fromId: 'o', toId: 't', want: 'no' as const },
      like('t', 'o'),
    ];
    const given = { firms: [o, s, t, u], wishes, meetings: [off] };
    expect(refillOf(input({ ...given, left: new Set(['s']) }))).toEqual([]);
    expect(refillOf(input({ ...given, slots: [3] }))).toEqual([]);
    expect(refillOf(input({ ...given, left: new Set(['o']) }))).toEqual([]);
  });

  it('puts nobody in two places and passes no cap, whatever was cancelled', () => {
    const cells = fc.array(
      fc.record({
        orderer: fc.integer({ min: 0, max: 2 }),
        supplier: fc.integer({ min: 0, max: 3 }),
        slot: fc.integer({ min: 1, max: 3 }),
        cancelled: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    const orderers = [0, 1, 2].map((i) => firm(`o${i}`, 'orderer', { cap: 2 }));
    const suppliers = [0, 1, 2, 3].map((i) => firm(`s${i}`, 'supplier', { cap: 2 }));
    const wishes = suppliers.flatMap((one) =>
      orderers.map((other) => like(one.participantId, other.participantId)),
    );
    fc.assert(
      fc.property(cells, (given) => {
        const meetings: PlannedMeeting[] = [];
        for (const { orderer, supplier, slot, cancelled } of given) {
          const one = {
            ...meeting(`o${orderer}`, `s${supplier}`, slot, cancelled ? 'cancelled' : 'planned'),
            table: orderer + 1,
          };
          const live = meetings.filter(({ state }) => state !== 'cancelled');
          const isFree = !live.some(
            (other) =>
              other.slot === slot &&
              (other.ordererId === one.ordererId || other.supplierId === one.supplierId),
          );
          if (cancelled || isFree) meetings.push(one);
        }
        const added = refillOf(input({ firms: [...orderers, ...suppliers], wishes, meetings }));
        const before = meetings.filter(({ state }) => state !== 'cancelled');
        const live = [...before, ...added];
        const countOf = (id: string, n: number) =>
          [...before, ...added.slice(0, n)].filter(({ supplierId }) => supplierId === id).length;
        for (const [n, one] of added.entries()) {
          // Whoever got the place had no more meetings than anybody who could still have taken it.
          const rivals = refillOf(
            input({
              firms: [...orderers, ...suppliers.filter((s) => s.participantId !== one.supplierId)],
              wishes,
              meetings: [
                ...meetings,
                ...added
                  .slice(0, n)
                  .map((got) => ({ ...meeting(got.ordererId, got.supplierId, got.slot), table: got.table })),
              ],
              slots: [one.slot],
            }),
          ).filter(({ ordererId }) => ordererId === one.ordererId);
          for (const rival of rivals)
            expect(countOf(one.supplierId, n)).toBeLessThanOrEqual(countOf(rival.supplierId, n));
          expect(
            live.filter(({ ordererId, slot }) => ordererId === one.ordererId && slot === one.slot),
          ).toHaveLength(1);
          expect(
            live.filter(({ supplierId, slot }) => supplierId === one.supplierId && slot === one.slot),
          ).toHaveLength(1);
        }
        for (const id of added.map(({ supplierId }) => supplierId))
          expect(live.filter(({ supplierId }) => supplierId === id).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
