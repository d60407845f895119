import { analyse, failedAssumptions } from './conflict-analysis.js';
import { reduceClauses } from './clause-reduction.js';
import { binaryReason, HEADER, NO_REASON, widened, type Literal } from './literals.js';
import { RestartPolicy } from './restart-policy.js';
import { VariableHeap } from './variable-heap.js';

export type Verdict = 'satisfiable' | 'unsatisfiable' | 'unknown';
export interface SolveLimits {
  /** Conflicts after which to give up. */
  readonly conflicts?: number;
  /** Asked every few hundred conflicts; true ends the search. */
  readonly stop?: () => boolean;
}

const NO_CONFLICT = -1;
const BINARY_CONFLICT = -2;

/**
 * Decides whether clauses can all hold: conflict-driven clause learning (Marques-Silva and Sakallah 1999) with two
 * watched literals and activities (Chaff 2001), phase saving, glue (Glucose 2009) and recursive minimisation
 * (MiniSat 2005). Clauses and variables may be added between calls; assumptions hold for one call. Its state is in
 * typed arrays; the same calls give the same answers on every machine.
 */
export class SatSolver {
  variables = 0;
  /** False once the clauses contradict each other whatever is assumed. */
  consistent = true;
  conflicts = 0;
  /** 1 true, -1 false, 0 open; by literal. */
  value = new Int8Array(0);
  level = new Int32Array(0);
  reason = new Int32Array(0);
  seen = new Uint8Array(0);
  trail = new Int32Array(0);
  trailSize = 0;
  readonly levelStart: number[] = [];
  arena = new Int32Array(1 << 16);
  arenaSize = 0;
  given: number[] = [];
  learnt: number[] = [];
  watches: Int32Array[] = [];
  watchSize = new Int32Array(0);
  readonly order = new VariableHeap();
  /** The two literals of the last two-literal clause that was violated. */
  readonly binaryConflict: [Literal, Literal] = [0, 0];
  /** After `unsatisfiable`: assumptions that cannot all hold; empty where none is needed. */
  core: Literal[] = [];
  private model = new Int8Array(0);
  private phase = new Int8Array(0);
  private target = new Int8Array(0);
  private targetSize = 0;
  private increment = 1;
  private head = 0;
  private reduceAt = 3000;
  private reductions = 0;
  private unitsAtReduction = 0;
  private readonly restarts = new RestartPolicy();
  private assumptions: readonly Literal[] = [];

  /** A new variable's positive literal. @param phase what to try first */
  variable(phase = false, activity = 0): Literal {
    const variable = this.variables++;
    if (variable >= this.level.length) this.grow(Math.max(1024, 2 * variable));
    this.phase[variable] = phase ? 1 : -1;
    this.order.activity[variable] = activity;
    this.order.insert(variable);
    return 2 * variable;
  }

  /** Whether the literal held in the last model. */
  holds(literal: Literal): boolean {
    return this.model[literal]! > 0;
  }

  /** True where the literal is decided whatever is assumed. */
  isFixed(literal: Literal): boolean {
    return this.value[literal] !== 0 && this.level[literal >> 1] === 0;
  }

  addClause(literals: readonly Literal[]): void {
    this.backtrack(0);
    if (!this.consistent) return;
    const kept: Literal[] = [];
    for (const literal of literals.length < 3 ? literals : [...literals].sort((a, b) => a - b)) {
      const value = this.value[literal]!;
      if (value > 0 || kept.includes(literal ^ 1)) return;
      if (value === 0 && kept[kept.length - 1] !== literal) kept.push(literal);
    }
    if (kept.length === 0) this.consistent = false;
    else if (kept.length === 1) {
      this.assign(kept[0]!, NO_REASON);
      if (this.propagate() !== NO_CONFLICT) this.consistent = false;
    } else if (kept.length === 2) this.watchBinary(kept[0]!, kept[1]!);
    else this.given.push(this.store(kept, 0));
  }

  solve(assumptions: readonly Literal[] = [], limits: SolveLimits = {}): Verdict {
    this.backtrack(0);
    this.core = [];
    this.assumptions = assumptions;
    if (!this.consistent) return 'unsatisfiable';
    const verdict = this.search(this.conflicts + (limits.conflicts ?? Infinity), limits.stop);
    this.backtrack(0);
    return verdict;
  }

