/** A directed arc with room for `capacity` units. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

/**
 * The circulation that earns most, for one reward after another: network simplex with strongly feasible trees
 * (Cunningham 1976). After each reward, the arcs whose reduced reward is not nought are frozen where they are, which
 * confines what follows to the flows that are optimal so far: a lexicographic optimum. All numbers are whole.
 */
export class NetworkSimplex {
  readonly flow: Int32Array;
  /** After `maximise`: by node, such that an arc's reduced reward is reward + potential[from] - potential[to]. */
  readonly potential: Float64Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly capacity: Int32Array;
  private readonly reward: Float64Array;
  private readonly parent: Int32Array;
  /** The arc to the parent. */
  private readonly up: Int32Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;
  private readonly inTree: Uint8Array;
  /** Arcs that may still change, tree arcs among them. */
  private active: Int32Array;
  private scan = 0;

  constructor(
    private readonly nodes: number,
    private readonly arcs: readonly Arc[],
  ) {
    // One more arc from each node to a root of its own: they never carry anything, but make a first tree.
    const all = [
      ...arcs,
      ...Array.from({ length: nodes }, (_, node) => ({ from: node, to: nodes, capacity: 1 })),
    ];
    this.from = Int32Array.from(all, ({ from }) => from);
    this.to = Int32Array.from(all, ({ to }) => to);
    this.capacity = Int32Array.from(all, ({ capacity }) => capacity);
    this.reward = new Float64Array(all.length);
    this.flow = new Int32Array(all.length);
    this.inTree = new Uint8Array(all.length);
    this.active = Int32Array.from(arcs.keys());
    this.potential = new Float64Array(nodes + 1);
    this.parent = new Int32Array(nodes + 1).fill(nodes);
    this.up = new Int32Array(nodes + 1).fill(-1);
    this.depth = new Int32Array(nodes + 1).fill(1);
    this.firstChild = new Int32Array(nodes + 1).fill(-1);
    this.nextSibling = new Int32Array(nodes + 1).fill(-1);
    this.previousSibling = new Int32Array(nodes + 1).fill(-1);
    this.depth[nodes] = 0;
    this.parent[nodes] = -1;
    for (let node = 0; node < nodes; node++) {
      this.up[node] = arcs.length + node;
      this.inTree[arcs.length + node] = 1;
      this.adopt(nodes, node);
    }
  }

  /** Earns as much as possible without losing any of the rewards before. @returns what is earned */
  maximise(reward: (arc: number) => number): number {
    for (let arc = 0; arc < this.arcs.length; arc++) this.reward[arc] = reward(arc);
    this.potential[this.nodes] = 0;
    for (let child = this.firstChild[this.nodes]!; child >= 0; child = this.nextSibling[child]!)
      this.reprice(child);
    for (let arc = this.entering(); arc >= 0; arc = this.entering()) this.pivot(arc);
    this.active = this.active.filter((arc) => this.inTree[arc] === 1 || this.reduced(arc) === 0);
    this.scan = 0;
    let earned = 0;
    for (let arc = 0; arc < this.arcs.length; arc++) earned += this.reward[arc]! * this.flow[arc]!;
    return earned;
  }

  private reduced(arc: number): number {
    return this.reward[arc]! + this.potential[this.from[arc]!]! - this.potential[this.to[arc]!]!;
  }

  /** An arc whose change earns most among a block of those that are looked at in turn; -1 where none earns. */
  private entering(): number {
    const { active } = this;
    const block = Math.max(64, Math.ceil(Math.sqrt(active.length)) * 2);
    let [best, most] = [-1, 0];
    for (let seen = 0; seen < active.length;) {
      for (let i = 0; i < block && seen < active.length; i++, seen++) {
        if (this.scan >= active.length) this.scan = 0;
        const arc = active[this.scan++]!;
        if (this.inTree[arc]) continue;
        const gain = this.flow[arc] === 0 ? this.reduced(arc) : -this.reduced(arc);
        if (gain > most && this.capacity[arc]! > 0) [best, most] = [arc, gain];
      }
      if (best >= 0) return best;
    }
    return -1;
  }

