import { describe, expect, it } from '@jest/globals';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { reasonsOf } from './pair-reasons.js';

const firm = (participantId: string, side: TimetableFirm['side'], given: object = {}): TimetableFirm => ({
  ...{
    participantId,
    name: participantId,
    side,
    attends: 'on-site',
    openSlots: [1, 2],
    cap: 2,
    lossCredits: 0,
  },
  ...given,
});
const meeting = (ordererId: string, supplierId: string, given: object = {}): PlannedMeeting => ({
  ...{ id: `${ordererId}${supplierId}`, ordererId, supplierId, slot: 1, table: 1, isOnline: false },
  ...{ state: 'planned', origin: 'plan', isFixed: false, reason: '', why: null },
  ...given,
});
const wish = (fromId: string, toId: string, want: 'must' | 'like' | 'no' = 'like') => ({
  fromId,
  toId,
  want,
});

describe('why firms meet or not', () => {
  const o = firm('o', 'orderer', { cap: 1 });
  const [s, t] = [firm('s', 'supplier'), firm('t', 'supplier')];
  const reasons = (wishes: ReturnType<typeof wish>[], meetings: PlannedMeeting[] = [], firms = [o, s, t]) =>
    reasonsOf({ firms, wishes, meetings, left: new Set(['u']) }).map(
      ({ supplierId, forOrderer, forSupplier }) => [supplierId, forOrderer, forSupplier],
    );

  it('is told to each side by its own wishes', () => {
    expect(reasons([wish('s', 'o'), wish('o', 's', 'must')], [meeting('o', 's')])).toEqual([
      ['s', 'both-wished', 'both-wished'],
    ]);
    expect(reasons([wish('s', 'o')], [meeting('o', 's')])).toEqual([['s', 'their-wish', 'own-wish']]);
  });

  it('is called a wish by nobody where the organisers arranged it', () => {
    const walkIn = meeting('o', 's', { origin: 'walk-in' });
    expect(reasons([], [walkIn])).toEqual([['s', 'arranged', 'arranged']]);
    expect(reasons([wish('s', 'o', 'no')], [walkIn])).toEqual([['s', 'arranged', 'arranged']]);
    // Who had rather not met the other does not read a wish of its own, and the other nothing of the refusal.
    expect(reasons([wish('s', 'o', 'no'), wish('o', 's')], [walkIn])).toEqual([
      ['s', 'own-wish', 'their-wish'],
    ]);
  });

  it('says who had no room, and whether the lot decided between equals', () => {
    const full = [meeting('o', 's')];
    expect(reasons([wish('s', 'o'), wish('t', 'o')], full)[1]).toEqual(['t', 'own-full', 'they-full-by-lot']);
    const owed = [o, firm('s', 'supplier', { lossCredits: 1 }), t];
    expect(reasons([wish('s', 'o'), wish('t', 'o')], full, owed)[1]).toEqual([
      't',
      'own-full',
      'they-full-by-credits',
    ]);
    expect(reasons([wish('s', 'o', 'must'), wish('t', 'o')], full)[1]).toEqual([
      't',
      'own-full',
      'they-full',
    ]);
  });

  it('does not tell more of a refusal than that it did not fit', () => {
    expect(reasons([wish('s', 'o'), wish('o', 's', 'no')])).toEqual([['s', 'own-declined', 'they-declined']]);
  });

  it('names what no change of wishes would mend', () => {
    const early = firm('s', 'supplier', { openSlots: [3] });
    expect(reasons([wish('s', 'o')], [], [o, early])).toEqual([['s', 'no-common-slot', 'no-common-slot']]);
    expect(reasons([wish('s', 'o')])).toEqual([['s', 'no-place-in-timetable', 'no-place-in-timetable']]);
    const off = meeting('o', 's', { state: 'cancelled' });
    expect(reasons([wish('s', 'o')], [off])).toEqual([['s', 'cancelled', 'cancelled']]);
    const gone = { ...off, why: 'firm-left' as const };
    // Each reads it of itself or of the other; the secretary reads what the orderer does.
    const u = firm('u', 'supplier');
    expect(reasons([], [{ ...gone, supplierId: 'u' }], [o, u])).toEqual([['u', 'other-left', 'own-left']]);
  });

  it('tells a supplier why the place of a cancelled meeting went to it', () => {
    const given = meeting('o', 's', { origin: 'refill', why: 'loss-credits' });
    expect(reasons([wish('s', 'o')], [given])).toEqual([['s', 'refilled', 'refill-loss-credits']]);
  });
});
