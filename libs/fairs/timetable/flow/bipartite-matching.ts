export interface Matching {
  /** By left node: its right node, or -1. */
  readonly rightOf: readonly number[];
  readonly size: number;
  /** Where some left node stays alone: right nodes that are all taken by left nodes with no others to go to. */
  readonly bottleneck: ReadonlySet<number> | null;
}

/** As many left nodes as possible each with a right node of its own, by augmenting paths (Kuhn). */
export function bipartiteMatching(edges: readonly (readonly number[])[]): Matching {
  const rightOf = edges.map(() => -1);
  const leftOf = new Map<number, number>();
  let bottleneck: ReadonlySet<number> | null = null;
  let size = 0;
  for (const start of edges.keys()) {
    const visited = new Map<number, number>();
    const end = reach(edges, start, leftOf, visited);
    if (end === null) {
      bottleneck ??= new Set(visited.keys());
      continue;
    }
    size++;
    // Back along the path: each left node takes the right node by which it was left.
    for (let right = end; ;) {
      const left = visited.get(right)!;
      const previous = rightOf[left]!;
      rightOf[left] = right;
      leftOf.set(right, left);
      if (left === start) break;
      right = previous;
    }
  }
  return { rightOf, size, bottleneck };
}

/** Breadth first to a free right node. @param visited by right node, the left node from which it was reached */
function reach(
  edges: readonly (readonly number[])[],
  start: number,
  leftOf: ReadonlyMap<number, number>,
  visited: Map<number, number>,
): number | null {
  const queue = [start];
  for (const left of queue)
    for (const right of edges[left]!) {
      if (visited.has(right)) continue;
      visited.set(right, left);
      const taken = leftOf.get(right);
      if (taken === undefined) return right;
      queue.push(taken);
    }
  return null;
}
