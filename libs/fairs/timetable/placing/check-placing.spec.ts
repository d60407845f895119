import { describe, expect, it } from '@jest/globals';
import type { Placement, PlacingProblem } from '../timetable.types.js';
import { checkPlacing } from './check-placing.js';
import { placeMeetings } from './place-meetings.js';

const problem: PlacingProblem = {
  slots: 5,
  afternoonFrom: 3,
  tables: [{ id: 'home' }, { id: 'A' }, { id: 'B', unavailable: [4] }],
  participants: [
    { id: 'o1', homeTable: 'home' },
    { id: 'o2', unavailable: [0] },
    { id: 's1' },
    { id: 's2' },
    { id: 'interpreter', countsBreaks: false },
  ],
  meetings: [
    { id: 'a', participants: ['o1', 's1'], half: 'morning' },
    { id: 'b', participants: ['o1', 's2', 'interpreter'], after: ['a'] },
    { id: 'c', participants: ['o2', 's1'], tables: ['A'], needs: ['screen'] },
    { id: 'd', participants: ['o2', 's2', 'interpreter'], slot: 3 },
    { id: 'e', participants: ['s1', 's2'], needs: ['screen'] },
  ],
  resources: [{ id: 'screen', available: [0, 1, 1, 0, 1] }],
  fairness: 1,
};
const { placements, status } = placeMeetings(problem);
const rulesBrokenBy = (changed: readonly Placement[]): string[] =>
  [...new Set(checkPlacing(problem, changed).violations.map(({ rule }) => rule))].sort();
const changed = (meeting: string, change: Partial<Placement>): Placement[] =>
  placements.map((placement) => (placement.meeting === meeting ? { ...placement, ...change } : placement));
const slotOf = (meeting: string): number => placements.find((one) => one.meeting === meeting)!.slot;

describe('checkPlacing', () => {
  it('finds nothing wrong with a right timetable', () => {
    expect(status).toBe('optimal');
    expect(rulesBrokenBy(placements)).toEqual([]);
  });

  it.each<[string, () => Placement[]]>([
    ['meeting-missing', () => placements.slice(1)],
    ['meeting-twice', () => [...placements, placements[0]!]],
    ['unknown-meeting', () => [...placements, { meeting: 'z', slot: 0, table: 'A' }]],
    ['slot-outside', () => changed('a', { slot: 9 })],
    ['slot-not-allowed', () => changed('a', { slot: 4 })],
    ['slot-not-allowed', () => changed('d', { slot: 2 })],
    ['participant-unavailable', () => changed('d', { slot: 0 })],
    ['participant-twice-at-once', () => changed('c', { slot: slotOf('d') })],
    ['order', () => changed('b', { slot: slotOf('a') })],
    ['table-not-allowed', () => changed('a', { table: 'A' })],
    ['table-not-allowed', () => changed('c', { table: 'B' })],
    ['table-not-allowed', () => changed('e', { table: 'home' })],
    ['table-unavailable', () => changed('e', { table: 'B', slot: 4 })],
    ['table-twice-at-once', () => changed('d', { table: 'A', slot: slotOf('c') })],
    ['resource-short', () => changed('e', { slot: 3 })],
    [
      'unfair',
      () => placements.map((one) => ({ ...one, slot: { a: 0, b: 1, c: 2, d: 3, e: 4 }[one.meeting]! })),
    ],
  ])('finds %s', (rule, timetable) => {
    expect(rulesBrokenBy(timetable())).toContain(rule);
  });
});
