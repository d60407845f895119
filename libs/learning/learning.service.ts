import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#contracts/parties.js';
import { RankingWeightsService } from '#matching/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { learningRequested } from './learning.events.js';
import { LEAST_OUTCOMES } from './training/learn.js';

/** What coordinators and administrators do with the ranking's weights; the permission decides who. */
@Injectable()
export class LearningService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly weights: RankingWeightsService,
  ) {}

  /** Asks for a run; where one that a person asked for is not done yet, that one is the answer. @returns its id */
  async start(actor: Actor, kind: SubjectKind): Promise<string> {
    return this.database.transaction(async () => {
      const [made] = await this.database.query<{ id: string }>(
        `insert into learning_run (subject_kind, day, requested_by, outcomes_needed) values ($1, $2, $3, $4)
         on conflict do nothing returning id`,
        [kind, todayInJapan(), actor.userId, LEAST_OUTCOMES],
      );
      const [open] = made
        ? [made]
        : await this.database.query<{ id: string }>(
            `select id from learning_run where subject_kind = $1 and requested_by is not null and state <> 'finished'`,
            [kind],
          );
      const runId = open!.id;
      // Asked again, too: a run that has failed for good is so started again.
      await this.events.record(learningRequested, { runId, kind }, { subjectId: runId, actor });
      return runId;
    });
  }

  /** Error: `request/not-found`. */
  async use(actor: Actor, versionId: string): Promise<void> {
    await this.weights.use(actor, versionId);
  }
}