  private search(lastConflict: number, stop?: () => boolean): Verdict {
    for (;;) {
      const conflict = this.propagate();
      if (conflict !== NO_CONFLICT) {
        if (!this.learn(conflict)) return 'unsatisfiable';
        if (this.conflicts >= lastConflict || ((this.conflicts & 255) === 0 && stop?.())) return 'unknown';
        continue;
      }
      if (this.restarts.due()) this.restart();
      if (this.conflicts >= this.reduceAt) this.reduce();
      const decision = this.decide();
      if (decision === FAILED) return 'unsatisfiable';
      if (decision === COMPLETE) {
        this.model = this.value.slice();
        return 'satisfiable';
      }
      this.levelStart.push(this.trailSize);
      if (decision !== EMPTY_LEVEL) this.assign(decision, NO_REASON);
    }
  }

  /** The next assumption, or else the most active open variable in its saved phase. */
  private decide(): number {
    const depth = this.levelStart.length;
    if (depth < this.assumptions.length) {
      const assumption = this.assumptions[depth]!;
      const value = this.value[assumption]!;
      if (value > 0) return EMPTY_LEVEL;
      if (value === 0) return assumption;
      this.core = failedAssumptions(this, assumption);
      return FAILED;
    }
    while (!this.order.isEmpty) {
      const variable = this.order.pop();
      if (this.value[2 * variable] !== 0) continue;
      const wanted = this.restarts.stable && this.target[variable] ? this.target : this.phase;
      return 2 * variable + (wanted[variable]! > 0 ? 0 : 1);
    }
    return COMPLETE;
  }

  /** Learns from a violated clause and jumps back. @returns false where nothing is left to try */
  private learn(conflict: number): boolean {
    this.conflicts++;
    if (this.levelStart.length === 0) {
      this.consistent = false;
      return false;
    }
    if (this.restarts.stable) this.keepTarget();
    const { literals, glue, backLevel } = analyse(this, conflict);
    this.restarts.learnt(glue);
    this.backtrack(backLevel);
    const asserted = literals[0]!;
    if (literals.length === 1) this.assign(asserted, NO_REASON);
    else if (literals.length === 2) {
      this.watchBinary(asserted, literals[1]!);
      this.assign(asserted, binaryReason(literals[1]!));
    } else {
      const clause = this.store(literals, Math.max(1, glue));
      this.learnt.push(clause);
      this.assign(asserted, clause);
    }
    this.increment /= this.restarts.stable ? 0.97 : 0.95;
    if (this.increment > 1e100) {
      this.increment *= 1e-100;
      this.order.scale(1e-100);
    }
    return true;
  }

  bump(variable: number): void {
    this.order.activity[variable]! += this.increment;
    this.order.raised(variable);
  }

  /** Remembers the longest assignment without a conflict: in stable mode the search returns to it. */
  private keepTarget(): void {
    const size = this.levelStart[this.levelStart.length - 1]!;
    if (size <= this.targetSize) return;
    this.targetSize = size;
    this.target.fill(0);
    for (let i = 0; i < size; i++) {
      const literal = this.trail[i]!;
      this.target[literal >> 1] = literal & 1 ? -1 : 1;
    }
  }

  private restart(): void {
    this.restarts.restarted();
    if (this.restarts.switchedMode()) {
      this.targetSize = 0;
      this.target.fill(0);
    }
    this.backtrack(Math.min(this.levelStart.length, this.assumptions.length));
  }

  private reduce(): void {
    this.backtrack(0);
    const newUnits = this.trailSize > this.unitsAtReduction;
    reduceClauses(this, newUnits);
    this.unitsAtReduction = this.trailSize;
    this.reduceAt = this.conflicts + 3000 + 600 * ++this.reductions;
  }

  private assign(literal: Literal, reason: number): void {
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    const variable = literal >> 1;
    this.level[variable] = this.levelStart.length;
    this.reason[variable] = reason;
    this.trail[this.trailSize++] = literal;
  }

  private backtrack(level: number): void {
    if (this.levelStart.length <= level) return;
    const { trail, value, phase, order } = this;
    const start = this.levelStart[level]!;
    for (let i = this.trailSize - 1; i >= start; i--) {
      const literal = trail[i]!;
      value[literal] = 0;
      value[literal ^ 1] = 0;
      const variable = literal >> 1;
      phase[variable] = literal & 1 ? -1 : 1;
      if (!order.has(variable)) order.insert(variable);
    }
    this.trailSize = start;
    this.head = Math.min(this.head, start);
    this.levelStart.length = level;
  }

