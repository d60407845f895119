import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pairingNetwork } from '../pairing/pairing-network.js';
import { checkPlacing } from '../placing/check-placing.js';
import type { EventInput, Firm, Pair, Wish } from '../timetable.types.js';
import { planEvent } from './plan-event.js';
import { meetingId, pairingProblem, placingProblem } from './problems.js';

const names = ['o0', 'o1', 's0', 's1', 's2'];

/** So narrow that often not all chosen pairs find a slot. */
const narrowEvents: fc.Arbitrary<EventInput> = fc
  .record({
    slots: fc.integer({ min: 2, max: 3 }),
    tables: fc.integer({ min: 1, max: 2 }),
    caps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    credits: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    away: fc.array(fc.array(fc.nat(2), { maxLength: 2 }), { minLength: 5, maxLength: 5 }),
    kinds: fc.array(fc.constantFrom('must', 'like', 'like', 'like', null), { minLength: 6, maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 6, maxLength: 6 }),
    seed: fc.constantFrom('one', 'two'),
  })
  .map(({ slots, tables, caps, credits, away, kinds, weights, seed }) => ({
    slots,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}` })),
    firms: names.map((id, i): Firm => ({
      id,
      side: i < 2 ? 'orderer' : 'supplier',
      maxMeetings: caps[i]!,
      lossCredits: credits[i]!,
      unavailable: away[i]!,
    })),
    wishes: kinds.flatMap((kind, i): Wish[] =>
      kind ? [{ from: `o${i % 2}`, to: `s${i % 3}`, kind, weight: weights[i]! }] : [],
    ),
    seed,
  }));

/** Whether these can all be placed at once, by trying. */
function isPlaceable({ slots, tables, firms }: EventInput, pairs: readonly Pair[]): boolean {
  const busy = new Set<string>();
  const full = Array.from({ length: slots }, () => 0);
  const place = (index: number): boolean => {
    const pair = pairs[index];
    if (!pair) return true;
    const both = [pair.orderer, pair.supplier];
    return full.some((count, slot) => {
      const isAway = firms.some(({ id, unavailable }) => both.includes(id) && unavailable!.includes(slot));
      if (isAway || count >= tables.length || both.some((id) => busy.has(`${id} ${slot}`))) return false;
      for (const id of both) busy.add(`${id} ${slot}`);
      full[slot]! += 1;
      const isDone = place(index + 1);
      full[slot]! -= 1;
      for (const id of both) busy.delete(`${id} ${slot}`);
      return isDone;
    });
  };
  return place(0);
}

/** Who finds a place when each is asked in the order of the aims. */
function placedByHand(input: EventInput, pairs: readonly Pair[]): Pair[] {
  const worth = new Map(pairingNetwork(pairingProblem(input)).candidates.map((one) => [meetingId(one), one]));
  const placed: Pair[] = [];
  for (let waiting = [...pairs]; waiting.length > 0;) {
    const count = (id: string) => placed.filter((pair) => Object.values(pair).includes(id)).length;
    const rank = (pair: Pair): number[] => {
      const { must, value, credits, draw } = worth.get(meetingId(pair))!;
      const served = [count(pair.orderer), count(pair.supplier)].sort((a, b) => a - b);
      return [must ? 0 : 1, ...served, -value, -credits, -draw];
    };
    waiting.sort((a, b) => {
      const [x, y] = [rank(a), rank(b)];
      const at = x.findIndex((value, i) => value !== y[i]);
      return at < 0 ? 0 : x[at]! - y[at]!;
    });
    const [next, ...rest] = waiting;
    if (isPlaceable(input, [...placed, next!])) placed.push(next!);
    waiting = rest;
  }
  return placed;
}

describe('planEvent', () => {
  it('books nobody twice, keeps caps and absences, and places all it chose but those it names', () => {
    fc.assert(
      fc.property(narrowEvents, (input) => {
        const { pairing, placing, unplaced } = planEvent(input);
        const placed = pairing.pairs.filter(
          (pair) => !unplaced.some((one) => meetingId(one) === meetingId(pair)),
        );
        expect(placing.placements.map(({ meeting }) => meeting).sort()).toEqual(placed.map(meetingId).sort());
        const problem = { ...placingProblem(input, placed), fairness: null };
        expect(checkPlacing(problem, placing.placements).violations).toEqual([]);
        const seats = placing.placements.flatMap(({ meeting, slot }) =>
          (JSON.parse(meeting) as string[]).map((id) => `${id} at ${slot}`),
        );
        expect(new Set(seats).size).toBe(seats.length);
        for (const { id, maxMeetings, unavailable } of input.firms) {
          const own = placing.placements.filter(({ meeting }) => meeting.includes(`"${id}"`));
          expect(own.length).toBeLessThanOrEqual(maxMeetings);
          for (const { slot } of own) expect(unavailable).not.toContain(slot);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out in the reverse order of the aims, and only what has no room beside those before it', () => {
    fc.assert(
      fc.property(narrowEvents, (input) => {
        const { pairing, unplaced } = planEvent(input);
        const left = new Set(unplaced.map(meetingId));
        const placed = pairing.pairs.filter((pair) => !left.has(meetingId(pair)));
        expect(placed.map(meetingId).sort()).toEqual(
          placedByHand(input, pairing.pairs).map(meetingId).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a must before many likes', () => {
    const input: EventInput = {
      slots: 2,
      tables: [{ id: 'A' }, { id: 'B' }],
      firms: [
        { id: 'o', side: 'orderer', maxMeetings: 2 },
        { id: 's', side: 'supplier', maxMeetings: 1, unavailable: [1] },
        { id: 't', side: 'supplier', maxMeetings: 1, unavailable: [1] },
      ],
      wishes: [
        { from: 'o', to: 's', kind: 'must' },
        { from: 'o', to: 't', kind: 'like', weight: 9 },
      ],
      seed: 'x',
    };
    expect(planEvent(input).unplaced).toEqual([{ orderer: 'o', supplier: 't' }]);
  });
});
