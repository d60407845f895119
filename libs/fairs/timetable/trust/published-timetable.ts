import { checkPairing } from '../pairing/check-pairing.js';
import { checkPlacing } from '../placing/check-placing.js';
import { meetingId, pairingProblem, placingProblem, planEvent } from '../event/plan-event.js';
import type { EventInput, EventPlan, Pair, Placement, SearchOptions } from '../timetable.types.js';
import { commitmentTo as commitment } from '#platform/commitment.js';
import { canonicalJson, sha256 } from './canonical-json.js';

/**
 * What an event publishes so that anybody can repeat its timetable: the whole input with the seed, the hash of the
 * seed that was shown before wishes closed, and the result with its hash.
 */
export interface PublishedTimetable {
  readonly format: 'nakadachi-timetable/1';
  readonly commitment: string;
  readonly input: EventInput;
  /** Search steps after which the search was ended; null where it ended by a proof. */
  readonly effort: number | null;
  readonly pairs: readonly Pair[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Pair[];
  readonly inputHash: string;
  /** Over the input's hash, pairs, placements and what was left out. */
  readonly resultHash: string;
}

/** What to show before wishes close: it binds the organiser to the seed without telling it. */
export const commitmentTo = (seed: string): string => commitment('timetable', seed);

/** The record to publish of a plan that `planEvent` made of this input. */
export function publishTimetable(input: EventInput, plan: EventPlan): PublishedTimetable {
  const { status, effort, placements } = plan.placing;
  const isProven = status === 'optimal' || status === 'infeasible';
  const result = { pairs: plan.pairing.pairs, placements, unplaced: plan.unplaced };
  const inputHash = sha256(canonicalJson(input));
  return {
    format: 'nakadachi-timetable/1',
    commitment: commitmentTo(input.seed),
    input,
    effort: isProven ? null : effort,
    ...result,
    inputHash,
    resultHash: resultHash(inputHash, result),
  };
}

function resultHash(
  inputHash: string,
  { pairs, placements, unplaced }: Pick<PublishedTimetable, 'pairs' | 'placements' | 'unplaced'>,
): string {
  return sha256(canonicalJson({ inputHash, pairs, placements, unplaced }));
}

export type VerificationFault =
  | 'seed-is-not-the-committed-one'
  | 'input-hash-differs'
  | 'result-hash-differs'
  | 'pairs-not-proven-best'
  | 'timetable-breaks-a-rule'
  | 'repeated-result-differs';

export interface Verification {
  readonly faults: readonly VerificationFault[];
  /** The hash of the result when it was computed again from the published input. */
  readonly repeatedHash: string;
}

/**
 * Computes a published timetable again from its input, and checks both proofs and hashes.
 * @throws TimetableInputError where the input contradicts itself in form
 */
export function verifyTimetable(published: PublishedTimetable, options: SearchOptions = {}): Verification {
  const faults = new Set<VerificationFault>();
  const { input, pairs, placements, unplaced } = published;
  const inputHash = sha256(canonicalJson(input));
  if (commitmentTo(input.seed) !== published.commitment) faults.add('seed-is-not-the-committed-one');
  if (inputHash !== published.inputHash) faults.add('input-hash-differs');
  if (resultHash(inputHash, { pairs, placements, unplaced }) !== published.resultHash)
    faults.add('result-hash-differs');
  const plan = planEvent(input, { seconds: Infinity, ...options, effort: published.effort ?? undefined });
  const own = plan.pairing;
  if (checkPairing(pairingProblem(input), { ...own, pairs }).length > 0) faults.add('pairs-not-proven-best');
  const left = new Set(unplaced.map(meetingId));
  const rest = placingProblem(
    input,
    pairs.filter((pair) => !left.has(meetingId(pair))),
  );
  const asked = plan.fairnessRelaxed ? { ...rest, fairness: null } : rest;
  if (checkPlacing(asked, placements).violations.length > 0) faults.add('timetable-breaks-a-rule');
  const repeatedHash = publishTimetable(input, plan).resultHash;
  if (repeatedHash !== published.resultHash) faults.add('repeated-result-differs');
  return { faults: [...faults], repeatedHash };
}
