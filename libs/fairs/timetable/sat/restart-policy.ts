/**
 * When to restart: by moving averages of the learnt clauses' glue while searching for a refutation (Audemard and
 * Simon's Glucose, in the form of exponential averages), by Luby's sequence while searching for a model. The two take
 * turns, as most solvers do today (Biere and others, CaDiCaL, 2020), since nobody knows beforehand which is needed.
 */
export class RestartPolicy {
  stable = false;
  private fast = 0;
  private slow = 0;
  private fastBias = 1;
  private slowBias = 1;
  private sinceRestart = 0;
  private lubyIndex = 1;
  private lubyLeft = LUBY_UNIT;
  private modeLeft = FIRST_MODE;
  private modeLength = FIRST_MODE;

  learnt(glue: number): void {
    this.fast += (glue - this.fast) / FAST;
    this.slow += (glue - this.slow) / SLOW;
    this.fastBias *= 1 - 1 / FAST;
    this.slowBias *= 1 - 1 / SLOW;
    this.sinceRestart++;
    this.lubyLeft--;
    this.modeLeft--;
  }

  due(): boolean {
    if (this.stable) return this.lubyLeft <= 0;
    // Both averages began at nought: the bias is what is left of that.
    const [fast, slow] = [this.fast / (1 - this.fastBias), this.slow / (1 - this.slowBias)];
    return this.sinceRestart >= 4 && fast > 1.12 * slow;
  }

  restarted(): void {
    this.sinceRestart = 0;
    if (this.stable && this.lubyLeft <= 0) this.lubyLeft = LUBY_UNIT * luby(++this.lubyIndex);
  }

  /** True where the mode has just changed. */
  switchedMode(): boolean {
    if (this.modeLeft > 0) return false;
    this.stable = !this.stable;
    if (!this.stable) this.modeLength = Math.ceil(this.modeLength * 1.5);
    this.modeLeft = this.modeLength;
    return true;
  }
}

const FAST = 32;
const SLOW = 8192;
const LUBY_UNIT = 512;
const FIRST_MODE = 2000;

/** 1 1 2 1 1 2 4 …, from index 1 (Luby, Sinclair, Zuckerman 1993). */
export function luby(index: number): number {
  let i = index;
  for (;;) {
    const power = 2 ** Math.floor(Math.log2(i + 1));
    if (power === i + 1) return power / 2;
    i -= power - 1;
  }
}
