const WIDTH = 30;
const PAUSE_MS = 200;
const PLAIN_PAUSE_MS = 5_000;

/** How far something is, on standard error: a bar in a terminal, a line now and then elsewhere. */
export class Progress {
  private readonly began = Date.now();
  private shownAt = 0;

  /** `total` may be an estimate, and unknown. */
  constructor(private readonly total: number | null) {}

  show(done: number, isLast = false): void {
    const inTerminal = process.stderr.isTTY;
    const now = Date.now();
    if (!isLast && now - this.shownAt < (inTerminal ? PAUSE_MS : PLAIN_PAUSE_MS)) return;
    this.shownAt = now;
    const line = this.line(done, isLast, (now - this.began) / 1_000);
    process.stderr.write(inTerminal ? `\r\u001b[K${line}${isLast ? '\n' : ''}` : `${line}\n`);
  }

  private line(done: number, isLast: boolean, seconds: number): string {
    const rate = `${Math.round(done / Math.max(seconds, 0.001)).toLocaleString('en-US')} rows/s`;
    const rows = done.toLocaleString('en-US');
    if (this.total === null || this.total === 0) return `${rows} rows, ${rate}`;
    const total = isLast ? done : Math.max(this.total, done);
    const share = total === 0 ? 1 : done / total;
    const bar = '='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, ' ');
    const percent = String(Math.floor(share * 100)).padStart(3);
    return `[${bar}] ${percent} %  ${rows} of ${total.toLocaleString('en-US')} rows, ${rate}`;
  }
}
