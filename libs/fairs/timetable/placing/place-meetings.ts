import { minimiseTrue } from '../sat/minimise-true.js';
import type { PlacingProblem, PlacingResult, SearchOptions } from '../timetable.types.js';
import { addCapacity, encodePlacing, type PlacingEncoding } from './placing-encoding.js';
import { capacityOf, placingModel, type PlacingModel } from './placing-model.js';
import { chooseTables, overfullTables } from './tables.js';

/**
 * Gives each meeting a slot and a table: with the fewest breaks, fairly shared, then with few table changes. Exact:
 * `optimal` and `infeasible` are proven. Returns the best it has when time is up.
 * @throws TimetableInputError where the problem names something that it does not define
 */
export function placeMeetings(problem: PlacingProblem, options: SearchOptions = {}): PlacingResult {
  return new PlacingSearch(placingModel(problem), options).run();
}

class PlacingSearch {
  private readonly began = performance.now();
  private readonly encoding: PlacingEncoding;
  private best: { slots: number[]; breaks: number } | null = null;
  private bound = 0;

  constructor(
    private readonly model: PlacingModel,
    private readonly options: SearchOptions,
  ) {
    this.encoding = encodePlacing(model, options.seed ?? 1);
  }

  run(): PlacingResult {
    const { solver, breaks } = this.encoding;
    const { status, bound } = minimiseTrue(solver, breaks.flat(), {
      onModel: () => this.take(),
      onBound: (proven) => {
        this.bound = proven;
        this.report();
      },
      stop: () => this.isOver(),
      conflicts: this.options.effort,
    });
    return this.result(status, bound);
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  private isOver(): boolean {
    return this.options.isCancelled?.() === true || this.seconds() > (this.options.seconds ?? 60);
  }

  private report(): void {
    this.options.onProgress?.({
      best: this.best?.breaks ?? null,
      bound: this.bound,
      seconds: this.seconds(),
    });
  }

  /**
   * Keeps the solver's model where it is better.
   * @returns its breaks; null where some slot's meetings do not fit the tables, which the solver is then told
   */
  private take(): number | null {
    const { solver, at } = this.encoding;
    const slots = at.map((row) => row.findIndex((literal) => literal !== undefined && solver.holds(literal)));
    const overfull = overfullTables(this.model, slots);
    if (overfull) {
      const { meetings, tables } = this.model;
      addCapacity(solver, this.model, at, capacityOf(overfull, meetings, tables, this.model.slots));
      return null;
    }
    const breaks = breaksOf(this.model, slots);
    if (this.best === null || breaks < this.best.breaks) {
      this.best = { slots, breaks };
      this.report();
    }
    return breaks;
  }

  private result(status: PlacingResult['status'], bound: number): PlacingResult {
    const effort = this.encoding.solver.conflicts;
    if (!this.best)
      return {
        status,
        placements: [],
        breaks: null,
        bound,
        tableChanges: null,
        seconds: this.seconds(),
        effort,
      };
    const { slots, breaks } = this.best;
    const { tables, changes } = chooseTables(this.model, slots);
    return {
      status,
      placements: this.model.meetings.map(({ id }, meeting) => ({
        meeting: id,
        slot: slots[meeting]!,
        table: this.model.tables[tables[meeting]!]!.id,
      })),
      breaks,
      bound,
      tableChanges: changes,
      seconds: this.seconds(),
      effort,
    };
  }
}

export function breaksOf({ participants }: PlacingModel, slots: readonly number[]): number {
  let breaks = 0;
  for (const { meetings, countsBreaks } of participants) {
    if (!countsBreaks) continue;
    const day = meetings.map((meeting) => slots[meeting]!).sort((a, b) => a - b);
    for (let i = 1; i < day.length; i++) if (day[i]! > day[i - 1]! + 1) breaks++;
  }
  return breaks;
}
