import { totaliser } from './cardinality.js';
import { isSettled, type MinimiseOptions } from './core-guided-search.js';
import { negated, type Literal } from './literals.js';
import type { SatSolver, Verdict } from './sat-solver.js';

/**
 * As few as possible of the literals hold: from one model to a better one. Asks for half-way between bound and best;
 * what is not decided within some thousand conflicts is asked again nearer to the best. Finds good models where the
 * core-guided search is still busy with its bound; the two share what they know.
 */
export class ModelImprovingSearch {
  constructor(
    private readonly solver: SatSolver,
    private readonly literals: readonly Literal[],
    private readonly options: MinimiseOptions,
    private readonly slice = 1000,
  ) {}

  *run(): Generator<void, void> {
    const { shared, onBound } = this.options;
    if ((yield* this.solve([], Infinity)) === 'unsatisfiable') {
      shared.bound = Infinity;
      onBound?.();
    }
    if (shared.best === null || this.isDone()) return;
    const counts = totaliser(this.solver, this.literals, Math.min(this.literals.length, shared.best));
    let patience = 0;
    while (!this.isDone()) {
      const { best, bound } = shared as { best: number; bound: number };
      // The n-th time in vain, the n-th half of the way from the bound to the best.
      const target =
        patience >= MOST_PATIENCE
          ? best - 1
          : best - Math.max(1, Math.ceil((best - bound) / 2 ** (patience + 1)));
      const limit = target === best - 1 ? Infinity : TRIAL_CONFLICTS;
      const verdict = yield* this.solve([negated(counts[target]!)], limit);
      if (verdict === 'unknown') patience++;
      else patience = 0;
      if (verdict !== 'unsatisfiable' || target < shared.bound) continue;
      shared.bound = target + 1;
      onBound?.();
    }
  }

  private isDone(): boolean {
    return isSettled(this.options.shared) || this.options.stop?.() === true;
  }

  private *solve(assumptions: readonly Literal[], conflicts: number): Generator<void, Verdict> {
    const { solver, options } = this;
    const { shared } = options;
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
        if (shared.best === null || cost < shared.best) shared.best = cost;
        return verdict;
      }
      const known = shared.best;
      yield;
      if (isSettled(shared) || shared.best !== known) break;
    }
    return 'unknown';
  }
}

const TRIAL_CONFLICTS = 4000;
const MOST_PATIENCE = 6;
