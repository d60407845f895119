import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planEvent } from '../event/plan-event.js';
import { meetingId } from '../event/problems.js';
import type { EventInput } from '../timetable.types.js';
import { commitmentTo, publishTimetable, verifyTimetable } from './published-timetable.js';

const input: EventInput = {
  slots: 4,
  afternoonFrom: 2,
  tables: [{ id: 'A' }, { id: 'B', unavailable: [0] }],
  firms: [
    { id: 'o1', side: 'orderer', maxMeetings: 3 },
    { id: 'o2', side: 'orderer', maxMeetings: 2, homeTable: 'A' },
    { id: 's1', side: 'supplier', maxMeetings: 2, lossCredits: 2 },
    { id: 's2', side: 'supplier', maxMeetings: 2, unavailable: [3] },
    { id: 's3', side: 'supplier', maxMeetings: 1 },
    { id: 's4', side: 'supplier', maxMeetings: 1, unavailable: [0, 1, 2, 3] },
  ],
  wishes: [
    { from: 'o1', to: 's1', kind: 'must' },
    { from: 's1', to: 'o1', kind: 'like', weight: 3 },
    { from: 'o1', to: 's2', kind: 'like' },
    { from: 's2', to: 'o2', kind: 'like', weight: 2 },
    { from: 's3', to: 'o1', kind: 'like' },
    { from: 's3', to: 'o2', kind: 'like' },
    { from: 's1', to: 'o2', kind: 'like' },
    { from: 'o2', to: 's1', kind: 'no' },
    { from: 's4', to: 'o1', kind: 'like' },
  ],
  helpers: [{ id: 'interpreter' }],
  resources: [{ id: 'screen', available: 1 }],
  rules: [
    { orderer: 'o1', supplier: 's2', helpers: ['interpreter'], half: 'morning', needs: ['screen'] },
    { orderer: 'o2', supplier: 's2', helpers: ['interpreter'], after: [{ orderer: 'o1', supplier: 's2' }] },
  ],
  seed: 'spring',
};

describe('a published timetable', () => {
  it('is computed again with the same hash', () => {
    const published = publishTimetable(input, planEvent(input));
    expect(published.placements).toHaveLength(4);
    expect(published.commitment).toBe(commitmentTo('spring'));
    const overTheWire = JSON.parse(JSON.stringify(published)) as typeof published;
    expect(verifyTimetable(overTheWire)).toEqual({ faults: [], repeatedHash: published.resultHash });
  });

  it('is repeated also where the search was ended before a proof', () => {
    const plan = planEvent(input, { efforts: [1] });
    const { faults } = verifyTimetable(publishTimetable(input, plan));
    expect(faults).toEqual([]);
  });

  it('is found out where anything in it was changed', () => {
    const published = publishTimetable(input, planEvent(input));
    const [first, ...rest] = published.placements;
    const moved = [{ ...first!, slot: (first!.slot + 1) % 4 }, ...rest];
    expect(verifyTimetable({ ...published, placements: moved }).faults).toContain('result-hash-differs');
    const seed = 'another';
    expect(verifyTimetable({ ...published, input: { ...input, seed } }).faults).toEqual(
      expect.arrayContaining([
        'seed-is-not-the-committed-one',
        'input-hash-differs',
        'repeated-result-differs',
      ]),
    );
    const worse = { ...published, pairs: published.pairs.slice(1) };
    expect(verifyTimetable(worse).faults).toContain('pairs-not-proven-best');
  });

  it('leaves out the least wished of the meetings for which there is no slot, and says so', () => {
    // Three firms that all meet each other's partner in the one slot that they share.
    const narrow: EventInput = {
      slots: 2,
      tables: [{ id: 'A' }, { id: 'B' }],
      firms: [
        { id: 'o', side: 'orderer', maxMeetings: 2 },
        { id: 's1', side: 'supplier', maxMeetings: 1, unavailable: [1] },
        { id: 's2', side: 'supplier', maxMeetings: 1, unavailable: [1] },
      ],
      wishes: [
        { from: 'o', to: 's1', kind: 'like' },
        { from: 'o', to: 's2', kind: 'like', weight: 2 },
      ],
      seed: 'x',
    };
    const plan = planEvent(narrow);
    expect(plan.unplaced).toEqual([{ orderer: 'o', supplier: 's1' }]);
    expect(plan.placing.placements).toMatchObject([
      { meeting: meetingId({ orderer: 'o', supplier: 's2' }), slot: 0 },
    ]);
    expect(verifyTimetable(publishTimetable(narrow, plan)).faults).toEqual([]);
  });

  it('gives the same plan for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const plans = [planEvent({ ...input, seed }), planEvent({ ...input, seed })];
        const [a, b] = plans.map((plan) => publishTimetable({ ...input, seed }, plan));
        expect(a).toEqual(b);
      }),
      { numRuns: 10 },
    );
  });
});
