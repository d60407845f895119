import { pairingNetwork, type Candidate } from '../pairing/pairing-network.js';
import { replan } from '../replan/replan.js';
import type { EventInput, Pair, Placement } from '../timetable.types.js';
import { pairingProblem, placingProblem } from './problems.js';

/** Search steps after which a group of meetings is taken for one that has no room together. */
const EFFORT = 20_000;

/**
 * Pairs that have room together, taken in the order of the aims: what was promised, then musts, then the meetings of
 * the least-served firms (as many as each has by then), then wish value, loss credits and the draw. Each that finds no
 * slot beside those before it is left out. Depends on nothing but the input, unless it is cancelled.
 */
export function withoutSome(
  input: EventInput,
  pairs: readonly Pair[],
  isCancelled: (() => boolean) | undefined,
): { placed: Pair[]; placements: readonly Placement[] } {
  const key = ({ orderer, supplier }: Pair): string => JSON.stringify([orderer, supplier]);
  const wanted = new Set(pairs.map(key));
  let waiting = pairingNetwork(pairingProblem(input)).candidates.filter((one) => wanted.has(key(one)));
  const placed: Candidate[] = [];
  let placements: readonly Placement[] = [];
  let size = Math.ceil(waiting.length / 2);
  while (waiting.length > 0 && isCancelled?.() !== true) {
    // As many at once as fit; where they do not, fewer, down to the one that is in the way.
    const group = firstInLine(placed, waiting, size);
    const problem = { ...placingProblem(input, [...placed, ...group]), fairness: null };
    const result = replan(problem, placements, { seconds: Infinity, effort: EFFORT, isCancelled });
    const fits = result.placements.length > 0;
    if (!fits && group.length > 1) {
      size = Math.floor(group.length / 2);
      continue;
    }
    if (fits) {
      placed.push(...group);
      placements = result.placements;
      size = group.length * 2;
    }
    const gone = new Set(group);
    waiting = waiting.filter((one) => !gone.has(one));
  }
  return { placed: placed.map(({ orderer, supplier }) => ({ orderer, supplier })), placements };
}

/** The first so many in line, each counted as placed for those after it. */
function firstInLine(placed: readonly Candidate[], waiting: readonly Candidate[], size: number): Candidate[] {
  const counts = new Map<string, number>();
  const count = ({ orderer, supplier }: Candidate): void => {
    for (const id of [orderer, supplier]) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  placed.forEach(count);
  const rest = new Set(waiting);
  const line: Candidate[] = [];
  while (line.length < size && rest.size > 0) {
    const [first, ...others] = rest;
    let next = first!;
    for (const one of others) if (isBefore(one, next, counts)) next = one;
    rest.delete(next);
    line.push(next);
    count(next);
  }
  return line;
}

function isBefore(a: Candidate, b: Candidate, counts: ReadonlyMap<string, number>): boolean {
  const served = ({ orderer, supplier }: Candidate): number[] =>
    [counts.get(orderer) ?? 0, counts.get(supplier) ?? 0].sort((one, other) => one - other);
  const rank = (one: Candidate): number[] => [
    -Number(one.kept),
    -Number(one.must),
    ...served(one),
    -one.value,
    -one.credits,
    -one.draw,
  ];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at >= 0 && left[at]! < right[at]!;
}
