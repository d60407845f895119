import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { VocabularyModule } from '#vocabulary/index.js';
import { DocumentFeed } from './document-feed.js';
import { SubjectSources } from './documents/subject-sources.js';
import { MemoryIndex } from './memory-index.js';
import { SearchProjection } from './projection.js';
import { SavedSearchesService } from './saved/saved-searches.service.js';
import { SearchAlerts } from './saved/search-alerts.js';
import { SearchController } from './search.controller.js';
import { SearchHandlers } from './search.handlers.js';
import { SearchLanguageSource } from './search-language.js';
import { SearchReader } from './search.reader.js';
import { SearchServer } from './search-server.js';
import { ServerSync } from './server-sync.js';
import { Searcher } from './searcher.js';

/** What both roles share; in one process they have one index. */
@Module({
  imports: [VocabularyModule],
  providers: [
    DocumentFeed,
    SubjectSources,
    SearchProjection,
    SearchLanguageSource,
    MemoryIndex,
    SearchServer,
    ServerSync,
    Searcher,
    SearchReader,
  ],
  exports: [SearchProjection, SearchReader, MemoryIndex, SearchServer, ServerSync],
})
export class SearchModule {}

/** Who answers people has the index ready before they ask. */
@Injectable()
export class SearchWarmUp implements OnApplicationBootstrap {
  constructor(
    private readonly memory: MemoryIndex,
    private readonly server: SearchServer,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.server.engine) this.memory.warmUp();
  }
}

@Module({
  imports: [SearchModule],
  providers: [SavedSearchesService, SearchWarmUp],
  controllers: [SearchController],
})
export class SearchApiModule {}

@Module({
  imports: [SearchModule, IdentityModule, CompaniesModule],
  providers: [SearchHandlers, SearchAlerts],
})
export class SearchWorkerModule {}
