import type { Context } from '#platform/context.js';
import { LearningRun } from './learning-run.entity.js';
import { LearningApiModule, LearningWorkerModule } from './learning.module.js';
import { CreateLearning1764200201000 } from './migrations/1764200201000-create-learning.js';
import { HoldChosenWeights1764300600001 } from './migrations/1764300600001-hold-chosen-weights.js';

export * from './learning.events.js';
export { LearningRunner } from './learning-runner.js';
export { isHeldOut } from './training/learn.js';

export const learning: Context = {
  name: 'learning',
  entities: [LearningRun],
  migrations: [CreateLearning1764200201000, HoldChosenWeights1764300600001],
  api: LearningApiModule,
  worker: LearningWorkerModule,
};
