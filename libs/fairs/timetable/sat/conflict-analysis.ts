import { HEADER, NO_REASON, reasonLiteral, type Literal } from './literals.js';
import type { SatSolver } from './sat-solver.js';

export interface Learnt {
  /** The asserted literal first, one of the level to jump back to second. */
  readonly literals: Literal[];
  /** Number of different decision levels. */
  readonly glue: number;
  readonly backLevel: number;
}

/** The first unique implication point of a violated clause, minimised. */
export function analyse(solver: SatSolver, conflict: number): Learnt {
  const { seen, level, reason, trail, levelStart } = solver;
  const depth = levelStart.length;
  const literals: Literal[] = [0];
  let open = 0;
  const note = (literal: Literal): void => {
    const variable = literal >> 1;
    const at = level[variable]!;
    if (seen[variable] !== 0 || at === 0) return;
    seen[variable] = 1;
    solver.bump(variable);
    if (at >= depth) open++;
    else literals.push(literal);
  };
  let index = solver.trailSize - 1;
  let cause = conflict;
  let resolved: Literal = -1;
  if (conflict < 0) solver.binaryConflict.forEach(note);
  for (;;) {
    if (cause >= 0) noteClause(solver, cause, resolved, note);
    else if (resolved >= 0) note(reasonLiteral(cause));
    while (seen[trail[index]! >> 1] === 0) index--;
    resolved = trail[index--]!;
    cause = reason[resolved >> 1]!;
    open--;
    if (open === 0) break;
    seen[resolved >> 1] = 0;
  }
  literals[0] = resolved ^ 1;
  const noted = literals.map((literal) => literal >> 1);
  minimise(solver, literals, noted);
  for (const variable of noted) seen[variable] = 0;
  return finished(solver, literals);
}

function noteClause(
  solver: SatSolver,
  clause: number,
  skipped: Literal,
  note: (literal: Literal) => void,
): void {
  const { arena } = solver;
  const end = clause + HEADER + arena[clause]!;
  for (let k = clause + HEADER; k < end; k++) {
    const literal = arena[k]!;
    if (literal !== skipped) note(literal);
  }
  const glue = arena[clause + 1]!;
  if (glue === 0) return;
  arena[clause + 2] = 2;
  // A clause that has become more useful than it was when learnt is kept longer.
  if (glue > 2) arena[clause + 1] = Math.min(glue, glueOf(solver, arena, clause + HEADER, end));
}

/** Leaves out literals that the others imply. @param noted variables to unmark afterwards; more may be added */
function minimise(solver: SatSolver, literals: Literal[], noted: number[]): void {
  const { level, reason } = solver;
  let levels = 0;
  for (let i = 1; i < literals.length; i++) levels |= 1 << (level[literals[i]! >> 1]! & 31);
  let kept = 1;
  for (let i = 1; i < literals.length; i++) {
    const literal = literals[i]!;
    if (reason[literal >> 1] === NO_REASON || !isImplied(solver, literal, levels, noted))
      literals[kept++] = literal;
  }
  literals.length = kept;
}

const waiting: Literal[] = [];
const REDUNDANT = 2;
const NEEDED = 3;

/** Whether the literal follows from marked ones: a walk over its reasons (Sörensson and Biere 2009). */
function isImplied(solver: SatSolver, literal: Literal, levels: number, noted: number[]): boolean {
  const { seen, level, reason, arena } = solver;
  const before = noted.length;
  waiting.length = 0;
  waiting.push(literal);
  const visit = (cause: Literal): boolean => {
    const variable = cause >> 1;
    const mark = seen[variable]!;
    if (mark === 1 || mark === REDUNDANT || level[variable] === 0) return true;
    if (mark === NEEDED || reason[variable] === NO_REASON || ((1 << (level[variable]! & 31)) & levels) === 0)
      return false;
    seen[variable] = REDUNDANT;
    noted.push(variable);
    waiting.push(cause);
    return true;
  };
  while (waiting.length > 0) {
    const current = waiting.pop()!;
    const cause = reason[current >> 1]!;
    let implied = true;
    if (cause < 0) implied = visit(reasonLiteral(cause));
    else {
      const end = cause + HEADER + arena[cause]!;
      for (let k = cause + HEADER; k < end && implied; k++)
        if (arena[k]! >> 1 !== current >> 1) implied = visit(arena[k]!);
    }
    if (implied) continue;
    for (let i = before; i < noted.length; i++) seen[noted[i]!] = NEEDED;
    return false;
  }
  return true;
}

function finished(solver: SatSolver, literals: Literal[]): Learnt {
  const { level } = solver;
  let backLevel = 0;
  for (let i = 1, highest = 0; i < literals.length; i++) {
    const at = level[literals[i]! >> 1]!;
    if (at <= highest) continue;
    highest = backLevel = at;
    const second = literals[1]!;
    literals[1] = literals[i]!;
    literals[i] = second;
  }
  return { literals, glue: glueOf(solver, literals, 0, literals.length), backLevel };
}

let stamps = new Int32Array(0);
let stamp = 0;

/** Number of different decision levels among the literals. */
function glueOf(solver: SatSolver, literals: ArrayLike<Literal>, start: number, end: number): number {
  if (stamps.length <= solver.variables) stamps = new Int32Array(2 * solver.variables + 1);
  if (++stamp > 2e9) {
    stamps.fill(0);
    stamp = 1;
  }
  const { level } = solver;
  let glue = 0;
  for (let k = start; k < end; k++) {
    const at = level[literals[k]! >> 1]!;
    if (stamps[at] === stamp) continue;
    stamps[at] = stamp;
    glue++;
  }
  return glue;
}

/** The assumptions from which it follows that one more cannot hold; that one is among them. */
export function failedAssumptions(solver: SatSolver, failed: Literal): Literal[] {
  const { seen, level, reason, trail, levelStart, arena } = solver;
  const core: Literal[] = [failed];
  const mark = (literal: Literal): void => {
    if (level[literal >> 1]! > 0) seen[literal >> 1] = 1;
  };
  mark(failed);
  const start = levelStart[0] ?? solver.trailSize;
  for (let i = solver.trailSize - 1; i >= start; i--) {
    const literal = trail[i]!;
    if (seen[literal >> 1] === 0) continue;
    seen[literal >> 1] = 0;
    const cause = reason[literal >> 1]!;
    if (cause === NO_REASON) core.push(literal);
    else if (cause < 0) mark(reasonLiteral(cause));
    else {
      const end = cause + HEADER + arena[cause]!;
      for (let k = cause + HEADER; k < end; k++) if (arena[k]! >> 1 !== literal >> 1) mark(arena[k]!);
    }
  }
  return core;
}
