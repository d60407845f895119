import type { Tree } from '#matching/engine/text/trees.js';
import { mulberry32 } from '../awards.js';

/**
 * LambdaMART (Burges, From RankNet to LambdaRank to LambdaMART, 2010): trees that are added one after the other, each
 * fitted to the gradients of a pairwise loss whose pairs count by what exchanging them would change of NDCG. Features
 * are cut into bins once; a tree grows where the next split gains most. Each tree sees a part of the queries and of the
 * features (Friedman, Stochastic gradient boosting, 2002), drawn by a seed: the same rows give the same trees.
 */
export interface Options {
  trees: number;
  /** Leaves per tree. */
  leaves: number;
  /** How much of each tree's answer is added. */
  rate: number;
  /** A leaf holds at least so many rows. */
  minRows: number;
  /** Added to a leaf's sum of second derivatives: keeps small leaves near 0. */
  ridge: number;
  /** Only pairs with one of them above this place count. */
  places: number;
  /** Which share of the queries, and of the features, each tree sees; 1: all. */
  queryShare: number;
  featureShare: number;
  seed: number;
}

/** Rows of queries, one query's rows together. */
export interface Examples {
  features: number;
  /** Row by row. */
  values: Float32Array;
  /** Score of each row before the first tree. */
  initial: Float64Array;
  /** 1: wanted, 0: not. */
  wanted: Uint8Array;
  /** Where each query's rows begin, and at last where they end. */
  starts: number[];
  /** How many are wanted in all, also those without a row. */
  wantedInAll: number[];
  /** How much each query counts. */
  weights: number[];
}

const BINS = 64;

export function learn(examples: Examples, options: Options, told?: (trees: Tree[]) => void): Tree[] {
  const binned = new Binned(examples);
  const scores = examples.initial.slice();
  const gradients = new Float64Array(scores.length);
  const curvatures = new Float64Array(scores.length);
  const trees: Tree[] = [];
  const random = mulberry32(options.seed);
  for (let t = 0; t < options.trees; t++) {
    const queries = drawn(examples.starts.length - 1, options.queryShare, random);
    const seen = drawn(examples.features, options.featureShare, random);
    lambdas(examples, scores, options.places, gradients, curvatures, queries);
    const rows = rowsOf(queries, examples.starts);
    trees.push(grow(binned, rows, seen, gradients, curvatures, options, scores));
    told?.(trees);
  }
  return trees;
}

/** So large a share of the numbers below `count`, ascending; never none. */
function drawn(count: number, share: number, random: () => number): number[] {
  const numbers = Array.from({ length: count }, (_, i) => i);
  if (share >= 1) return numbers;
  const found = numbers.filter(() => random() < share);
  return found.length > 0 ? found : numbers;
}

function rowsOf(queries: readonly number[], starts: readonly number[]): Int32Array {
  const rows = new Int32Array(queries.reduce((sum, q) => sum + starts[q + 1]! - starts[q]!, 0));
  let count = 0;
  for (const q of queries) for (let row = starts[q]!; row < starts[q + 1]!; row++) rows[count++] = row;
  return rows;
}

/** Per row of these queries (all unless told), how much higher it should be, and how sure that is. */
export function lambdas(
  { starts, wanted, wantedInAll, weights }: Examples,
  scores: Float64Array,
  places: number,
  gradients: Float64Array,
  curvatures: Float64Array,
  queries: readonly number[] = wantedInAll.map((_, q) => q),
): void {
  gradients.fill(0);
  curvatures.fill(0);
  for (const q of queries) {
    const from = starts[q]!;
    const order = Array.from({ length: starts[q + 1]! - from }, (_, i) => from + i);
    order.sort((a, b) => scores[b]! - scores[a]! || a - b);
    let ideal = 0;
    for (let i = 0; i < Math.min(10, wantedInAll[q]!); i++) ideal += discount(i);
    for (const [i, high] of order.entries()) {
      if (wanted[high] === 0) continue;
      for (const [j, low] of order.entries()) {
        if (wanted[low] === 1 || Math.min(i, j) >= places) continue;
        const delta = (weights[q]! * Math.abs(discount(i) - discount(j))) / ideal;
        const wrong = 1 / (1 + Math.exp(scores[high]! - scores[low]!));
        gradients[high]! += delta * wrong;
        gradients[low]! -= delta * wrong;
        curvatures[high]! += delta * wrong * (1 - wrong);
        curvatures[low]! += delta * wrong * (1 - wrong);
      }
    }
  }
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}

/** The rows with each feature cut into bins of about the same number of rows. */
class Binned {
  readonly rows: number;
  readonly features: number;
  /** Feature by feature. */
  readonly bins: Uint8Array;
  /** Per feature, the highest value of each bin but the last. */
  readonly limits: number[][] = [];

  constructor({ values, features }: Examples) {
    this.features = features;
    this.rows = values.length / features;
    this.bins = new Uint8Array(values.length);
    const column = new Float32Array(this.rows);
    for (let f = 0; f < features; f++) {
      for (let row = 0; row < this.rows; row++) column[row] = values[row * features + f]!;
      const limits = limitsOf(column.slice().sort());
      this.limits.push(limits);
      for (let row = 0; row < this.rows; row++) this.bins[f * this.rows + row] = binOf(column[row]!, limits);
    }
  }
}

