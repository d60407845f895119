import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DemonstrationDay, DemonstrationState } from '#contracts/demonstration.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';

/** Who can play a day: makes the fair, then lets it run until it is over or `signal` says stop. */
export interface DayPlayer {
  prepare(): Promise<PreparedDay>;
}
export interface PreparedDay {
  readonly fairId: string;
  run(seconds: number, signal: AbortSignal): Promise<void>;
}

interface Day {
  readonly fairId: string;
  readonly seconds: number;
  readonly began: number;
  readonly stop: AbortController;
  /** Until it is over. */
  readonly over: Promise<void>;
  ended: { state: Exclude<DemonstrationDay['state'], 'playing'>; at: number } | null;
}

/** The demonstration's day, one at a time. Without a player, which only the demonstration brings, there is none. */
@Injectable()
export class Demonstration {
  private player: DayPlayer | null = null;
  private isPreparing = false;
  private day: Day | null = null;

  constructor(@Inject(LOG) private readonly log: Logger) {}

  offer(player: DayPlayer): void {
    this.player = player;
  }

  state(): DemonstrationState {
    return { isAvailable: this.player !== null, day: this.day && toDto(this.day) };
  }

  /** Answers when the fair is made and its day begins. Errors: `fair/no-demonstration`, `fair/already-playing`. */
  async play(seconds: number): Promise<DemonstrationDay> {
    if (!this.player) throw new AppError('fair/no-demonstration');
    if (this.isPreparing || (this.day && !this.day.ended)) throw new AppError('fair/already-playing');
    this.isPreparing = true;
    try {
      const prepared = await this.player.prepare();
      return toDto((this.day = this.begin(prepared, seconds)));
    } finally {
      this.isPreparing = false;
    }
  }

  /** Error: `fair/no-demonstration` where none plays. */
  async stop(): Promise<DemonstrationDay> {
    const { day } = this;
    if (!day || day.ended) throw new AppError('fair/no-demonstration');
    day.stop.abort();
    await day.over;
    return toDto(day);
  }

  private begin(prepared: PreparedDay, seconds: number): Day {
    const { fairId } = prepared;
    const stop = new AbortController();
    const day: Day = {
      ...{ fairId, seconds, stop, began: Date.now(), ended: null },
      over: prepared.run(seconds, stop.signal).then(
        () => void (day.ended = { state: stop.signal.aborted ? 'stopped' : 'finished', at: Date.now() }),
        (error: unknown) => {
          this.log.error({ err: error, fairId }, 'The demonstration day failed.');
          day.ended = { state: 'failed', at: Date.now() };
        },
      ),
    };
    return day;
  }
}

function toDto({ fairId, seconds, began, ended }: Day): DemonstrationDay {
  const passed = ((ended?.at ?? Date.now()) - began) / 1_000;
  const progress = ended?.state === 'finished' ? 1 : Math.min(passed / seconds, 1);
  return { fairId, seconds, progress, state: ended?.state ?? 'playing' };
}
