/**
 * What the next nearest record adds beside the one before it. The power lets one record that is really near outweigh
 * several that share a common word. Both chosen like LEAD_WEIGHT; 0.7 to 0.8 and 2 to 3 differ by less than 0.004.
 */
const DECAY = 0.8;
const POWER = 2.5;
/** Records after these add less than 0.1 %. */
const COUNTED_RECORDS = 32;

/**
 * How near a firm is to what is looked for: its records' scores, best first, to a power and summed with
 * geometric decay, and the root of that. A further record never lowers it.
 * @param scores BM25 scores of records; those of the firm are at `from` to `to` (exclusive)
 */
export function nearness(scores: Float64Array, from: number, to: number): number {
  const count = takeBest(scores, from, to);
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < count; i++) {
    sum += weight * powerOf(best[i]!);
    weight *= DECAY;
  }
  return rootOf(sum);
}

/**
 * The power of the nearness that no firm exceeds with so many records whose scores have at most a power each. What sums
 * like this say of a part of the records may be added up. Powers are compared, since roots of them take longer than all
 * else that is held against it.
 */
export function powerAtMost(each: number, count: number): number {
  return each * decaySums[Math.min(count, COUNTED_RECORDS)]!;
}

/** What a record's score adds to the sum at most; and what a nearness is the root of. */
export function powerOf(score: number): number {
  return score * score * Math.sqrt(score);
}

/** The nearness or score of a power. */
export function rootOf(power: number): number {
  return power ** (1 / POWER);
}

/** The sum of the weights of the best 0, 1, 2 … records. */
const decaySums = Float64Array.from(
  { length: COUNTED_RECORDS + 1 },
  (_, n) => (1 - DECAY ** n) / (1 - DECAY),
);

/** The best scores of the firm at hand, reused from call to call: this runs for every firm in every match. */
const best = new Float64Array(COUNTED_RECORDS);

/** Fills `best` with the highest positive scores of the range, highest first, and returns how many there are. */
function takeBest(scores: Float64Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const score = scores[i]!;
    if (score <= (count < COUNTED_RECORDS ? 0 : best[count - 1]!)) continue;
    let place = count < COUNTED_RECORDS ? count++ : count - 1;
    for (; place > 0 && best[place - 1]! < score; place--) best[place] = best[place - 1]!;
    best[place] = score;
  }
  return count;
}

/** The best-scoring records of one firm, best first, without those that share nothing. `record` counts from `from`. */
export function nearestRecords(
  scores: Float64Array,
  from: number,
  to: number,
  limit: number,
): { record: number; score: number }[] {
  const found: { record: number; score: number }[] = [];
  for (let i = from; i < to; i++) if (scores[i]! > 0) found.push({ record: i - from, score: scores[i]! });
  return found.sort((a, b) => b.score - a.score || a.record - b.record).slice(0, limit);
}
