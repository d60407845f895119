import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlacing } from '../placing/check-placing.js';
import type { Placement, PlacingProblem } from '../timetable.types.js';
import { replan } from './replan.js';

/** A small event and a timetable of it that was right before something changed, or nearly so. */
const changedEvents = fc
  .record({
    slots: fc.integer({ min: 2, max: 4 }),
    pairs: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 6 }),
    tables: fc.integer({ min: 1, max: 3 }),
    busy: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
    order: fc.option(fc.tuple(fc.nat(5), fc.nat(5)), { nil: null }),
    interpreters: fc.integer({ min: 1, max: 2 }),
    own: fc.boolean(),
    shared: fc.boolean(),
  })
  .map(({ slots, pairs, tables, busy, order, interpreters, own, shared }) => {
    const kept = pairs.filter(([a, b]) => a !== b);
    const problem: PlacingProblem = {
      slots,
      tables: Array.from({ length: tables }, (_, table) => ({ id: `t${table}` })),
      participants: Array.from({ length: 5 }, (_, firm) => ({
        id: `f${firm}`,
        unavailable: busy.filter(([who]) => who === firm).map(([, slot]) => slot),
      })),
      meetings: kept.map(([a, b], index) => ({
        id: `m${index}`,
        participants: [`f${a}`, `f${b}`],
        after: order?.[0] === index && order[1] < index ? [`m${order[1]}`] : [],
        needs: index % 2 === 0 ? ['en'] : [],
        tables: own && index === 0 ? ['t0'] : shared && index < 3 ? ['t0', 't1'].slice(0, tables) : null,
      })),
      resources: [{ id: 'en', available: interpreters }],
      fairness: null,
    };
    const current = kept.flatMap(([, , slot], index) =>
      slot < slots ? [{ meeting: `m${index}`, slot, table: `t${index % tables}` }] : [],
    );
    return { problem, current };
  });

/** The fewest moves of all timetables, by trying them all; null where there is none. */
function fewestMoves(problem: PlacingProblem, current: readonly Placement[]): number | null {
  const before = new Map(current.map(({ meeting, slot }) => [meeting, slot]));
  const { meetings, tables, slots } = problem;
  let fewest: number | null = null;
  const chosen: number[] = [];
  const isRight = (placed: Placement[]): boolean => {
    if (placed.length === meetings.length) return checkPlacing(problem, placed).violations.length === 0;
    const slot = chosen[placed.length]!;
    return tables.some(
      ({ id: table }) =>
        !placed.some((other) => other.slot === slot && other.table === table) &&
        isRight([...placed, { meeting: meetings[placed.length]!.id, slot, table }]),
    );
  };
  const place = (moves: number): void => {
    if (fewest !== null && moves >= fewest) return;
    const meeting = meetings[chosen.length];
    if (!meeting) {
      if (isRight([])) fewest = moves;
      return;
    }
    for (let slot = 0; slot < slots; slot++) {
      const clash = chosen.some(
        (other, index) =>
          other === slot && meetings[index]!.participants.some((id) => meeting.participants.includes(id)),
      );
      if (clash) continue;
      const was = before.get(meeting.id);
      chosen.push(slot);
      place(moves + Number(was !== undefined && was !== slot));
      chosen.pop();
    }
  };
  place(0);
  return fewest;
}

/** Who is left out, by the rule itself: each step tries all that wait, each by all timetables. Null: there is none. */
function admittedByHand(
  problem: PlacingProblem,
  current: readonly Placement[],
  optional: string[],
): string[] | null {
  const moves = (ids: readonly string[]) =>
    fewestMoves({ ...problem, meetings: problem.meetings.filter(({ id }) => ids.includes(id)) }, current);
  const all = problem.meetings.map(({ id }) => id);
  if (moves(all) !== null) return [];
  const accepted = all.filter((id) => !optional.includes(id));
  if (moves(accepted) === null) return null;
  const firmsOf = (id: string) => problem.meetings.find((one) => one.id === id)?.participants ?? [];
  const left: string[] = [];
  for (let waiting = [...optional]; waiting.length > 0;) {
    const served = (id: string) =>
      firmsOf(id)
        .map((firm) => accepted.filter((other) => firmsOf(other).includes(firm)).length)
        .sort((a, b) => a - b);
    const options = waiting
      .map((id, line) => ({ id, moves: moves([...accepted, id]), rank: [...served(id), line] }))
      .filter((one) => one.moves !== null)
      .sort((a, b) => {
        const [x, y] = [
          [a.moves!, ...a.rank],
          [b.moves!, ...b.rank],
        ];
        const at = x.findIndex((value, i) => value !== y[i]);
        return at < 0 ? 0 : x[at]! - y[at]!;
      });
    left.push(...waiting.filter((id) => !options.some((one) => one.id === id)));
    const next = options[0]?.id;
    if (next) accepted.push(next);
    waiting = options.map(({ id }) => id).filter((id) => id !== next);
    waiting.sort((a, b) => optional.indexOf(a) - optional.indexOf(b));
  }
  return optional.filter((id) => left.includes(id));
}

describe('replan', () => {
  it('moves as few meetings as any timetable could, and breaks no rule', () => {
    fc.assert(
      fc.property(changedEvents, ({ problem, current }) => {
        const result = replan(problem, current);
        const fewest = fewestMoves(problem, current);
        expect(result.status).toBe(fewest === null ? 'infeasible' : 'optimal');
        if (fewest === null) return;
        expect(result.moved).toHaveLength(fewest);
        expect(result.movesBound).toBe(fewest);
        expect(checkPlacing(problem, result.placements).violations).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('lets in what moves fewest, then the least-served firms, then the first in line', () => {
    fc.assert(
      fc.property(changedEvents, fc.integer({ min: 1, max: 4 }), ({ problem, current }, count) => {
        const meetings = problem.meetings.map(({ after: _, ...meeting }) => meeting);
        const optional = meetings.slice(-count).map(({ id }) => id);
        const event = { ...problem, meetings };
        const placed = current.filter(({ meeting }) => !optional.includes(meeting));
        const result = replan(event, placed, { optional });
        const expected = admittedByHand(event, placed, optional);
        expect(result.status).toBe(expected === null ? 'infeasible' : 'optimal');
        if (expected) expect(result.leftOut).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out who is last in line, where not all have room', () => {
    const problem: PlacingProblem = {
      slots: 2,
      tables: [{ id: 't' }],
      participants: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
      meetings: [
        { id: 'old', participants: ['a', 'b'] },
        { id: 'second', participants: ['b', 'd'] },
        { id: 'first', participants: ['a', 'c'] },
      ],
    };
    const current = [{ meeting: 'old', slot: 1, table: 't' }];
    const { leftOut, moved, placements } = replan(problem, current, { optional: ['first', 'second'] });
    expect({ leftOut, moved }).toEqual({ leftOut: ['second'], moved: [] });
    expect(placements).toContainEqual({ meeting: 'first', slot: 0, table: 't' });
  });
});
