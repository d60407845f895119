/**
 * A regression tree: inner node i goes to `left[i]` where feature `feature[i]` is at most `threshold[i]`, else to
 * `right[i]`; a child below 0 is the leaf −1 − child, whose value is `leaves[that]`. Without inner nodes it is its leaf.
 */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  leaves: number[];
}

/** The sum of the trees' answers, in their order. */
export function sumOfTrees(trees: readonly Tree[], features: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of trees) sum += answerOf(tree, features);
  return sum;
}

/** Trees one after the other in arrays, since all of them are asked for each firm; answers as `sumOfTrees` does. */
export class Forest {
  private readonly roots: Int32Array;
  private readonly feature: Uint16Array;
  private readonly threshold: Float64Array;
  /** A child below 0 is the leaf −1 − child of all trees. */
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly leaves: Float64Array;

  constructor(trees: readonly Tree[]) {
    const all = { feature: [], threshold: [], left: [], right: [], leaves: [] } as Tree;
    const roots: number[] = [];
    for (const { feature, threshold, left, right, leaves } of trees) {
      const [nodes, values] = [all.feature.length, all.leaves.length];
      const moved = (child: number) => (child < 0 ? child - values : child + nodes);
      roots.push(feature.length === 0 ? -1 - values : nodes);
      all.feature.push(...feature);
      all.threshold.push(...threshold);
      all.left.push(...left.map(moved));
      all.right.push(...right.map(moved));
      all.leaves.push(...leaves);
    }
    this.roots = Int32Array.from(roots);
    this.feature = Uint16Array.from(all.feature);
    this.threshold = Float64Array.from(all.threshold);
    this.left = Int32Array.from(all.left);
    this.right = Int32Array.from(all.right);
    this.leaves = Float64Array.from(all.leaves);
  }

  sum(features: Float64Array): number {
    const { roots, feature, threshold, left, right, leaves } = this;
    let sum = 0;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      while (node >= 0) node = features[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
      sum += leaves[-1 - node]!;
    }
    return sum;
  }
}

export function answerOf(
  { feature, threshold, left, right, leaves }: Tree,
  features: ArrayLike<number>,
): number {
  let node = feature.length === 0 ? -1 : 0;
  while (node >= 0) node = features[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
  return leaves[-1 - node]!;
}

/** A tree as one line: `feature<=threshold?left:right …|leaf …`. */
export function writeTree({ feature, threshold, left, right, leaves }: Tree): string {
  const nodes = feature.map((f, i) => `${f}<=${threshold[i]!}?${left[i]!}:${right[i]!}`);
  return `${nodes.join(' ')}|${leaves.join(' ')}`;
}

/** @throws where the line is no tree */
export function readTree(line: string): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], leaves: [] };
  const [nodes = '', leaves = ''] = line.split('|');
  for (const node of nodes.split(' ').filter(Boolean)) {
    const parts = node.split(/<=|\?|:/).map(Number);
    if (parts.length !== 4 || parts.some(Number.isNaN)) throw new Error(`No node of a tree: ${node}`);
    tree.feature.push(parts[0]!);
    tree.threshold.push(parts[1]!);
    tree.left.push(parts[2]!);
    tree.right.push(parts[3]!);
  }
  tree.leaves.push(...leaves.split(' ').filter(Boolean).map(Number));
  if (tree.leaves.length !== tree.feature.length + 1 || tree.leaves.some(Number.isNaN))
    throw new Error(`No leaves of a tree: ${leaves}`);
  return tree;
}
