import { Module } from '@nestjs/common';
import { MatchingModule, MatchingWorkerModule } from '#matching/index.js';
import { LearningController } from './learning.controller.js';
import { LearningHandlers } from './learning.handlers.js';
import { LearningReader } from './learning.reader.js';
import { LearningRunner } from './learning-runner.js';
import { LearningService } from './learning.service.js';
import { OutcomesReader } from './outcomes.reader.js';

@Module({
  imports: [MatchingModule],
  providers: [LearningReader, LearningService],
  controllers: [LearningController],
})
export class LearningApiModule {}

@Module({
  imports: [MatchingModule, MatchingWorkerModule],
  providers: [OutcomesReader, LearningRunner, LearningHandlers],
})
export class LearningWorkerModule {}
