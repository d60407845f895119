import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Placement, PlacingProblem } from '../timetable.types.js';
import { checkPlacing } from './check-placing.js';
import { placeMeetings } from './place-meetings.js';

/** Small random events: few enough meetings and slots to try every timetable. */
const smallEvents: fc.Arbitrary<PlacingProblem> = fc
  .record({
    slots: fc.integer({ min: 2, max: 4 }),
    firms: fc.integer({ min: 3, max: 5 }),
    pairs: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 5 }),
    tables: fc.integer({ min: 1, max: 3 }),
    busy: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
    halves: fc.array(fc.constantFrom(null, null, 'morning' as const, 'afternoon' as const), {
      minLength: 6,
      maxLength: 6,
    }),
    order: fc.option(fc.tuple(fc.nat(5), fc.nat(5)), { nil: null }),
    fixed: fc.option(fc.tuple(fc.nat(5), fc.nat(4)), { nil: null }),
    interpreters: fc.integer({ min: 0, max: 2 }),
    home: fc.boolean(),
    fairness: fc.constantFrom(0, 1, 2, null),
  })
  .map(({ slots, firms, pairs, tables, busy, halves, order, fixed, interpreters, home, fairness }) => {
    const meetings = pairs
      .map(([a, b]) => [a % firms, b % firms] as const)
      .filter(([a, b]) => a !== b)
      .map(([a, b], index) => ({
        id: `m${index}`,
        participants: [`f${a}`, `f${b}`],
        half: halves[index],
        slot: fixed?.[0] === index ? fixed[1] % slots : null,
        after: order?.[0] === index && order[1] < index ? [`m${order[1]}`] : [],
        needs: interpreters > 0 && index % 2 === 0 ? ['en'] : [],
      }));
    return {
      slots,
      afternoonFrom: Math.ceil(slots / 2),
      tables: Array.from({ length: tables }, (_, table) => ({
        id: `t${table}`,
        unavailable: table === 1 ? [0] : [],
      })),
      participants: Array.from({ length: firms }, (_, firm) => ({
        id: `f${firm}`,
        unavailable: busy.filter(([who]) => who === firm).map(([, slot]) => slot),
        homeTable: home && firm === 0 ? 't0' : null,
        countsBreaks: firm !== 4,
      })),
      meetings,
      resources: [{ id: 'en', available: interpreters }],
      fairness,
    };
  });

/** The fewest breaks of all timetables; null where there is none. Every choice of slots, then any choice of tables. */
function fewestBreaks(problem: PlacingProblem): number | null {
  let fewest: number | null = null;
  const { meetings, tables, slots } = problem;
  const chosen: number[] = [];
  const clashes = (slot: number): boolean =>
    chosen.some(
      (other, index) =>
        other === slot &&
        meetings[index]!.participants.some((id) => meetings[chosen.length]!.participants.includes(id)),
    );
  const isRight = (placed: Placement[]): boolean => {
    if (placed.length === meetings.length) return checkPlacing(problem, placed).violations.length === 0;
    const { id: meeting } = meetings[placed.length]!;
    const slot = chosen[placed.length]!;
    return tables.some(
      ({ id: table }) =>
        !placed.some((other) => other.slot === slot && other.table === table) &&
        isRight([...placed, { meeting, slot, table }]),
    );
  };
  const place = (): void => {
    if (chosen.length === meetings.length) {
      const anywhere = meetings.map(({ id }, index) => ({ meeting: id, slot: chosen[index]!, table: 't0' }));
      const { breaks } = checkPlacing(problem, anywhere);
      if ((fewest === null || breaks < fewest) && isRight([])) fewest = breaks;
      return;
    }
    for (let slot = 0; slot < slots; slot++) {
      if (clashes(slot)) continue;
      chosen.push(slot);
      place();
      chosen.pop();
    }
  };
  place();
  return fewest;
}

/** Everybody meets everybody of the other side, with hardly a slot to spare. */
function fullEvent(size: number, slots: number): PlacingProblem {
  const ids = Array.from({ length: size }, (_, index) => index);
  return {
    slots,
    tables: ids.map((index) => ({ id: `t${index}` })),
    participants: ids.flatMap((index) => [
      { id: `o${index}`, unavailable: [index % slots] },
      { id: `s${index}`, unavailable: [(index * 3 + 1) % slots] },
    ]),
    meetings: ids.flatMap((o) => ids.map((s) => ({ id: `${o} ${s}`, participants: [`o${o}`, `s${s}`] }))),
  };
}

describe('placeMeetings', () => {
  it('finds the fewest breaks of all timetables, without breaking any rule', () => {
    fc.assert(
      fc.property(smallEvents, (problem) => {
        const result = placeMeetings(problem);
        const fewest = fewestBreaks(problem);
        expect(result.status).toBe(fewest === null ? 'infeasible' : 'optimal');
        expect(result.breaks).toBe(fewest);
        if (fewest === null) return;
        const checked = checkPlacing(problem, result.placements);
        expect(checked).toMatchObject({
          violations: [],
          breaks: fewest,
          tableChanges: result.tableChanges!.count,
        });
        expect(result.tableChanges!.count).toBeGreaterThanOrEqual(result.tableChanges!.boundForSlots);
      }),
      { numRuns: 150 },
    );
  });

  it('ends where it is cancelled, with the best timetable that it has', () => {
    const problem = fullEvent(7, 9);
    expect(placeMeetings(problem, { isCancelled: () => true })).toMatchObject({
      status: 'unknown',
      placements: [],
    });
    let isFound = false;
    const { status, placements } = placeMeetings(problem, {
      seconds: 50,
      onProgress: ({ best }) => (isFound ||= best !== null),
      isCancelled: () => isFound,
    });
    expect(status).toBe('feasible');
    expect(checkPlacing(problem, placements).violations).toEqual([]);
    expect(placements).toHaveLength(49);
  });
});
