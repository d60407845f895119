import { lettersIn, type Letters } from './letters.js';

/** One rewriting step. The pattern is global; `by` gets the match and its groups (undefined where they took no part). */
export interface Rule {
  readonly pattern: RegExp;
  /** What every match has a letter of: a text without any is spared the pattern. */
  readonly needs?: Letters;
  readonly by: (match: string, ...groups: (string | undefined)[]) => string;
  /** Letters taken away belong to what stands before them: サーバ found in サーバー is shown with its ー. */
  readonly absorb?: boolean;
}

/** A half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text after all rules, one after the other. */
export function rewritten(text: string, rules: readonly Rule[]): string {
  let now = text;
  let letters = lettersIn(now);
  for (const { pattern, needs, by } of rules) {
    if (needs !== undefined && (needs & letters) === 0) continue;
    const next = now.replace(pattern, by);
    if (next === now) continue;
    now = next;
    letters = lettersIn(now);
  }
  return now;
}

interface Traced {
  plain: string;
  /** Per unit of `plain`: where in the original what it came from begins and ends. */
  starts: number[];
  ends: number[];
}

/** What `rewritten` makes of a text, knowing of each place where in the original it came from. */
export class TrackedText {
  private now: Traced;

  constructor(private readonly original: string) {
    const starts = Array.from({ length: original.length }, (_, i) => i);
    this.now = { plain: original, starts, ends: starts.map((start) => start + 1) };
  }

  get plain(): string {
    return this.now.plain;
  }

  apply(rules: readonly Rule[]): this {
    let letters = lettersIn(this.plain);
    for (const rule of rules) {
      if (rule.needs !== undefined && (rule.needs & letters) === 0) continue;
      const next = applied(this.now, rule);
      if (next === this.now) continue;
      this.now = next;
      letters = lettersIn(this.plain);
    }
    return this;
  }

  /** The same as `plain` made elsewhere: where the two differ, every place comes from the whole original. */
  demand(plain: string): this {
    if (plain === this.now.plain) return this;
    const whole = Array.from({ length: plain.length }, () => 0);
    this.now = { plain, starts: whole, ends: whole.map(() => this.original.length) };
    return this;
  }

  /** Where the original says what stands here at `from` to `to` (not empty). */
  originOf(from: number, to: number): Span {
    return { start: this.now.starts[from] ?? 0, end: this.now.ends[to - 1] ?? 0 };
  }
}

interface Change extends Span {
  readonly by: string;
}

function changesBy({ pattern, by }: Rule, plain: string): Change[] {
  const changes: Change[] = [];
  for (const match of plain.matchAll(pattern)) {
    const [whole, ...groups] = match;
    const written = by(whole, ...groups);
    // Most letters of a text are written as they should be.
    if (written !== whole) changes.push({ start: match.index, end: match.index + whole.length, by: written });
  }
  return changes;
}

function applied(before: Traced, rule: Rule): Traced {
  const changes = changesBy(rule, before.plain);
  if (changes.length === 0) return before;
  const staysInPlace = changes.every(({ start, end, by }) => by.length === end - start);
  if (staysInPlace && !rule.absorb) return { ...before, plain: written(before.plain, changes) };
  const after: Traced = { plain: '', starts: [], ends: [] };
  let done = 0;
  for (const change of changes) {
    copy(before, after, done, change.start);
    put(before, after, change);
    if (rule.absorb && after.ends.length > 0)
      after.ends[after.ends.length - 1] = before.ends[change.end - 1] ?? 0;
    done = change.end;
  }
  copy(before, after, done, before.plain.length);
  return after;
}

function written(plain: string, changes: readonly Change[]): string {
  let all = '';
  let done = 0;
  for (const { start, end, by } of changes) {
    all += plain.slice(done, start) + by;
    done = end;
  }
  return all + plain.slice(done);
}

function copy(before: Traced, after: Traced, from: number, to: number): void {
  after.plain += before.plain.slice(from, to);
  for (let i = from; i < to; i++) {
    after.starts.push(before.starts[i] ?? 0);
    after.ends.push(before.ends[i] ?? 0);
  }
}

/** Writes `by` in place of a range. What both begin and end with keeps its places; the middle comes from the middle. */
function put(before: Traced, after: Traced, { start, end, by }: Change): void {
  const was = before.plain.slice(start, end);
  const shorter = Math.min(was.length, by.length);
  let head = 0;
  while (head < shorter && was[head] === by[head]) head++;
  let tail = 0;
  while (tail < shorter - head && was.at(-1 - tail) === by.at(-1 - tail)) tail++;
  copy(before, after, start, start + head);
  const middle = { start: start + head, end: end - tail };
  const written = by.slice(head, by.length - tail);
  for (let i = 0; i < written.length; i++) {
    const [first, last] = origin(middle, was.length === by.length ? i : null);
    after.starts.push(before.starts[first] ?? 0);
    after.ends.push(before.ends[last] ?? 0);
  }
  after.plain += written;
  copy(before, after, middle.end, end);
}

/** First and last unit that one new unit comes from; inserted ones come from their neighbour. */
function origin({ start, end }: Span, letter: number | null): readonly [first: number, last: number] {
  if (letter !== null) return [start + letter, start + letter];
  if (start < end) return [start, end - 1];
  return [Math.max(0, start - 1), Math.max(0, start - 1)];
}