function limitsOf(sorted: Float32Array): number[] {
  const limits: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const value = Number(sorted[Math.floor((bin * sorted.length) / BINS)]!.toPrecision(4));
    if (limits.length === 0 || value > limits.at(-1)!) limits.push(value);
  }
  return limits;
}

function binOf(value: number, limits: readonly number[]): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= limits[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Leaf {
  rows: Int32Array;
  gradient: number;
  curvature: number;
  histogram: Float64Array;
  split: Split | null;
  /** The inner node above it, and whether it is its left child; −1: the root. */
  parent: number;
  isLeft: boolean;
}
interface Split {
  feature: number;
  bin: number;
  gain: number;
}

/**
 * Grows one tree from these rows and features, of all leaves splitting next the one whose best split gains most, and adds
 * its answers to the `scores` of all rows.
 */
function grow(
  binned: Binned,
  sample: Int32Array,
  seen: readonly number[],
  gradients: Float64Array,
  curvatures: Float64Array,
  options: Options,
  scores: Float64Array,
): Tree {
  const make = (rows: Int32Array, parent: number, isLeft: boolean, histogram?: Float64Array): Leaf => {
    const filled = histogram ?? histogramOf(binned, rows, seen, gradients, curvatures);
    let [gradient, curvature] = [0, 0];
    for (let bin = 0; bin < BINS; bin++) {
      gradient += filled[bin * 3]!;
      curvature += filled[bin * 3 + 1]!;
    }
    const leaf: Leaf = { rows, gradient, curvature, histogram: filled, split: null, parent, isLeft };
    leaf.split = bestSplit(leaf, binned, seen, options);
    return leaf;
  };
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], leaves: [] };
  /** Per inner node, the last bin that goes left. */
  const lastLeft: number[] = [];
  const leaves = [make(sample, -1, false)];
  while (leaves.length < options.leaves) {
    const chosen = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (!chosen.split) break;
    const { feature, bin } = chosen.split;
    const node = tree.feature.length;
    tree.feature.push(feature);
    lastLeft.push(bin);
    tree.threshold.push(binned.limits[feature]![bin]!);
    tree.left.push(0);
    tree.right.push(0);
    if (chosen.parent >= 0) (chosen.isLeft ? tree.left : tree.right)[chosen.parent] = node;
    const goesLeft = (row: number) => binned.bins[feature * binned.rows + row]! <= bin;
    const leftRows = chosen.rows.filter(goesLeft);
    const rightRows = chosen.rows.filter((row) => !goesLeft(row));
    const isLeftFewer = leftRows.length <= rightRows.length;
    // The fuller child's histogram is what is left of the parent's.
    const fewer = make(isLeftFewer ? leftRows : rightRows, node, isLeftFewer);
    const rest = chosen.histogram.map((value, i) => value - fewer.histogram[i]!);
    const more = make(isLeftFewer ? rightRows : leftRows, node, !isLeftFewer, rest);
    leaves.splice(leaves.indexOf(chosen), 1, fewer, more);
  }
  for (const [i, { gradient, curvature, parent, isLeft }] of leaves.entries()) {
    if (parent >= 0) (isLeft ? tree.left : tree.right)[parent] = -1 - i;
    const exact = (options.rate * gradient) / (curvature + options.ridge);
    tree.leaves.push(Number(exact.toPrecision(4)));
  }
  addAnswers(binned, tree, lastLeft, scores);
  return tree;
}

function addAnswers(
  { bins, rows }: Binned,
  { feature, left, right, leaves }: Tree,
  lastLeft: readonly number[],
  scores: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    let node = feature.length === 0 ? -1 : 0;
    while (node >= 0)
      node = bins[feature[node]! * rows + row]! <= lastLeft[node]! ? left[node]! : right[node]!;
    scores[row]! += leaves[-1 - node]!;
  }
}

/** Per seen feature and bin: sum of gradients, sum of second derivatives, rows. */
function histogramOf(
  { bins, rows: all }: Binned,
  rows: Int32Array,
  seen: readonly number[],
  gradients: Float64Array,
  curvatures: Float64Array,
): Float64Array {
  const histogram = new Float64Array(seen.length * BINS * 3);
  for (const [place, f] of seen.entries()) {
    const column = bins.subarray(f * all, (f + 1) * all);
    const at = place * BINS * 3;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const cell = at + column[row]! * 3;
      histogram[cell]! += gradients[row]!;
      histogram[cell + 1]! += curvatures[row]!;
      histogram[cell + 2]! += 1;
    }
  }
  return histogram;
}

function bestSplit(
  leaf: Leaf,
  { limits }: Binned,
  seen: readonly number[],
  { minRows, ridge }: Options,
): Split | null {
  const { histogram, gradient, curvature, rows } = leaf;
  const worth = (g: number, c: number) => (g * g) / (c + ridge);
  let best: Split | null = null;
  for (const [place, feature] of seen.entries()) {
    let [g, c, n] = [0, 0, 0];
    for (let bin = 0; bin < limits[feature]!.length; bin++) {
      const cell = (place * BINS + bin) * 3;
      g += histogram[cell]!;
      c += histogram[cell + 1]!;
      n += histogram[cell + 2]!;
      if (n < minRows) continue;
      if (rows.length - n < minRows) break;
      const gain = worth(g, c) + worth(gradient - g, curvature - c) - worth(gradient, curvature);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain };
    }
  }
  return best;
}
