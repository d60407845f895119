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
        clock.runFast(ids, { from: instantOf(OPENS), until: instantOf(CLOSES), seconds });
        try {
          const hold = (ms: number) => clock.hold(ids, ms);
          await play(stage, { seconds, signal, hold });
        } finally {
          if (signal.aborted) clock.stop(ids);
          await stage.leave();
        }
      },
    };
  }
}

interface Run {
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly hold: (ms: number) => void;
}

/**
 * Does each step at its moment, one after the other. Where they take longer than the clock gives them, it is held, so that
 * the day keeps its order on any machine. A step that fails does not end the day, but is told after it.
 */
async function play(stage: DayStage, { seconds, signal, hold }: Run): Promise<void> {
  const minuteMs = (seconds * 1_000) / DAY_MINUTES;
  let began = Date.now();
  const reached = async (minute: number) => {
    const wait = began + minute * minuteMs - Date.now();
    if (wait > 0) return pause(wait, signal);
    if (wait > -minuteMs) return;
    began -= wait;
    hold(-wait);
  };
  const failures: unknown[] = [];
  for (const { at, act } of dayScript()) {
    await reached(at);
    if (signal.aborted) return;
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
