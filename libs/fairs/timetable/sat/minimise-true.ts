import { totaliser } from './cardinality.js';
import { negated, type Literal } from './literals.js';
import type { SatSolver, Verdict } from './sat-solver.js';

export interface Minimum {
  /** `optimal`: the best model's cost equals the bound. `feasible`: time is up, the cost is above the bound. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly cost: number | null;
  readonly bound: number;
}

export interface MinimiseOptions {
  /**
   * Called with every model; read it with `solver.holds`.
   * @returns what the model really costs; null where it will not do, and clauses have been added that exclude it
   */
  readonly onModel: () => number | null;
  readonly onBound?: (bound: number) => void;
  readonly stop?: () => boolean;
  /** Conflicts in all, after which the search ends: unlike time, the same on every machine. */
  readonly conflicts?: number;
  /** Something that is known to cost at least so much. */
  readonly knownBound?: number;
}

/** As few as possible of the literals hold, each once: core-guided search with soft cardinalities. */
export function minimiseTrue(
  solver: SatSolver,
  literals: readonly Literal[],
  options: MinimiseOptions,
): Minimum {
  return new CoreGuided(solver, literals, options).run();
}

/** A sum of literals that are known not all to be false; its outputs say by how much more it grows. */
interface Sum {
  readonly outputs: readonly Literal[];
  readonly index: number;
}

/**
 * OLL (Andres, Kaufmann, Matheis, Schaub 2012; Morgado, Dodaro, Marques-Silva 2014): assume that every literal is
 * false; a core of the contradiction raises the bound by one and is replaced by "no more than one of these", and so
 * on, until all that is assumed can hold. Cores are first gathered disjointly, so that an early model gives an upper
 * bound; they are shortened, and each new sum is pushed as far as that is cheap.
 */
class CoreGuided {
  private bound = 0;
  private best: number | null = null;
  private readonly assumed = new Map<Literal, Sum | null>();
  private readonly lastConflict: number;

  constructor(
    private readonly solver: SatSolver,
    private readonly softs: readonly Literal[],
    private readonly options: MinimiseOptions,
  ) {
    this.lastConflict = solver.conflicts + (options.conflicts ?? Infinity);
  }

  run(): Minimum {
    const first = this.solve([]);
    if (first === 'unsatisfiable') return { status: 'infeasible', cost: null, bound: Infinity };
    if (first === 'unknown') return { status: 'unknown', cost: null, bound: this.options.knownBound ?? 0 };
    for (const soft of this.softs) this.assumed.set(negated(soft), null);
    while (!this.isDone()) {
      const gathered = this.gatherCores();
      if (gathered === 'out of time') break;
      for (const core of gathered) this.replace(core);
    }
    const bound = Math.max(this.bound, this.options.knownBound ?? 0);
    return { status: this.isDone() ? 'optimal' : 'feasible', cost: this.best, bound };
  }

  private isDone(): boolean {
    return this.best !== null && this.best <= Math.max(this.bound, this.options.knownBound ?? 0);
  }

  /** Disjoint cores until the rest can hold. */
  private gatherCores(): Literal[][] | 'out of time' {
    const cores: Literal[][] = [];
    const rest = new Set(this.assumed.keys());
    for (;;) {
      const verdict = this.solve([...rest]);
      if (verdict === 'unknown') return 'out of time';
      if (verdict === 'satisfiable') return cores;
      const core = this.shortened([...this.solver.core]);
      for (const literal of core) rest.delete(literal);
      cores.push(core);
      this.raise();
      if (this.isDone()) return cores;
    }
  }

  /** Leaves literals out of a core as long as the contradiction is quickly shown without them. */
  private shortened(core: Literal[]): Literal[] {
    let current = core;
    if (current.length <= 1) return current;
    for (const literal of core) {
      if (!current.includes(literal)) continue;
      const without = current.filter((other) => other !== literal);
      if (this.solve(without, SHORTENING_CONFLICTS) !== 'unsatisfiable') continue;
      const smaller = new Set(this.solver.core);
      current = without.filter((other) => smaller.has(other));
      if (current.length <= 1) break;
    }
    return current;
  }

  private replace(core: readonly Literal[]): void {
    for (const literal of core) {
      const sum = this.assumed.get(literal);
      this.assumed.delete(literal);
      const next = sum?.outputs[sum.index + 1];
      if (sum && next !== undefined)
        this.assumed.set(negated(next), { outputs: sum.outputs, index: sum.index + 1 });
    }
    this.solver.addClause(core.map(negated));
    if (core.length < 2) return;
    const outputs = totaliser(this.solver, core.map(negated), core.length);
    this.push(outputs);
  }

  /** Assumes the first count of a new sum that is not refuted within a few conflicts. */
  private push(outputs: readonly Literal[]): void {
    let index = 1;
    while (index < outputs.length && !this.isDone()) {
      const within = negated(outputs[index]!);
      if (this.solve([within], EXHAUSTION_CONFLICTS) !== 'unsatisfiable') break;
      this.solver.addClause([outputs[index]!]);
      this.raise();
      index++;
    }
    if (index < outputs.length) this.assumed.set(negated(outputs[index]!), { outputs, index });
  }

  private raise(): void {
    this.bound++;
    this.options.onBound?.(this.bound);
  }

  private solve(assumptions: readonly Literal[], conflicts = Infinity): Verdict {
    const { solver, options } = this;
    if (solver.conflicts >= this.lastConflict || options.stop?.()) return 'unknown';
    const verdict = solver.solve(assumptions, {
      conflicts: Math.min(conflicts, this.lastConflict - solver.conflicts),
      stop: options.stop,
    });
    if (verdict === 'satisfiable') {
      const cost = options.onModel();
      if (cost === null) return this.solve(assumptions, conflicts);
      if (this.best === null || cost < this.best) this.best = cost;
    }
    return verdict;
  }
}

const SHORTENING_CONFLICTS = 400;
const EXHAUSTION_CONFLICTS = 2000;
