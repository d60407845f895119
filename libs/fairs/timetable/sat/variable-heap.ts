/** Variables by activity, the most active on top: a binary heap over typed arrays. */
export class VariableHeap {
  activity = new Float64Array(0);
  private heap = new Int32Array(0);
  private position = new Int32Array(0);
  private size = 0;

  grow(capacity: number): void {
    const activity = new Float64Array(capacity);
    activity.set(this.activity);
    const heap = new Int32Array(capacity);
    heap.set(this.heap);
    const position = new Int32Array(capacity).fill(-1);
    position.set(this.position);
    this.activity = activity;
    this.heap = heap;
    this.position = position;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  has(variable: number): boolean {
    return this.position[variable]! >= 0;
  }

  insert(variable: number): void {
    if (this.position[variable]! >= 0) return;
    this.heap[this.size] = variable;
    this.position[variable] = this.size;
    this.rise(this.size++);
  }

  /** The most active variable, taken out. */
  pop(): number {
    const top = this.heap[0]!;
    this.position[top] = -1;
    this.size--;
    if (this.size > 0) {
      const last = this.heap[this.size]!;
      this.heap[0] = last;
      this.position[last] = 0;
      this.sink(0);
    }
    return top;
  }

  /** Its activity has grown. */
  raised(variable: number): void {
    const at = this.position[variable]!;
    if (at >= 0) this.rise(at);
  }

  /** Multiplies all activities, before they grow too large. */
  scale(factor: number): void {
    for (let variable = 0; variable < this.activity.length; variable++) this.activity[variable]! *= factor;
  }

  private rise(at: number): void {
    const { heap, position, activity } = this;
    const variable = heap[at]!;
    const own = activity[variable]!;
    let i = at;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent]!;
      if (activity[above]! >= own) break;
      heap[i] = above;
      position[above] = i;
      i = parent;
    }
    heap[i] = variable;
    position[variable] = i;
  }

  private sink(at: number): void {
    const { heap, position, activity, size } = this;
    const variable = heap[at]!;
    const own = activity[variable]!;
    let i = at;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && activity[heap[child + 1]!]! > activity[heap[child]!]!) child++;
      const below = heap[child]!;
      if (activity[below]! <= own) break;
      heap[i] = below;
      position[below] = i;
      i = child;
    }
    heap[i] = variable;
    position[variable] = i;
  }
}
