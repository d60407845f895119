import { planEvent, type PlanOptions } from '../event/plan-event.js';
import { meetingId, pairingProblem, placingProblem } from '../event/problems.js';
import { checkPairing } from '../pairing/check-pairing.js';
import { checkPlacing } from '../placing/check-placing.js';
import type { EventInput, EventPlan, Pair, Placement } from '../timetable.types.js';
import { canonicalJson, sha256 } from './canonical-json.js';

/**
 * What an event publishes so that anybody can repeat its timetable: the whole input with the seed, the hash of the
 * seed that was shown before wishes closed, and the result with its hash.
 */
export interface PublishedTimetable {
  readonly format: 'nakadachi-timetable/1';
  readonly commitment: string;
  readonly input: EventInput;
  /** Search steps after which each search was ended, in their order; null for one that ended by a proof. */
  readonly efforts: readonly (number | null)[];
  readonly pairs: readonly Pair[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Pair[];
  readonly inputHash: string;
  /** Over the input's hash, pairs, placements and what was left out. */
  readonly resultHash: string;
  /** What was changed by hand before it was published. */
  readonly changes: readonly HandChange[];
  /** Over the result's hash and the changes: of the timetable that was published. */
  readonly publishedHash: string;
}

/** A meeting that was added or moved by hand to a place, or taken out (`to` null). */
export interface HandChange {
  readonly meeting: string;
  readonly to: { readonly slot: number; readonly table: string } | null;
}

/** What to show before wishes close: it binds the organiser to the seed without telling it. SHA-256 of it, hex. */
export const commitmentTo = (seed: string): string => sha256(seed);

/** The record to publish of a plan that `planEvent` made of this input. */
export function publishTimetable(input: EventInput, plan: EventPlan): PublishedTimetable {
  const { placements } = plan.placing;
  const result = { pairs: plan.pairing.pairs, placements, unplaced: plan.unplaced };
  const inputHash = sha256(canonicalJson(input));
  const hash = resultHash(inputHash, result);
  return {
    format: 'nakadachi-timetable/1',
    commitment: commitmentTo(input.seed),
    input,
    efforts: plan.efforts,
    ...result,
    inputHash,
    resultHash: hash,
    changes: [],
    publishedHash: publishedHash(hash, []),
  };
}

/** The same with what was changed by hand afterwards. */
export const withChanges = (
  published: PublishedTimetable,
  changes: readonly HandChange[],
): PublishedTimetable => ({
  ...published,
  changes,
  publishedHash: publishedHash(published.resultHash, changes),
});

function resultHash(
  inputHash: string,
  { pairs, placements, unplaced }: Pick<PublishedTimetable, 'pairs' | 'placements' | 'unplaced'>,
): string {
  return sha256(canonicalJson({ inputHash, pairs, placements, unplaced }));
}

const publishedHash = (resultHash: string, changes: readonly HandChange[]): string =>
  sha256(canonicalJson({ resultHash, changes }));

export type VerificationFault =
  | 'seed-is-not-the-committed-one'
  | 'input-hash-differs'
  | 'result-hash-differs'
  | 'published-hash-differs'
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
export function verifyTimetable(
  published: PublishedTimetable,
  options: Omit<PlanOptions, 'efforts'> = {},
): Verification {
  const faults = new Set<VerificationFault>();
  const { input, pairs, placements, unplaced, efforts, changes } = published;
  const inputHash = sha256(canonicalJson(input));
  if (commitmentTo(input.seed) !== published.commitment) faults.add('seed-is-not-the-committed-one');
  if (inputHash !== published.inputHash) faults.add('input-hash-differs');
  const hash = resultHash(inputHash, { pairs, placements, unplaced });
  if (hash !== published.resultHash) faults.add('result-hash-differs');
  if (publishedHash(hash, changes) !== published.publishedHash) faults.add('published-hash-differs');
  const plan = planEvent(input, { seconds: Infinity, ...options, efforts });
  if (checkPairing(pairingProblem(input), { ...plan.pairing, pairs }).length > 0)
    faults.add('pairs-not-proven-best');
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