  /** Assigns what follows. @returns NO_CONFLICT, or the clause that is violated */
  private propagate(): number {
    while (this.head < this.trailSize) {
      const conflict = this.visitWatches(this.trail[this.head++]! ^ 1);
      if (conflict !== NO_CONFLICT) {
        this.head = this.trailSize;
        return conflict;
      }
    }
    return NO_CONFLICT;
  }

  /** The clauses that watch a literal which has become false: each finds another, forces its last, or is violated. */
  private visitWatches(falsified: Literal): number {
    const { value, arena } = this;
    const list = this.watches[falsified]!;
    const size = this.watchSize[falsified]!;
    let kept = 0;
    let conflict = NO_CONFLICT;
    let i = 0;
    while (i < size) {
      const blocker = list[i]!;
      const clause = list[i + 1]!;
      i += 2;
      const blocked = value[blocker]!;
      if (blocked > 0 || clause < 0) {
        list[kept] = blocker;
        list[kept + 1] = clause;
        kept += 2;
        if (blocked === 0) this.assign(blocker, binaryReason(falsified));
        else if (blocked < 0) {
          this.binaryConflict[0] = blocker;
          this.binaryConflict[1] = falsified;
          conflict = BINARY_CONFLICT;
          break;
        }
        continue;
      }
      let other = arena[clause + HEADER]!;
      if (other === falsified) other = arena[clause + HEADER + 1]!;
      const otherValue = value[other]!;
      if (otherValue <= 0 && this.moveWatch(clause, falsified, other)) continue;
      list[kept] = other;
      list[kept + 1] = clause;
      kept += 2;
      if (otherValue === 0) this.assign(other, clause);
      else if (otherValue < 0) {
        conflict = clause;
        break;
      }
    }
    if (i > kept && i < size) list.copyWithin(kept, i, size);
    this.watchSize[falsified] = kept + (size - i);
    return conflict;
  }

  /** Lets the clause watch another literal that is not false, where it has one; puts the watched two in front. */
  private moveWatch(clause: number, falsified: Literal, other: Literal): boolean {
    const { arena, value } = this;
    const start = clause + HEADER;
    arena[start] = other;
    arena[start + 1] = falsified;
    const end = start + arena[clause]!;
    for (let k = start + 2; k < end; k++) {
      const literal = arena[k]!;
      if (value[literal]! < 0) continue;
      arena[start + 1] = literal;
      arena[k] = falsified;
      this.watch(literal, other, clause);
      return true;
    }
    return false;
  }

  watch(literal: Literal, blocker: Literal, clause: number): void {
    const size = this.watchSize[literal]!;
    let list = this.watches[literal]!;
    if (size === list.length) {
      const longer = new Int32Array(Math.max(8, 2 * size));
      longer.set(list);
      this.watches[literal] = list = longer;
    }
    list[size] = blocker;
    list[size + 1] = clause;
    this.watchSize[literal] = size + 2;
  }

  private watchBinary(a: Literal, b: Literal): void {
    this.watch(a, b, -1);
    this.watch(b, a, -1);
  }

  private store(literals: ArrayLike<Literal>, glue: number): number {
    const size = literals.length;
    const clause = this.arenaSize;
    if (clause + size + HEADER > this.arena.length) {
      const larger = new Int32Array(2 * this.arena.length + size);
      larger.set(this.arena);
      this.arena = larger;
    }
    this.arena[clause] = size;
    this.arena[clause + 1] = glue;
    this.arena[clause + 2] = 2;
    for (let i = 0; i < size; i++) this.arena[clause + HEADER + i] = literals[i]!;
    this.arenaSize = clause + size + HEADER;
    this.watch(literals[0]!, literals[1]!, clause);
    this.watch(literals[1]!, literals[0]!, clause);
    return clause;
  }

  private grow(capacity: number): void {
    this.value = widened(Int8Array, this.value, 2 * capacity);
    this.level = widened(Int32Array, this.level, capacity);
    this.reason = widened(Int32Array, this.reason, capacity);
    this.seen = widened(Uint8Array, this.seen, capacity);
    this.trail = widened(Int32Array, this.trail, capacity);
    this.phase = widened(Int8Array, this.phase, capacity);
    this.target = widened(Int8Array, this.target, capacity);
    this.watchSize = widened(Int32Array, this.watchSize, 2 * capacity);
    while (this.watches.length < 2 * capacity) this.watches.push(NO_WATCHES);
    this.order.grow(capacity);
  }
}

const EMPTY_LEVEL = -1;
const COMPLETE = -2;
const FAILED = -3;
const NO_WATCHES = new Int32Array(0);
