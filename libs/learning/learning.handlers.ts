import { Injectable } from '@nestjs/common';
import { subjectKind } from '#contracts/parties.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { learningRequested } from './learning.events.js';
import { LearningRunner } from './learning-runner.js';
import { LEAST_OUTCOMES } from './training/learn.js';

const AN_HOUR = 3_600_000;

/** Learning from outcomes: once a night for orders and for patents, and when a person asks. */
@Injectable()
export class LearningHandlers {
  constructor(
    private readonly database: Database,
    private readonly runner: LearningRunner,
  ) {}

  /** The first hour of each day in Japan does it; the others find it done, or do again what failed. */
  @Every('learning.nightly', AN_HOUR, 'heavy')
  async nightly(): Promise<void> {
    const day = todayInJapan();
    for (const kind of subjectKind.options) {
      await this.database.query(
        `insert into learning_run (subject_kind, day, outcomes_needed) values ($1, $2, $3) on conflict do nothing`,
        [kind, day, LEAST_OUTCOMES],
      );
      const [run] = await this.database.query<{ id: string }>(
        `select id from learning_run where subject_kind = $1 and day = $2 and requested_by is null`,
        [kind, day],
      );
      if (run) await this.runner.run(run.id);
    }
  }

  @OnEvent(learningRequested, 'learning.requested', 'heavy')
  requested({ data }: RecordedEvent<typeof learningRequested>): Promise<void> {
    return this.runner.run(data.runId);
  }
}
