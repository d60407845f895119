import { CoreGuidedSearch, isSettled, type SharedMinimum } from '../sat/core-guided-search.js';
import { ModelImprovingSearch } from '../sat/model-improving-search.js';
import type { PlacingProblem, PlacingResult, SearchOptions } from '../timetable.types.js';
import {
  addCapacity,
  encodePlacing,
  isTight,
  type EncodingVariant,
  type PlacingEncoding,
} from './placing-encoding.js';
import { capacityOf, placingModel, type PlacingModel } from './placing-model.js';
import { placeGreedily } from './place-greedily.js';
import { chooseTables, overfullTables } from './tables.js';

/**
 * Gives each meeting a slot and a table: with the fewest breaks, fairly shared, then with few table changes. Exact:
 * `optimal` and `infeasible` are proven. Returns the best it has when time is up. Events of more than some 60,000
 * meetings times slots are not searched exactly as long as a good timetable is found without.
 * @throws TimetableInputError where the problem names something that it does not define
 */
export function placeMeetings(problem: PlacingProblem, options: SearchOptions = {}): PlacingResult {
  return new PlacingSearch(placingModel(problem), options).run();
}

/** Several searches over different encodings of the same problem; they take turns and share what they find. */
class PlacingSearch {
  private readonly began = performance.now();
  private readonly shared: SharedMinimum = { best: null, bound: 0 };
  private readonly engines: Engine[] = [];
  private slots: number[] | null = null;

  constructor(
    private readonly model: PlacingModel,
    private readonly options: SearchOptions,
  ) {}

  run(): PlacingResult {
    if (isLarge(this.model) && this.beginGreedily()) return this.result();
    const strategies = this.strategies();
    for (let round = 0; !isSettled(this.shared) && !this.isOver(); round++)
      for (const [i, strategy] of strategies.entries()) {
        if (isSettled(this.shared) || this.isOver()) break;
        const engine = (this.engines[i] ??= this.engine(strategy));
        this.advance(engine, strategy.share * FIRST_TURN * GROWTH ** round);
      }
    return this.result();
  }

  /** @returns false where the timetable breaks a rule that the exact search would keep */
  private beginGreedily(): boolean {
    // It takes no search steps: where these are counted out, it is repeated as a whole.
    const slots = placeGreedily(this.model, () => this.isBroken());
    if (slots === null || overfullTables(this.model, slots)) return false;
    const counts = breaksByParticipant(this.model, slots);
    if (counts.length > 0 && Math.max(...counts) - Math.min(...counts) > this.model.fairness) return false;
    this.slots = slots;
    this.shared.best = breaksOf(this.model, slots);
    this.report();
    return true;
  }

  /**
   * The first proves bounds and ends at the optimum. The second finds good timetables, and proves what is near. The
   * third is the first over the other encoding: where the one is lost, the other is often done within seconds. Shares
   * chosen on the public instances: with 3, 1, 1 three of 80 stay open after 60 s, with 2, 1, 2 none after 36 s.
   */
  private strategies(): Strategy[] {
    const seed = this.options.seed ?? 1;
    const tight = isTight(this.model);
    return [
      { Search: CoreGuidedSearch, variant: { seed, countParticipants: tight }, share: 2 },
      { Search: ModelImprovingSearch, variant: { seed: seed + 1, countParticipants: !tight }, share: 1 },
      { Search: CoreGuidedSearch, variant: { seed, countParticipants: !tight }, share: 2 },
    ];
  }

  private advance({ encoding: { solver }, steps }: Engine, conflicts: number): void {
    const last = solver.conflicts + conflicts;
    while (solver.conflicts < last && !steps.next().done);
  }

  private engine({ Search, variant }: Strategy): Engine {
    const encoding = encodePlacing(this.model, variant);
    const search = new Search(encoding.solver, encoding.breaks.flat(), {
      shared: this.shared,
      onModel: () => this.take(encoding),
      onBound: () => this.report(),
      stop: () => this.isOver(),
    });
    return { encoding, steps: search.run() };
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  private effort(): number {
    return this.engines.reduce((sum, { encoding }) => sum + encoding.solver.conflicts, 0);
  }

  private isOver(): boolean {
    return this.isBroken() || this.effort() >= (this.options.effort ?? Infinity);
  }

  private isBroken(): boolean {
    const { isCancelled, seconds = 60 } = this.options;
    return isCancelled?.() === true || this.seconds() >= seconds;
  }

  private report(): void {
    const { best, bound } = this.shared;
    this.options.onProgress?.({ best, bound, seconds: this.seconds() });
  }

  /**
   * Keeps a model where it is better.
   * @returns its breaks; null where some slot's meetings do not fit the tables, which the solver is then told
   */
  private take({ solver, at }: PlacingEncoding): number | null {
    const slots = at.map((row) => row.findIndex((literal) => literal !== undefined && solver.holds(literal)));
    const overfull = overfullTables(this.model, slots);
    if (overfull) {
      const { meetings, tables } = this.model;
      addCapacity(solver, this.model, at, capacityOf(overfull, meetings, tables, this.model.slots));
      return null;
    }
    const breaks = breaksOf(this.model, slots);
    if (this.shared.best === null || breaks < this.shared.best) {
      this.slots = slots;
      this.shared.best = breaks;
      this.report();
    }
    return breaks;
  }

  private result(): PlacingResult {
    const { best, bound } = this.shared;
    const [effort, seconds] = [this.effort(), this.seconds()];
    if (best === null || this.slots === null) {
      const status = bound === Infinity ? 'infeasible' : 'unknown';
      return { status, placements: [], breaks: null, bound, tableChanges: null, seconds, effort };
    }
    const { tables, changes } = chooseTables(this.model, this.slots);
    return {
      status: best <= bound ? 'optimal' : 'feasible',
      placements: this.model.meetings.map(({ id }, meeting) => ({
        meeting: id,
        slot: this.slots![meeting]!,
        table: this.model.tables[tables[meeting]!]!.id,
      })),
      breaks: best,
      bound,
      tableChanges: changes,
      seconds: this.seconds(),
      effort,
    };
  }
}

interface Strategy {
  readonly Search: typeof CoreGuidedSearch | typeof ModelImprovingSearch;
  readonly variant: EncodingVariant;
  /** How much longer its turns are than those of others. */
  readonly share: number;
}

interface Engine {
  readonly encoding: PlacingEncoding;
  readonly steps: Generator<void, void>;
}

/** Conflicts of the first turn of share 1; each round of turns is longer. */
const FIRST_TURN = 4000;
const GROWTH = 1.5;

/** Above this the clauses alone would take gigabytes; such an event gets a good timetable instead of a proven one. */
const LARGE = 60_000;
const isLarge = ({ meetings, slots }: PlacingModel): boolean => meetings.length * slots > LARGE;

/** Of those that count breaks. */
function breaksByParticipant({ participants }: PlacingModel, slots: readonly number[]): number[] {
  return participants
    .filter(({ countsBreaks }) => countsBreaks)
    .map(({ meetings }) => {
      const day = meetings.map((meeting) => slots[meeting]!).sort((a, b) => a - b);
      return day.filter((slot, i) => i > 0 && slot > day[i - 1]! + 1).length;
    });
}

function breaksOf(model: PlacingModel, slots: readonly number[]): number {
  return breaksByParticipant(model, slots).reduce((sum, count) => sum + count, 0);
}
