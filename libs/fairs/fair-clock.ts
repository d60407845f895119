import { Injectable } from '@nestjs/common';

/** From an instant on, what the clock showed then. */
interface Anchor {
  readonly on: number;
  readonly at: number;
}

/** A day that runs fast: so many of its seconds pass in one, until its end or until it is stopped. */
interface FastDay {
  readonly until: number;
  readonly pace: number;
  /** Where it began, and each time that it went on after it had waited. */
  readonly anchors: Anchor[];
  /** It does not go past this by itself. */
  waitsAt: number;
  stoppedOn: number | null;
}

/**
 * What time it is at a fair or a meeting event: the server's time, but for the demonstration's day, which runs fast. Kept
 * by the one process that plays the demonstration; after a restart its clock is everybody's again.
 */
@Injectable()
export class FairClock {
  private readonly fast = new Map<string, FastDay>();

  now(id: string): Date {
    return this.at(id, new Date());
  }

  /** Seconds at the fair in one second; 0 where it stands still. */
  pace(id: string): number {
    const day = this.fast.get(id);
    if (!day) return 1;
    return day.stoppedOn === null && this.now(id).getTime() < day.until ? day.pace : 0;
  }

  /** How much of a fast day is over, 0–1, by its own clock; 0 for every other. */
  progress(id: string): number {
    const day = this.fast.get(id);
    const from = day?.anchors[0]?.at;
    if (!day || from === undefined) return 0;
    return (shown(day, Date.now()) - from) / (day.until - from);
  }

  /** What the fair's clock showed at an instant; what was before the day began was at its beginning. */
  at(id: string, instant: Date): Date {
    const day = this.fast.get(id);
    return day ? new Date(shown(day, instant.getTime())) : instant;
  }

  /** Since which instant the fair's clock has shown `at` or later. */
  since(id: string, at: Date): Date {
    const day = this.fast.get(id);
    if (!day) return at;
    let [before, from] = [(day.anchors[0]?.on ?? 0) - 1, Date.now() + 1];
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (shown(day, middle) >= at.getTime()) from = middle;
      else before = middle;
    }
    return new Date(from);
  }

  /** From now on the clock of these runs through `from` to `until` in `seconds`, and stands still then. */
  runFast(
    ids: readonly string[],
    { from, until, seconds }: { from: Date; until: Date; seconds: number },
  ): void {
    const day: FastDay = {
      until: until.getTime(),
      pace: (until.getTime() - from.getTime()) / (seconds * 1_000),
      anchors: [{ on: Date.now(), at: from.getTime() }],
      waitsAt: until.getTime(),
      stoppedOn: null,
    };
    for (const id of ids) this.fast.set(id, day);
  }

  /** The clock of these goes on as far as `at` and waits there, for who may be slower than it, until it is told to go on. */
  goOn(ids: readonly string[], at: Date): void {
    const on = Date.now();
    for (const day of new Set(ids.map((id) => this.fast.get(id)))) {
      if (!day) continue;
      if (shown(day, on) === day.waitsAt) day.anchors.push({ on, at: day.waitsAt });
      day.waitsAt = Math.min(at.getTime(), day.until);
    }
  }

  /** The clock of these stands still. */
  stop(ids: readonly string[]): void {
    for (const id of ids) {
      const day = this.fast.get(id);
      if (day) day.stoppedOn ??= Date.now();
    }
  }

  /** They are gone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.fast.delete(id);
  }
}

/** It never goes back: what happened first has the earlier time. */
function shown({ anchors, pace, until, waitsAt, stoppedOn }: FastDay, instant: number): number {
  const on = Math.min(instant, stoppedOn ?? Infinity);
  const last = anchors.findLastIndex((anchor) => anchor.on <= on);
  const from = anchors[Math.max(last, 0)] ?? { on, at: until };
  const next = last < 0 ? undefined : anchors[last + 1];
  return Math.min(from.at + Math.max(on - from.on, 0) * pace, next?.at ?? waitsAt);
}
