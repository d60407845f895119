import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { OrdersModule } from '#orders/index.js';
import { PatentsModule } from '#patents/index.js';
import { VocabularyModule } from '#vocabulary/index.js';
import { MatchingController } from './matching.controller.js';
import { MatchingCorpus } from './matching.corpus.js';
import { MatchingHandlers } from './matching.handlers.js';
import { MatchingReader } from './matching.reader.js';
import { MatchingService } from './matching.service.js';
import { NearestChanges } from './nearest-changes.js';
import { RankingWeightsService } from './weights/ranking-weights.js';
import { StandingSubjects } from './standing-subjects.js';
import { NeedsMatching } from './needs-matching.js';
import { TeamComposer } from './teams/team-composer.js';

@Module({
  imports: [CompaniesModule, OrdersModule, PatentsModule, VocabularyModule],
  providers: [
    MatchingService,
    MatchingReader,
    NearestChanges,
    NeedsMatching,
    RankingWeightsService,
    TeamComposer,
  ],
  exports: [
    MatchingService,
    MatchingReader,
    NearestChanges,
    NeedsMatching,
    RankingWeightsService,
    TeamComposer,
  ],
})
export class MatchingModule {}

@Module({ imports: [MatchingModule], controllers: [MatchingController] })
export class MatchingApiModule {}

@Module({
  imports: [MatchingModule, CompaniesModule, OrdersModule, PatentsModule, VocabularyModule],
  providers: [StandingSubjects, MatchingCorpus, MatchingHandlers],
  exports: [MatchingCorpus],
})
export class MatchingWorkerModule {}
