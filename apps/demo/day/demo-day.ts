import type { INestApplicationContext } from '@nestjs/common';
import { FairClock, type DayPlayer, type PreparedDay } from '#fairs/index.js';
import { dayExhibitors, dayNeeds, daySuppliers, WALK_IN } from './day-cast.js';
import { findPeople } from './day-people.js';
import { CLOSES, DAY_MINUTES, OPENS } from './day-hours.js';
import { dayScript } from './day-script.js';
import { DayStage } from './day-stage.js';
import { instantOf, prepareDay } from './prepare-day.js';

/**
 * Plays the demonstration's day: fictional people do on the running product, over its own API and sockets, what people do
 * on such a day, at the moments of a clock that runs fast.
 */
export class DemoDay implements DayPlayer {
  /** `url`: where this very product answers. */
  constructor(
    private readonly app: INestApplicationContext,
    private readonly url: string,
  ) {}

  async prepare(): Promise<PreparedDay> {
    const keys = [...new Set([...Object.keys(dayNeeds), ...daySuppliers, ...dayExhibitors, WALK_IN])];
    const people = await findPeople(this.app, keys);
    const things = await prepareDay(this.app, people);
    const stage = new DayStage(this.app, this.url, people, things);
    const ids = [things.fairId, things.eventId];
    return {
      fairId: things.fairId,
      run: async (seconds, signal) => {
        const clock = this.app.get(FairClock, { strict: false });
        const [from, until] = [instantOf(things.on, OPENS), instantOf(things.on, CLOSES)];
        clock.runFast(ids, { from, until, seconds });
        const day: PlayedDay = {
          ...{ from, pace: clock.pace(things.fairId), signal },
          now: () => clock.now(things.fairId),
          goOn: (at) => clock.goOn(ids, at),
        };
        try {
          await play(stage, day);
        } finally {
          if (signal.aborted) clock.stop(ids);
          await stage.leave();
        }
      },
    };
  }
}

interface PlayedDay {
  readonly from: Date;
  readonly pace: number;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly goOn: (at: Date) => void;
}

/**
 * Does each step at its moment, one after the other. While one is being done, the clock goes on until the next one is due
 * and waits there, so that the day is the same on any machine. A step that fails does not end the day, but is told after it.
 */
async function play(stage: DayStage, { from, pace, signal, now, goOn }: PlayedDay): Promise<void> {
  const instantAt = (minute: number) => new Date(from.getTime() + Math.round(minute * 60_000));
  const reached = async (minute: number) => {
    const at = instantAt(minute);
    for (let left = +at - +now(); left > 0 && !signal.aborted; left = +at - +now())
      await pause(left / pace, signal);
  };
  const failures: unknown[] = [];
  const steps = dayScript();
  for (const [i, { at, act }] of steps.entries()) {
    await reached(at);
    if (signal.aborted) return;
    goOn(instantAt(steps[i + 1]?.at ?? DAY_MINUTES));
    await act(stage).catch((error: unknown) => failures.push(error));
  }
  await reached(DAY_MINUTES);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} steps of the day failed.`);
}

/** Ends early where the day is stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
