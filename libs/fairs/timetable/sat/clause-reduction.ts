import { HEADER } from './literals.js';
import type { SatSolver } from './sat-solver.js';

/**
 * Forgets the less useful half of the learnt clauses, and moves the others together. Clauses of glue up to 2 stay for
 * good, those up to 6 as long as they are used. Only at level 0.
 */
export function reduceClauses(solver: SatSolver, simplify: boolean): void {
  const { arena } = solver;
  const candidates = solver.learnt.filter((clause) => {
    const glue = arena[clause + 1]!;
    const used = arena[clause + 2]!;
    if (used > 0) arena[clause + 2] = used - 1;
    return glue > 2 && (used === 0 || (glue > 6 && used < 2));
  });
  const rank = (clause: number): number => arena[clause + 1]! * 1024 + Math.min(1023, arena[clause]!);
  candidates.sort((a, b) => rank(b) - rank(a) || b - a);
  const forgotten = new Set(candidates.slice(0, candidates.length >> 1));
  compact(solver, forgotten, simplify);
}

function compact(solver: SatSolver, forgotten: ReadonlySet<number>, simplify: boolean): void {
  const old = solver.arena;
  solver.arena = new Int32Array(Math.max(old.length, 1 << 16));
  solver.arenaSize = 0;
  dropLongWatches(solver, simplify);
  // Nothing at level 0 is ever explained, so the reasons need not follow the clauses.
  for (let i = 0; i < solver.trailSize; i++) solver.reason[solver.trail[i]! >> 1] = -1;
  solver.given = moved(solver, old, solver.given, simplify);
  solver.learnt = moved(
    solver,
    old,
    solver.learnt.filter((clause) => !forgotten.has(clause)),
    simplify,
  );
}

function dropLongWatches(solver: SatSolver, simplify: boolean): void {
  const { watches, watchSize, value } = solver;
  for (let literal = 0; literal < 2 * solver.variables; literal++) {
    const list = watches[literal]!;
    const size = watchSize[literal]!;
    let kept = 0;
    const isSatisfied = simplify && value[literal]! > 0;
    for (let i = 0; i < size; i += 2) {
      if (list[i + 1]! >= 0 || isSatisfied || (simplify && value[list[i]!]! > 0)) continue;
      list[kept] = list[i]!;
      list[kept + 1] = -1;
      kept += 2;
    }
    watchSize[literal] = kept;
  }
}

/** Copies clauses into the new arena; at level 0 without what is false, and not at all where one is true. */
function moved(solver: SatSolver, old: Int32Array, clauses: readonly number[], simplify: boolean): number[] {
  const { arena, value } = solver;
  const result: number[] = [];
  for (const clause of clauses) {
    const at = solver.arenaSize;
    const end = clause + HEADER + old[clause]!;
    let to = at + HEADER;
    let isSatisfied = false;
    for (let k = clause + HEADER; k < end && !isSatisfied; k++) {
      const literal = old[k]!;
      const fixed = simplify ? value[literal]! : 0;
      if (fixed > 0) isSatisfied = true;
      else if (fixed === 0) arena[to++] = literal;
    }
    if (isSatisfied) continue;
    const size = to - at - HEADER;
    const [first, second] = [arena[at + HEADER]!, arena[at + HEADER + 1]!];
    if (size === 2) {
      solver.watch(first, second, -1);
      solver.watch(second, first, -1);
      continue;
    }
    arena[at] = size;
    arena[at + 1] = old[clause + 1]!;
    arena[at + 2] = old[clause + 2]!;
    solver.arenaSize = to;
    solver.watch(first, second, at);
    solver.watch(second, first, at);
    result.push(at);
  }
  return result;
}
