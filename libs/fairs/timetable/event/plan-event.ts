import { pairFirms } from '../pairing/pair-firms.js';
import { placeMeetings } from '../placing/place-meetings.js';
import { sha256 } from '../trust/canonical-json.js';
import type {
  EventInput,
  EventPlan,
  PlacingProblem,
  PlacingResult,
  SearchOptions,
} from '../timetable.types.js';
import { meetingId, pairingProblem, placingProblem } from './problems.js';
import { withoutSome } from './without-some.js';

export interface PlanOptions extends Omit<SearchOptions, 'effort' | 'seed'> {
  /** Those of an earlier plan of the same input: each search ends where it ended then, and the result is the same. */
  readonly efforts?: readonly (number | null)[];
}

/** Of the time given, so much for timetables that are fair while none is found. */
const FOR_FAIR_ONES = 0.6;

/**
 * An event's whole timetable: who meets whom, then when and where. The choice of pairs knows caps, common slots and
 * the room in the hall, but not every clash: where they cannot all be placed, some are left out, in the reverse order
 * of the aims, and told. Depends on nothing but the input and the efforts.
 * @throws TimetableInputError where the input contradicts itself in form
 */
export function planEvent(input: EventInput, options: PlanOptions = {}): EventPlan {
  const pairing = pairFirms(pairingProblem(input));
  const searches = new Searches(input, options);
  const first = searches.fairly(placingProblem(input, pairing.pairs));
  if (first.placing.placements.length > 0 || pairing.pairs.length === 0)
    return { pairing, ...first, efforts: searches.efforts, unplaced: [] };
  const { placed, placements } = withoutSome(input, pairing.pairs, options.isCancelled);
  const kept = new Set(placed.map(meetingId));
  const unplaced = pairing.pairs.filter((pair) => !kept.has(meetingId(pair)));
  const rest = placingProblem(input, placed);
  const again = searches.fairly(rest);
  const isFound = again.placing.placements.length > 0;
  const found = isFound ? again : { placing: { ...NOTHING, placements }, fairnessRelaxed: true };
  return { pairing, ...found, efforts: searches.efforts, unplaced };
}

/** Searches for timetables, one after the other, within one time. */
class Searches {
  readonly efforts: (number | null)[] = [];
  private readonly began = performance.now();
  private readonly seed: number;

  constructor(
    input: EventInput,
    private readonly options: PlanOptions,
  ) {
    this.seed = Number.parseInt(sha256(input.seed).slice(0, 7), 16) || 1;
  }

  /** As fair as asked where there is such a timetable, or else without that bound. */
  fairly(problem: PlacingProblem): Pick<EventPlan, 'placing' | 'fairnessRelaxed'> {
    const isBound = problem.fairness !== null;
    const fair = this.search(problem, isBound ? FOR_FAIR_ONES : 1);
    if (fair.placements.length > 0 || !isBound) return { placing: fair, fairnessRelaxed: false };
    return { placing: this.search({ ...problem, fairness: null }, 1), fairnessRelaxed: true };
  }

  /** @param share of the whole time, after which it is given up as long as nothing is found */
  private search(problem: PlacingProblem, share: number): PlacingResult {
    const { seconds = 60, onProgress, isCancelled, efforts } = this.options;
    const effort = efforts?.[this.efforts.length];
    let isFound = false;
    const result = placeMeetings(problem, {
      seconds: Math.max(0, seconds - this.seconds()),
      seed: this.seed,
      ...(typeof effort === 'number' && { effort }),
      onProgress: (progress) => {
        isFound ||= progress.best !== null;
        onProgress?.(progress);
      },
      isCancelled: () => isCancelled?.() === true || (!isFound && this.seconds() > share * seconds),
    });
    const isProven = result.status === 'optimal' || result.status === 'infeasible';
    this.efforts.push(isProven ? null : result.effort);
    return result;
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }
}

const NOTHING: PlacingResult = {
  status: 'feasible',
  placements: [],
  breaks: null,
  bound: 0,
  tableChanges: null,
  seconds: 0,
  effort: 0,
};
