import { describe, expect, it } from '@jest/globals';
import { createMatcher } from '../matcher.js';
import { exampleTaxonomy, must, need, row, supplier, want } from '../testing/examples.js';
import { dayCount } from './numbers.js';
import { compareRoom, roomOf } from './room.js';

/** The same of all the weeks, answered on a day in Japan at noon. */
const answered = (free: number, day: string) => [
  { process: 'turning', weeks4: free, weeks8: free, weeks12: free, toldAt: `${day}T12:00:00+09:00` },
];
const TODAY = '2026-11-01';
const judged = (free: number, day: string) => {
  const room = roomOf(answered(free, day), 'turning', 30, dayCount(TODAY));
  return compareRoom(room?.free ?? NaN, room?.age ?? 0);
};
const firm = (id: string, capacity: ReturnType<typeof answered> = []) =>
  supplier(id, { processes: [row('turning', { leadTimeDays: 20 })], capacity });
const asked = [must({ kind: 'process', code: 'turning' }), want({ kind: 'delivery', date: '2026-12-01' })];
const deliveryOf = (capacity: ReturnType<typeof answered>, today = TODAY) => {
  const matcher = createMatcher(exampleTaxonomy);
  matcher.load([firm('firm', capacity)]);
  const [found] = matcher.match({ ...need(asked), today });
  return found!.reasons.find(({ kind }) => kind === 'delivery')!.words;
};

describe('what a firm told of its room', () => {
  it.each([
    ['2026-11-01', 2, 8],
    ['2026-10-05', 2, 8],
    ['2026-10-04', 3, 7],
    ['2026-09-06', 4, 6],
    ['2026-08-09', 5, 5],
    ['2027-01-01', 2, 8],
  ])('on %s counts less the older it is, and no more after twelve weeks', (day, full, free) => {
    expect([judged(0, day), judged(50, day)]).toEqual([full, free]);
  });

  it('ranks room told now before silence, silence before being full, and the older answer nearer to silence', () => {
    const matcher = createMatcher(exampleTaxonomy);
    matcher.load([
      firm('1 full now', answered(0, '2026-10-30')),
      firm('2 full before', answered(0, '2026-09-30')),
      firm('3 full long ago', answered(0, '2026-07-01')),
      firm('4 silent'),
      firm('5 room before', answered(40, '2026-09-30')),
      firm('6 room now', answered(40, '2026-10-30')),
    ]);
    expect(matcher.match(need(asked)).map(({ supplierId }) => supplierId[0])).toEqual([...'653421']);
  });

  it('is told with its day, as weaker once it is old, and not at all once it counts no more', () => {
    expect(deliveryOf(answered(40, '2026-10-30'))).toEqual({
      ja: '納期 2026年12月1日 に対し 標準 20日（2026年11月21日）、余力 40%（2026年10月30日回答） 対応（旋削）',
      en: 'Delivery by 2026-12-01: usually 20 days (2026-11-21), 40 % free (told 2026-10-30) (turning)',
    });
    expect(deliveryOf(answered(0, '2026-10-01')).ja).toContain(
      '、ただし余力なし（2026年10月1日の回答のため弱く数えます）',
    );
    expect(deliveryOf(answered(0, '2026-08-01')).ja).not.toContain('余力');
  });

  it('changes with the day alone', () => {
    const told = answered(0, '2026-10-05');
    expect(deliveryOf(told, '2026-11-01').ja).toContain('余力なし（2026年10月5日回答）');
    expect(deliveryOf(told, '2026-11-02').ja).toContain('余力なし（2026年10月5日の回答のため弱く数えます）');
  });

  it('speaks of the delivery with the weeks counted from the day it was told', () => {
    const capacity = [{ ...answered(50, '2026-10-01')[0]!, weeks12: 0 }];
    expect(roomOf(capacity, 'turning', 20, dayCount(TODAY))?.free).toBe(50);
    expect(roomOf(capacity, 'turning', 30, dayCount(TODAY))?.free).toBe(0);
  });
});
