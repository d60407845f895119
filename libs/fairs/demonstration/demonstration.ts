import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DemonstrationDay, DemonstrationState } from '#contracts/demonstration.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';
import { FairClock } from '../fair-clock.js';

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
  readonly stop: AbortController;
  /** Until it is over. */
  readonly over: Promise<void>;
  ended: Pick<DemonstrationDay, 'progress' | 'state'> | null;
}

/** The demonstration's day, one at a time. Without a player, which only the demonstration brings, there is none. */
@Injectable()
export class Demonstration {
  private player: DayPlayer | null = null;
  private isPreparing = false;
  private day: Day | null = null;

  constructor(
    private readonly clock: FairClock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  offer(player: DayPlayer): void {
    this.player = player;
  }

  state(): DemonstrationState {
    return { isAvailable: this.player !== null, day: this.day && this.toDto(this.day) };
  }

  /** Answers when the fair is made and its day begins. Errors: `fair/no-demonstration`, `fair/already-playing`. */
  async play(seconds: number): Promise<DemonstrationDay> {
    if (!this.player) throw new AppError('fair/no-demonstration');
    if (this.isPreparing || (this.day && !this.day.ended)) throw new AppError('fair/already-playing');
    this.isPreparing = true;
    try {
      const prepared = await this.player.prepare();
      return this.toDto((this.day = this.begin(prepared, seconds)));
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
    return this.toDto(day);
  }

  private begin(prepared: PreparedDay, seconds: number): Day {
    const { fairId } = prepared;
    const stop = new AbortController();
    const day: Day = {
      ...{ fairId, seconds, stop, ended: null },
      over: prepared.run(seconds, stop.signal).then(
        () =>
          void (day.ended = stop.signal.aborted
            ? this.left(fairId, 'stopped')
            : { state: 'finished', progress: 1 }),
        (error: unknown) => {
          this.log.error({ err: error, fairId }, 'The demonstration day failed.');
          day.ended = this.left(fairId, 'failed');
        },
      ),
    };
    return day;
  }

  /** Where the day was when it ended before its time: by its own clock, which is held where its steps are late. */
  private left(fairId: string, state: 'stopped' | 'failed'): Day['ended'] {
    return { state, progress: this.clock.progress(fairId) };
  }

  private toDto({ fairId, seconds, ended }: Day): DemonstrationDay {
    return {
      ...{ fairId, seconds },
      ...(ended ?? { state: 'playing', progress: this.clock.progress(fairId) }),
    };
  }
}
