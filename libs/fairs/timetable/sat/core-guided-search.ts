import { totaliser } from './cardinality.js';
import { negated, type Literal } from './literals.js';
import type { SatSolver, Verdict } from './sat-solver.js';

/** What several searches for the same minimum know together. */
export interface SharedMinimum {
  /** The least cost of a model so far. */
  best: number | null;
  /** Proven: nothing costs less. Infinity where nothing is possible at all. */
  bound: number;
}

export const isSettled = ({ best, bound }: SharedMinimum): boolean =>
  bound === Infinity || (best !== null && best <= bound);

export interface MinimiseOptions {
  readonly shared: SharedMinimum;
  /**
   * Called with every model; read it with `solver.holds`.
   * @returns what the model really costs; null where it will not do, and clauses have been added that exclude it
   */
  readonly onModel: () => number | null;
  readonly onBound?: () => void;
  readonly stop?: () => boolean;
}

/**
 * As few as possible of the literals hold, each once: OLL (Andres, Kaufmann, Matheis, Schaub 2012; Morgado, Dodaro,
 * Marques-Silva 2014). Assume that every literal is false; a core of the contradiction raises the bound by one and is
 * replaced by "no more than one of these", and so on, until all that is assumed can hold. Cores are first gathered
 * disjointly, so that an early model gives an upper bound; they are shortened, and each new sum is pushed as far as
 * that is cheap.
 *
 * A generator: it stops after every `slice` conflicts, so that others can take turns; it is done when the shared
 * minimum is settled, or when `stop` says so.
 */
export class CoreGuidedSearch {
  private bound = 0;
  /** What is assumed to be false, with the sum that it counts, if any. */
  private readonly assumed = new Map<Literal, Sum | null>();

  constructor(
    private readonly solver: SatSolver,
    private readonly literals: readonly Literal[],
    private readonly options: MinimiseOptions,
    private readonly slice = 1000,
  ) {}

  *run(): Generator<void, void> {
    const first = yield* this.solve([]);
    if (first === 'unsatisfiable') this.raiseTo(Infinity);
    if (first !== 'satisfiable') return;
    for (const literal of this.literals) this.assumed.set(negated(literal), null);
    while (!this.isDone()) {
      const cores = yield* this.gatherCores();
      if (cores.length === 0 && !this.isDone())
        throw new Error('A model costs more than the literals that hold in it.');
      for (const core of cores) yield* this.replace(core);
    }
  }

  private isDone(): boolean {
    return isSettled(this.options.shared) || this.options.stop?.() === true;
  }

  /** Disjoint cores until the rest can hold. */
  private *gatherCores(): Generator<void, (readonly Literal[])[]> {
    const cores: (readonly Literal[])[] = [];
    const rest = new Set(this.assumed.keys());
    while (!this.isDone()) {
      const verdict = yield* this.solve([...rest]);
      if (verdict !== 'unsatisfiable') break;
      if (this.solver.core.length === 0) this.raiseTo(Infinity);
      const core = yield* this.shortened([...this.solver.core]);
      for (const literal of core) rest.delete(literal);
      cores.push(core);
      this.raiseTo(this.bound + 1);
    }
    return cores;
  }

  /** Leaves literals out of a core as long as the contradiction is quickly shown without them. */
  private *shortened(core: readonly Literal[]): Generator<void, readonly Literal[]> {
    let current = core;
    for (const literal of core) {
      if (current.length <= 1 || this.isDone()) break;
      if (!current.includes(literal)) continue;
      const without = current.filter((other) => other !== literal);
      if ((yield* this.solve(without, SHORTENING_CONFLICTS)) !== 'unsatisfiable') continue;
      const smaller = new Set(this.solver.core);
      current = without.filter((other) => smaller.has(other));
    }
    return current;
  }

  private *replace(core: readonly Literal[]): Generator<void, void> {
    for (const literal of core) {
      const sum = this.assumed.get(literal);
      this.assumed.delete(literal);
      const next = sum?.outputs[sum.index + 1];
      if (sum && next !== undefined)
        this.assumed.set(negated(next), { outputs: sum.outputs, index: sum.index + 1 });
    }
    this.solver.addClause(core.map(negated));
    if (core.length >= 2) yield* this.push(totaliser(this.solver, core.map(negated), core.length));
  }

  /** Assumes the first count of a new sum that is not refuted within a few conflicts. */
  private *push(outputs: readonly Literal[]): Generator<void, void> {
    let index = 1;
    for (; index < outputs.length && !this.isDone(); index++) {
      const within = negated(outputs[index]!);
      if ((yield* this.solve([within], EXHAUSTION_CONFLICTS)) !== 'unsatisfiable') break;
      this.solver.addClause([outputs[index]!]);
      this.raiseTo(this.bound + 1);
    }
    if (index < outputs.length) this.assumed.set(negated(outputs[index]!), { outputs, index });
  }

  private raiseTo(bound: number): void {
    this.bound = bound;
    const { shared, onBound } = this.options;
    if (bound <= shared.bound) return;
    shared.bound = bound;
    onBound?.();
  }

  private *solve(assumptions: readonly Literal[], conflicts = Infinity): Generator<void, Verdict> {
    const { solver, options } = this;
    const last = solver.conflicts + conflicts;
    while (solver.conflicts < last && options.stop?.() !== true) {
      const verdict = solver.solve(assumptions, {
        conflicts: Math.min(this.slice, last - solver.conflicts),
        stop: options.stop,
      });
      if (verdict === 'unsatisfiable') return verdict;
      if (verdict === 'satisfiable') {
        const cost = options.onModel();
        if (cost === null) continue;
        if (options.shared.best === null || cost < options.shared.best) options.shared.best = cost;
        return verdict;
      }
      yield;
      // Another search may have settled it meanwhile.
      if (isSettled(options.shared)) break;
    }
    return 'unknown';
  }
}

/** A sum of literals that are known not all to be false; its outputs say by how much more it grows. */
interface Sum {
  readonly outputs: readonly Literal[];
  readonly index: number;
}

const SHORTENING_CONFLICTS = 400;
const EXHAUSTION_CONFLICTS = 2000;
