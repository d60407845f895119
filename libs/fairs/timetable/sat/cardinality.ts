import { negated, type Literal } from './literals.js';
import type { SatSolver } from './sat-solver.js';

/**
 * Literals `outputs[k]` that hold where more than k of the inputs do, for k below `limit` (the unary sums of Bailleux
 * and Boufkhad's totaliser, 2003, cut off at the limit). Unless `exact`, only that direction: an output may hold
 * without need.
 */
export function totaliser(
  solver: SatSolver,
  inputs: readonly Literal[],
  limit: number,
  exact = false,
): Literal[] {
  if (inputs.length <= 1) return inputs.slice(0, limit);
  const half = inputs.length >> 1;
  const left = totaliser(solver, inputs.slice(0, half), limit, exact);
  const right = totaliser(solver, inputs.slice(half), limit, exact);
  const size = Math.min(limit, left.length + right.length);
  const outputs = Array.from({ length: size }, () => solver.variable());
  for (let i = 0; i <= left.length; i++)
    for (let j = 0; j <= right.length; j++) {
      // Sums above the limit need no clause beyond those just at it.
      if (i + j > 0 && i + j <= size)
        solver.addClause([outputs[i + j - 1]!, ...not(left[i - 1]), ...not(right[j - 1])]);
      if (exact && i + j < size)
        solver.addClause([negated(outputs[i + j]!), ...left.slice(i, i + 1), ...right.slice(j, j + 1)]);
    }
  for (let k = 1; k < size; k++) solver.addClause([negated(outputs[k]!), outputs[k - 1]!]);
  return outputs;
}

const not = (literal: Literal | undefined): Literal[] => (literal === undefined ? [] : [negated(literal)]);

/** At least `low` and at most `high` of the literals hold. */
export function between(solver: SatSolver, literals: readonly Literal[], low: number, high: number): void {
  if (low <= 0 && literals.length <= high) return;
  if (high < low || literals.length < low) solver.addClause([]);
  else if (high <= 0) for (const literal of literals) solver.addClause([negated(literal)]);
  else if (low <= 0 && high === 1 && literals.length <= 24) atMostOne(solver, literals);
  else {
    const outputs = totaliser(solver, literals, Math.min(literals.length, high + 1), low > 0);
    if (outputs[high] !== undefined) solver.addClause([negated(outputs[high])]);
    if (low > 0) solver.addClause([outputs[low - 1]!]);
  }
}

export function atMostOne(solver: SatSolver, literals: readonly Literal[]): void {
  for (let i = 0; i < literals.length; i++)
    for (let j = 0; j < i; j++) solver.addClause([negated(literals[i]!), negated(literals[j]!)]);
}

/**
 * Running counts: `counts[t][k]` holds exactly where more than k of `literals[0..t]` do (Sinz's sequential counter,
 * 2005, in both directions), for k below `limit`. Larger counts are not told apart.
 */
export function runningCounts(solver: SatSolver, literals: readonly Literal[], limit: number): Literal[][] {
  const counts: Literal[][] = [];
  for (const [t, literal] of literals.entries()) {
    const before = counts[t - 1] ?? [];
    const size = Math.min(limit, t + 1);
    const now = Array.from({ length: size }, () => solver.variable());
    for (let k = 0; k < size; k++) {
      const [same, less] = [before[k], before[k - 1]];
      const count = now[k]!;
      // It was so before, or one more has come.
      if (same !== undefined) solver.addClause([negated(same), count]);
      const orMore = less === undefined ? [] : [negated(less)];
      solver.addClause([negated(literal), ...orMore, count]);
      solver.addClause([negated(count), literal, ...(same === undefined ? [] : [same])]);
      if (less !== undefined) solver.addClause([negated(count), less]);
    }
    counts.push(now);
  }
  return counts;
}