  /** Sends as much as fits around the cycle that the arc closes; the last arc that is full or empty leaves the tree. */
  private pivot(arc: number): void {
    const { parent, up, depth, from, flow } = this;
    const forward = flow[arc] === 0;
    // The flow goes along the arc from `tail` to `head`, up from there to the apex and down again to `tail`.
    const [tail, head] = forward ? [from[arc]!, this.to[arc]!] : [this.to[arc]!, from[arc]!];
    let [a, b] = [tail, head];
    let amount = this.capacity[arc]!;
    // The node whose upward arc leaves; `tail`'s side is passed last going backwards from the apex.
    let leaving = -1;
    let onTailSide = false;
    const room = (node: number, upwards: boolean): number => {
      const tree = up[node]!;
      return (from[tree] === node) === upwards ? this.capacity[tree]! - flow[tree]! : flow[tree]!;
    };
    // From the apex in the flow's direction: down to `tail` (nearest the apex first), the arc, up from `head`. The
    // last that blocks is, on `head`'s side, the nearest to the apex; on `tail`'s, the nearest to `tail`.
    let [headBlock, headRoom, tailBlock, tailRoom] = [-1, Infinity, -1, Infinity];
    while (a !== b) {
      if (depth[a]! >= depth[b]!) {
        const space = room(a, false);
        if (space < tailRoom) [tailBlock, tailRoom] = [a, space];
        a = parent[a]!;
      } else {
        const space = room(b, true);
        if (space <= headRoom) [headBlock, headRoom] = [b, space];
        b = parent[b]!;
      }
    }
    amount = Math.min(amount, headRoom, tailRoom);
    if (headRoom === amount) leaving = headBlock;
    else if (this.capacity[arc]! > amount) [leaving, onTailSide] = [tailBlock, true];
    this.send(arc, tail, head, a, amount, forward);
    if (leaving < 0) return;
    this.exchange(arc, leaving, onTailSide ? tail : head, onTailSide ? head : tail);
  }

  private send(
    arc: number,
    tail: number,
    head: number,
    apex: number,
    amount: number,
    forward: boolean,
  ): void {
    if (amount === 0) return;
    const { parent, up, from, flow } = this;
    flow[arc]! += forward ? amount : -amount;
    for (let node = tail; node !== apex; node = parent[node]!)
      flow[up[node]!]! += from[up[node]!] === node ? -amount : amount;
    for (let node = head; node !== apex; node = parent[node]!)
      flow[up[node]!]! += from[up[node]!] === node ? amount : -amount;
  }

  /** The subtree below `cut`, which contains `inner`, is hung up again by `arc` at `outer`. */
  private exchange(arc: number, cut: number, inner: number, outer: number): void {
    this.inTree[this.up[cut]!] = 0;
    this.inTree[arc] = 1;
    let [node, newParent, newUp] = [inner, outer, arc];
    for (;;) {
      const [oldParent, oldUp] = [this.parent[node]!, this.up[node]!];
      this.orphan(node);
      this.parent[node] = newParent;
      this.up[node] = newUp;
      this.adopt(newParent, node);
      if (node === cut) break;
      [node, newParent, newUp] = [oldParent, node, oldUp];
    }
    this.reprice(inner);
  }

  private adopt(parent: number, child: number): void {
    const next = this.firstChild[parent]!;
    this.nextSibling[child] = next;
    this.previousSibling[child] = -1;
    if (next >= 0) this.previousSibling[next] = child;
    this.firstChild[parent] = child;
  }

  private orphan(child: number): void {
    const [previous, next] = [this.previousSibling[child]!, this.nextSibling[child]!];
    if (previous >= 0) this.nextSibling[previous] = next;
    else this.firstChild[this.parent[child]!] = next;
    if (next >= 0) this.previousSibling[next] = previous;
  }

  /** Potentials and depths of a subtree from its parent's: tree arcs have a reduced reward of nought. */
  private reprice(top: number): void {
    const { parent, up, depth, potential, firstChild, nextSibling, reward, from } = this;
    let node = top;
    for (;;) {
      const arc = up[node]!;
      const above = parent[node]!;
      potential[node] =
        from[arc] === node ? potential[above]! - reward[arc]! : potential[above]! + reward[arc]!;
      depth[node] = depth[above]! + 1;
      if (firstChild[node]! >= 0) {
        node = firstChild[node]!;
        continue;
      }
      while (node !== top && nextSibling[node]! < 0) node = parent[node]!;
      if (node === top) return;
      node = nextSibling[node]!;
    }
  }
}
