import { pairFirms } from '../pairing/pair-firms.js';
import { placeMeetings } from '../placing/place-meetings.js';
import { replan } from '../replan/replan.js';
import type {
  EventInput,
  EventPlan,
  Meeting,
  Pair,
  PairingProblem,
  PlacingProblem,
  PlacingResult,
  SearchOptions,
} from '../timetable.types.js';

/** The id that a pair's meeting has in the timetable. */
export const meetingId = ({ orderer, supplier }: Pair): string => JSON.stringify([orderer, supplier]);

/**
 * An event's whole timetable: who meets whom, then when and where. The choice of pairs knows caps, common slots and
 * the room in the hall, but not every clash: pairs that cannot all be placed are left out, those with the least wish
 * value first, and told. Depends on nothing but the input and the options' effort.
 * @throws TimetableInputError where the input contradicts itself in form
 */
export function planEvent(input: EventInput, options: SearchOptions = {}): EventPlan {
  const pairing = pairFirms(pairingProblem(input));
  const problem = placingProblem(input, pairing.pairs);
  const first = placeMeetings(problem, options);
  if (first.status !== 'infeasible') return { pairing, placing: first, unplaced: [], fairnessRelaxed: false };
  const unfair = placeMeetings({ ...problem, fairness: null }, options);
  if (unfair.status !== 'infeasible')
    return { pairing, placing: unfair, unplaced: [], fairnessRelaxed: problem.fairness !== null };
  return { pairing, ...withoutSome(input, problem, pairing.pairs, options) };
}

function withoutSome(
  input: EventInput,
  problem: PlacingProblem,
  pairs: readonly Pair[],
  options: SearchOptions,
): Omit<EventPlan, 'pairing'> {
  const { leftOut, placements } = replan(problem, [], {
    optional: inLine(input, pairs).map(meetingId),
    seconds: Infinity,
    isCancelled: options.isCancelled,
  });
  const unplaced = pairs.filter((pair) => leftOut.includes(meetingId(pair)));
  const placed = pairs.filter((pair) => !leftOut.includes(meetingId(pair)));
  if (placements.length === 0) return { placing: NOTHING, unplaced: pairs, fairnessRelaxed: false };
  const rest = placingProblem(input, placed);
  const fair = placeMeetings(rest, options);
  const isFair = fair.status !== 'infeasible';
  const placing: PlacingResult = isFair ? fair : placeMeetings({ ...rest, fairness: null }, options);
  return { placing, unplaced, fairnessRelaxed: !isFair };
}

const NOTHING: PlacingResult = {
  status: 'infeasible',
  placements: [],
  breaks: null,
  bound: Infinity,
  tableChanges: null,
  seconds: 0,
  effort: 0,
};

/** Musts first, then by wish value; between equals the order of the pairs. */
function inLine({ wishes }: EventInput, pairs: readonly Pair[]): Pair[] {
  const worth = new Map<string, number>();
  for (const { from, to, kind, weight = 1 } of wishes) {
    const value = weight + (kind === 'must' ? MUST_WORTH : 0);
    for (const id of [meetingId({ orderer: from, supplier: to }), meetingId({ orderer: to, supplier: from })])
      worth.set(id, (worth.get(id) ?? 0) + value);
  }
  return [...pairs].sort((a, b) => (worth.get(meetingId(b)) ?? 0) - (worth.get(meetingId(a)) ?? 0));
}

/** Above any sum of weights. */
const MUST_WORTH = 1e9;

/** The choice of pairs that the event's input asks for. */
export function pairingProblem({ slots, tables, firms, wishes, seed }: EventInput): PairingProblem {
  return { slots, tables, firms, wishes, seed };
}

/** When and where these pairs should meet, by the event's rules. */
export function placingProblem(input: EventInput, pairs: readonly Pair[]): PlacingProblem {
  const rules = new Map((input.rules ?? []).map((rule) => [meetingId(rule), rule]));
  const chosen = new Set(pairs.map(meetingId));
  const busy = new Set(pairs.flatMap(({ orderer, supplier }) => [orderer, supplier]));
  const meetings = pairs.map((pair): Meeting => {
    const { slots, half, slot, tables, needs, helpers = [], after = [] } = rules.get(meetingId(pair)) ?? {};
    return {
      id: meetingId(pair),
      participants: [pair.orderer, pair.supplier, ...helpers],
      slots,
      half,
      slot,
      tables,
      needs,
      after: after.map(meetingId).filter((id) => chosen.has(id)),
    };
  });
  return {
    slots: input.slots,
    afternoonFrom: input.afternoonFrom,
    tables: input.tables,
    // Who has no meeting has no breaks either, and must not bind the others' by the difference allowed.
    participants: [
      ...input.firms
        .filter(({ id }) => busy.has(id))
        .map(({ id, unavailable, homeTable }) => ({ id, unavailable, homeTable })),
      ...(input.helpers ?? []).map((helper) => ({ ...helper, countsBreaks: false })),
    ],
    meetings,
    resources: input.resources,
    fairness: input.fairness,
  };
}
