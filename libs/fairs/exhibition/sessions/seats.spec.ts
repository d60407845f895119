import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { movingUp, type Asked } from './seats.js';

const act = fc.record({ visitor: fc.integer({ min: 0, max: 9 }), isComing: fc.boolean() });

/** Seats as the service gives them, over a row of wishes. */
function afterAll(capacity: number, acts: readonly { visitor: number; isComing: boolean }[]): Asked[] {
  let seats: Asked[] = [];
  for (const { visitor, isComing } of acts) {
    const visitorId = String(visitor);
    const has = seats.some((one) => one.visitorId === visitorId);
    if (isComing && !has) seats = [...seats, { visitorId, isWaiting: true }];
    if (!isComing) seats = seats.filter((one) => one.visitorId !== visitorId);
    const up = movingUp(capacity, seats);
    seats = seats.map((one) => (up.includes(one.visitorId) ? { ...one, isWaiting: false } : one));
  }
  return seats;
}

describe('the seats of a session', () => {
  it('are never more than there are, none stays free while somebody waits, and who asked first sits first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(act, { maxLength: 40 }), (capacity, acts) => {
        const seats = afterAll(capacity, acts);
        const sitting = seats.filter(({ isWaiting }) => !isWaiting).length;
        expect(sitting).toBe(Math.min(capacity, seats.length));
        expect(seats.findIndex(({ isWaiting }) => isWaiting)).toBe(seats.length > capacity ? capacity : -1);
      }),
    );
  });

  it('are not taken from anybody where a session is made smaller', () => {
    const seats = ['a', 'b', 'c'].map((visitorId) => ({ visitorId, isWaiting: visitorId === 'c' }));
    expect(movingUp(1, seats)).toEqual([]);
    expect(movingUp(3, seats)).toEqual(['c']);
  });
});
