import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { between, runningCounts } from './cardinality.js';
import { negated } from './literals.js';
import { luby } from './restart-policy.js';
import { SatSolver } from './sat-solver.js';

const VARIABLES = 7;
const literal = fc.nat(2 * VARIABLES - 1);
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 40 });

function isSatisfiable(formula: number[][]): boolean {
  for (let values = 0; values < 1 << VARIABLES; values++) {
    const holds = (one: number): boolean => ((values >> (one >> 1)) & 1) === (one & 1 ? 0 : 1);
    if (formula.every((clause) => clause.some(holds))) return true;
  }
  return false;
}

function solverOf(formula: number[][]): SatSolver {
  const solver = new SatSolver();
  for (let i = 0; i < VARIABLES; i++) solver.variable();
  for (const clause of formula) solver.addClause(clause);
  return solver;
}

describe('SatSolver', () => {
  it('decides small formulas as trying all values does, again and again under assumptions', () => {
    fc.assert(
      fc.property(
        clauses,
        fc.array(fc.array(literal, { maxLength: 4 }), { maxLength: 4 }),
        (formula, rounds) => {
          const solver = solverOf(formula);
          for (const assumptions of [...rounds, []]) {
            const expected = isSatisfiable([...formula, ...assumptions.map((one) => [one])]);
            expect(solver.solve(assumptions)).toBe(expected ? 'satisfiable' : 'unsatisfiable');
            if (expected)
              for (const clause of [...formula, ...assumptions.map((one) => [one])])
                expect(clause.some((one) => solver.holds(one))).toBe(true);
            else {
              expect(assumptions).toEqual(expect.arrayContaining(solver.core));
              expect(isSatisfiable([...formula, ...solver.core.map((one) => [one])])).toBe(false);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('refutes that nine pigeons fit eight holes, forgetting clauses on the way', () => {
    const solver = new SatSolver();
    const sits = Array.from({ length: 9 }, () => Array.from({ length: 8 }, () => solver.variable()));
    for (const row of sits) solver.addClause(row);
    for (let hole = 0; hole < 8; hole++)
      between(
        solver,
        sits.map((row) => row[hole]!),
        0,
        1,
      );
    expect(solver.solve()).toBe('unsatisfiable');
    expect(solver.conflicts).toBeGreaterThan(3000);
  });

  it('gives up after the conflicts allowed, and takes the same steps each time', () => {
    const run = (): [string, number] => {
      const solver = new SatSolver();
      const sits = Array.from({ length: 9 }, () => Array.from({ length: 8 }, () => solver.variable()));
      for (const row of sits) solver.addClause(row);
      for (let hole = 0; hole < 8; hole++)
        between(
          solver,
          sits.map((row) => row[hole]!),
          0,
          1,
        );
      return [solver.solve([], { conflicts: 500 }), solver.conflicts];
    };
    expect(run()).toEqual(['unknown', 500]);
    expect(run()).toEqual(run());
  });
});

describe('cardinalities', () => {
  it('hold exactly where the numbers do', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(7), fc.nat(127), (low, high, values) => {
        const solver = solverOf([]);
        const inputs = Array.from({ length: VARIABLES }, (_, i) => 2 * i);
        between(solver, inputs, low, high);
        const counts = runningCounts(solver, inputs, VARIABLES);
        const chosen = inputs.map((input, i) => ((values >> i) & 1 ? input : negated(input)));
        const count = chosen.filter((one) => (one & 1) === 0).length;
        const expected = count >= low && count <= high;
        expect(solver.solve(chosen)).toBe(expected ? 'satisfiable' : 'unsatisfiable');
        if (expected) expect(counts.at(-1)!.filter((one) => solver.holds(one))).toHaveLength(count);
      }),
    );
  });
});

it('restarts by the sequence of Luby', () => {
  expect(Array.from({ length: 15 }, (_, i) => luby(i + 1))).toEqual([
    1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8,
  ]);
});
